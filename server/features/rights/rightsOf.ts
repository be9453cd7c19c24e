import type { OperationId } from "@shared/api/operations";
import { type Right, rights } from "@shared/domain/rights";
import type { MemberActor } from "../../http";
import { mayNameDeputy } from "../absences";
import { mayReadCalendar } from "../calendar";
import { mayFindSimilar, mayGiveCustomers } from "../customers";
import { mayListDuplicates } from "../duplicates";
import { mayExport } from "../exports";
import { mayImport } from "../imports";
import { mayReadLooks } from "../looks";
import { mayChangeRoles, mayReadRoles } from "../members";
import { mayListOpenings } from "../openings";
import { mayReadUnitMembers } from "../performance";
import { mayDraftPlan, mayReadAllPlans, mayReadFirstPayingDay } from "../plans";
import { mayErasePeople } from "../privacy";
import { mayReadRefusals } from "../refusals";
import { mayCareForReports } from "../reports";
import { mayDecideSale, mayReadSale, maySubmitSale } from "../sales";
import { mayReadStaff } from "../staff";
import { mayReadSetup } from "../setup";
import { mayReadTarget } from "../targets";
import { mayReadMember } from "../teamMembers";
import { mayChangeVisitTypes } from "../visitTypes";

/** Not the actor: what an office is for is somebody else's. */
const somebodyElse = "";

/** The policy that refuses, asked about what is somebody else's, in a unit that the actor leads. */
const may: Record<Right & OperationId, (actor: MemberActor) => boolean> = {
  "absences.set": mayNameDeputy,
  "audit.looks": mayReadLooks,
  "calendar.read": mayReadCalendar,
  "customers.create": mayFindSimilar,
  "customers.giveMany": mayGiveCustomers,
  "duplicates.list": mayListDuplicates,
  "imports.create": (actor) => mayImport(actor, "customers"),
  "exports.create": mayExport,
  "members.read": mayReadStaff,
  "openings.list": mayListOpenings,
  "plans.draft": mayDraftPlan,
  "plans.firstPayingDay": mayReadFirstPayingDay,
  "plans.list": mayReadAllPlans,
  "privacy.kept": ({ roles }) => mayErasePeople(roles),
  "refusals.list": mayReadRefusals,
  "reports.close": mayCareForReports,
  "roles.grant": (actor) => mayChangeRoles(actor, somebodyElse),
  "roles.list": (actor) => mayReadRoles(actor, somebodyElse),
  "sales.confirm": (actor) => mayDecideSale(actor, { isOwn: false }, actor.leads),
  "sales.read": (actor) => mayReadSale(actor, { isOwn: false }, actor.leads),
  "sales.submit": maySubmitSale,
  "setup.read": mayReadSetup,
  "targets.level": (actor) => mayReadTarget(actor, { subjectId: somebodyElse, above: actor.leads }),
  "teams.level": (actor) => mayReadUnitMembers(actor, actor.leads),
  "teams.member": (actor) => mayReadMember(actor, somebodyElse, actor.leads),
  "visitTypes.list": mayChangeVisitTypes,
};

/** What a member may open or do by their office: every right is a question to the policy of its operation. */
export const rightsOf = (actor: MemberActor): Right[] => rights.filter((right) => may[right](actor));

import type { AnswerOf } from "@shared/contracts";
import type { Right } from "@shared/domain/rights";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { acceptedVersionOf, consentNumberOf, consentVersion } from "./consent";
import { MemberModel, type MemberRecord } from "./memberModel";
import { standingsAround } from "../periods";
import { findMembers, findOfficers, findUnits, leadersOfUnit, praiseUntilChosen } from "./readOrganisation";

/** Everything the phone's frame needs once: who I am, where I belong, whom to ask, what time it is. */
export async function presentMe(
  deps: Pick<Deps, "clock" | "settings">,
  me: MemberActor,
  can: readonly Right[],
): Promise<AnswerOf<"me.read">> {
  const now = deps.clock.now();
  const today = businessDayOf(now);
  const [record, units, leaderIds, acceptedVersion, officers, standings] = await Promise.all([
    MemberModel.findOne({ _id: me.id }).lean<MemberRecord | null>(),
    findUnits(),
    me.teamId === null ? [] : leadersOfUnit(me.teamId, today),
    acceptedVersionOf(me.id),
    findOfficers(["admin", "hr", "finance"], today),
    standingsAround(deps, today),
  ]);
  if (!record) throw new AppError("member.unknown", `no member ${me.id}`);
  // Nobody is sent to themselves.
  const leaders = await findMembers(leaderIds.filter((leaderId) => leaderId !== me.id));
  const unitView = (unitId: string) => ({ unitId, name: units.get(unitId)?.name ?? unitId });
  const others = officers.filter(({ memberId }) => memberId !== me.id);
  const namesOf = (role: "admin" | "hr") => others.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
  const hrNames = namesOf("hr");
  const company = [...units.values()].find(({ kind }) => kind === "company");
  return {
    // Language and revision from the record: the session's copy may be some seconds old.
    member: {
      memberId: me.id,
      name: record.name,
      roles: [...me.roles],
      language: record.language,
      publicPraise: record.publicPraise ?? praiseUntilChosen,
      hasChosenPraise: (record.publicPraise ?? null) !== null,
      lookMessages: record.lookMessages ?? false,
      revision: record.revision,
    },
    company: { name: company?.name ?? "", saleLimitFen: deps.settings.SALE_LIMIT_YUAN * 100 },
    team:
      me.teamId === null
        ? null
        : { ...unitView(me.teamId), leaderNames: [...leaders.values()].map(({ name }) => name) },
    leads: me.leads.map(unitView),
    consent: {
      ...{ acceptedVersion, acceptedNumber: acceptedVersion === null ? null : consentNumberOf(acceptedVersion) },
      ...{ currentVersion: consentVersion, currentNumber: consentNumberOf(consentVersion) },
    },
    privacy: {
      responsible: deps.settings.PRIVACY_RESPONSIBLE ?? company?.name ?? "",
      contact: deps.settings.PRIVACY_CONTACT ?? null,
      positionKeptDays: deps.settings.POSITION_KEPT_DAYS,
      photoKeptDays: deps.settings.PHOTO_KEPT_DAYS,
      reportKeptDays: deps.settings.REPORT_KEPT_DAYS,
      messageKeptDays: deps.settings.MESSAGE_KEPT_DAYS,
    },
    administratorNames: namesOf("admin"),
    // Whoever names HR stands in where there is none.
    hrNames: hrNames.length > 0 ? hrNames : namesOf("admin"),
    can: [...can],
    closing: {
      // Here the reader is meant too: it says who does it, not whom to ask.
      byNames: officers.filter(({ roles }) => roles.includes("finance")).map(({ name }) => name),
      months: standings.map(({ period, state, cutOffAt }) => ({ period, state, cutOffAt: cutOffAt.toISOString() })),
    },
    demo: deps.settings.DEMO,
    serverNow: now.toISOString(),
    today,
    period: today.slice(0, 7),
  };
}

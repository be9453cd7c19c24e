import type { Plan } from "@shared/domain/pay";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { findMembers, findUnits, unitAndAbove, unitAndBelow } from "../members";
import { draftPlan, publishPlan, sendPlanBack, submitPlan, withdrawPlan } from "./changePlan";
import { askForCheck, readCheck } from "./checkPlan";
import { readFirstPayingDay, setFirstPayingDay } from "./firstPayingDay";
import { authorIdsOf, findVersion, pageOfVersions, rulesOf } from "./planVersions";
import { mayReadAllPlans, mayReadPlan, mayReadWholePlan } from "./policy";
import { presentPlan, presentPlanDetail } from "./presentPlan";
import { repsWithoutPlan } from "./repsWithout";

const withoutShownMax = 50;

export const plansHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"plans"> => ({
  "plans.firstPayingDay": ({ actor }) => readFirstPayingDay(deps, actor),
  "plans.setFirstPayingDay": ({ actor, body }) => setFirstPayingDay(deps, { actor, body }),

  "plans.list": async ({ actor, query }) => {
    allow(mayReadAllPlans(actor), "the list of plans is for HR, finance and auditors");
    const isFirst = query.state === "published" && query.cursor === undefined;
    const [{ versions, nextCursor }, without] = await Promise.all([
      pageOfVersions(query.state, query.cursor),
      isFirst ? repsWithoutPlan(businessDayOf(deps.clock.now())) : null,
    ]);
    return {
      ...{ items: versions.map(presentPlan), nextCursor },
      ...(without && { without: { count: without.names.length, names: without.names.slice(0, withoutShownMax) } }),
    };
  },

  "plans.read": async ({ actor, params }) => {
    const version = await findVersion(params.planId);
    const readable = { state: version.state, scope: rulesOf(version).scope };
    // Also an administrator who has begun a company's first plan, and has it back.
    const isAuthor = authorIdsOf(version).includes(actor.id);
    const may = isAuthor || mayReadPlan(actor, readable, await unitsOf(actor));
    allow(may, "this plan is neither yours nor your unit's");
    const all = isAuthor || mayReadWholePlan(actor, version);
    const writers = all ? await findMembers(version.steps.map(({ by }) => by.id)) : new Map<string, { name: string }>();
    return { plan: presentPlanDetail(version, { all, names: writers }) };
  },

  // What the shape leaves open, such as how a due day is written, is checked with everything else when it goes to review.
  "plans.draft": ({ actor, body }) => draftPlan(deps, { actor, body: { ...body, plan: body.plan as Plan } }),
  "plans.check": ({ actor, params: { planId }, body }) => askForCheck(deps, { actor, planId, body }),
  "plans.report": async ({ actor, params: { planId } }) => {
    const version = await findVersion(planId);
    allow(
      authorIdsOf(version).includes(actor.id) || mayReadWholePlan(actor, version),
      "a plan's check is read by whoever writes it or puts it in force",
    );
    return { check: await readCheck(deps, actor, version) };
  },
  "plans.submit": ({ actor, params: { planId }, body }) => submitPlan(deps, { actor, planId, body }),
  "plans.withdraw": ({ actor, params: { planId }, body }) => withdrawPlan(deps, { actor, planId, body }),
  "plans.sendBack": ({ actor, params: { planId }, body }) => sendPlanBack(deps, { actor, planId, body }),
  "plans.publish": ({ actor, params: { planId }, body }) => publishPlan(deps, { actor, planId, body }),
});

/** Units whose plans somebody is on or answers for. */
async function unitsOf({ teamId, leads }: MemberActor): Promise<string[]> {
  const units = await findUnits();
  const above = teamId === null ? [] : unitAndAbove(units, teamId);
  return [...above, ...leads.flatMap((unitId) => unitAndBelow(units, unitId))].map(({ unitId }) => unitId);
}

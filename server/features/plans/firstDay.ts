import type { Plan } from "@shared/domain/pay";
import { beginsInsidePeriod, begunDaysOf, firstBetweenPeriods, isInsidePeriod } from "@shared/domain/planVersion";
import { addDays, type BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { OrganisationSnapshot } from "./assignments";
import { versionInForce } from "./choosePlans";
import { namesOf } from "./names";
import { laterOf, membersOf, type PlanRun, reprices, runsUnder } from "./reach";

/**
 * Refuses a version that changes pay which is being reckoned: it begins on a day that has begun or inside a period of its own for
 * somebody who has a plan then, or it takes somebody inside a period out of a plan that pays them by that period.
 * @throws AppError "plan.insidePeriod" with the people and the first day that is allowed for them
 */
export async function requireFirstDay(plan: Plan, today: BusinessDay, snapshot: OrganisationSnapshot): Promise<void> {
  const { validFrom } = plan;
  const { to } = begunDaysOf(plan, today);
  const runs = await runsUnder(plan, snapshot, { from: addDays(validFrom, -1), to });
  const changed = runs.filter((run) => run.from >= validFrom && reprices(plan, run));
  const cut = changed.filter((run) => run.from === validFrom && cutPlans(plan, run, runs, snapshot).length > 0);
  const concerned = membersOf(beginsInsidePeriod(plan, today) ? changed : cut);
  if (concerned.length === 0) return;
  const left = changed.flatMap(({ before, from }) =>
    before.flatMap((code) => versionInForce(snapshot.plans, code, from) ?? []),
  );
  const components = [plan, ...new Set(left)].flatMap((one) => one.components);
  throw new AppError("plan.insidePeriod", `${validFrom} or a period around it has begun`, {
    validFrom,
    membersCount: concerned.length,
    memberNames: await namesOf(concerned),
    firstAllowedOn: firstBetweenPeriods(laterOf(validFrom, addDays(today, 1)), components),
  });
}

/** The plans that somebody was on the day before, too, and leaves on a version's first day inside a period of theirs. */
function cutPlans(plan: Plan, first: PlanRun, runs: readonly PlanRun[], { plans }: OrganisationSnapshot): Plan[] {
  const dayBefore = runs.find(({ memberId, to }) => memberId === first.memberId && to === addDays(first.from, -1));
  return first.before
    .filter((code) => dayBefore?.before.includes(code) && (code === plan.code || !first.after.includes(code)))
    .flatMap((code) => versionInForce(plans, code, first.from) ?? [])
    .filter(({ components }) => isInsidePeriod(first.from, components));
}

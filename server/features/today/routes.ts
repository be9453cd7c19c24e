import { businessDayOf, daysOf, monthOf } from "@shared/domain/time";
import { paceOf } from "@shared/domain/workingDays";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { workCalendarOf } from "../../lib/workCalendar";
import { unitsNow } from "../members";
import { presentUnitMonth, unitMonthsNow } from "../performance";
import { waitingOf } from "../sales";
import { requestPricing, readMonthView, storedSummary, summaryOf } from "../statements";
import { presentMine } from "./presentToday";

type TodayDeps = Pick<Deps, "clock" | "realNow" | "caches">;

/** What a person sees first: how far, what it pays, and where the team is. */
export const todayHandlers = (deps: TodayDeps): Handlers<"today"> => ({
  "today.read": async ({ actor }) => {
    const now = deps.clock.now();
    const today = businessDayOf(now);
    const period = monthOf(today);
    const units = await unitsNow(deps).read();
    const presentUnit = async (unitId: string) => {
      const month = await unitMonthsNow(deps).read(unitId, period);
      return presentUnitMonth(month, units.get(unitId)?.name ?? unitId, now);
    };
    const [month, pending, team, leads] = await Promise.all([
      monthOfReader(deps, actor.id, now),
      waitingOf(actor.id),
      actor.teamId === null ? null : presentUnit(actor.teamId),
      Promise.all(actor.leads.map(async (unitId) => ({ team: await presentUnit(unitId) }))),
    ]);
    return {
      period,
      asOf: month.pricedAt.toISOString(),
      pace: paceOf(period, today, workCalendarOf(daysOf(period))),
      mine: presentMine(month.summary, today, pending),
      team,
      leads,
    };
  },
});

/** The month as it is stored. One that nobody has priced yet is summed up as it stands, and a worker asked to price it. */
async function monthOfReader(deps: TodayDeps, memberId: string, now: Date) {
  const period = monthOf(businessDayOf(now));
  const stored = await storedSummary(memberId, period);
  if (stored) return stored;
  await requestPricing(deps, { memberId, period });
  const view = await readMonthView(memberId, period, now);
  return { summary: summaryOf(view, view.statement, now), pricedAt: view.pricedAt };
}

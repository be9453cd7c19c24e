import {
  type AskedMonth,
  type Assignment,
  canonicalJson,
  type GivenInput,
  givenOfMonth,
  layersAsked,
  otherMonthsAsked,
  otherTargetsAsked,
  type Plan,
  type UnitLevel,
  unitLevels,
} from "@shared/domain/pay";
import { businessDayOf, daysOf, type Month, monthOf, nextPeriod } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { unitSpansOf } from "../members";
import { sumsOfUnitMonths, unitMonthIdOf } from "../performance";
import { assign, plansInMonth, readOrganisationSnapshot } from "../plans";
import { salesMeasure, targetsOf } from "../targets";
import { bookFactsOf } from "./bookFacts";

/** What units' months are summed up by and no fact counts in twice, whoever shares it. */
const summedInUnits: readonly string[] = [
  salesMeasure,
  "visits.effective",
  "visits.newCustomer",
  "followUps",
  "stages.reached",
];

interface UnitAsked {
  of: UnitLevel;
  unitId: string;
  code: string;
  month: Month;
}

/** Whose results and targets of which months the plans of a month look at, beside its own. */
interface Asked {
  own: AskedMonth[];
  ownTargets: Month[];
  units: UnitAsked[];
  unitTargets: UnitAsked[];
}

function askedBy(assignments: readonly Assignment[], period: Month): Asked {
  const asked: Asked = { own: [], ownTargets: [], units: [], unitTargets: [] };
  for (const { plan, units } of plansInMonth(assignments, period)) {
    for (const one of otherMonthsAsked(plan, period)) {
      const { of, code, filter, countBy } = one.input;
      const level = unitLevels.find((some) => some === of);
      if (level === undefined) asked.own.push(one);
      else if (filter === undefined && countBy === undefined && summedInUnits.includes(code))
        asked.units.push(...ofUnit(units[level], { of: level, code, month: one.month }));
    }
    for (const { of, code, month } of otherTargetsAsked(plan, period)) {
      if (code !== salesMeasure) continue;
      const level = unitLevels.find((some) => some === of);
      if (level !== undefined) asked.unitTargets.push(...ofUnit(units[level], { of: level, code, month }));
      else if (of === "member") asked.ownTargets.push(month);
    }
  }
  return asked;
}

const isNothing = (asked: Asked): boolean =>
  Object.values(asked).every((list: readonly unknown[]) => list.length === 0);

const ofUnit = (unitId: string | null | undefined, asked: Omit<UnitAsked, "unitId">): UnitAsked[] =>
  unitId ? [{ ...asked, unitId }] : [];

/**
 * What other months came to, for plans that look at them: growth, quarters, years. From own facts of those months as they stand today, and
 * from the sums and targets of units and members; a unit that has no sums yet has 0.
 */
export async function readOtherMonths(
  memberId: string,
  assignments: readonly Assignment[],
  period: Month,
): Promise<GivenInput[]> {
  const asked = askedBy(assignments, period);
  if (isNothing(asked)) return [];
  const [own, ownTargets, sums, unitTargets] = await Promise.all([
    ownResults(memberId, asked.own),
    targetsIn(asked.ownTargets.map((month) => ({ unitId: memberId, month }))),
    asked.units.length === 0
      ? new Map<string, Record<string, number>>()
      : sumsOfUnitMonths(asked.units.map(({ unitId, month }) => ({ unitId, period: month }))),
    targetsIn(asked.unitTargets),
  ]);
  const results = asked.units.map(({ of, unitId, code, month }): GivenInput => {
    const value = sums.get(unitMonthIdOf(unitId, month))?.[code] ?? 0;
    const is = code === salesMeasure ? { fen: value } : { decimal: String(value) };
    return { kind: "measure", code, of, unitId, period: month, value: is };
  });
  const targetOf = (unitId: string, month: Month): number | undefined => unitTargets.get(unitMonthIdOf(unitId, month));
  return once([
    ...own,
    ...asked.ownTargets.flatMap((month) =>
      targetGiven({ of: "member", period: month }, ownTargets.get(unitMonthIdOf(memberId, month))),
    ),
    ...results,
    ...asked.unitTargets.flatMap(({ of, unitId, month }) =>
      targetGiven({ of, unitId, period: month }, targetOf(unitId, month)),
    ),
  ]);
}

const targetGiven = (whose: Pick<GivenInput, "of" | "unitId" | "period">, fen: number | undefined): GivenInput[] =>
  fen === undefined ? [] : [{ kind: "target", code: salesMeasure, ...whose, value: { fen } }];

async function ownResults(memberId: string, asked: readonly AskedMonth[]): Promise<GivenInput[]> {
  const months = [...new Set(asked.map(({ month }) => month))].sort();
  const books = await Promise.all(
    months.map(async (period) => ({ memberId, period, ...(await bookFactsOf(memberId, period)) })),
  );
  return books.flatMap((book) =>
    asked.filter(({ month }) => month === book.period).flatMap((one) => givenOfMonth(one, book) ?? []),
  );
}

/** By unit or member and month. */
async function targetsIn(asked: readonly { unitId: string; month: Month }[]): Promise<Map<string, number>> {
  const months = [...new Set(asked.map(({ month }) => month))].sort();
  const found = await Promise.all(
    months.map(async (month) => {
      const ids = new Set(asked.filter((one) => one.month === month).map(({ unitId }) => unitId));
      return [...(await targetsOf([...ids].sort(), salesMeasure, month))].map(
        ([unitId, fen]) => [unitMonthIdOf(unitId, month), fen] as const,
      );
    }),
  );
  return new Map(found.flat());
}

/** Several components ask for the same. In one order, so that the same inputs are stored alike. */
function once(given: readonly GivenInput[]): GivenInput[] {
  const byText = new Map(given.map((one) => [canonicalJson(one), one]));
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? []);
}

/**
 * The months up to the running one in which some plan may look at a month: results of the months before, of the year and of the year before
 * it, and targets of all of a year and of the month before.
 */
export function monthsThatMayAsk(
  month: Month,
  running: Month,
  { plans, of }: { plans: readonly Plan[]; of: "results" | "targets" },
): Month[] {
  const year = Number(month.slice(0, 4));
  const [first, last] = of === "results" ? [nextPeriod(month), `${year + 1}-12`] : [`${year}-01`, `${year + 1}-01`];
  const months: Month[] = [];
  for (let one = first; one <= running && one <= last; one = nextPeriod(one))
    if (one !== month && plans.some((plan) => looksAt(plan, one, month))) months.push(one);
  return months;
}

const looksAt = (plan: Plan, period: Month, month: Month): boolean =>
  plan.validFrom <= daysOf(period).to &&
  [...otherMonthsAsked(plan, period), ...otherTargetsAsked(plan, period), ...layersAsked(plan, period)].some(
    (one) => one.month === month,
  );

/** Whether somebody's plans of a month look at what a unit, or they themselves (null), came to or should have in another. */
export function asksAbout(
  assignments: readonly Assignment[],
  period: Month,
  about: { unitId: string | null; month: Month },
): boolean {
  const { own, ownTargets, units, unitTargets } = askedBy(assignments, period);
  if (about.unitId === null) return own.some(({ month }) => month === about.month) || ownTargets.includes(about.month);
  return [...units, ...unitTargets].some(({ unitId, month }) => unitId === about.unitId && month === about.month);
}

/** The months of a member, up to the running one, that look at what they themselves came to in another. */
export async function ownMonthsAsking(
  memberId: string,
  { month, of }: { month: Month; of: "results" | "targets" },
  { clock }: Pick<Deps, "clock">,
): Promise<{ memberId: string; period: Month }[]> {
  const running = monthOf(businessDayOf(clock.now()));
  // What is booked into the running month is what all but a few bookings are.
  if (of === "results" && month >= running) return [];
  const snapshot = await readOrganisationSnapshot();
  const months = monthsThatMayAsk(month, running, { plans: snapshot.plans, of });
  if (months.length === 0) return [];
  const spans = await unitSpansOf(memberId);
  return months
    .filter((period) => asksAbout(assign(memberId, spans, period, snapshot), period, { unitId: null, month }))
    .map((period) => ({ memberId, period }));
}

import type { BusinessDay } from "../../time";
import { yuanOf } from "../../money";
import type { MissingWhy, Quantity } from "../formula";
import { quotientOf } from "../facts/ratioParts";
import { decimal } from "../numbers/number";
import { isUnitLevel } from "../plan/unitLevels";
import type { Credited, FactFilter, GivenInput, MemberBook, OwnUnits, PlanInput, Subject } from "../types";

/** Which of the given inputs is meant. */
export type Wanted = Pick<
  GivenInput,
  "kind" | "code" | "of" | "period" | "filter" | "countBy" | "credited" | "set" | "level"
>;

/** For whom it is asked: the plan, the units whose results count, and a day of the month. */
export interface GivenPlace {
  planCode: string;
  units: OwnUnits;
  teamId: string | null;
  on: BusinessDay;
}

/**
 * The given input that says what is wanted on that day; null: none does. One that names the plan or the unit says more than one that does
 * not, and a later one more than an earlier.
 */
export function givenFor(wanted: Wanted, place: GivenPlace, { given }: Pick<MemberBook, "given">): GivenInput | null {
  let found: GivenInput | null = null;
  for (const one of given) {
    if (!fits(one, wanted, place)) continue;
    if (found === null || saysMore(one, found)) found = one;
  }
  return found;
}

function fits(one: GivenInput, wanted: Wanted, { planCode, units, teamId, on }: GivenPlace): boolean {
  return (
    one.kind === wanted.kind &&
    one.code === wanted.code &&
    one.of === wanted.of &&
    one.period === wanted.period &&
    one.set === wanted.set &&
    one.countBy === wanted.countBy &&
    isCreditedAs(one.credited, wanted.credited) &&
    (one.level ?? "target") === (wanted.level ?? "target") &&
    (one.planCode === undefined || one.planCode === planCode) &&
    (one.from === undefined || one.from <= on) &&
    isOwnUnit(one, units, teamId) &&
    isSameFilter(one.filter, wanted.filter)
  );
}

function isSameFilter(one: FactFilter = {}, other: FactFilter = {}): boolean {
  const keys = Object.keys({ ...one, ...other }) as (keyof FactFilter)[];
  return keys.every((key) => one[key] === other[key]);
}

const isCreditedAs = (one: Credited | undefined, wanted: Credited | undefined): boolean =>
  one === undefined || (one.role === wanted?.role && one.view === wanted.view);

/** Whether a given value is that of the segment's own unit of its level, or of whichever unit that is. */
function isOwnUnit({ of, unitId }: GivenInput, units: OwnUnits, teamId: string | null): boolean {
  if (unitId === undefined || !isUnitLevel(of)) return true;
  const own = units[of];
  // Assignments of older versions name no units, but the team.
  return own === undefined ? of !== "team" || unitId === teamId : unitId === own;
}

function saysMore(one: GivenInput, other: GivenInput): boolean {
  const [a, b] = [one, other].map(({ planCode, unitId }) => [planCode !== undefined, unitId !== undefined]);
  for (const at of [0, 1]) if (a?.[at] !== b?.[at]) return a?.[at] === true;
  return (one.from ?? "") > (other.from ?? "");
}

const nearestFirst: readonly Subject[] = ["member", "team", "branch", "company"];

/** Whose value of a param holds for a plan: one that the plan itself has is the company's, for that plan alone. */
export function paramFor(
  { code, holder }: Pick<PlanInput & { kind: "param" }, "code" | "holder">,
  place: GivenPlace,
  book: Pick<MemberBook, "given" | "period">,
): GivenInput | null {
  const holders = holder === undefined ? nearestFirst : holder === "plan" ? (["company"] as const) : [holder];
  for (const of of holders) {
    const found = givenFor({ kind: "param", code, of, period: book.period }, place, book);
    if (found !== null && (holder !== "plan" || found.planCode !== undefined)) return found;
  }
  return null;
}

/** The value of what was found; where there is none, why. */
export function givenValue(given: GivenInput | null, name: string, why: MissingWhy = "notGiven"): Quantity {
  if (given === null) return { missing: why, name };
  const { value, ratio } = given;
  if (value === null) return { missing: why === "noTarget" ? why : "noData", name };
  if (ratio !== undefined) return quotientOf(ratio) ?? { missing: "noData", name };
  return "fen" in value ? yuanOf(value.fen) : decimal(value.decimal);
}

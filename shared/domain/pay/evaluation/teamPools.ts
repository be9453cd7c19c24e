import { splitByWeights, sumFen, yuanOf } from "../../money";
import { periodOf } from "../../time";
import { compare, decimal, decimalText, type Exact, isZero, one, sumOf, zero } from "../numbers/number";
import type {
  Assignment,
  GivenValue,
  Plan,
  PoolPart,
  PoolRule,
  Reason,
  StatementException,
  TeamBook,
  TeamMember,
} from "../types";
import { measureNamed } from "../facts/measures";
import { usualMembers } from "../plan/pool";
import type { Draft } from "./draft";
import { priceBook } from "./price";
import { tooLarge } from "./priceAmount";

/** What a team's plan gives in a month, divided among its members. */
export interface TeamDivision {
  /** By member, of whoever was in the team: whoever has no part is told why. */
  parts: ReadonlyMap<string, PoolPart[]>;
  /** Amounts without a value, and those that find nobody who shares in them. */
  exceptions: StatementException[];
}

/**
 * Prices a team's plan and divides what it gives. Each amount is rounded once and then divided in the order of member ids, so that the parts add
 * up to it. Pure as `evaluate`: the order of lists means nothing.
 */
export function divideTeam(assignments: readonly Assignment[], book: TeamBook): TeamDivision {
  const { teamId: memberId, period, state, given, calendar, settled = [] } = book;
  const own = assignments.map((one) => ({ ...one, versions: one.versions.map(asOwnPlan) }));
  const priced = priceBook(own, { memberId, period, state, given, calendar, settled, facts: [] });
  const exceptions = [...priced.exceptions];
  const members = [...book.members].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const parts = new Map<string, PoolPart[]>(members.map((one) => [one.memberId, []]));
  for (const drafts of byComponent(priced.drafts)) {
    const divided = divide(drafts, members, book);
    exceptions.push(...divided.exceptions);
    for (const [id, part] of divided.parts) parts.get(id)?.push(part);
  }
  return { parts, exceptions };
}

const ownPlans = new WeakMap<Plan, Plan>();

/** The plan as one of the team itself: the same object each time, so that it is compiled once. */
function asOwnPlan(plan: Plan): Plan {
  const known = ownPlans.get(plan);
  if (known !== undefined) return known;
  const { subject: _team, ...own } = plan;
  ownPlans.set(plan, own);
  return own;
}

/** The drafts of each component: several where the month was cut. */
function byComponent(drafts: readonly Draft[]): Draft[][] {
  const found = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.segment.plan.code}\n${draft.compiled.component.code}`;
    found.set(key, [...(found.get(key) ?? []), draft]);
  }
  return [...found.values()];
}

interface Share {
  memberId: string;
  weight: Exact;
  /** Why there is none. */
  reason: Reason | null;
}

function divide(
  drafts: readonly Draft[],
  members: readonly TeamMember[],
  { teamId, period: month }: TeamBook,
): { parts: [memberId: string, PoolPart][]; exceptions: StatementException[] } {
  const last = drafts[drafts.length - 1];
  const component = last?.compiled.component;
  if (last === undefined || component?.grain !== "period" || component.pool === undefined)
    return { parts: [], exceptions: [] };
  const { pool, code, name } = component;
  const shares = members.map((member) => shareOf(member, pool));
  const sum = sumFen(drafts.map((draft) => draft.amountFen));
  const isBeyond = pool.give === "each" && !Number.isSafeInteger(sum * shares.length);
  const amountFen = isBeyond ? 0 : sum;
  const reason = isBeyond ? tooLarge().reason : (drafts.find((draft) => draft.amountFen !== 0) ?? last).reason;
  const lacking = shares.find(({ reason: why }) => why?.code === "undefined")?.reason ?? null;
  const weights = shares.map(({ weight }) => (lacking === null ? weight : zero));
  const weightsSum = sumOf(weights);
  const amounts =
    pool.give === "each"
      ? weights.map((weight) => (isZero(weight) ? 0 : amountFen))
      : splitByWeights(amountFen, weights);
  const poolFen = pool.give === "each" ? sumFen(amounts) : amountFen;
  const { plan } = last.segment;
  const parts = shares.map(({ memberId, weight, reason: none }, at): [string, PoolPart] => {
    // Who shares in it is decided when it is given.
    const later = reason.code === "settled.later" ? ofTeam(reason) : null;
    const why = later ?? none ?? lacking ?? (reason.code === "paid" ? null : ofTeam(reason));
    return [
      memberId,
      {
        ...{ planCode: plan.code, planVersion: plan.version, component: code, teamId },
        period: periodOf(`${month}-01`, component.period),
        ...{ poolFen, weight: textOf(lacking === null ? weight : zero), weightsSum: textOf(weightsSum) },
        partFen: amounts[at] ?? 0,
        ...(why && { reason: why }),
      },
    ];
  });
  const exceptions = drafts.flatMap(exceptionOf);
  if (isBeyond) exceptions.push({ lineId: null, code: "tooLarge", params: { component: name } });
  if (lacking !== null)
    exceptions.push({ lineId: null, code: "undefined", params: { component: name, ...lacking.params } });
  else if (isZero(weightsSum) && amountFen !== 0)
    exceptions.push({ lineId: null, code: "pool.undivided", params: { component: name, amountFen } });
  return { parts, exceptions };
}

/** What a member is told of what the team's amount comes to, or has given: it is the whole team's. */
const ofTeam = (reason: Reason): Reason =>
  reason.code.startsWith("settled.") ? { ...reason, params: { ...reason.params, isOfTeam: 1 } } : reason;

function exceptionOf({ undefinedBecause, compiled, reason }: Draft): StatementException[] {
  if (undefinedBecause === null) return [];
  const code = undefinedBecause === "tooLarge" ? "tooLarge" : "undefined";
  return [{ lineId: null, code, params: { component: compiled.component.name, ...reason.params } }];
}

/** By what somebody shares in an amount; results below 0 take nothing from the others. */
function shareOf(member: TeamMember, { by, code = "", weights = {}, members = usualMembers }: PoolRule): Share {
  const { memberId, days, isThereOnLastDay } = member;
  const none = (reason: Reason): Share => ({ memberId, weight: zero, reason });
  if (days < members.daysMin || (members.onLastDay && !isThereOnLastDay)) {
    const params = { days, daysMin: members.daysMin, isThereOnLastDay: isThereOnLastDay || !members.onLastDay ? 1 : 0 };
    return none({ code: "pool.notMember", params });
  }
  const weight =
    by === "equal" ? one : by === "fixed" ? decimal(weights[memberId] ?? "0") : valueOf(member.measures[code]);
  if (weight === null)
    return none({ code: "undefined", params: { name: measureNamed(code)?.name ?? code, why: "notGiven" } });
  return compare(weight, zero) > 0
    ? { memberId, weight, reason: null }
    : none({ code: "pool.noWeight", params: { by } });
}

function valueOf(given: GivenValue | undefined): Exact | null {
  if (given === null || given === undefined) return null;
  return "fen" in given ? yuanOf(given.fen) : decimal(given.decimal);
}

/** Sums of decimals are decimals. */
const textOf = (value: Exact): string => decimalText(value) ?? "0";

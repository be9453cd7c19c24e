import {
  type Assignment,
  canonicalJson,
  type Fact,
  onceComponents,
  onceGiven,
  type PaidOnce,
  paidOnceFor,
  type Statement,
} from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import type { NewEvent } from "../../outbox";
import { askToReprice } from "./events";
import { FactModel, type FactRecord } from "./factModel";
import { StatementModel, type StatementRecord } from "./statementModel";

/**
 * What earlier months of a member have given of what these plans give once. It is read where a plan gives something once for what may come
 * again.
 */
export async function paidOnceBefore(
  memberId: string,
  period: Month,
  assignments: readonly Assignment[],
): Promise<PaidOnce[]> {
  const components = onceComponents(assignments);
  if (components.size === 0) return [];
  const earlier = { $gte: `${memberId}:`, $lt: `${memberId}:${period}` };
  const records = await StatementModel.find({ _id: earlier }, { "statement.lines": 1 })
    .sort({ _id: 1 })
    .lean<Pick<StatementRecord, "statement">[]>();
  // Stored as the engine gave it.
  const given = records.flatMap(({ statement }) => onceGiven((statement as Statement).lines, components));
  const facts = await factsById(given.map(({ factId }) => factId));
  return given.flatMap(({ component, factId }) => {
    const fact = facts.get(factId);
    return (fact && paidOnceFor(component, fact, components)) ?? [];
  });
}

/** In their first revision: whom and what a fact is about does not change. */
async function factsById(ids: readonly string[]): Promise<Map<string, Fact>> {
  if (ids.length === 0) return new Map();
  const records = await FactModel.find({ _id: { $in: [...ids] } }).lean<FactRecord[]>();
  return new Map(records.map(({ _id, fact }) => [_id, fact as Fact])); // stored as the engine takes it
}

/** After every month of the member, and before the next member's. */
const lastOf = (memberId: string): string => `${memberId};`;

/** Asks for the later months of a member to be priced again where a month has given something once, or has not any more. */
export async function followedByOnce(
  { memberId, period, stored, assignments }: FollowedMonth,
  after: Statement,
  cause: string,
): Promise<NewEvent[]> {
  const components = onceComponents(assignments);
  if (components.size === 0) return [];
  const [was, is] = [stored?.lines ?? [], after.lines].map((lines) => onceGiven(lines, components));
  if (canonicalJson(was) === canonicalJson(is)) return [];
  const id = `${memberId}:${period}`;
  const later = await StatementModel.find({ _id: { $gt: id, $lt: lastOf(memberId) } }, { period: 1 }).lean<
    Pick<StatementRecord, "period">[]
  >();
  return later.map((month) =>
    askToReprice(
      { memberId, period: month.period, cause: { kind: "paidOnce", id } },
      { cause, part: `once:${memberId}:${month.period}` },
    ),
  );
}

interface FollowedMonth {
  memberId: string;
  period: Month;
  stored: Statement | null;
  assignments: readonly Assignment[];
}

import type { FactIndex, RefundView } from "../facts/factIndex";
import type { Exact } from "../numbers/number";
import type { PlanSegment } from "../plan/segments";
import type { GivenPlace } from "./given";
import type { MemberBook, PlanInput, Role } from "../types";

/** Where the inputs of one segment get their values: own facts, the book's given inputs, lines already priced. */
export interface InputSource {
  book: MemberBook;
  index: FactIndex;
  segment: PlanSegment;
  /** In which role facts count, and whether refunds are taken off: both are the component's. */
  role: Role;
  view: RefundView;
  /** The plan's inputs by name, for scores. */
  inputs: ReadonlyMap<string, PlanInput>;
  /** Sum of the named components' lines in this segment. */
  linesSum(components: readonly string[]): Exact;
}

export type Named = Pick<PlanInput, "name">;

/** For whom given inputs are asked; what is signed before the month, and days of its first week before it, go by its first day. */
export function placeIn({ segment, book }: Pick<InputSource, "segment" | "book">): GivenPlace {
  const { plan, units, teamId, from } = segment;
  const first = `${book.period}-01`;
  return { planCode: plan.code, units, teamId, on: from < first ? first : from };
}

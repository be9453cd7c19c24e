import type { Fen } from "../../money";
import type { CompiledComponent } from "../plan/compile";
import type { PricingEnvironment } from "./environment";
import type { Priced } from "./priceAmount";
import type { PlanSegment } from "../plan/segments";
import type { Allocation, Fact, PoolPart, Reason, TraceStep } from "../types";

/** A line while it is being made. */
export interface Draft {
  id: string;
  compiled: CompiledComponent;
  segment: PlanSegment;
  fact: Fact | null;
  /** The component's amount on the whole fact or period, after refunds and before credits: what stacking compares. */
  wholeFen: Fen;
  /** The member's amount. */
  amountFen: Fen;
  reason: Reason;
  allocation: Allocation[];
  unallocatedFen: Fen;
  steps: TraceStep[];
  undefinedBecause: Priced["undefinedBecause"];
  /** Of a part of a team's amount. */
  pool?: PoolPart;
  env: PricingEnvironment;
}

/** The line pays nothing: whatever it had is gone, and this is why. */
export function withoutPay(draft: Draft, reason: Reason, step: TraceStep["step"]): void {
  draft.steps.push({ step, fromFen: draft.amountFen, toFen: 0, params: reason.params });
  draft.amountFen = 0;
  draft.wholeFen = 0;
  draft.allocation = [];
  draft.unallocatedFen = 0;
  draft.reason = reason;
}

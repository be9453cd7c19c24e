import { z } from "zod";
import { commandId, id, instant, month, revision } from "./common";
import type { Contract } from "./contract";
import { task } from "./tasks";

const count = z.number().int().min(0);
const fen = z.number().int();

/** What a plan would have cost beside what was paid. */
const beside = { salesFen: fen, beforeFen: fen, afterFen: fen };

const person = z.object({ memberId: id, name: z.string(), ...beside });

const report = z.object({
  /** Nobody has a month yet: of people who are made up. */
  isMadeUp: z.boolean(),
  from: month,
  to: month,
  memberCount: count,
  monthCount: count,
  /** Amounts without value: what is not in the sums. */
  exceptions: count,
  ...beside,
  /** Of what a member gets over all months. */
  medianBeforeFen: fen,
  medianAfterFen: fen,
  winners: count,
  losers: count,
  same: count,
  /** Who gains and who loses most, at most twenty of each; null where the reader does not see other people's pay. */
  people: z.object({ gains: z.array(person), losses: z.array(person) }).nullable(),
  /** By team, for whoever sees other people's pay. */
  teams: z.array(z.object({ name: z.string(), ...beside })),
  components: z.array(z.object({ name: z.string(), beforeFen: fen, afterFen: fen })),
  /** Months that stand right before a jump: selling a hundredth more would have brought more than half of it. */
  nearCliffs: count,
  /** Bands of sales of 1 万 in which teams are paid differently for the same. */
  unequalBands: count,
  fairness: z.array(
    z.object({
      kind: z.enum(["bunching", "splitting", "monthEndPull", "refundsAfterPayday", "zeroFactorCasualties"]),
      /** Months, or contracts, that show it. */
      count,
      /** What was gained or lost by it; null where it has no amount. */
      amountFen: fen.nullable(),
    }),
  ),
  simulatedAt: instant,
});

const planParams = z.strictObject({ planId: id });
const examplePlanId = "demo-flat@1";

export const simulationsContracts = {
  "simulations.begin": {
    summary:
      "Have computed what a version would have cost in the last twelve months of those whom it is for, or of people who are made up where there are none. It goes on by itself; `task` is null where another person's is under way. For HR, finance, and an administrator with the first plan.",
    session: "member",
    beginsTask: true,
    params: planParams,
    body: z.strictObject({ commandId, revision }),
    answer: z.object({ planId: id, task: task.nullable() }),
    example: {
      params: { planId: examplePlanId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d07", revision: 1 },
    },
  },
  "simulations.read": {
    summary:
      "What a version would have cost, or how far that is. Whoever sees other people's pay reads who gains and who loses most; it is noted.",
    session: "member",
    params: planParams,
    answer: z.object({
      state: z.enum(["none", "waiting", "done", "failed"]),
      /** Members. */
      done: count,
      total: count.nullable(),
      askAgainMs: count.nullable(),
      /** Of the rules as they are now; otherwise of those that were there when it was made. */
      isCurrent: z.boolean(),
      /** Whether the reader may have it computed. */
      mayBegin: z.boolean(),
      /** There is one, of so few people that its sums are their pay, which the reader does not see. */
      isWithheld: z.boolean().optional(),
      report: report.nullable(),
    }),
    example: { params: { planId: examplePlanId } },
  },
} satisfies Record<string, Contract>;

import { z } from "zod";
import type { Receipt } from "@shared/domain/pay";
import { reviewDecision } from "./checkIns";
import { businessDay, fen, id, instant, month } from "./common";
import type { Contract } from "./contract";
import { footstep } from "./sales";

/** The four states of money; never added together on a screen. */
export const stateTotals = z.object({ estimatedFen: fen, earnedFen: fen, payableFen: fen, paidFen: fen });

export const lineStatus = z.enum(["estimated", "earned", "payable", "paid", "offset"]);

export const lineView = z.object({
  lineId: id,
  componentCode: z.string(),
  name: z.string(),
  /** 提成, 奖金, 奖励 … */
  kind: z.string(),
  amountFen: fen,
  states: stateTotals,
  /** The state that most of the line is in; screens show it and never derive one. */
  status: lineStatus,
  /** Whole sentence in the reader's language; for a line of 0 it says why. */
  sentence: z.string(),
  saleId: id.nullable(),
  customerName: z.string().nullable(),
  on: businessDay.nullable(),
});

/** An amount that is paid for a visit whose check-in somebody has still to decide on: it is there for now, and goes where that is not accepted. */
export const lineDoubt = z.object({
  lineId: id,
  visitId: id,
  checkInId: id,
  customerName: z.string(),
  on: businessDay,
  /** Undecided by then, the amount stays. */
  decideUntil: instant,
  /** Whom it waits for; none where nobody can. */
  deciderNames: z.array(z.string()),
});

/** An amount that was paid for a visit and is not any more, since its check-in was not accepted. */
export const lostPay = z.object({
  visitId: id,
  checkInId: id,
  customerName: z.string(),
  on: businessDay,
  /** By how much the month would pay more with it. */
  amountFen: fen,
  decision: reviewDecision,
  /** Until then a second person may be asked; null where nobody can be any more. Absent in answers of before. */
  appealUntil: instant.nullable().optional(),
});

/** A piece of the formula: a value that can be tapped, or a sign between values. */
export const formulaPart = z.object({
  text: z.string(),
  /** What the value is, such as 合同, 档位, 团队完成率; null for a sign. */
  label: z.string().nullable(),
  /** One sentence on where it comes from; null for a sign. */
  source: z.string().nullable(),
  /**
   * Where a tap on it leads on: to the one sale that it is of, to all sales of the line, to the team behind it, or to the rule that names
   * it; null where the sentence says everything.
   */
  opens: z.enum(["sale", "sales", "team", "rule"]).nullable(),
  /** Of "sale". */
  saleId: id.nullable(),
});

/** A sale behind a line: what of the line belongs to it, and the visits and check-ins that it stands on. */
export const lineSale = z.object({
  saleId: id,
  customerName: z.string(),
  amountFen: fen,
  signedOn: businessDay,
  confirmedAt: instant.nullable(),
  allocatedFen: fen,
  footsteps: z.array(footstep),
});

/** A visit behind a line: what of the line belongs to it. */
export const lineVisit = footstep.extend({ allocatedFen: fen });

/** An amount that a visit has brought, with what of it is the visit's; 0 where it brings nothing so far, and the sentence says why. */
const visitLine = lineView.extend({ ofVisitFen: fen });

const receipt = z.custom<Receipt>((value) => typeof value === "object" && value !== null);
const periodParams = z.strictObject({ period: month });

export const statementsContracts = {
  "statements.mine": {
    summary: "My month: the four states of money and every line with its sentence.",
    session: "member",
    cost: 2,
    params: periodParams,
    answer: z.object({
      period: month,
      /** open: what is estimated can change until the month is closed. */
      state: z.enum(["open", "closed"]),
      revision: z.number().int(),
      asOf: instant,
      totals: stateTotals,
      /** Whether I am on a plan on any day of the month. Absent in answers kept from before. */
      hasPlan: z.boolean().optional(),
      lines: z.array(lineView),
      /** Of those that are each paid for one visit. Absent in answers of before. */
      doubts: z.array(lineDoubt).optional(),
      /** What was paid for a visit and is not any more. Absent in answers of before. */
      lost: z.array(lostPay).optional(),
      /** Whether I have brought balances along from before the company paid here (openings.mine). Absent in answers of before. */
      hasOpening: z.boolean().optional(),
      /** Of the running month, in which they would count; none of one that is over. */
      pending: z.object({
        count: z.number().int(),
        amountFen: fen,
        /** The last and the first day on which one of them was signed. Absent in answers of before. */
        newestSignedOn: businessDay.nullable().optional(),
        earliestSignedOn: businessDay.nullable().optional(),
      }),
    }),
    example: { params: { period: "2026-03" } },
  },
  "statements.line": {
    summary:
      "One amount with its formula, its sales with their visits and check-ins or the visits that it is paid for, and the receipt to recompute it.",
    session: "member",
    cost: 3,
    params: z.strictObject({ period: month, lineId: id }),
    answer: z.object({
      line: lineView,
      formula: z.array(formulaPart),
      sales: z.array(lineSale),
      /** Of what is paid for visits themselves, the newest first, 50 at most. */
      visits: z.array(lineVisit),
      /** Of the visits that it is paid for. Absent in answers of before. */
      doubts: z.array(lineDoubt).optional(),
      plan: z.object({ code: z.string(), name: z.string(), version: z.number().int(), validFrom: businessDay }),
      /** The line's rule as the plan has it. */
      rule: z.object({ when: z.string().nullable(), amount: z.string() }),
      /** Everything that the phone needs to evaluate the month again with the same code. */
      receipt,
    }),
    example: { params: { period: "2026-03", lineId: "commission" } },
  },
  "statements.ofVisit": {
    summary: "What one of my visits has brought: the amounts of its month that are paid for it, each of which opens.",
    session: "member",
    cost: 2,
    params: z.strictObject({ visitId: id }),
    answer: z.object({ period: month, lines: z.array(visitLine) }),
    example: { params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" } },
  },
  "statements.nextStep": {
    summary: "What the next step of my running month brings: my own, and my team's.",
    session: "member",
    cost: 2,
    params: periodParams,
    answer: z.object({
      /** One more order of so much brings so much more; null where nothing is left to reach. */
      own: z.object({ amountFen: fen, gainFen: fen, reaches: z.enum(["tier", "target"]) }).nullable(),
      /** `edge` as a decimal: the attainment at which a factor of my pay rises. */
      team: z.object({ unitId: id, missingFen: fen, edge: z.string(), gainFen: fen }).nullable(),
      /** Where sales of the month pay nothing so far: why, in a sentence; else null. */
      zero: z.string().nullable(),
    }),
    example: { params: { period: "2026-03" } },
  },
  "statements.receipt": {
    summary: "My month's plans and book, so that the phone can say what a sale would bring.",
    session: "member",
    cost: 3,
    params: periodParams,
    answer: z.object({ receipt }),
    example: { params: { period: "2026-03" } },
  },
} satisfies Record<string, Contract>;

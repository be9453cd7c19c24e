import { z } from "zod";
import { fen, instant, month } from "./common";
import type { Contract } from "./contract";
import { stateTotals } from "./statements";
import { pace, teamMonth } from "./teams";

export const todayContracts = {
  "today.read": {
    summary: "How far I am this month, what it pays, and where my team is.",
    session: "member",
    answer: z.object({
      period: month,
      asOf: instant,
      pace,
      /** Null for people without a plan. */
      mine: z
        .object({
          doneFen: fen,
          targetFen: fen.nullable(),
          totals: stateTotals,
          /** 已得累计 of kind 提成: earned + payable + paid. */
          commissionNowFen: fen,
          /** All of kind 提成 as the month would close now. */
          commissionFen: fen,
          ordersCount: z.number().int(),
          effectiveVisitsCount: z.number().int(),
          /** What sales confirmed today added; null without any. */
          todayGain: z.object({ salesFen: fen, commissionFen: fen }).nullable(),
          pending: z.object({ count: z.number().int(), amountFen: fen }),
        })
        .nullable(),
      team: teamMonth.nullable(),
      /** One for each unit that I lead. */
      leads: z.array(z.object({ team: teamMonth, toDecideCount: z.number().int() })),
    }),
    example: {},
  },
} satisfies Record<string, Contract>;

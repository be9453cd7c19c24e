import { z } from "zod";
import { businessDay, fen, instant, month } from "./common";
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
          /** All of the month as it would close now, and of it 已得累计: earned + payable + paid. The rest is 预估. */
          monthFen: fen,
          nowFen: fen,
          /** 已得累计 of kind 提成: earned + payable + paid. */
          commissionNowFen: fen,
          /** All of kind 提成 as the month would close now. */
          commissionFen: fen,
          /** Of that, what is 预估: the rest is 已得累计. Absent in answers kept from before. */
          commissionEstimatedFen: fen.optional(),
          /** Whether any plan of the month pays 提成; null without a plan. Absent where that is not known. */
          hasCommission: z.boolean().nullable().optional(),
          /** Of the month, what is not of kind 提成: bonuses, rewards, allowances. Absent in answers kept from before. */
          besidesFen: fen.optional(),
          ordersCount: z.number().int(),
          effectiveVisitsCount: z.number().int(),
          /**
           * What sales confirmed today brought, as the messages about them said: to 提成, and to all else, such as a bonus; null without
           * any.
           */
          todayGain: z.object({ salesFen: fen, commissionFen: fen, otherFen: fen }).nullable(),
          /** `newestSignedOn`, `earliestSignedOn`: the last and the first day on which one of them was signed; absent in answers kept from before. */
          pending: z.object({
            count: z.number().int(),
            amountFen: fen,
            newestSignedOn: businessDay.nullable().optional(),
            earliestSignedOn: businessDay.nullable().optional(),
          }),
        })
        .nullable(),
      team: teamMonth.nullable(),
      /** One for each unit that I lead. */
      leads: z.array(z.object({ team: teamMonth })),
    }),
    example: {},
  },
} satisfies Record<string, Contract>;

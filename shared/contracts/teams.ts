import { z } from "zod";
import { fen, id, instant, month } from "./common";
import type { Contract } from "./contract";

export const pace = z.object({ workingDaysGone: z.number().int(), workingDays: z.number().int() });

export const teamMonth = z.object({
  unitId: id,
  name: z.string(),
  period: month,
  doneFen: fen,
  targetFen: fen.nullable(),
  asOf: instant,
  pace,
});

export const teamsContracts = {
  "teams.read": {
    summary: "A unit's month. Its leaders see the members' sales too; members see the unit's figure only. No pay.",
    session: "member",
    params: z.strictObject({ unitId: id, period: month }),
    answer: z.object({
      team: teamMonth,
      /** For the unit's leaders; otherwise null. */
      members: z
        .array(z.object({ memberId: id, name: z.string(), doneFen: fen, targetFen: fen.nullable() }))
        .nullable(),
    }),
    example: { params: { unitId: "u3", period: "2026-03" } },
  },
} satisfies Record<string, Contract>;

import { z } from "zod";
import { businessDay, fen, id, instant, month, visitStanding } from "./common";
import { memberHelps } from "@shared/domain/memberHelp";
import type { Contract } from "./contract";
import { footstep } from "./sales";

export const pace = z.object({
  workingDaysGone: z.number().int(),
  workingDays: z.number().int(),
  /** Absent in answers kept from before. */
  workingDaysLeft: z.number().int().optional(),
});

export const teamMonth = z.object({
  unitId: id,
  name: z.string(),
  period: month,
  doneFen: fen,
  targetFen: fen.nullable(),
  asOf: instant,
  pace,
});

const unitOfLevel = z.object({
  unitId: id,
  name: z.string(),
  /** People or further units below it. */
  kind: z.enum(["company", "branch", "team"]),
  doneFen: fen,
  targetFen: fen.nullable(),
  /** Effective visits. */
  visits: z.number().int(),
});

export const teamsContracts = {
  "teams.level": {
    summary:
      "A unit's month with those directly below it: what they sold, their targets, their effective visits. Without a unit: from where the reader begins. For leaders of it, finance, HR and auditors. No pay.",
    session: "member",
    params: z.strictObject({ period: month }),
    query: z.strictObject({ unitId: id.optional() }),
    answer: z.object({
      team: teamMonth,
      visits: z.number().int(),
      /** From the top to the unit, as far as the reader may see. */
      path: z.array(z.object({ unitId: id, name: z.string() })),
      /** The furthest behind first; a unit without a target last. */
      units: z.array(unitOfLevel),
      /** Of a team; otherwise null. */
      members: z
        .array(z.object({ memberId: id, name: z.string(), doneFen: fen, targetFen: fen.nullable() }))
        .nullable(),
    }),
    example: { params: { period: "2026-03" }, query: {} },
  },
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
  "teams.member": {
    summary:
      "One of a leader's people in a month: result, visits while in the unit, clients by stage, what helps. No pay. The look is noted, and the member sees it.",
    session: "member",
    params: z.strictObject({ unitId: id, memberId: id, period: month }),
    answer: z.object({
      member: z.object({ memberId: id, name: z.string() }),
      period: month,
      doneFen: fen,
      targetFen: fen.nullable(),
      pace,
      effectiveVisits: z.number().int(),
      /** The newest of the month, at most 20. */
      visits: z.array(
        footstep.extend({
          /** Absent in answers kept from before. */
          customerId: id.optional(),
          customerName: z.string(),
          effective: z.boolean(),
          /** Absent in answers kept from before. */
          standing: visitStanding.optional(),
          nextStep: z.string().nullable(),
        }),
      ),
      /** What the result consists of: each sale with what of it counts for the member here, refunds deducted; the newest first. */
      sales: z
        .array(
          z.object({
            saleId: id,
            customerName: z.string(),
            signedOn: businessDay,
            creditFen: fen,
            /** Whether the reader may open it: one that another team has recorded need not be. */
            mayOpen: z.boolean(),
          }),
        )
        .optional(),
      stages: z.array(z.object({ stage: z.string(), count: z.number().int() })),
      /** False: there are more clients than were counted. */
      areStagesWhole: z.boolean(),
      /** The most pressing first. */
      helps: z.array(
        z.object({
          code: z.enum(memberHelps),
          count: z.number().int(),
          /** Of clients, the first few that it is about. */
          customerNames: z.array(z.string()).optional(),
        }),
      ),
    }),
    example: { params: { unitId: "u3", memberId: "xiaoli", period: "2026-03" } },
  },
} satisfies Record<string, Contract>;

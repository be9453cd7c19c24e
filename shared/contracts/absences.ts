import { z } from "zod";
import { businessDay, commandId, id, revision } from "./common";
import type { Contract } from "./contract";

/** First and last day, and who decides meanwhile; null: the next leader, or finance. */
const absence = z.object({ from: businessDay, to: businessDay, deputyId: id.nullable() });

export const absencesContracts = {
  "absences.read": {
    summary: "When I am away and who decides in my place, whom I may name, and in whose place I decide.",
    session: "member",
    answer: z.object({
      /** Null where nothing is noted, or it is over. */
      absence: absence.nullable(),
      revision,
      /** Everybody else who leads a unit; empty for people who lead none. */
      deputies: z.array(z.object({ memberId: id, name: z.string(), unitNames: z.array(z.string()) })),
      /** Whether I am asked, by my role, where no leader can decide; for that nobody stands in. */
      isOfficer: z.boolean(),
      standsInFor: z.array(z.object({ name: z.string(), from: businessDay, to: businessDay })),
    }),
    example: {},
  },
  "absences.set": {
    summary: "Note when I am away and who decides in my place; null takes it back.",
    session: "member",
    body: z.strictObject({
      commandId,
      revision,
      absence: z.strictObject({ from: businessDay, to: businessDay, deputyId: id.nullable() }).nullable(),
    }),
    answer: z.object({ absence: absence.nullable(), revision }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a31",
        revision: 0,
        absence: { from: "2026-03-30", to: "2026-04-02", deputyId: "zhaojing" },
      },
    },
  },
} satisfies Record<string, Contract>;

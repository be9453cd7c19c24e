import { z } from "zod";
import { sameBy } from "@shared/domain/customerSame";
import { businessDay, commandId, id, revision } from "./common";
import type { Contract } from "./contract";

const grade = z.enum(["A", "B", "C"]);
/** Two ids, one behind the other. */
const pairId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,256}$/);

export const duplicateSideView = z.object({
  customerId: id,
  name: z.string(),
  shortName: z.string(),
  grade,
  /** Of its first site. */
  address: z.string().nullable(),
  ownerNames: z.array(z.string()),
});

export const duplicatesContracts = {
  "duplicates.list": {
    summary:
      "Pairs of clients that may be one, as the night's run has found them by name, credit code, phone and place, 20 a page: for leaders of all owners of both, and administrators.",
    session: "member",
    query: z.strictObject({
      cursor: pairId.optional(),
      /** Those of which somebody has said that they are two. */
      told: z.literal("different").optional(),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          pairId,
          sides: z.array(duplicateSideView).length(2),
          sameBy: z.array(z.enum(sameBy)),
          /** Who has said that they are two, and when; null while nobody has. */
          decided: z.object({ byName: z.string(), on: businessDay }).nullable(),
          revision,
        }),
      ),
      nextCursor: pairId.nullable(),
    }),
    example: { query: {} },
  },
  "duplicates.decide": {
    summary: "Say that two clients are two, which is remembered, or take that back.",
    session: "member",
    params: z.strictObject({ pairId }),
    body: z.strictObject({ commandId, revision, isDifferent: z.boolean() }),
    answer: z.object({ pairId, revision }),
    example: {
      params: { pairId: "c-haiyue~c-yuelian" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d01", revision: 1, isDifferent: true },
    },
  },
} satisfies Record<string, Contract>;

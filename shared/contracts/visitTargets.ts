import { z } from "zod";
import { visitsPerWeekMax } from "@shared/domain/visitTarget";
import { businessDay, commandId, id, revision } from "./common";
import type { Contract } from "./contract";

const perWeek = z.number().int().min(1).max(visitsPerWeekMax).nullable();
const ofUnit = z.strictObject({ unitId: id });

const standing = z.object({
  /** Of each rep in the unit, as it is this week; null: nothing is expected. */
  now: perWeek,
  /** What comes later. */
  next: z.object({ from: businessDay, perWeek }).nullable(),
  /** The unit above of which it was said, where nothing was said of this one: it goes for it as well. */
  ofUnitName: z.string().nullable(),
  /** The first Monday from which the reader may set it; null: not the reader's to set. */
  settableFrom: businessDay.nullable(),
  revision,
});

export const visitTargetsContracts = {
  "visitTargets.read": {
    summary:
      "How many effective visits a week are expected of each rep of a unit: for those who lead it, HR and auditors.",
    session: "member",
    params: ofUnit,
    answer: standing,
    example: { params: { unitId: "u3" } },
  },
  "visitTargets.set": {
    summary:
      "Say how many effective visits a week are expected of each rep of a unit, from a Monday on: by HR from this week, by leaders from the next. Where pay goes by it, it follows.",
    session: "member",
    params: ofUnit,
    body: z.strictObject({ commandId, revision, from: businessDay, perWeek }),
    answer: z.object({ target: standing }),
    example: {
      params: { unitId: "u3" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e11", revision: 0, from: "2026-03-30", perWeek: 10 },
    },
  },
} satisfies Record<string, Contract>;

import { z } from "zod";
import { businessDay, commandId, instant, month, revision } from "./common";
import type { Contract } from "./contract";

const params = z.strictObject({ year: z.string().regex(/^20\d{2}$/) });

/** A day off from Monday to Friday, or a weekend day that is worked. */
const specialDay = z.strictObject({ on: businessDay, kind: z.enum(["off", "work"]) });
const days = z.array(specialDay).max(200);

/** What becomes other by it. */
const effects = z.object({
  days: z.array(businessDay),
  /** How long months are, in working days. */
  workingDays: z.array(z.object({ month, before: z.number().int(), after: z.number().int() })),
  /** An open month keeps the cut-off that was said as long as its day is worked, and moves it later where it is not. */
  cutOffs: z.array(z.object({ month, before: instant, after: instant })),
});

export const calendarContracts = {
  "calendar.read": {
    summary: "A year's days off and worked weekends as this company has them. For HR, administrators and auditors.",
    session: "member",
    params,
    answer: z.object({
      year: z.string(),
      /**
       * company: written here; announced: as for China; part: some were written here, none: none; of these two nobody knows the others
       * yet, and Monday to Friday are taken as worked.
       */
      source: z.enum(["company", "announced", "part", "none"]),
      /** False: that its days are all there is for somebody to say. */
      isAnnounced: z.boolean(),
      days: z.array(specialDay),
      /** The first day that may be changed: before it months are cut off. */
      editableFrom: businessDay,
      /** Who has written it last; null: nobody. */
      changed: z.object({ byName: z.string(), at: instant }).nullable(),
      revision,
      can: z.object({ set: z.boolean() }),
    }),
    example: { params: { year: "2026" } },
  },
  "calendar.preview": {
    summary: "What would become other by such days, before they are written. For HR and administrators.",
    session: "member",
    params,
    body: z.strictObject({ days }),
    answer: z.object({ effects }),
    example: { params: { year: "2026" }, body: { days: [{ on: "2026-05-01", kind: "off" }] } },
  },
  "calendar.set": {
    summary:
      "Write a year's days off and worked weekends, all of them. Days of months that are cut off stay as they are. For HR and administrators.",
    session: "member",
    params,
    body: z.strictObject({
      commandId,
      /** 0: nobody has written this year yet. */
      revision,
      days,
      /** That these are all days of the year. Without it a year that was not announced stays to be asked for. */
      isWhole: z.boolean().optional(),
    }),
    answer: z.object({ revision, effects }),
    example: {
      params: { year: "2026" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e01",
        revision: 0,
        days: [
          { on: "2026-10-01", kind: "off" },
          { on: "2026-10-10", kind: "work" },
        ],
      },
    },
  },
} satisfies Record<string, Contract>;

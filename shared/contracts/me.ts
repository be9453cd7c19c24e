import { z } from "zod";
import { roles } from "@shared/domain/actor";
import { rights } from "@shared/domain/rights";
import { commandId, fen, id, instant, language, month, businessDay, revision } from "./common";
import type { Contract } from "./contract";

export const role = z.enum(roles);

/** Whether the group may hear the name with a win. */
export const publicPraise = z.enum(["yes", "ask", "no"]);

const unit = z.object({ unitId: id, name: z.string() });

export const meContracts = {
  "me.read": {
    summary: "Who I am here, what I may do, and what time the server has.",
    session: "member",
    answer: z.object({
      member: z.object({
        memberId: id,
        name: z.string(),
        roles: z.array(role),
        language,
        publicPraise,
        /** False: they have not been asked, or not answered. Absent in answers kept from before. */
        hasChosenPraise: z.boolean().optional(),
        /** Whether a message tells me of each look at my positions, visits and results. Absent in answers kept from before. */
        lookMessages: z.boolean().optional(),
        revision,
      }),
      /** `saleLimitFen`: a sale above it is asked about, above ten times of it refused. */
      company: z.object({ name: z.string(), saleLimitFen: fen }),
      /** My primary team today; null for people outside the sales teams. Here as below nobody is sent to themselves. */
      team: unit.extend({ leaderNames: z.array(z.string()) }).nullable(),
      /** Units that I lead. */
      leads: z.array(unit),
      /** Numbers are what people read of a text. Absent in answers kept from before. */
      consent: z.object({
        acceptedVersion: z.string().nullable(),
        acceptedNumber: z.number().int().nullable().optional(),
        currentVersion: z.string(),
        currentNumber: z.number().int().nullable().optional(),
      }),
      /** Who is responsible for people's data, how to reach them, and how long what is kept: what a consent is asked for with. */
      privacy: z.object({
        responsible: z.string(),
        contact: z.string().nullable(),
        positionKeptDays: z.number().int(),
        /** Absent in answers kept from before. */
        photoKeptDays: z.number().int().optional(),
        reportKeptDays: z.number().int().optional(),
        messageKeptDays: z.number().int().optional(),
      }),
      /** Whom to ask when something is missing. */
      administratorNames: z.array(z.string()),
      /** Who publishes plans and the targets of a month that has begun; administrators where the company has no HR yet. */
      hrNames: z.array(z.string()),
      /** What I may open or do by my office, as far as screens ask before they offer it. Absent in answers kept from before. */
      can: z.array(z.enum(rights)).optional(),
      /** Who closes a month, and until when this month and the two before take what is recorded. Absent in answers kept from before. */
      closing: z
        .object({
          byNames: z.array(z.string()),
          months: z.array(z.object({ period: month, state: z.enum(["open", "closed"]), cutOffAt: instant })),
        })
        .optional(),
      demo: z.boolean(),
      serverNow: instant,
      today: businessDay,
      period: month,
    }),
    example: {},
  },
  "me.setLanguage": {
    summary: "Choose the language of screens and messages.",
    session: "member",
    body: z.strictObject({ commandId, revision, language }),
    answer: z.object({ language, revision }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a01", revision: 1, language: "en" } },
  },
  "me.setPublicPraise": {
    summary: "Choose whether my group may hear my name with a win: yes, ask me first, no.",
    session: "member",
    body: z.strictObject({ commandId, revision, publicPraise }),
    answer: z.object({ publicPraise, revision }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a11", revision: 1, publicPraise: "ask" } },
  },
  "me.setLookMessages": {
    summary: "Choose whether a message tells me each time that somebody looks at my positions, visits or results.",
    session: "member",
    body: z.strictObject({ commandId, revision, lookMessages: z.boolean() }),
    answer: z.object({ lookMessages: z.boolean(), revision }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a13", revision: 1, lookMessages: true } },
  },
  "me.consent": {
    summary: "Accept the present text about positions. A check-in needs it.",
    session: "member",
    body: z.strictObject({ commandId, version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    answer: z.object({ acceptedVersion: z.string(), acceptedAt: instant }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a02", version: "2026-11-30" } },
  },
} satisfies Record<string, Contract>;

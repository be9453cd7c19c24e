import { z } from "zod";
import { wecomFaults } from "@shared/domain/wecomAccess";
import type { Contract } from "./contract";
import { businessDay, commandId, id, instant, month, revision } from "./common";
import { planState } from "./plans";

const wecomState = z.object({
  /** `unwatched`: nobody has asked WeCom for a quarter of an hour, since no worker runs. */
  wecom: z.enum(["answers", "failing", "asking", "unwatched"]),
  /** Why it failed last; null while it answers. */
  fault: z.enum(wecomFaults).nullable(),
  /** WeCom's own number for it; null where no answer of its arrived. */
  errcode: z.number().int().nullable(),
  /** This server's address as WeCom sees it, which its administrator trusts; null where WeCom has not said. */
  address: z.string().nullable(),
  /** When it was known last how WeCom is. */
  checkedAt: instant.nullable(),
  /** Since when it has been failing. */
  since: instant.nullable(),
  /** Null: nobody is known yet. */
  directoryReadAt: instant.nullable(),
});

/** What a company does before its people are paid, in this order. */
export const setupStep = z.enum([
  "directory",
  "roles",
  "units",
  "firstDay",
  "openings",
  "plan",
  "targets",
  "calendar",
  "robots",
  "customers",
]);

const names = z.array(z.string());

export const setupContracts = {
  "setup.ready": {
    summary: "How this installation stands with the company's WeCom: what keeps people from coming in.",
    session: "none",
    answer: wecomState.extend({
      /** False: nobody is known yet, and so nobody comes in. */
      knowsPeople: z.boolean(),
    }),
    example: {},
  },
  "setup.read": {
    summary:
      "How far the company is with its set-up: each step's state is what is so now, with who can do it. For administrators and HR, who see what they can do or wait for.",
    session: "member",
    answer: z.object({
      steps: z.array(
        z.object({
          step: setupStep,
          /** `waiting`: it is with somebody else now. */
          state: z.enum(["done", "open", "waiting"]),
          /** The company can do without it, with what the phone says of that. */
          optional: z.boolean(),
          mayI: z.boolean(),
          /** Who else can do it; never the reader. */
          byNames: names,
        }),
      ),
      directory: wecomState.extend({
        peopleCount: z.number().int(),
        teamsCount: z.number().int(),
        /** False: WeCom tells nobody's number, as it does to no app made after June 2022. */
        phonesTold: z.boolean(),
      }),
      roles: z.object({ admin: names, hr: names, finance: names }),
      units: z.object({
        teams: z.array(z.object({ unitId: id, name: z.string(), leaderNames: names, sellersCount: z.number().int() })),
      }),
      plan: z.object({
        /** Versions in force or to come. */
        publishedNames: names,
        /** Who sells and is on no plan, once the company has one. */
        withoutPlanCount: z.number().int(),
        /** The version that is written or in review; of several the first by name. */
        version: z
          .object({
            planId: id,
            code: id,
            version: z.number().int(),
            name: z.string(),
            state: planState,
            revision,
            authorNames: names,
            isMine: z.boolean(),
            mayPublish: z.boolean(),
            publisherNames: names,
            /** Why it was sent back; null where it was not. */
            reason: z.string().nullable(),
          })
          .nullable(),
        /** Where a plan for everybody begins: the company. */
        companyUnitId: id.nullable(),
      }),
      targets: z.object({ period: month, withCount: z.number().int(), teamsCount: z.number().int() }),
      openings: z.object({
        /** Of how many members balances are in the accounts. */
        membersCount: z.number().int(),
        /** A table waits for a second person, or is put into the accounts. */
        isOpen: z.boolean(),
        /** Who has said that there is nothing to bring along. */
        none: z.object({ byName: z.string(), at: instant }).nullable(),
        revision,
      }),
      calendar: z.object({
        /** The year whose days nobody has said yet to be all there; null: they are known. */
        unknownYear: z.object({ year: z.string(), writtenCount: z.number().int() }).nullable(),
      }),
      robots: z.array(z.object({ unitId: id, name: z.string(), hasRobot: z.boolean() })),
      customers: z.object({ count: z.number().int(), /** False: there are more. */ isWhole: z.boolean() }),
      today: businessDay,
    }),
    example: {},
  },
  "setup.testRobot": {
    summary:
      "Send a line to a team's group by its robot, so that whoever sets it up sees it there. Repeating it sends nothing again.",
    session: "member",
    cost: 20,
    params: z.strictObject({ unitId: id }),
    body: z.strictObject({ commandId }),
    answer: z.object({
      unitId: id,
      /** False: no robot is set for it, or WeCom has refused. */
      sent: z.boolean(),
      /** Why WeCom has refused, by its own number. */
      errcode: z.number().int().nullable(),
    }),
    example: { params: { unitId: "u3" }, body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9d41" } },
  },
} satisfies Record<string, Contract>;

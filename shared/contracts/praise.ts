import { z } from "zod";
import { commandId, id, instant } from "./common";
import type { Contract } from "./contract";
import { publicPraise } from "./me";

/** In the team's group, to the rep alone, or asking the rep first whether the group may hear it. */
export const praiseWay = z.enum(["group", "private", "ask"]);

/** Who has said it and whether it has gone out; null where nobody has. */
const said = z
  .object({
    byName: z.string(),
    at: instant,
    /** waiting: outside quiet hours it is a matter of seconds. unsure: nobody knows whether it arrived, or WeCom refused it. */
    state: z.enum(["waiting", "sent", "unsure"]),
  })
  .nullable();

export const praiseView = z.object({
  repName: z.string(),
  /** What the rep has said about being named in the group. */
  publicPraise,
  /** The group that would hear it, word for word; null where the team has no robot. */
  group: z.object({ unitName: z.string(), text: z.string() }).nullable(),
  said: z.object({ group: said, private: said, ask: said }),
});

/** What the group would hear, word for word. */
const question = z.object({ byName: z.string(), text: z.string() }).nullable();

const saleParams = z.strictObject({ saleId: id });
const saleId = "9f0e3a7e-58f1-4d2c-8a53-6a3c1b1f7e10";

export const praiseContracts = {
  "praise.read": {
    summary: "Whether and how a confirmed sale of my team has been praised.",
    session: "member",
    params: saleParams,
    answer: praiseView,
    example: { params: { saleId } },
  },
  "praise.give": {
    summary: "Praise a confirmed sale of my team, in its group or in private; each is said once.",
    session: "member",
    params: saleParams,
    /** `publicPraise`: what the rep had said, as the leader has seen it. */
    body: z.strictObject({ commandId, way: praiseWay, publicPraise }),
    answer: praiseView,
    example: {
      params: { saleId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a12", way: "group", publicPraise: "yes" },
    },
  },
  "praise.question": {
    summary: "Whether a leader asks me if the group may hear of my sale; null where nobody does, or I have answered.",
    session: "member",
    params: saleParams,
    answer: z.object({ question }),
    example: { params: { saleId } },
  },
  "praise.answer": {
    summary: "Answer it: the group hears it, or the leader thanks me in private. Once.",
    session: "member",
    params: saleParams,
    body: z.strictObject({ commandId, agrees: z.boolean() }),
    answer: z.object({ question }),
    example: {
      params: { saleId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a13", agrees: true },
    },
  },
} satisfies Record<string, Contract>;

import { z } from "zod";
import { commandId, id, instant } from "./common";
import type { Contract } from "./contract";
import { publicPraise } from "./me";

/** In the team's group, or to the rep alone. */
export const praiseWay = z.enum(["group", "private"]);

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
  said: z.object({ group: said, private: said }),
});

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
} satisfies Record<string, Contract>;

import { z } from "zod";
import { wecomFaults } from "@shared/domain/wecomAccess";
import type { Contract } from "./contract";
import { instant } from "./common";

export const setupContracts = {
  "setup.ready": {
    summary: "How this installation stands with the company's WeCom: what keeps people from coming in.",
    session: "none",
    answer: z.object({
      /** `unwatched`: nobody has asked WeCom for a quarter of an hour, since no worker runs. */
      wecom: z.enum(["answers", "failing", "unwatched"]),
      /** Why it failed last; null while it answers. */
      fault: z.enum(wecomFaults).nullable(),
      /** WeCom's own number for it; null where no answer of its arrived. */
      errcode: z.number().int().nullable(),
      /** Since when it has been failing. */
      since: instant.nullable(),
      /** Null: nobody is known yet. */
      directoryReadAt: instant.nullable(),
    }),
    example: {},
  },
} satisfies Record<string, Contract>;

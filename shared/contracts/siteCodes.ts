import { z } from "zod";
import { commandId, id, instant, revision } from "./common";
import type { Contract } from "./contract";

const siteParams = z.strictObject({ customerId: id, siteId: id });
const example = { params: { customerId: "c-haiyue", siteId: "s1" } };

export const siteCodesContracts = {
  "siteCodes.read": {
    summary: "Whether a place of a client has a code, and who made it when. For those who read the client.",
    session: "member",
    params: siteParams,
    answer: z.object({
      customerName: z.string(),
      siteName: z.string(),
      /** The one that counts now; null while there is none. */
      code: z
        .object({
          madeAt: instant,
          byName: z.string(),
          /** Until when its sheet can be had; null where that is over, or not for me. */
          sheetUntil: instant.nullable(),
        })
        .nullable(),
      /** Whether I may make one, or another in its place. */
      mayRenew: z.boolean(),
      /** Of the client: `siteCodes.renew` names it. */
      revision,
    }),
    example,
  },
  "siteCodes.renew": {
    summary:
      "Make the code of a place, or another in its place: from then on the one before counts no more. For leaders of the client's owners and administrators, and not for an own client.",
    session: "member",
    // The sheet is drawn.
    cost: 60,
    params: siteParams,
    body: z.strictObject({ commandId, revision }),
    answer: z.object({ customerId: id, revision }),
    example: { ...example, body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c21", revision: 1 } },
  },
  "siteCodes.sheet": {
    summary:
      "Where the sheet with a place's code can be had for five minutes, a PDF to be printed. It is kept for seven days after it was made. For those who may make one; each time is noted.",
    session: "member",
    params: siteParams,
    answer: z.object({ url: z.string() }),
    example,
  },
} satisfies Record<string, Contract>;

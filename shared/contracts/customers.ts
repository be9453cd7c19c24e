import { z } from "zod";
import { businessDay, cursor, id } from "./common";
import type { Contract } from "./contract";

export const siteView = z.object({
  siteId: id,
  name: z.string(),
  address: z.string(),
  /** GCJ-02 degrees; null while the site has no pin. */
  latDeg: z.number().nullable(),
  lngDeg: z.number().nullable(),
  radiusM: z.number(),
});

export const customerView = z.object({
  customerId: id,
  name: z.string(),
  shortName: z.string(),
  grade: z.enum(["A", "B", "C"]),
  stage: z.string(),
  sites: z.array(siteView),
  /** My newest recorded visit of this or the last month; null where there is none in them. */
  lastVisitOn: businessDay.nullable(),
});

export const customersContracts = {
  "customers.mine": {
    summary: "My customers with their sites, by id, up to 200 a page: the phone's own copy for finding the nearest.",
    session: "member",
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({ items: z.array(customerView), nextCursor: cursor.nullable() }),
    example: { query: {} },
  },
} satisfies Record<string, Contract>;

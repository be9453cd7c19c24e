import { z } from "zod";
import { businessDay, fen, id, searched } from "./common";
import type { Contract } from "./contract";
import { foundCustomerView } from "./customerViews";
import { planView } from "./plans";
import { saleState } from "./sales";

/** The first of a kind. `hasMore`: whoever types on finds the others. */
const some = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), hasMore: z.boolean() });

export const searchContracts = {
  "search.find": {
    summary:
      "What I may read that these words find, some of each kind: customers by name, pinyin initials, address, number or the last four digits of a phone; people of units that I lead, or all for HR, administrators and auditors, by name, initials, employee number or the end of their phone; sales by the beginning of their contract's number; versions of plans by name or code, for those who see all plans.",
    session: "member",
    query: z.strictObject({ words: searched }),
    answer: z.object({
      customers: some(foundCustomerView),
      /** `unitId`: where their results count; null: nowhere. */
      people: some(
        z.object({ memberId: id, name: z.string(), unitId: id.nullable(), unitName: z.string().nullable() }),
      ),
      plans: some(planView.pick({ planId: true, name: true, version: true, state: true })),
      sales: some(
        z.object({
          saleId: id,
          customerName: z.string(),
          contractNo: z.string().nullable(),
          amountFen: fen,
          signedOn: businessDay,
          repName: z.string(),
          state: saleState,
        }),
      ),
    }),
    example: { query: { words: "hyjx" } },
  },
} satisfies Record<string, Contract>;

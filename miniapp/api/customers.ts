import type { AnswerOf, CustomerView } from "@shared/contracts";
import { call } from "./http";

/** All my customers, page after page: the phone finds the nearest among them itself. */
export async function readMyCustomers(): Promise<CustomerView[]> {
  const items: CustomerView[] = [];
  let cursor: string | null = null;
  do {
    const page: AnswerOf<"customers.mine"> = await call("customers.mine", { query: cursor === null ? {} : { cursor } });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

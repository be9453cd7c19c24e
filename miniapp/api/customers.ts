import type { AnswerOf, BodyOf, CustomerView } from "@shared/contracts";
import { customersAsked } from "./answerShapes/customers";
import { caller } from "./http";

const call = caller(customersAsked);

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

export const readCustomer = (customerId: string) => call("customers.read", { params: { customerId } });
export const addContact = (customerId: string, body: BodyOf<"customers.addContact">) =>
  call("customers.addContact", { params: { customerId }, body });
export const findSimilar = (body: BodyOf<"customers.similar">) => call("customers.similar", { body });

import type { AnswerOf, BodyOf, CustomerView, QueryOf } from "@shared/contracts";
import { customersShapes } from "./answerShapes/customers";
import { sitesShapes } from "./answerShapes/sites";
import { caller } from "./http";

const call = caller({ ...customersShapes, ...sitesShapes });

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

export const findCustomers = (query: QueryOf<"customers.find">) => call("customers.find", { query });
export const listCustomers = (query: QueryOf<"customers.list">) => call("customers.list", { query });
export const readCustomer = (customerId: string) => call("customers.read", { params: { customerId } });
export const editCustomer = (customerId: string, body: BodyOf<"customers.edit">) =>
  call("customers.edit", { params: { customerId }, body });
export const assignCustomer = (customerId: string, body: BodyOf<"customers.assign">) =>
  call("customers.assign", { params: { customerId }, body });
export const addContact = (customerId: string, body: BodyOf<"customers.addContact">) =>
  call("customers.addContact", { params: { customerId }, body });
export const editSite = (params: { customerId: string; siteId: string }, body: BodyOf<"sites.edit">) =>
  call("sites.edit", { params, body });
export const findSimilar = (body: BodyOf<"customers.similar">) => call("customers.similar", { body });
export const readTimeline = (customerId: string, cursor: string | null) =>
  call("customers.timeline", { params: { customerId }, query: cursor === null ? {} : { cursor } });
export const readMergePreview = (customerId: string, otherId: string) =>
  call("customers.mergePreview", { params: { customerId, otherId } });
export const mergeCustomers = (customerId: string, body: BodyOf<"customers.merge">) =>
  call("customers.merge", { params: { customerId }, body });
export const undoMerge = (customerId: string, body: BodyOf<"customers.undoMerge">) =>
  call("customers.undoMerge", { params: { customerId }, body });

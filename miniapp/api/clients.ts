import type { BodyOf, QueryOf } from "@shared/contracts";
import { clientErrors } from "@/texts/lateErrors/client";
import { clientsAsked } from "./answerShapes/clients";
import { caller } from "./http";

const call = caller(clientsAsked, clientErrors);

export const findCustomers = (query: QueryOf<"customers.find">) => call("customers.find", { query });
export const listCustomers = (query: QueryOf<"customers.list">) => call("customers.list", { query });
export const editCustomer = (customerId: string, body: BodyOf<"customers.edit">) =>
  call("customers.edit", { params: { customerId }, body });
export const assignCustomer = (customerId: string, body: BodyOf<"customers.assign">) =>
  call("customers.assign", { params: { customerId }, body });
export const editSite = (params: { customerId: string; siteId: string }, body: BodyOf<"sites.edit">) =>
  call("sites.edit", { params, body });
export const readTimeline = (customerId: string, cursor: string | null) =>
  call("customers.timeline", { params: { customerId }, query: cursor === null ? {} : { cursor } });
export const readMergePreview = (customerId: string, otherId: string) =>
  call("customers.mergePreview", { params: { customerId, otherId } });
export const mergeCustomers = (customerId: string, body: BodyOf<"customers.merge">) =>
  call("customers.merge", { params: { customerId }, body });
export const undoMerge = (customerId: string, body: BodyOf<"customers.undoMerge">) =>
  call("customers.undoMerge", { params: { customerId }, body });

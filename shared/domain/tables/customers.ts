import type { Cell } from "./cell";
import { held, isHeld, read, type Reading } from "./reading";
import { comparedName, readLine } from "./texts";

/** What a table can name a client by. */
export interface KnownCustomer {
  code: string;
  name: string;
}

/** How a company's clients are found by what tables say of them. */
export interface CustomerFinder<C extends KnownCustomer> {
  byCode(code: string): C | undefined;
  byName(name: string): C | undefined;
}

export function customerFinder<C extends KnownCustomer>(customers: readonly C[]): CustomerFinder<C> {
  const codes = new Map(customers.map((customer) => [customer.code, customer]));
  const names = new Map(customers.map((customer) => [comparedName(customer.name), customer]));
  return { byCode: (code) => codes.get(code), byName: (name) => names.get(comparedName(name)) };
}

/** Which client is meant, by its code or its name; null where the cell says nothing. */
export function readCustomer<C extends KnownCustomer>(
  finder: CustomerFinder<C>,
  cell: Cell | undefined,
): Reading<C | null> {
  const text = readLine(cell, 200);
  if (isHeld(text)) return text;
  if (text.value === null) return read(null);
  const customer = finder.byCode(text.value) ?? finder.byName(text.value);
  return customer ? read(customer, ...text.notices) : held("customer_unknown");
}

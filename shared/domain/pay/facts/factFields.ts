import type { FactKind, Unit } from "../types";

export interface FactField {
  name: string;
  /** Also accepted in formulas, in which a name is one word. */
  alias: string;
  /** As people read it in English. */
  nameEn: string;
  unit: Unit;
  field: "amount" | "margin" | "quantity" | "ageDays" | "minutes";
}

const amount: FactField = { name: "金额", alias: "amount", nameEn: "amount", unit: "money", field: "amount" };
const age: FactField = { name: "账龄天数", alias: "ageDays", nameEn: "age in days", unit: "days", field: "ageDays" };

/** What a formula of an event component may read from its fact. Amounts are those after refunds, unless the refund rule says otherwise. */
const fields: Partial<Record<FactKind, FactField[]>> = {
  sale: [
    amount,
    { name: "毛利", alias: "margin", nameEn: "margin", unit: "money", field: "margin" },
    { name: "数量", alias: "quantity", nameEn: "quantity", unit: "count", field: "quantity" },
  ],
  newCustomer: [
    { name: "首单金额", alias: "firstOrderAmount", nameEn: "first order amount", unit: "money", field: "amount" },
  ],
  creditNote: [amount],
  cashRefund: [amount],
  invoice: [amount],
  acceptance: [amount],
  collection: [amount, age],
  visit: [{ name: "停留分钟", alias: "minutes", nameEn: "minutes there", unit: "count", field: "minutes" }],
};

export const fieldsOf = (kind: FactKind): FactField[] => fields[kind] ?? [];

/** The field that a name means, by its name or its alias. */
export const fieldNamed = (kind: FactKind, name: string): FactField | null =>
  fieldsOf(kind).find((field) => field.name === name || field.alias === name) ?? null;

import type { FactKind, Unit } from "./types";

export interface FactField {
  name: string;
  /** Also accepted in formulas. */
  nameEn: string;
  unit: Unit;
  field: "amount" | "margin" | "quantity" | "ageDays" | "minutes";
}

const amount: FactField = { name: "金额", nameEn: "amount", unit: "money", field: "amount" };
const age: FactField = { name: "账龄天数", nameEn: "ageDays", unit: "days", field: "ageDays" };

/** What a formula of an event component may read from its fact. Amounts are those after refunds, unless the refund rule says otherwise. */
const fields: Partial<Record<FactKind, FactField[]>> = {
  sale: [
    amount,
    { name: "毛利", nameEn: "margin", unit: "money", field: "margin" },
    { name: "数量", nameEn: "quantity", unit: "count", field: "quantity" },
  ],
  newCustomer: [{ name: "首单金额", nameEn: "firstOrderAmount", unit: "money", field: "amount" }],
  invoice: [amount],
  acceptance: [amount],
  collection: [amount, age],
  visit: [{ name: "停留分钟", nameEn: "minutes", unit: "count", field: "minutes" }],
};

export const fieldsOf = (kind: FactKind): FactField[] => fields[kind] ?? [];

/** The field that a name means, in Chinese or English. */
export const fieldNamed = (kind: FactKind, name: string): FactField | null =>
  fieldsOf(kind).find((field) => field.name === name || field.nameEn === name) ?? null;

import type { FactKind, Unit } from "../types";

export interface FactField {
  name: string;
  /** Also accepted in formulas, in which a name is one word. */
  alias: string;
  /** As people read it in English. */
  nameEn: string;
  unit: Unit;
  field:
    | "amount"
    | "exclTax"
    | "margin"
    | "quantity"
    | "ageDays"
    | "minutes"
    | "value"
    | "days"
    | "score"
    | "completed";
}

const field = (of: FactField["field"], name: string, nameEn: string, unit: Unit, alias: string = of): FactField => ({
  ...{ name, alias, nameEn, unit, field: of },
});

const amount = field("amount", "金额", "amount", "money");

/** What a formula of an event component may read from its fact. Amounts are those after refunds, unless the refund rule says otherwise. */
const fields: Partial<Record<FactKind, FactField[]>> = {
  sale: [
    amount,
    field("exclTax", "不含税金额", "amount without tax", "money"),
    field("margin", "毛利", "margin", "money"),
    field("quantity", "数量", "quantity", "count"),
  ],
  newCustomer: [field("amount", "首单金额", "first order amount", "money", "firstOrderAmount")],
  creditNote: [amount],
  cashRefund: [amount],
  invoice: [amount],
  acceptance: [amount],
  collection: [amount, field("ageDays", "账龄天数", "age in days", "days")],
  visit: [field("minutes", "停留分钟", "minutes there", "count")],
  manual: [amount],
  ruling: [amount],
  value: [field("value", "数值", "value", "decimal")],
  leave: [field("days", "天数", "days", "days")],
  training: [field("score", "成绩", "score", "decimal"), field("completed", "完成次数", "times completed", "count")],
};

export const fieldsOf = (kind: FactKind): FactField[] => fields[kind] ?? [];

/** The field that a name means, by its name or its alias. */
export const fieldNamed = (kind: FactKind, name: string): FactField | null =>
  fieldsOf(kind).find((field) => field.name === name || field.alias === name) ?? null;

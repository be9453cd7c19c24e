import type { Plan } from "@shared/domain/pay/phone";
import {
  planFaults,
  type PlanFault,
  type PlanNumber,
  planNumbers,
  withNumbers,
  withOneExample,
  withRowCount,
} from "@shared/domain/pay/check";
import { internetCompany } from "@shared/domain/pay/plans/internetCompany";
import { commissionAndVisits } from "@shared/domain/pay/plans/pharmaCompany";
import { raisedReward } from "@shared/domain/pay/plans/raisedReward";
import { tutorialTiers } from "@shared/domain/pay/plans/tutorialTiers";
import { monthOf, nextPeriod } from "@shared/domain/time";

/** The plans that a company may begin with: what they need is there from its first day. */
export const planChoices = ["flat", "tiers", "newCustomer", "visits"] as const;
export type PlanChoice = (typeof planChoices)[number];

const shipped: Record<PlanChoice, { plan: Plan | undefined; code: string; name: string; nameEn: string }> = {
  flat: { plan: internetCompany, code: "sales-flat", name: "销售提成方案", nameEn: "Sales commission plan" },
  tiers: { plan: tutorialTiers, code: "sales-tiers", name: "分档提成方案", nameEn: "Tiered commission plan" },
  newCustomer: { plan: raisedReward[0], code: "new-client", name: "新客户奖励方案", nameEn: "New-client reward plan" },
  visits: {
    ...{ plan: commissionAndVisits, code: "sales-visits" },
    ...{ name: "提成加拜访补贴方案", nameEn: "Commission and visit allowance plan" },
  },
};

export interface PlanForm {
  choice: PlanChoice | "";
  name: string;
  /** As typed, by the number's path. */
  values: Record<string, string>;
  /** How many rows a table has, by its name, where it is another number. */
  rows: Record<string, number>;
  /** "now": from the 1st of the month in which it may begin; "next": of the one after. */
  from: "now" | "next";
}

export const emptyPlanForm = (): PlanForm => ({ choice: "", name: "", values: {}, rows: {}, from: "now" });

/** A shipped plan as a company that begins would have it: for all of its teams, with one example. */
export function planOfChoice(choice: PlanChoice, companyUnitId: string): Plan | null {
  const { plan, code, name, nameEn } = shipped[choice];
  return plan
    ? { ...withOneExample(plan), code, name, nameEn, version: 1, scope: { orgUnits: [companyUnitId] } }
    : null;
}

/** What is typed, as the number that it is: without separators, in half-width signs. */
export const numberTyped = (typed: string): string =>
  typed.replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\s,，%％元]/g, "");

const isNumber = (typed: string, unit: PlanNumber["unit"]): boolean =>
  (unit === "day" ? /^([1-9]|1\d|2[0-8])$/ : /^\d{1,12}(\.\d{1,6})?$/).test(typed);

/** A table has at least two rows and no more than are read at a glance. */
export const rowsOfTable = { min: 2, max: 8 } as const;

/** The plan with as many rows of its tables as were asked for. */
export const planWithRows = (plan: Plan, rows: PlanForm["rows"]): Plan =>
  Object.entries(rows).reduce((changed, [name, count]) => withRowCount(changed, name, count), plan);

export interface NumberField extends PlanNumber {
  typed: string;
  isWrong: boolean;
}

/** The numbers of a plan with what is typed for them. */
export const fieldsOf = (plan: Plan, values: PlanForm["values"]): NumberField[] =>
  planNumbers(plan).map((number) => {
    const typed = values[number.path] ?? number.value;
    return { ...number, typed, isWrong: !isNumber(numberTyped(typed), number.unit) };
  });

/** The plan as it is typed so far, its example reckoned by the engine; null while a number is none. */
export function planTyped(base: Plan, form: Pick<PlanForm, "name" | "values" | "from">, startOn: string): Plan | null {
  const fields = fieldsOf(base, form.values);
  if (fields.some(({ isWrong }) => isWrong)) return null;
  const values = Object.fromEntries(fields.map(({ path, typed }) => [path, numberTyped(typed)]));
  const name = form.name.trim();
  const month = form.from === "now" ? monthOf(startOn) : nextPeriod(monthOf(startOn));
  const { nameEn, ...plan } = withNumbers(base, values);
  // A name of the company's own is the same in every language.
  return {
    ...plan,
    name,
    ...(nameEn !== undefined && name === base.name && { nameEn }),
    validFrom: `${month}-01`,
  };
}

export const faultsOf = (plan: Plan): PlanFault[] => planFaults(plan);

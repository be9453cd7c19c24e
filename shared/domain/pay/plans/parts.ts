import type { FactFilter, PeriodComponent, PlanInput, Subject, Tranche } from "../types";

/** What plans of several companies are put together from. */
export const ownSales: PlanInput = {
  ...{ name: "个人业绩", nameEn: "own sales", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
};

export const attainment = (
  name: string,
  nameEn: string,
  code: string,
  of: Subject = "member",
  filter?: FactFilter,
): PlanInput => ({ name, nameEn, kind: "attainment", code, of, period: "month", ...(filter && { filter }) });

/** A rate or score that comes by import, of a month. */
export const importedRatio = (name: string, nameEn: string, code: string, of: Subject): PlanInput => ({
  ...{ name, nameEn, kind: "measure", code, of, period: "month", unit: "ratio" },
});

export const bonusBase: PlanInput = {
  ...{ name: "奖金基数", nameEn: "bonus base", kind: "param", code: "bonusBase", unit: "money" },
};

/** With the wages of the next month. */
export const withWages: Tranche[] = [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }];

/** What is reckoned by the month and paid with the wages of the next. */
export const monthly = {
  ...{ grain: "period", period: "month", refund: "saleMonth" },
  pay: withWages,
} satisfies Partial<PeriodComponent>;

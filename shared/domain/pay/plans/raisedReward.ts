import type { Plan } from "../types";

const first: Plan = {
  code: "raised-reward",
  name: "新客户专项奖金",
  nameEn: "New-client bonus",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [],
  tables: [],
  components: [
    {
      code: "new-customer",
      name: "新客户专项奖金",
      nameEn: "New-client bonus",
      kind: "奖励",
      grain: "event",
      on: "newCustomer",
      oncePer: "customer",
      amount: "500元",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
  ],
  stacking: [],
  examples: [{ name: "一位新客户", given: {}, expect: { "new-customer": "500元" } }],
};

/** 500 → 800 from 15 March on: customers won before that day keep 500, whatever day it is computed. */
export const raisedReward: readonly Plan[] = [
  first,
  {
    ...first,
    version: 2,
    validFrom: "2026-03-15",
    components: first.components.map((component) => ({ ...component, amount: "800元" })),
    examples: [{ name: "一位新客户", given: {}, expect: { "new-customer": "800元" } }],
  },
];

import type { Plan } from "../types";

/** 消费品企业: 500 for each new customer whose first order is at least 1 万, at once; more than ten in a month add 1,000, once. */
export const consumerGoods: Plan = {
  code: "consumer-goods",
  name: "消费品企业新客户奖励",
  nameEn: "Consumer goods new-client rewards",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [
    {
      name: "新客户数",
      nameEn: "new clients",
      kind: "measure",
      code: "customers.new",
      of: "member",
      period: "month",
      filter: { qualifying: true },
    },
  ],
  tables: [],
  components: [
    {
      code: "new-customer",
      name: "新客户红包",
      nameEn: "New-client red packet",
      kind: "奖励",
      grain: "event",
      on: "newCustomer",
      oncePer: "customer",
      when: "首单金额 ≥ 1万元",
      amount: "500元",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "立即", channel: "redPacket" }],
    },
    {
      code: "new-customer-extra",
      name: "新客户超额奖励",
      nameEn: "Extra for more than ten new clients",
      kind: "奖励",
      grain: "period",
      period: "month",
      basis: "新客户数",
      when: "新客户数 > 10",
      amount: "1000元",
      refund: "saleMonth",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
  ],
  stacking: [{ name: "新客户", components: ["new-customer", "new-customer-extra"], policy: "sum" }],
  examples: [
    { name: "正好1万", given: { 首单金额: "1万元" }, expect: { "new-customer": "500元" } },
    { name: "差1分", given: { 首单金额: "9999.99元" }, expect: { "new-customer": "0元" } },
    { name: "正好10个不算超过", given: { 新客户数: "10" }, expect: { "new-customer-extra": "0元" } },
    { name: "22个也只加一次", given: { 新客户数: "22" }, expect: { "new-customer-extra": "1000元" } },
  ],
};

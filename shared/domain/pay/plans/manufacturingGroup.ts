import type { BandTable, Plan, PlanInput } from "../types";

/** The article prints >=100 %, 90–99 %, 80–89 %, <80 %; on the exact ratio the bands meet without gaps (C07). */
const bands: BandTable["rows"] = [
  { upTo: "0.8", includes: false, value: "0" },
  { upTo: "0.9", includes: false, value: "0.8" },
  { upTo: "1", includes: false, value: "1" },
  { upTo: null, value: "1.2" },
];

const teamFactor: BandTable = { name: "团队系数", nameEn: "team factor", by: "ratio", shape: "step", rows: bands };
/** The article never gives the company's table; 105 % gives 1.2 in its example, as the team's would (C08). */
const companyFactor: BandTable = {
  name: "公司系数",
  nameEn: "company factor",
  by: "ratio",
  shape: "step",
  rows: bands,
};

const ownSales: PlanInput = {
  name: "个人业绩",
  nameEn: "own sales",
  kind: "measure",
  code: "sales.confirmed",
  of: "member",
  period: "month",
};
const attainments: PlanInput[] = [
  {
    name: "个人完成率",
    nameEn: "own attainment",
    kind: "attainment",
    code: "sales.confirmed",
    of: "member",
    period: "month",
  },
  {
    name: "团队完成率",
    nameEn: "team attainment",
    kind: "attainment",
    code: "sales.confirmed",
    of: "team",
    period: "month",
  },
  {
    name: "公司完成率",
    nameEn: "company attainment",
    kind: "attainment",
    code: "sales.confirmed",
    of: "company",
    period: "month",
  },
];

/**
 * 制造集团 as the article writes it: a draft, never in force. 100 万 of sales pay 120 万 (C04), and the result enters twice, as amount and as
 * attainment (C09).
 */
export const manufacturingGroupLiteral: Plan = {
  code: "group-literal",
  name: "制造集团奖金方案(原文)",
  nameEn: "Manufacturing group bonus as written",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"] },
  inputs: [ownSales, ...attainments],
  tables: [teamFactor, companyFactor],
  components: [
    {
      code: "bonus",
      name: "业绩奖金",
      nameEn: "Performance bonus",
      kind: "奖金",
      grain: "period",
      period: "month",
      credit: "owner",
      basis: "个人业绩",
      amount: "个人业绩 × 个人完成率 × 系数(团队完成率, 团队系数) × 系数(公司完成率, 公司系数)",
      refund: "saleMonth",
    },
  ],
  stacking: [],
  examples: [
    {
      name: "100万、团队95%、公司105%",
      given: { 个人业绩: "1000000元", 个人完成率: "1", 团队完成率: "0.95", 公司完成率: "1.05" },
      expect: { bonus: "1200000元" },
    },
    {
      name: "一半业绩只有四分之一奖金",
      given: { 个人业绩: "500000元", 个人完成率: "0.5", 团队完成率: "0.95", 公司完成率: "0.95" },
      expect: { bonus: "250000元" },
    },
  ],
};

/**
 * 制造集团 repaired, in force: sales are the base of a bonus of 2 %, they enter once, team and company decide by their factors.
 */
export const manufacturingGroup: Plan = {
  code: "group-team-factor",
  name: "制造集团直销方案",
  nameEn: "Manufacturing group direct sales plan",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: { roles: ["rep"], salesModes: ["直销"] },
  inputs: [ownSales, ...attainments],
  tables: [teamFactor, companyFactor],
  components: [
    {
      code: "commission",
      name: "销售提成",
      nameEn: "Sales commission",
      kind: "提成",
      grain: "period",
      period: "month",
      credit: "owner",
      basis: "个人业绩",
      amount: "个人业绩 × 2% × 系数(团队完成率, 团队系数) × 系数(公司完成率, 公司系数)",
      refund: "saleMonth",
      pay: [{ share: "1", when: "collected", due: "次月5日", channel: "payroll" }],
    },
  ],
  stacking: [],
  examples: [
    {
      name: "100万、团队95%、公司105%",
      given: { 个人业绩: "1000000元", 团队完成率: "0.95", 公司完成率: "1.05" },
      expect: { commission: "24000元" },
    },
    {
      name: "团队75%，系数为0",
      given: { 个人业绩: "1000000元", 团队完成率: "0.75", 公司完成率: "1.05" },
      expect: { commission: "0元" },
    },
    {
      name: "团队99.5%仍按1.0",
      given: { 个人业绩: "1000000元", 团队完成率: "0.995", 公司完成率: "1" },
      expect: { commission: "24000元" },
    },
    {
      name: "团队正好80%按0.8",
      given: { 个人业绩: "1000000元", 团队完成率: "0.8", 公司完成率: "0.95" },
      expect: { commission: "16000元" },
    },
  ],
};

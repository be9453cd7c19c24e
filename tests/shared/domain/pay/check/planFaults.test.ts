import { type Component, type Plan, planFaults } from "@shared/domain/pay";
import { tutorialTiers } from "@shared/domain/pay/plans";
import { plan } from "../support/builders";

const component = (more: Partial<Component>): Component =>
  ({ code: "a", name: "甲", kind: "奖励", grain: "event", on: "sale", amount: "1元", ...more }) as Component;

const quarterSales: Plan["inputs"][number] & { kind: "measure" } = {
  ...{ name: "季度业绩", kind: "measure", code: "sales.confirmed" },
  ...{ of: "member", period: "quarter" },
};

describe("a plan cannot be published", () => {
  it.each<[string, Partial<Plan>, string, string]>([
    [
      "with a formula that names nothing",
      { components: [component({ amount: "金额 × 业积" })] },
      "components.a.amount",
      "UNKNOWN_NAME",
    ],
    [
      "with a condition that is none",
      { components: [component({ when: "金额" })] },
      "components.a.when",
      "NOT_CONDITION",
    ],
    ["with a cap that is no amount", { components: [component({ cap: "5%" })] }, "components.a.cap", "NOT_MONEY"],
    [
      "with tranches that leave something over",
      { components: [component({ pay: [{ share: "0.9", when: "earned", due: "立即" }] })] },
      "components.a.pay",
      "shares.notWhole",
    ],
    [
      "with pay on money that keeps what is paid when the money goes back",
      { components: [component({ on: "collection", amount: "金额 × 1%" })] },
      "components.a.refund",
      "refund.noWayBack",
    ],
    ["with two components of one code", { components: [component({}), component({})] }, "components.a", "code.twice"],
    [
      "with an input named like a table",
      { inputs: [{ name: "佣金阶梯", kind: "param", code: "x", unit: "money" }], tables: tutorialTiers.tables },
      "inputs.佣金阶梯",
      "name.twice",
    ],
    [
      "with a table that has a gap above",
      { tables: [{ name: "表", by: "money", rows: [{ upTo: "1", value: "1" }] }] },
      "tables.表.rows.0",
      "rows.notOpenAbove",
    ],
    [
      "with a share that is no number",
      { components: [component({ pay: [{ share: "abc", when: "earned", due: "立即" }] })] },
      "components.a.pay",
      "share.invalid",
    ],
    [
      "with a share below 0",
      {
        components: [
          component({
            pay: [
              { share: "1.5", when: "earned", due: "立即" },
              { share: "-0.5", when: "earned", due: "立即" },
            ],
          }),
        ],
      },
      "components.a.pay",
      "share.invalid",
    ],
    ...["abc", "次月", "次月0日", "次月32日", "99999999999个工作日"].map(
      (due): [string, Partial<Plan>, string, string] => [
        `with pay that is due ${due}`,
        { components: [component({ pay: [{ share: "1", when: "earned", due: due as "立即" }] })] },
        "components.a.pay",
        "due.invalid",
      ],
    ),
    ...(
      [
        ["on a day that is not named", { when: "date", due: "立即" }, "date.notNamed"],
        [
          "on a day that its trigger does not wait for",
          { when: "earned", due: "立即", on: "2026-05-01" },
          "date.notNamed",
        ],
        ["at once after the signature", { when: "earned", due: "立即", after: "signedOn" }, "after.withoutSale"],
      ] as const
    ).map(([what, tranche, code]): [string, Partial<Plan>, string, string] => [
      `with pay ${what}`,
      { components: [component({ pay: [{ share: "1", ...tranche }] })] },
      "components.a.pay",
      code,
    ]),
    [
      "with a month's pay that is due so many days after the signature",
      {
        components: [
          component({
            grain: "period",
            period: "month",
            pay: [{ share: "1", when: "earned", due: "7个工作日", after: "signedOn" }],
          }),
        ],
      },
      "components.a.pay",
      "after.withoutSale",
    ],
    [
      "with refunds taken from a basis that is not named",
      { components: [component({ grain: "period", period: "month", refund: "original" })] },
      "components.a.refund",
      "refund.withoutBasis",
    ],
    [
      "with refunds taken from orders of a whole quarter, of which a month's book has the last part",
      {
        inputs: [quarterSales],
        components: [component({ grain: "period", period: "quarter", basis: "季度业绩", refund: "original" })],
      },
      "components.a.refund",
      "refund.otherMonths",
    ],
    [
      "with refunds of a quarter taken from the orders of its last month",
      {
        inputs: [{ ...quarterSales, period: "month" }],
        components: [component({ grain: "period", period: "quarter", basis: "季度业绩", refund: "original" })],
      },
      "components.a.refund",
      "refund.otherMonths",
    ],
    ...(["invoiced", "accepted", "collected", "paidInFull"] as const).map(
      (when): [string, Partial<Plan>, string, string] => [
        `with a month's pay that waits for the orders that it is not divided among: ${when}`,
        { components: [component({ grain: "period", period: "month", pay: [{ share: "1", when, due: "次月5日" }] })] },
        "components.a.pay",
        "pay.withoutOrders",
      ],
    ),
    [
      "with pay for visits that waits for money",
      { components: [component({ on: "visit", pay: [{ share: "1", when: "collected", due: "次月5日" }] })] },
      "components.a.pay",
      "pay.withoutOrders",
    ],
    [
      "with pay that is divided by a team's orders and waits for money",
      {
        inputs: [{ ...quarterSales, of: "team", period: "month" }],
        components: [
          component({
            grain: "period",
            period: "month",
            basis: "季度业绩",
            pay: [{ share: "1", when: "collected", due: "次月5日" }],
          }),
        ],
      },
      "components.a.pay",
      "pay.withoutOrders",
    ],
    [
      "with a team's amount that is paid by the week",
      {
        subject: "team",
        components: [component({ grain: "period", period: "week", pool: { give: "total", by: "equal" } })],
      },
      "components.a.period",
      "pool.week",
    ],
    [
      "with a week that sums up what is paid by the month",
      {
        inputs: [{ name: "合计", kind: "lines", components: ["b"] }],
        components: [
          component({ grain: "period", period: "week", amount: "合计 × 10%" }),
          component({ code: "b", grain: "period", period: "month" }),
        ],
      },
      "components.a.amount",
      "lines.ofWeek",
    ],
    [
      "with a week that is settled to date",
      { components: [component({ grain: "period", period: "week", settle: "toDate" })] },
      "components.a.settle",
      "settle.month",
    ],
    [
      "with an event that needs the sum of other lines",
      {
        inputs: [{ name: "合计", kind: "lines", components: ["b"] }],
        components: [component({ amount: "合计 × 10%" }), component({ code: "b" })],
      },
      "components.a.amount",
      "lines.inEvent",
    ],
    [
      "with an input named like a field of its event",
      { inputs: [{ name: "金额", kind: "param", code: "x", unit: "money" }], components: [component({})] },
      "inputs.金额",
      "name.taken",
    ],
    [
      "with a score of something unknown",
      { inputs: [{ name: "得分", kind: "score", items: [{ input: "没有", weight: "1" }], missing: "block" }] },
      "inputs.得分",
      "input.unknown",
    ],
    [
      "with a score whose cap is no number",
      {
        inputs: [
          { name: "业绩", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
          { name: "得分", kind: "score", items: [{ input: "业绩", weight: "1", cap: "abc" }], missing: "block" },
        ],
      },
      "inputs.得分",
      "number.invalid",
    ],
    [
      "with a table of an unknown kind",
      { tables: [{ name: "表", kind: "x" as "bands", by: "money", rows: [] }] },
      "tables.表.rows.0",
      "kind.unknown",
    ],
    [
      "with an example beyond exact amounts",
      { components: [component({})], examples: [{ name: "例", given: {}, expect: { a: "99999999999999999元" } }] },
      "examples",
      "amount.tooLarge",
    ],
    [
      "with a basis that is no measure",
      { components: [component({ grain: "period", period: "month", basis: "没有" })] },
      "components.a.basis",
      "basis.unknown",
    ],
    [
      "with a stacking rule over nothing",
      { stacking: [{ name: "叠加", components: ["x"], policy: "best" }] },
      "stacking.叠加",
      "component.unknown",
    ],
    [
      "with a sum over a line that is not there",
      { inputs: [{ name: "合计", kind: "lines", components: ["x"] }] },
      "inputs.合计",
      "component.unknown",
    ],
    [
      "with weights that are not 100 %",
      { inputs: [{ name: "得分", kind: "score", missing: "zero", items: [{ input: "x", weight: "0.9" }] }] },
      "inputs.得分",
      "weights.not100",
    ],
    [
      "with layers that are not everybody",
      {
        inputs: [
          {
            ...{ name: "层级", kind: "layer", code: "sales", period: "month" },
            rule: { by: "sales.confirmed", cohort: "team", shares: ["0.2", "0.6"], from: "current" },
          },
        ],
      },
      "inputs.层级.rule",
      "shares.notWhole",
    ],
    [
      "with a set of partners of a team",
      {
        inputs: [{ name: "销售", kind: "measure", code: "sales.confirmed", of: "team", period: "month", set: "华北" }],
      },
      "inputs.销售.set",
      "set.noPartners",
    ],
    [
      "with money that is counted",
      {
        inputs: [
          { name: "销售", kind: "measure", code: "sales.confirmed", of: "member", period: "month", countBy: "each" },
        ],
      },
      "inputs.销售.countBy",
      "countBy.noCount",
    ],
    [
      "with an example that comes out differently",
      { components: [component({})], examples: [{ name: "例", given: {}, expect: { a: "2元" } }] },
      "examples.例",
      "example.failed",
    ],
    [
      "with an order's reward as a draw",
      { components: [component({ recoverable: true })] },
      "components.a.recoverable",
      "draw.notAhead",
    ],
    [
      "with lines that need each other",
      {
        inputs: [{ name: "合计", kind: "lines", components: ["a"] }],
        components: [component({ grain: "period", period: "month", amount: "合计 + 1元" })],
      },
      "components.a.amount",
      "lines.circle",
    ],
  ])("%s", (_name, more, path, code) => {
    expect(planFaults(plan(more)).map((fault) => ({ path: fault.path, code: fault.code }))).toContainEqual({
      path,
      code,
    });
  });

  it("and is told which characters of a formula are wrong", () => {
    expect(planFaults(plan({ components: [component({ amount: "金额 × 业积" })] }))).toMatchObject([
      { from: 5, to: 7, message: "没有叫「业积」的输入" },
    ]);
  });

  it("unless nothing is wrong", () => {
    expect(planFaults(tutorialTiers)).toEqual([]);
  });
});

describe("a plan that asks for what is not computed is refused by name", () => {
  it.each<[string, Partial<Plan>, string]>([
    ["limits of a reward", { components: [component({ grant: { coolDownDays: 30 } })] }, "components.a.grant"],
  ])("%s", (_, more, path) => {
    const found = planFaults(plan(more)).filter(({ code }) => code === "notComputed");
    expect(found.map((one) => one.path)).toEqual([path]);
    expect(found[0]?.message).toMatch(/^现在还算不了「.+」。/);
  });
});

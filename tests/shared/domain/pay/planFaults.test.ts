import { type Component, type Plan, planFaults } from "@shared/domain/pay";
import { tutorialTiers } from "@shared/domain/pay/plans";
import { plan } from "./support/builders";

const component = (more: Partial<Component>): Component =>
  ({ code: "a", name: "甲", kind: "奖励", grain: "event", on: "sale", amount: "1元", ...more }) as Component;

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
      "with an example that comes out differently",
      { components: [component({})], examples: [{ name: "例", given: {}, expect: { a: "2元" } }] },
      "examples.例",
      "example.failed",
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

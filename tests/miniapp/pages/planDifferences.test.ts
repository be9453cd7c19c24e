import { resolvePlan } from "@shared/domain/pay";
import { tutorialTiers } from "@shared/domain/pay/plans";
import { differencesOf } from "@/pages/earnings/planDifferences";
import { planText } from "@/texts/zhCN/planText";

/** What a plan says of itself that changes the first part's and table's values of the one that it extends. */
function said(more: Partial<typeof tutorialTiers>) {
  const parts = { inputs: [], tables: [], components: [], stacking: [], examples: [] };
  const own = { ...tutorialTiers, ...parts, code: "north", extends: `${tutorialTiers.code}@1`, ...more };
  return differencesOf(resolvePlan(own, tutorialTiers), planText).map(({ what, change }) => `${what} ${change}`);
}

describe("a plan that extends another says in words", () => {
  it("which formula is another", () => {
    const [component] = tutorialTiers.components;
    if (!component) throw new Error("no part");
    expect(said({ components: [{ ...component, amount: "1元" }] })).toEqual([
      `项目 ${component.name}：算法 ${component.amount} → 1元`,
    ]);
  });

  it("which tier is another", () => {
    const [table] = tutorialTiers.tables;
    if (!table || table.kind === "lookup") throw new Error("no tiers");
    const rows = table.rows.map((row, at) => (at === 1 ? { ...row, value: "0.9" } : row));
    expect(said({ tables: [{ ...table, rows }] })).toEqual([
      `表 ${table.name}：第 2 档的值 ${table.rows[1]?.value} → 0.9`,
    ]);
  });

  it("which part it leaves out", () => {
    const last = tutorialTiers.components.at(-1);
    expect(said({ leavesOut: [`components.${last?.code}`] })).toEqual([`项目 ${last?.name} ${last?.name} → 没有`]);
  });
});

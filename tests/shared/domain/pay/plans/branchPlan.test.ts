import { evaluate, type GivenInput, type Plan, planFaults } from "@shared/domain/pay";
import { resolvePlan } from "@shared/domain/pay/plan/inherit";
import { assigned, book, ownSales, period, plan, sale } from "../support/builders";

/** The group's plan: a commission, the team's quarter paid month by month, and an amount ahead that comes back. */
const group = plan({
  code: "group",
  inputs: [ownSales, { name: "团队季度业绩", kind: "measure", code: "sales.confirmed", of: "team", period: "quarter" }],
  components: [
    period({ code: "commission", amount: "个人业绩 × 1%" }),
    period({ code: "quarter", period: "quarter", settle: "toDate", amount: "团队季度业绩 × 0.5%" }),
    period({ code: "draw", kind: "预支", amount: "2000元", recoverable: true }),
  ],
});

const branch: Plan = resolvePlan(
  plan({
    ...{ code: "branch", extends: "group@1" },
    components: [period({ code: "commission", amount: "个人业绩 × 2%" })],
  }),
  group,
);

/** What the month's own sales and the team's sales of the quarter so far pay, by component. */
function paid(of: Plan, month: string, soldFen: number, teamFen: number, settledFen: number) {
  const value = { fen: teamFen };
  const given: GivenInput[] = [
    { kind: "measure", code: "sales.confirmed", of: "team", period: `${month.slice(0, 4)}-Q1`, value },
  ];
  const facts = soldFen === 0 ? [] : [sale(soldFen, { on: `${month}-10` })];
  const settled = [{ component: "quarter", period: "2026-Q1", fen: settledFen }];
  const { lines } = evaluate(assigned(of), book(facts, { period: month, state: "closed", given, settled }));
  return Object.fromEntries(lines.map(({ id, amountFen }) => [id, amountFen]));
}

describe("a branch's plan that changes the group's commission, and keeps its quarter and its draw", () => {
  it("is sound once it is made complete", () => {
    expect([planFaults(group), planFaults(branch)]).toEqual([[], []]);
  });

  // By hand: 2 % of 10 万, 5 万 and nothing; 0.5 % of the team's 30 万, 50 万, and 45 万 after a refund, less what came before.
  it.each([
    ["2026-01", 10_000_000, 30_000_000, 0, { commission: 200_000, quarter: 150_000, draw: 200_000 }],
    ["2026-02", 5_000_000, 50_000_000, 150_000, { commission: 100_000, quarter: 100_000, draw: 200_000 }],
    ["2026-03", 0, 45_000_000, 250_000, { commission: 0, quarter: -25_000, draw: 200_000 }],
  ])("pays in %s what is reckoned by hand", (month, soldFen, teamFen, settledFen, expected) => {
    expect(paid(branch, month, soldFen, teamFen, settledFen)).toEqual(expected);
  });

  it("pays under the group's own plan half of the commission, and the same beside it", () => {
    expect(paid(group, "2026-01", 10_000_000, 30_000_000, 0)).toEqual({
      ...{ commission: 100_000, quarter: 150_000, draw: 200_000 },
    });
  });
});

import { evaluate, type Plan } from "@shared/domain/pay";
import { assigned, attainmentGiven, book, event, ownSales, period, plan, sale } from "../support/builders";

/*
 * Months that somebody is not on a plan for the whole of, and orders of other days: each is paid, or said to have no plan.
 */

const rate = plan({
  inputs: [ownSales],
  components: [period({ code: "rate", amount: "个人业绩 × 10%", basis: "个人业绩" })],
});
const ofFebruary = sale(1_000_000, { id: "feb", on: "2026-02-20", countsOn: "2026-03-10" });

const outcome = (assignments: Parameters<typeof evaluate>[0], fact = ofFebruary) => {
  const { totals, exceptions } = evaluate(assignments, book([fact]));
  return { fen: totals.amountFen, exceptions: exceptions.map(({ code }) => code) };
};
const paid = { fen: 100_000, exceptions: [] };
const named = { fen: 0, exceptions: ["plan.missing"] };

describe("an order of February that is confirmed in March", () => {
  it("is paid to who was away for the first days of March", () => {
    expect(outcome([...assigned(rate, { to: "2026-02-28" }), ...assigned(rate, { from: "2026-03-05" })])).toEqual(paid);
  });

  it("is paid where one version ended with February and the next begins on 5 March", () => {
    const one: Plan = { ...rate, validTo: "2026-02-28" };
    const two: Plan = { ...rate, version: 2, validFrom: "2026-03-05" };
    expect(outcome(assigned([one, two]))).toEqual(paid);
  });

  it("is paid once to who changed teams in March", () => {
    expect(
      outcome([...assigned(rate, { to: "2026-03-15", teamId: "u4" }), ...assigned(rate, { from: "2026-03-16" })]),
    ).toEqual(paid);
  });

  it("is named where its member had left before March", () => {
    expect(outcome(assigned(rate, { to: "2026-02-28" }))).toEqual(named);
  });

  it("is nobody's concern where the plan pays by the order alone", () => {
    const byOrder = plan({ inputs: [ownSales], components: [event({ code: "each", amount: "金额 × 10%" })] });
    expect(outcome(assigned(byOrder, { to: "2026-02-28" }))).toEqual(paid);
  });
});

it("lets an order of February see the same results of March as an order of March does", () => {
  const attainment = { ...ownSales, name: "完成率", kind: "attainment" } as const;
  const byResults = plan({
    inputs: [ownSales, attainment],
    components: [
      event({ code: "own", amount: "如果(个人业绩 ≥ 100000元, 金额 × 2%, 金额 × 1%)" }),
      event({ code: "met", amount: "如果(完成率 ≥ 100%, 金额 × 2%, 金额 × 1%)" }),
    ],
  });
  const given = attainmentGiven("member", 0, 10_000_000).slice(1); // the target alone
  const orders = [
    sale(10_000_000, { id: "march", on: "2026-03-10" }),
    sale(10_000_000, { id: "feb", on: "2026-02-20", countsOn: "2026-03-10" }),
  ];
  const { lines } = evaluate(assigned(byResults), book(orders, { given }));
  expect(lines.map(({ amountFen }) => amountFen)).toEqual([200_000, 200_000, 200_000, 200_000]);
});

it("names an order of the days between two places", () => {
  const between = sale(1_000_000, { id: "b", on: "2026-03-12", countsOn: "2026-03-25" });
  const places = [...assigned(rate, { to: "2026-03-10" }), ...assigned(rate, { from: "2026-03-15" })];
  expect(outcome(places, between)).toEqual(named);
});

it("lets the better of a reward and a fixed bonus win for the whole month, however it is cut", () => {
  const better = plan({
    inputs: [ownSales],
    components: [event({ code: "each", amount: "5000元" }), period({ code: "all", amount: "6000元" })],
    stacking: [{ name: "r", components: ["each", "all"], policy: "best" }],
  });
  const order = sale(1_000_000, { id: "a", on: "2026-03-10" });
  const cut = [...assigned(better, { to: "2026-03-15", teamId: "u4" }), ...assigned(better, { from: "2026-03-16" })];
  expect(outcome(assigned(better), order)).toMatchObject({ fen: 600_000 });
  expect(outcome(cut, order)).toMatchObject({ fen: 600_000 });
});

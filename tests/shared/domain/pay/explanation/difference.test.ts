import {
  evaluate,
  explainDifference,
  explainReleased,
  type MemberBook,
  type MonthBook,
  type Plan,
} from "@shared/domain/pay";
import { differenceCauses } from "@shared/domain/pay/explanation/exchange";
import { freeze, revise } from "@shared/domain/pay/evaluation/corrections";
import { commissionTiers, internetCompany, tutorialTiers } from "@shared/domain/pay/plans";
import fc from "fast-check";
import {
  assigned,
  attainmentGiven,
  book,
  collection,
  event,
  firstOrder,
  ownSales,
  payment,
  period,
  plan,
  refund,
  sale,
  team,
} from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { histories } from "../support/histories";
import { times } from "../support/runs";

const wan = 1_000_000;
const teamSales = {
  name: "团队完成率",
  kind: "attainment",
  code: "sales.confirmed",
  of: "team",
  period: "month",
} as const;
const factors = {
  name: "团队系数",
  by: "ratio",
  rows: [
    { upTo: "0.8", includes: false, value: "0.8" },
    { upTo: null, value: "1" },
  ],
} as const;

/** Commission by tiers times a factor by the team's attainment. */
const byTeam: Plan = plan({
  inputs: [ownSales, teamSales],
  tables: [commissionTiers, { ...factors, rows: [...factors.rows] }],
  components: [
    period({ code: "commission", kind: "提成", amount: "阶梯(个人业绩, 佣金阶梯) × 系数(团队完成率, 团队系数)" }),
  ],
});

const month = (of: Plan | Plan[], facts: MemberBook["facts"], more: Partial<MemberBook> = {}): MonthBook => ({
  assignments: assigned(of),
  book: book(facts, more),
});

const told = (before: MonthBook, after: MonthBook) =>
  explainDifference(before, after).map(({ cause, fen }) => [cause, fen]);

const payOf = ({ assignments, book: of }: MonthBook): number => evaluate(assignments, of).totals.amountFen;

const inApril = <Of>(of: Of): Of => JSON.parse(JSON.stringify(of).replaceAll("2026-03", "2026-04")) as Of;

describe("why a month pays another amount", () => {
  const teamAt = (percent: number) => ({ given: attainmentGiven("team", percent, 100) });

  it("tells first the contract at the old rate, then the rate, then the team's factor", () => {
    const before = month(byTeam, [sale(18.4 * wan)], teamAt(68));
    const after = month(byTeam, [sale(18.4 * wan), sale(3 * wan, { id: "s2" })], teamAt(80));
    expect([payOf(before), payOf(after)]).toEqual([220_800, 428_000]);
    expect(told(before, after)).toEqual([
      ["volume", 36_000],
      ["rate", 85_600],
      ["team", 85_600],
    ]);
  });

  it("gives what exceeds a tier its rate where each part has its own", () => {
    const parts = plan({
      inputs: [ownSales],
      tables: [{ ...commissionTiers, mode: "marginal" }],
      components: [period({ code: "commission", amount: "阶梯(个人业绩, 佣金阶梯)" })],
    });
    // 15 万: 1,000.00 + 750.00. 25 万: 1,000.00 + 1,500.00 + 1,000.00.
    expect(told(month(parts, [sale(15 * wan)]), month(parts, [sale(25 * wan)]))).toEqual([
      ["volume", 150_000],
      ["rate", 25_000],
    ]);
  });

  it("says nothing of a month that pays the same", () => {
    expect(explainDifference(month(byTeam, [sale(wan)]), month(byTeam, [sale(wan)]))).toEqual([]);
  });

  it("tells a lost tier with the refund that loses it", () => {
    const large = sale(21 * wan);
    const [before, after] = [
      month(byTeam, [large], teamAt(90)),
      month(byTeam, [large, refund(large, wan)], teamAt(90)),
    ];
    expect(told(before, after)).toEqual([["refunds", 300_000 - 420_000]]);
  });

  it("tells another share of an order by itself", () => {
    const mine = sale(10 * wan);
    const shared = sale(10 * wan, { share: "0.7", rest: "0.3" });
    expect(told(month(internetCompany, [mine]), month(internetCompany, [shared]))).toEqual([["shares", -45_000]]);
  });

  it("takes an order that was shared anew and grew apart", () => {
    const was = sale(10 * wan, { share: "0.5", rest: "0.5" });
    const is = sale(12 * wan);
    expect(told(month(internetCompany, [was]), month(internetCompany, [is]))).toEqual([
      ["volume", 15_000],
      ["shares", 90_000],
    ]);
  });

  it("tells the rate that another origin has with the rates", () => {
    const byOrigin = plan({
      tables: [
        {
          kind: "lookup",
          name: "来源比例",
          by: "origin",
          unit: "ratio",
          rows: [{ key: "自有", value: "0.05" }],
          otherwise: "0.01",
        },
      ],
      components: [event({ code: "commission", kind: "提成", amount: "金额 × 查表(来源比例)" })],
    });
    const [declared, found] = [sale(wan, { origin: "自有" }), sale(wan, { origin: "市场" })];
    expect(told(month(byOrigin, [declared]), month(byOrigin, [found]))).toEqual([["rate", -40_000]]);
  });

  it("tells a bonus by the own target with the own attainment", () => {
    const given = (targetFen: number): Partial<MemberBook> => ({
      given: [{ kind: "target", code: "sales.confirmed", of: "member", period: "2026-03", value: { fen: targetFen } }],
    });
    // 9 万 at 1 %, and 5,000.00 above 120 % of the target.
    const [low, high] = [
      month(tutorialTiers, [sale(6 * wan)], given(7 * wan)),
      month(tutorialTiers, [sale(9 * wan)], given(7 * wan)),
    ];
    expect(told(low, high)).toEqual([
      ["volume", 30_000],
      ["ownAttainment", 500_000],
    ]);
  });

  it("tells a new version of the plan with the plan", () => {
    const [component] = internetCompany.components;
    const raised = {
      ...internetCompany,
      version: 2,
      components: [{ ...component, amount: "金额 × 2%" }, ...internetCompany.components.slice(1)],
    } as Plan;
    expect(told(month(internetCompany, [sale(10 * wan)]), month(raised, [sale(10 * wan)]))).toEqual([
      ["planVersion", 50_000],
    ]);
  });

  it("tells rewards and allowances by themselves, whatever has moved them", () => {
    const first = sale(2 * wan);
    const rewarded = plan({
      components: [
        event({ code: "commission", kind: "提成", amount: "金额 × 1%" }),
        event({ code: "new", kind: "奖励", on: "newCustomer", amount: "500元" }),
      ],
    });
    const parts = explainDifference(month(rewarded, []), month(rewarded, [first, firstOrder(first)]));
    expect(parts.map(({ cause, fen }) => [cause, fen])).toEqual([
      ["volume", 20_000],
      ["rewards", 50_000],
    ]);
    expect(parts[1]?.components).toEqual([{ code: "new", name: "new", nameEn: null, kind: "奖励", fen: 50_000 }]);
  });

  it("compares a month with the one before, of which everything is replaced", () => {
    const april = (facts: MemberBook["facts"], percent: number) => inApril(month(byTeam, facts, teamAt(percent)));
    const march = month(byTeam, [sale(10 * wan)], teamAt(90));
    // 10 万 at 1.5 % is 1,500.00; 21 万 at 2 % and 0.8 is 3,360.00.
    expect(told(march, april([sale(21 * wan)], 60))).toEqual([
      ["volume", 165_000],
      ["rate", 105_000],
      ["team", -84_000],
    ]);
  });

  it("tells what the month before had lost by refunds with the refunds", () => {
    const large = sale(15 * wan);
    const march = month(byTeam, [large, refund(large, 5 * wan)], teamAt(90));
    const april = inApril(month(byTeam, [large], teamAt(90)));
    expect(told(march, april)).toEqual([["refunds", 75_000]]);
  });

  it("tells last what has been released, where payslips are compared", () => {
    const order = sale(10 * wan);
    const cash = plan({
      components: [
        event({ code: "c", kind: "提成", amount: "金额 × 1%", pay: [{ share: "1", when: "collected", due: "立即" }] }),
      ],
    });
    const before = month(cash, [order], { state: "closed" });
    const after = month(cash, [order, sale(wan, { id: "s2" }), collection(order, 5 * wan)], { state: "closed" });
    expect(explainReleased(before, after).map(({ cause, fen }) => [cause, fen])).toEqual([
      ["volume", 10_000],
      ["collections", 40_000],
    ]);
  });

  describe("of a member whose team divides an amount", () => {
    const pool = plan({
      ...{ code: "pool", subject: "team" },
      components: [period({ code: "p", kind: "奖金", amount: "1000元", pool: { give: "total", by: "equal" } })],
    });
    const partOf = (partFen: number): Partial<MemberBook> => ({
      pools: [
        {
          ...{ planCode: "pool", planVersion: 1, component: "p", teamId: team, period: "2026-03" },
          ...{ poolFen: 2 * partFen, weight: "1", weightsSum: "2", partFen },
        },
      ],
    });
    const of = (facts: MemberBook["facts"], partFen: number): MonthBook => ({
      assignments: [...assigned(internetCompany), ...assigned(pool)],
      book: book(facts, partOf(partFen)),
    });

    it("tells the member's part with the team, in one month and in another", () => {
      const [before, after] = [of([sale(wan)], 100_000), of([sale(2 * wan)], 150_000)];
      const parts = [
        ["volume", 15_000],
        ["team", 50_000],
      ];
      expect(told(before, after)).toEqual(parts);
      expect(told(before, inApril(after))).toEqual(parts);
    });

    it("tells nothing of a part that is the same in the next month", () => {
      expect(told(of([], 100_000), inApril(of([], 100_000)))).toEqual([]);
    });
  });

  it("tells what corrects other months by itself, so that parts add up to the statements' difference", () => {
    const late = sale(4 * wan);
    const frozen = freeze(assigned(internetCompany), book([late], { state: "closed" }));
    const facts = [late, refund(late, wan)];
    const { corrections } = revise(frozen, { facts }, { number: 1, cause: { kind: "refund", id: "r1" } });
    const april = inApril(month(internetCompany, [sale(wan)]));
    const corrected = { ...april, book: { ...april.book, corrections } };
    expect(payOf(corrected) - payOf(april)).toBe(-15_000);
    expect(told(april, corrected)).toEqual([["corrections", -15_000]]);
    expect(told(corrected, april)).toEqual([["corrections", 15_000]]);
    const sumOfReleased = explainReleased(april, corrected).reduce((sum, { fen }) => sum + fen, 0);
    const releasedOf = ({ assignments, book: of }: MonthBook) => {
      const { payableFen, paidFen } = evaluate(assignments, of).totals;
      return payableFen + paidFen;
    };
    expect(sumOfReleased).toBe(releasedOf(corrected) - releasedOf(april));
  });

  it("finds no difference in money that was payable and has been paid", () => {
    const order = sale(10 * wan);
    const cash = plan({
      components: [event({ code: "c", amount: "金额 × 1%", pay: [{ share: "1", when: "earned", due: "立即" }] })],
    });
    const paid = payment("c:sale:s1", 100_000);
    expect(explainReleased(month(cash, [order]), month(cash, [order, paid]))).toEqual([]);
  });

  it("adds up to the fen, whatever has changed between two states of a month", () => {
    const two = [
      fullPlan,
      { ...fullPlan, version: 2, validFrom: "2026-03-01", components: fullPlan.components.slice(1) },
    ];
    const assignments = fc.constantFrom(
      assigned(fullPlan),
      assigned(two),
      [],
      [...assigned(fullPlan, { to: "2026-03-12" }), ...assigned(fullPlan, { from: "2026-03-13", teamId: "u9" })],
    );
    fc.assert(
      fc.property(histories, histories, assignments, assignments, fc.boolean(), (one, two_, was, is, later) => {
        const before = { assignments: was, book: one };
        const after = { assignments: is, book: later ? inApril(two_) : two_ };
        const parts = explainDifference(before, after);
        const sum = parts.reduce((total, { fen }) => total + fen, 0);
        expect(sum).toBe(payOf(after) - payOf(before));
        for (const { fen, components } of parts)
          expect(components.reduce((total, one_) => total + one_.fen, 0)).toBe(fen);
        const order = parts.map(({ cause }) => differenceCauses.indexOf(cause));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      times(200, 2_000),
    );
  });
});

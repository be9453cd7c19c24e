import {
  type Component,
  evaluate,
  type Fact,
  formulaText,
  type MemberBook,
  type Plan,
  tracesOf,
} from "@shared/domain/pay";
import { commissionTiers, internetCompany } from "@shared/domain/pay/plans";
import {
  amounts,
  assigned,
  book,
  cashRefund,
  collection,
  event,
  lineOf,
  me,
  other,
  ownSales,
  period,
  plan,
  refund,
  sale,
  stage,
  visit,
} from "../support/builders";

describe("what a period counts", () => {
  const percent = plan({
    inputs: [ownSales],
    components: [period({ code: "percent", amount: "个人业绩 × 1%", basis: "个人业绩" })],
  });

  it("is the member's own part of each order", () => {
    const shared = sale(10_000_000, { share: "0.7", rest: "0.3" });
    expect(amounts(percent, [shared])).toEqual({ percent: 70_000 });
    expect(amounts(percent, [shared], { memberId: other })).toEqual({ percent: 30_000 });
  });

  it("is nothing of other months", () => {
    const others = [
      sale(3_000_000, { id: "s2", countsOn: "2026-02-28", on: "2026-02-28" }),
      sale(3_000_000, { id: "s3", on: "2026-03-31", countsOn: "2026-04-01" }),
    ];
    expect(amounts(percent, [sale(10_000_000), ...others])).toEqual({ percent: 100_000 });
  });

  it("gives nothing to an order that was refunded beyond its amount, at nobody's cost", () => {
    const order = sale(2_000_000);
    const line = lineOf(percent, book([order, refund(order, 2_500_000), sale(8_000_000, { id: "s2" })]), "percent");
    expect(line).toMatchObject({ amountFen: 75_000, allocation: [{ factId: "sale:s2", fen: 75_000 }] });
  });
});

describe("limits, stacking and sums of lines", () => {
  const limited = plan({
    inputs: [ownSales],
    components: [event({ code: "a", amount: "金额 × 10%", cap: "2000元", floor: "100元" })],
  });
  const line = (fen: number) => lineOf(limited, book([sale(fen)]), "a:sale:s1");

  it("raise an amount to its floor", () => {
    expect(line(100)).toMatchObject({ amountFen: 10_000, reason: { code: "floor.applied" } });
  });

  it("keep an amount at its cap", () => {
    expect(line(10_000_000)).toMatchObject({ amountFen: 200_000, reason: { code: "cap.reached" } });
    expect(line(2_000_000)).toMatchObject({ amountFen: 200_000, reason: { code: "paid" } });
  });

  const two = (policy: "sum" | "best" | "first") =>
    plan({
      components: [event({ code: "a", amount: "100元" }), event({ code: "b", amount: "金额 × 1%" })],
      stacking: [{ name: "二选一", components: ["a", "b"], policy }],
    });

  it.each([
    ["sum", [1_000_000], 20_000],
    ["best", [1_000_000], 10_000],
    ["best", [1_000_001, 1_000_000], 20_000],
    ["best", [2_000_000, 1_000_000], 30_000],
    ["first", [9_000_000], 10_000],
  ] as const)("%s of two rules over orders of %j fen pays %d", (policy, orders, fen) => {
    const facts = orders.map((order, at) => sale(order, { id: `s${at}` }));
    expect(evaluate(assigned(two(policy)), book(facts)).totals.amountFen).toBe(fen);
  });

  it("lets the first of a rule pay that pays anything", () => {
    const first = plan({
      components: [event({ code: "a", amount: "0元" }), event({ code: "b", amount: "100元" })],
      stacking: [{ name: "二选一", components: ["a", "b"], policy: "first" }],
    });
    expect(amounts(first, [sale(1_000_000)])).toEqual({ "a:sale:s1": 0, "b:sale:s1": 10_000 });
  });

  it("names the first listed of two equal sums as the winner", () => {
    const line = lineOf(two("best"), book([sale(1_000_000)]), "b:sale:s1");
    expect(line).toMatchObject({
      amountFen: 0,
      allocation: [],
      reason: { code: "stacking.lost", params: { winner: "a", wholeFen: 10_000 } },
    });
  });

  it("keeps a contested line estimated until the month is closed", () => {
    expect(lineOf(two("best"), book([sale(1_000_000)]), "a:sale:s1").states.estimatedFen).toBe(10_000);
    expect(lineOf(two("sum"), book([sale(1_000_000)]), "a:sale:s1").states.earnedFen).toBe(10_000);
  });

  it("guarantees a sum over other lines, after these have been decided", () => {
    const guaranteed = plan({
      inputs: [{ name: "前面", kind: "lines", components: ["a", "b"] }],
      components: [
        period({ code: "g", amount: "最大(3000元 − 前面, 0)" }),
        event({ code: "a", amount: "1000元" }),
        event({ code: "b", amount: "金额 × 1%" }),
      ],
      stacking: [{ name: "二选一", components: ["a", "b"], policy: "best" }],
    });
    expect(amounts(guaranteed, [sale(1_000_000)])).toEqual({ g: 200_000, "a:sale:s1": 100_000, "b:sale:s1": 0 });
  });
});

describe("refund rules", () => {
  const order = sale(10_000_000);
  const under = (rule: "saleMonth" | "original" | "none") =>
    plan({ components: [event({ code: "a", amount: "金额 × 1.5%", refund: rule })] });

  it.each([
    ["saleMonth", 112_500, "paid"],
    ["original", 112_500, "refunded.part"],
    ["none", 150_000, "paid"],
  ] as const)("%s leaves %d fen of 1,500.00 after a quarter was refunded", (rule, fen, code) => {
    const line = lineOf(under(rule), book([order, refund(order, 2_500_000)]), "a:sale:s1");
    expect([line.amountFen, line.reason.code]).toEqual([fen, code]);
  });

  it("leave nothing of a fixed reward for an order that was refunded whole", () => {
    const fixed = plan({ components: [event({ code: "a", amount: "500元" })] });
    const line = lineOf(fixed, book([order, refund(order, 10_000_000)]), "a:sale:s1");
    expect([line.amountFen, line.reason.code]).toEqual([0, "refunded.whole"]);
  });

  it("take margins down with their amounts", () => {
    const ofMargin = plan({ components: [event({ code: "a", amount: "毛利 × 10%" })] });
    const withMargin = sale(10_000_000, { marginFen: 4_000_000 });
    expect(amounts(ofMargin, [withMargin, refund(withMargin, 5_000_000)])).toEqual({ "a:sale:s1": 200_000 });
    const known = { ...refund(withMargin, 5_000_000), marginFen: -1_000_000 };
    expect(amounts(ofMargin, [withMargin, known])).toEqual({ "a:sale:s1": 300_000 });
  });
});

describe("what cannot be priced", () => {
  it("is reported by name, beside the rest that is computed", () => {
    const broken = plan({
      components: [event({ code: "a", amount: "金额 × 没有" }), event({ code: "b", amount: "金额 × 1%" })],
    });
    const { lines, exceptions } = evaluate(assigned(broken), book([sale(10_000_000)]));
    expect(lines.map((line) => line.id)).toEqual(["b:sale:s1"]);
    expect(exceptions).toEqual([
      {
        lineId: null,
        code: "formula.invalid",
        params: { component: "a", slot: "amount", message: "没有叫「没有」的输入" },
      },
    ]);
  });

  it("pays 0 where an exact result would need too many digits", () => {
    const huge = plan({
      components: [
        event({ code: "a", amount: `金额 × ${Array.from({ length: 14 }, () => "9".repeat(30)).join(" × ")}` }),
      ],
    });
    expect(lineOf(huge, book([sale(10_000_000)]), "a:sale:s1")).toMatchObject({
      amountFen: 0,
      reason: { code: "tooLarge" },
    });
    const large = plan({ components: [event({ code: "a", amount: `金额 × ${"9".repeat(20)}` })] });
    expect(lineOf(large, book([sale(10_000_000)]), "a:sale:s1")).toMatchObject({
      amountFen: 0,
      reason: { code: "tooLarge" },
    });
  });

  it.each([
    ["each order by itself", event({ code: "all", amount: "金额 × 100%" })],
    ["the month's orders together", period({ code: "all", amount: "个人业绩 × 100%", basis: "个人业绩" })],
  ])("keeps the rest of the month where two orders are more than can be counted: %s", (_, all) => {
    const huge = plan({
      inputs: [ownSales],
      components: [all, event({ code: "visits", on: "visit", amount: "50元" })],
    });
    const orders = [sale(6_000_000_000_000_000), sale(6_000_000_000_000_000, { id: "s2" })];
    const { lines, exceptions } = evaluate(assigned(huge), book([...orders, visit("v1")]));
    expect(exceptions).toMatchObject([{ code: "tooLarge", params: { component: "all" } }]);
    expect(lines.find(({ id }) => id.startsWith("visits"))?.amountFen).toBe(5_000);
  });

  const settledQuarter = { period: "quarter", settle: "toDate" } as const;
  const huge = 8_000_000_000_000_000;
  it.each<[string, Component, Partial<MemberBook>]>([
    [
      "what was settled of a quarter",
      period({ code: "all", amount: "1元", ...settledQuarter }),
      {
        settled: [1, 2].map(() => ({ component: "all", period: "2026-Q1", fen: huge })),
      },
    ],
    [
      "a quarter below what was settled",
      period({ code: "all", amount: "个人业绩 × 60%", ...settledQuarter }),
      {
        settled: [{ component: "all", period: "2026-Q1", fen: 0 - huge }],
      },
    ],
  ])("keeps the rest of the month where %s cannot be counted", (_, all, more) => {
    const of = plan({ inputs: [ownSales], components: [all, event({ code: "visits", on: "visit", amount: "50元" })] });
    const { lines, exceptions, totals } = evaluate(assigned(of), book([sale(huge), visit("v1")], more));
    expect(exceptions).toMatchObject([{ code: "tooLarge", params: { component: "all" } }]);
    expect([lines.find(({ id }) => id.startsWith("visits"))?.amountFen, totals.amountFen]).toEqual([5_000, 5_000]);
  });

  it("is nothing of results that are more than whole fen can say, which are paid by exactly", () => {
    const of = plan({
      inputs: [ownSales],
      tables: [{ ...commissionTiers, mode: "marginal" }],
      components: [
        period({ code: "share", amount: "个人业绩 × 1%", basis: "个人业绩" }),
        period({ code: "fixed", amount: "500元", basis: "个人业绩" }),
        period({ code: "tiers", amount: "阶梯(个人业绩, 佣金阶梯)" }),
      ],
    });
    const orders = [sale(huge), sale(huge, { id: "s2" })];
    expect(amounts(of, orders)).toEqual({ share: 160_000_000_000_000, fixed: 50_000, tiers: 319_999_999_850_000 });
    const texts = [...tracesOf(assigned(of), book(orders)).values()].map((trace) => formulaText(trace, "zh-CN"));
    expect(texts).toEqual([
      "160,000,000,000,000 × 1% = 1,600,000,000,000.00",
      "500.00",
      "100,000.00 × 1% + 100,000.00 × 1.5% + 159,999,999,800,000.00 × 2% = 3,199,999,998,500.00",
    ]);
  });

  it("is not thrown for a month without anything", () => {
    expect(evaluate([], book([]))).toEqual({
      memberId: me,
      period: "2026-03",
      lines: [],
      totals: { amountFen: 0, estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 },
      exceptions: [],
    });
  });
});

describe("money of an order that comes in and goes back", () => {
  const order = sale(10_000_000);
  const note = refund(order, 10_000_000);
  const collected = collection(order, 10_000_000);
  const monthly = (more: Partial<Component> = {}) =>
    plan({
      inputs: [{ name: "回款", kind: "measure", code: "collections.amount", of: "member", period: "month" }],
      components: [period({ code: "a", amount: "回款 × 2%", basis: "回款", ...more })],
    });
  const each = (more: Partial<Component> = {}) => event({ code: "in", on: "collection", amount: "金额 × 1%", ...more });
  const back = event({ code: "out", on: "cashRefund", amount: "金额 × 1%" });
  const paid = (of: Plan, facts: Fact[]) => evaluate(assigned(of), book(facts)).totals.amountFen;

  it.each([
    ["what the month's money pays", monthly(), 200_000],
    ["what each sum loses of its own", monthly({ refund: "original" }), 200_000],
    ["what is paid sum by sum", plan({ components: [each(), back] }), 100_000],
    ["what is paid sum by sum and loses its own", plan({ components: [each({ refund: "original" })] }), 100_000],
  ])("takes back %s", (_, of, fen) => {
    expect(paid(of, [order, collected])).toBe(fen);
    expect(paid(of, [order, note, collected, cashRefund(order, 10_000_000)])).toBe(0);
  });

  it("loses of each sum its part, and never more than came in", () => {
    const two = [collection(order, 3_000_000), collection(order, 1_000_000, 2)];
    const lost = (fen: number) =>
      amounts(plan({ components: [each({ refund: "original" })] }), [order, ...two, cashRefund(order, fen)]);
    expect(lost(2_000_000)).toEqual({ "in:collection:s1-1": 15_000, "in:collection:s1-2": 5_000 });
    expect(lost(9_000_000)).toEqual({ "in:collection:s1-1": 0, "in:collection:s1-2": 0 });
  });

  it("is known of all months, of which each sum loses its part once", () => {
    const earlier = sale(10_000_000, { on: "2026-01-05" });
    const sums = [collection(earlier, 3_000_000, 1, "2026-02-10"), collection(earlier, 1_000_000, 2, "2026-03-10")];
    const returned = cashRefund(earlier, 2_000_000, "2026-04-02");
    const march = { referred: [earlier, ...sums, returned] };
    expect(amounts(monthly({ refund: "original" }), sums.slice(1), march)).toEqual({ a: 10_000 });
  });

  it("is due after the last of it has come, counted from the month in which it came", () => {
    const whole = plan({
      components: [
        event({ code: "a", amount: "金额 × 1%", pay: [{ share: "1", when: "paidInFull", due: "次月5日" }] }),
      ],
    });
    const first = collection(order, 4_000_000, 1, "2026-04-15");
    const last = collection(order, 6_000_000, 2, "2026-05-07");
    const line = (...money: Fact[]) => lineOf(whole, book([order, ...money], { state: "closed" }), "a:sale:s1");
    expect(line(first)).toMatchObject({ states: { earnedFen: 100_000, payableFen: 0 }, dueOn: null });
    expect(line(first, last)).toMatchObject({ states: { payableFen: 100_000 }, dueOn: "2026-06-05" });
    // What came by the close of the month itself is due on the day that follows it.
    expect(line(collected)).toMatchObject({ states: { payableFen: 100_000 }, dueOn: "2026-04-03" });
  });

  it("is due when the first of it is, where several orders are paid together", () => {
    const together = plan({
      inputs: [ownSales],
      components: [
        period({
          code: "a",
          amount: "个人业绩 × 1%",
          basis: "个人业绩",
          pay: [{ share: "1", when: "collected", due: "次月5日" }],
        }),
      ],
    });
    const second = sale(10_000_000, { id: "s2" });
    const money = [collection(order, 10_000_000, 1, "2026-04-15"), collection(second, 10_000_000, 1, "2026-06-10")];
    const month = book([order, second, ...money], { state: "closed" });
    expect(lineOf(together, month, "a")).toMatchObject({ states: { payableFen: 200_000 }, dueOn: "2026-05-05" });
  });
});

describe("facts", () => {
  it("count in their newest revision", () => {
    const order = sale(10_000_000);
    expect(amounts(internetCompany, [{ ...order, amountFen: 20_000_000, revision: 2 }, order])).toEqual({
      "commission:sale:s1": 300_000,
    });
  });

  it("are found by what they are: stream, origin, role", () => {
    const by = plan({
      inputs: [
        {
          name: "新车",
          kind: "measure",
          code: "sales.confirmed",
          of: "member",
          period: "month",
          filter: { stream: "新车" },
        },
      ],
      tables: [
        {
          kind: "lookup",
          name: "来源",
          by: "origin",
          unit: "ratio",
          rows: [{ key: "市场", value: "0.03" }],
          otherwise: "0.05",
        },
      ],
      components: [
        period({ code: "p", amount: "新车 × 3%", basis: "新车" }),
        event({ code: "e", amount: "金额 × 查表(来源)", filter: { stream: "新车" } }),
      ],
    });
    const facts = [
      sale(10_000_000, { id: "s1", stream: "新车", origin: "市场" }),
      sale(10_000_000, { id: "s2", stream: "售后", origin: "市场" }),
      sale(10_000_000, { id: "s3", stream: "新车" }),
    ];
    expect(amounts(by, facts)).toEqual({ p: 600_000, "e:sale:s1": 300_000, "e:sale:s3": 500_000 });
  });

  it("are visits to new clients apart from the others", () => {
    const input = { name: "新客户拜访", code: "visits.newCustomer", of: "member", period: "month" } as const;
    const visits = plan({
      inputs: [{ kind: "measure", ...input }],
      components: [
        period({ code: "all", amount: "新客户拜访 × 50元", basis: "新客户拜访" }),
        event({ code: "each", on: "visit", amount: "20元", filter: { newCustomer: true } }),
      ],
    });
    const facts: Fact[] = [{ ...visit("a"), newCustomer: true }, visit("b"), visit("c")];
    expect(amounts(visits, facts)).toEqual({ all: 5_000, "each:visit:a": 2_000 });
  });

  it("give how many clients went on from one stage to another, with both numbers", () => {
    const reached = (name: string, stage: string) =>
      ({ name, kind: "measure", code: "stages.reached", of: "member", period: "month", filter: { stage } }) as const;
    const conversion = plan({
      inputs: [reached("签单数", "签单"), reached("方案数", "方案提交")],
      components: [period({ code: "conversion", amount: "100元 × 签单数 ÷ 方案数", when: "方案数 ≥ 1" })],
    });
    const facts = [stage("a", "方案提交"), stage("b", "方案提交"), stage("a", "签单"), stage("c", "需求调研")];
    expect(amounts(conversion, facts)).toEqual({ conversion: 5_000 });
    expect(amounts(conversion, [stage("a", "签单")])).toEqual({ conversion: 0 });
  });

  it("pay effective visits one by one, or together", () => {
    const visits = plan({
      inputs: [{ name: "拜访", kind: "measure", code: "visits.effective", of: "member", period: "month" }],
      components: [
        period({ code: "all", amount: "拜访 × 50元", basis: "拜访", when: "拜访 ≥ 2" }),
        event({ code: "each", on: "visit", amount: "50元" }),
      ],
    });
    const line = lineOf(visits, book([visit("v1"), visit("v2"), visit("v3")]), "all");
    expect([line.amountFen, line.allocation.map((one) => one.fen)]).toEqual([15_000, [5_000, 5_000, 5_000]]);
    expect(amounts(visits, [visit("v1")])).toEqual({ all: 0, "each:visit:v1": 5_000 });
  });
});

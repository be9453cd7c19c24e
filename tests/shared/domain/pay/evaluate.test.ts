import { type Book, type Component, evaluate, type Fact, type Line, type Plan } from "@shared/domain/pay";
import {
  consumerGoods,
  internetCompany,
  manufacturingGroup,
  raisedReward,
  saasCompany,
  tutorialTiers,
} from "@shared/domain/pay/plans";
import {
  assigned,
  attainmentGiven,
  book,
  collection,
  firstOrder,
  me,
  other,
  payment,
  plan,
  refund,
  sale,
  team,
  visit,
} from "./support/builders";

const lineOf = (of: Plan | Plan[], month: Book, id: string): Line => {
  const line = evaluate(assigned(of), month).lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
};
const amounts = (of: Plan | Plan[], facts: Fact[], more: Partial<Book> = {}) =>
  Object.fromEntries(evaluate(assigned(of), book(facts, more)).lines.map((line) => [line.id, line.amountFen]));
const period = (more: Partial<Component> & { code: string; amount: string }): Component =>
  ({ name: more.code, kind: "奖金", grain: "period", period: "month", ...more }) as Component;
const event = (more: Partial<Component> & { code: string; amount: string }): Component =>
  ({ name: more.code, kind: "奖励", grain: "event", on: "sale", ...more }) as Component;
const ownSales: Plan["inputs"][number] = {
  name: "个人业绩",
  kind: "measure",
  code: "sales.confirmed",
  of: "member",
  period: "month",
};

describe("the flat plan of the internet company", () => {
  const month = [sale(10_000_000), firstOrder(sale(10_000_000))];

  it("pays 1,500.00 for an order of 10 万, earned at once, and 500.00 for the new customer, payable that day", () => {
    const commission = lineOf(internetCompany, book(month), "commission:sale:s1");
    expect(commission).toMatchObject({
      amountFen: 150_000,
      states: { earnedFen: 150_000, estimatedFen: 0 },
      openFactors: [],
      dueOn: null,
    });
    const reward = lineOf(internetCompany, book(month), "new-customer:newCustomer:s1");
    expect(reward).toMatchObject({ amountFen: 50_000, states: { payableFen: 50_000 }, dueOn: "2026-03-10" });
  });

  it("releases the commission at the close, due on 3 April because the 5th is a holiday", () => {
    const closed = lineOf(internetCompany, book(month, { state: "closed" }), "commission:sale:s1");
    expect(closed).toMatchObject({ states: { earnedFen: 0, payableFen: 150_000 }, dueOn: "2026-04-03" });
  });

  it("moves what was paid from payable to paid", () => {
    const paid = lineOf(
      internetCompany,
      book([...month, payment("new-customer:newCustomer:s1", 50_000)]),
      "new-customer:newCustomer:s1",
    );
    expect(paid.states).toEqual({ estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 50_000 });
  });

  it("wants a packet back that was paid for an order that then fell below 1 万", () => {
    const order = sale(1_000_000);
    const facts = [order, firstOrder(order), refund(order, 1), payment("new-customer:newCustomer:s1", 50_000)];
    const line = lineOf(internetCompany, book(facts), "new-customer:newCustomer:s1");
    expect(line).toMatchObject({
      amountFen: 0,
      states: { payableFen: -50_000, paidFen: 50_000, receivableFen: 50_000 },
      reason: { code: "condition.notMet" },
    });
  });

  it("pays the one who has 70 % of an order 70 % of its commission, to the fen with the other", () => {
    const shared = sale(10_000_300, { share: "0.7", rest: "0.3" });
    const mine = lineOf(internetCompany, book([shared]), "commission:sale:s1");
    const theirs = evaluate(assigned(internetCompany), book([shared], { memberId: other })).lines[0];
    expect([mine.amountFen, theirs?.amountFen]).toEqual([105_004, 45_001]);
    expect(mine.amountFen + (theirs?.amountFen ?? 0)).toBe(150_005);
  });

  it("pays nobody for an order without an owner among the company's people", () => {
    expect(evaluate(assigned(internetCompany), book(month, { memberId: "nobody" })).lines).toEqual([]);
  });

  it("counts an order in the month that it was confirmed in", () => {
    const late = sale(10_000_000, { on: "2026-03-31", countsOn: "2026-04-01" });
    expect(evaluate(assigned(internetCompany), book([late])).lines).toEqual([]);
    expect(evaluate(assigned(internetCompany), book([late], { period: "2026-04" })).totals.amountFen).toBe(150_000);
  });
});

describe("the tutorial's tiers", () => {
  it("price the whole month at the tier reached, so one order can raise the others", () => {
    expect(amounts(tutorialTiers, [sale(14_000_000)])).toMatchObject({ commission: 210_000 });
    expect(amounts(tutorialTiers, [sale(14_000_000), sale(7_000_000, { id: "s2" })])).toMatchObject({
      commission: 420_000,
    });
  });

  it("are divided among the month's orders by what is left of each", () => {
    const facts = [sale(14_000_000), sale(4_400_000, { id: "s2" }), refund(sale(14_000_000), 2_000_000)];
    const line = lineOf(tutorialTiers, book(facts), "commission");
    expect(line.allocation).toEqual([
      { factId: "sale:s1", fen: 180_000 },
      { factId: "sale:s2", fen: 66_000 },
    ]);
    expect(line.unallocatedFen).toBe(0);
  });

  it("lose the tier with a refund: 21 万 less 2 万 falls from 4,200.00 to 2,850.00", () => {
    const order = sale(21_000_000);
    expect(amounts(tutorialTiers, [order])).toMatchObject({ commission: 420_000 });
    expect(amounts(tutorialTiers, [order, refund(order, 2_000_000)])).toMatchObject({ commission: 285_000 });
  });

  it("stay estimated until the close, and say what is still open", () => {
    const line = lineOf(tutorialTiers, book([sale(14_000_000)]), "commission");
    expect([line.states.estimatedFen, line.openFactors, line.dueOn]).toEqual([210_000, ["个人业绩"], null]);
    const closed = lineOf(tutorialTiers, book([sale(14_000_000)], { state: "closed" }), "commission");
    expect([closed.states.payableFen, closed.openFactors, closed.dueOn]).toEqual([210_000, [], "2026-04-03"]);
  });

  it.each([
    [24_000_000, 20_000_000, 0, "condition.notMet"],
    [24_000_001, 20_000_000, 500_000, "paid"],
    [24_000_001, 0, 0, "condition.undefined"],
  ])("with %d fen of a target of %d add %d: exactly 120 %% is not over 120 %%", (done, target, bonus, code) => {
    const given = attainmentGiven("member", 0, target).slice(1);
    const line = lineOf(tutorialTiers, book([sale(done)], { given }), "over-bonus");
    expect([line.amountFen, line.reason.code]).toEqual([bonus, code]);
  });
});

describe("the team-factor plan of the manufacturing group", () => {
  const at = (teamPercent: number, companyPercent: number) => ({
    given: [...attainmentGiven("team", teamPercent, 100), ...attainmentGiven("company", companyPercent, 100)],
  });

  it.each([
    [95, 105, 2_400_000],
    [75, 105, 0],
    [80, 95, 1_600_000],
    [100, 100, 2_880_000],
  ])("with the team at %d %% and the company at %d %% pays %d fen on 100 万", (teamPercent, companyPercent, fen) => {
    expect(amounts(manufacturingGroup, [sale(100_000_000)], at(teamPercent, companyPercent))).toEqual({
      commission: fen,
    });
  });

  it("says that the team's factor is what makes it 0", () => {
    const line = lineOf(manufacturingGroup, book([sale(27_000_000)], at(70, 105)), "commission");
    expect(line.reason).toEqual({
      code: "factor.zero",
      params: { name: "团队完成率", value: "7/10", valueText: "70%", table: "团队系数", factor: "0" },
    });
    expect(line.openFactors).toEqual(["个人业绩", "团队完成率", "公司完成率"]);
  });

  it("pays nothing while the company has no target, and finance must say what then", () => {
    const statement = evaluate(
      assigned(manufacturingGroup),
      book([sale(27_000_000)], { given: attainmentGiven("team", 95, 100) }),
    );
    expect(statement.lines[0]).toMatchObject({
      amountFen: 0,
      reason: { code: "undefined", params: { name: "公司完成率", why: "noTarget" } },
    });
    expect(statement.exceptions).toEqual([
      {
        lineId: "commission",
        code: "undefined",
        params: { component: "销售提成", name: "公司完成率", why: "noTarget" },
      },
    ]);
  });

  it("releases commission as money comes in, not more than the contract", () => {
    const order = sale(100_000_000);
    const closed = (collectedFen: number) =>
      lineOf(
        manufacturingGroup,
        book([order, collection(order, collectedFen)], { ...at(95, 105), state: "closed" }),
        "commission",
      ).states;
    expect(closed(25_000_000)).toMatchObject({ earnedFen: 1_800_000, payableFen: 600_000 });
    expect(closed(150_000_000)).toMatchObject({ earnedFen: 0, payableFen: 2_400_000 });
  });
});

describe("rewards for new customers", () => {
  const orders = (count: number) => Array.from({ length: count }, (_, at) => sale(1_000_000, { id: `s${at}` }));
  const total = (facts: Fact[]) => evaluate(assigned(consumerGoods), book(facts)).totals.amountFen;

  it.each([
    [10, 500_000],
    [11, 650_000],
    [22, 1_200_000],
  ])("of %d come to %d fen: more than ten add 1,000 once", (count, fen) => {
    expect(total(orders(count).flatMap((order) => [order, firstOrder(order)]))).toBe(fen);
  });

  it("take packet and extra back when the eleventh customer refunds", () => {
    const all = orders(11);
    const facts = all.flatMap((order) => [order, firstOrder(order)]);
    const last = all[10];
    if (last === undefined) throw new Error("there are eleven");
    expect(total(facts) - total([...facts, refund(last, 1)])).toBe(150_000);
  });

  it("are paid once per customer, also over months", () => {
    const order = sale(1_000_000);
    const again = { ...firstOrder(order), id: "newCustomer:again" };
    expect(total([order, firstOrder(order), again])).toBe(50_000);
    const before = { paidOnce: [{ component: "new-customer", key: order.customerId }] };
    const line = lineOf(consumerGoods, book([order, firstOrder(order)], before), "new-customer:newCustomer:s1");
    expect([line.amountFen, line.reason.code]).toEqual([0, "oncePer.alreadyPaid"]);
  });

  it("keep the amount of the version that was valid on their day", () => {
    const before = sale(1_000_000, { id: "s1", on: "2026-03-14" });
    const after = sale(1_000_000, { id: "s2", on: "2026-03-15" });
    for (const versions of [[...raisedReward], [...raisedReward].reverse()]) {
      expect(amounts(versions, [before, firstOrder(before), after, firstOrder(after)])).toEqual({
        "new-customer:newCustomer:s1": 50_000,
        "new-customer:newCustomer:s2": 80_000,
      });
    }
  });

  it("with a budget wait for its decision", () => {
    const component = { ...consumerGoods.components[0], budget: "fy26" } as Component;
    const budgeted = plan({ components: [component] });
    const order = sale(1_000_000);
    const grant = (granted: boolean): Fact => ({
      ...visit("g"),
      kind: "grant",
      id: "grant:1",
      component: "new-customer",
      factId: "newCustomer:s1",
      granted,
      why: "预算用完",
      credits: [],
    });
    const reason = (facts: Fact[]) =>
      lineOf(budgeted, book([order, firstOrder(order), ...facts]), "new-customer:newCustomer:s1");
    expect(reason([])).toMatchObject({ amountFen: 0, reason: { code: "grant.pending" } });
    expect(reason([grant(false)])).toMatchObject({
      amountFen: 0,
      reason: { code: "grant.refused", params: { why: "预算用完" } },
    });
    expect(reason([grant(true)])).toMatchObject({ amountFen: 50_000 });
  });
});

describe("the score of the SaaS company", () => {
  const given = (conversion: string | null): Book["given"] => [
    { kind: "target", code: "sales.confirmed", of: "member", period: "2026-03", value: { fen: 10_000_000 } },
    {
      kind: "measure",
      code: "leads.conversion",
      of: "member",
      period: "2026-03",
      value: conversion === null ? null : { decimal: conversion },
    },
    { kind: "target", code: "leads.conversion", of: "member", period: "2026-03", value: { decimal: "0.2" } },
    { kind: "target", code: "customers.new", of: "member", period: "2026-03", value: { decimal: "2" } },
    { kind: "measure", code: "customers.retention", of: "member", period: "2026-03", value: { decimal: "1.2" } },
    { kind: "target", code: "customers.retention", of: "member", period: "2026-03", value: { decimal: "1" } },
    { kind: "param", code: "bonusBase", of: "member", period: "2026-03", value: { fen: 300_000 } },
  ];

  it("weighs 40/30/20/10 and counts no indicator above 150 %", () => {
    const facts = [sale(20_000_000), firstOrder(sale(20_000_000))];
    // 0.4 × 1.5 (200 % capped) + 0.3 × 0.8 + 0.2 × 0.5 + 0.1 × 1.2 = 1.06
    expect(lineOf(saasCompany, book(facts, { given: given("0.16") }), "score-bonus").amountFen).toBe(318_000);
  });

  it("has no value while one indicator has none", () => {
    const line = lineOf(saasCompany, book([sale(1_000_000)], { given: given(null) }), "score-bonus");
    expect(line.reason).toEqual({ code: "undefined", params: { name: "考核得分", why: "noData" } });
  });
});

describe("what a period counts", () => {
  const percent = plan({
    inputs: [ownSales],
    components: [period({ code: "percent", amount: "个人业绩 × 1%", basis: "个人业绩" })],
  });

  it("is the member's own part of each order, and only of the month", () => {
    const shared = sale(10_000_000, { share: "0.7", rest: "0.3" });
    const others = [
      sale(3_000_000, { id: "s2", countsOn: "2026-02-28", on: "2026-02-28" }),
      sale(3_000_000, { id: "s3", on: "2026-03-31", countsOn: "2026-04-01" }),
    ];
    expect(amounts(percent, [shared, ...others])).toEqual({ percent: 70_000 });
    expect(amounts(percent, [shared, ...others], { memberId: other })).toEqual({ percent: 30_000 });
  });

  it("gives nothing to an order that was refunded beyond its amount, and takes nothing from the others for it", () => {
    const order = sale(2_000_000);
    const line = lineOf(percent, book([order, refund(order, 2_500_000), sale(8_000_000, { id: "s2" })]), "percent");
    expect(line).toMatchObject({ amountFen: 75_000, allocation: [{ factId: "sale:s2", fen: 75_000 }] });
  });
});

describe("limits, stacking and sums of lines", () => {
  it("cap and floor an amount and say so", () => {
    const limited = plan({
      inputs: [ownSales],
      components: [event({ code: "a", amount: "金额 × 10%", cap: "2000元", floor: "100元" })],
    });
    const line = (fen: number) => lineOf(limited, book([sale(fen)]), "a:sale:s1");
    expect(line(10_000_000)).toMatchObject({ amountFen: 200_000, reason: { code: "cap.reached" } });
    expect(line(2_000_000)).toMatchObject({ amountFen: 200_000, reason: { code: "paid" } });
    expect(line(100)).toMatchObject({ amountFen: 10_000, reason: { code: "floor.applied" } });
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

  it("prefers the first listed of two equal sums, and names the winner on the loser's line", () => {
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

describe("moves, versions and missing plans", () => {
  const half = { from: "2026-01-01", to: "2026-03-15", teamId: "u4" };
  const rest = { from: "2026-03-16", to: null, teamId: team };

  it("price each order under the plan and team of its day, with the target cut by days", () => {
    const assignments = [...assigned(tutorialTiers, half), ...assigned({ ...tutorialTiers, code: "other" }, rest)];
    const facts = [sale(6_000_000, { id: "s1", on: "2026-03-10" }), sale(9_000_000, { id: "s2", on: "2026-03-20" })];
    const given = attainmentGiven("member", 0, 31_000_000).slice(1);
    const { lines } = evaluate(assignments, book(facts, { given }));
    // Edges scale with the days: 10 万 × 15 ÷ 31 is 48,387.10, so 6 万 is in the tier of 1.5 %; the target of that half is 15 万.
    expect(lines.map((line) => [line.id, line.segment.teamId, line.amountFen])).toEqual([
      ["commission@2026-03-01", "u4", 90_000],
      ["over-bonus@2026-03-01", "u4", 0],
      ["commission@2026-03-16", team, 135_000],
      ["over-bonus@2026-03-16", team, 0],
    ]);
  });

  const ownTarget: Plan["inputs"][number] = { ...ownSales, name: "目标", kind: "target" };

  it("cut the member's target by the days of each half", () => {
    const paysTarget = plan({ inputs: [ownTarget], components: [period({ code: "all", amount: "目标 × 1%" })] });
    const assignments = [...assigned(paysTarget, half), ...assigned({ ...paysTarget, code: "other" }, rest)];
    const given = attainmentGiven("member", 0, 31_000_000).slice(1);
    expect(evaluate(assignments, book([], { given })).lines.map((line) => line.amountFen)).toEqual([150_000, 160_000]);
    expect(amounts(paysTarget, [], { given })).toEqual({ all: 310_000 });
  });

  it("are sure in the open month of what depends on a target alone, which nothing of the month changes", () => {
    const rewards = plan({
      inputs: [ownTarget],
      components: [event({ code: "a", amount: "如果(目标 > 0元, 100元, 0元)" })],
    });
    const given = attainmentGiven("member", 0, 31_000_000).slice(1);
    expect(lineOf(rewards, book([sale(100)], { given }), "a:sale:s1")).toMatchObject({
      openFactors: [],
      states: { earnedFen: 10_000, estimatedFen: 0 },
    });
  });

  it("take the inputs of the team of that half", () => {
    const assignments = [
      ...assigned(manufacturingGroup, half),
      ...assigned({ ...manufacturingGroup, code: "other" }, rest),
    ];
    const attained = (unitId: string, percent: number) =>
      attainmentGiven("team", percent, 100).map((one) => ({ ...one, unitId }));
    const given = [...attained("u4", 75), ...attained(team, 95), ...attainmentGiven("company", 100, 100)];
    const facts = [sale(10_000_000, { id: "s1", on: "2026-03-10" }), sale(10_000_000, { id: "s2", on: "2026-03-20" })];
    expect(evaluate(assignments, book(facts, { given })).lines.map((line) => line.amountFen)).toEqual([0, 240_000]);
  });

  it("keep the month's version for period lines when a new one begins inside the month", () => {
    const later = {
      ...tutorialTiers,
      version: 2,
      validFrom: "2026-03-16",
      components: [period({ code: "commission", amount: "1元" })],
    };
    expect(amounts([tutorialTiers, later], [sale(10_000_000, { on: "2026-03-20" })])).toMatchObject({
      commission: 150_000,
    });
  });

  it("say that an order has no plan on its day", () => {
    const { lines, exceptions } = evaluate(assigned(internetCompany, { from: "2026-03-15" }), book([sale(10_000_000)]));
    expect([lines, exceptions]).toEqual([
      [],
      [{ lineId: null, code: "plan.missing", params: { factId: "sale:s1", on: "2026-03-10" } }],
    ]);
  });

  it("guess nothing where two base plans want to pay", () => {
    const both = [...assigned(internetCompany), ...assigned(tutorialTiers)];
    const { lines, exceptions } = evaluate(both, book([sale(10_000_000)]));
    expect([lines, exceptions.map((one) => one.code)]).toEqual([[], ["plan.ambiguous", "plan.ambiguous"]]);
  });

  it("add a campaign to the base plan while it lasts", () => {
    const campaign = plan({
      code: "spring",
      layer: "campaign",
      validFrom: "2026-03-05",
      validTo: "2026-03-12",
      components: [event({ code: "commission", amount: "100元" })],
    });
    const facts = [sale(10_000_000), sale(10_000_000, { id: "s2", on: "2026-03-13" })];
    const { lines } = evaluate([...assigned(campaign), ...assigned(internetCompany)], book(facts));
    expect(lines.map((line) => [line.id, line.amountFen])).toEqual([
      ["commission:sale:s1", 150_000],
      ["commission:sale:s2", 150_000],
      ["spring.commission:sale:s1", 10_000],
    ]);
  });

  it("count an order signed before a move under the old plan, though confirmed after it", () => {
    const assignments = [
      ...assigned(internetCompany, { from: "2026-01-01", to: "2026-02-28" }),
      ...assigned(tutorialTiers, { from: "2026-03-01" }),
    ];
    const { lines } = evaluate(assignments, book([sale(10_000_000, { on: "2026-02-27", countsOn: "2026-03-02" })]));
    expect(lines.filter((line) => line.amountFen !== 0).map((line) => line.id)).toEqual([
      "commission",
      "commission:sale:s1",
    ]);
  });
});

describe("what cannot be priced", () => {
  it("is reported by name, and the rest is computed", () => {
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

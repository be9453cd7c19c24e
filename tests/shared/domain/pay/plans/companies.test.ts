import { evaluate, type GivenInput, type MemberBook, type Component, type Fact } from "@shared/domain/pay";
import {
  consumerGoods,
  internetCompany,
  layeredTeam,
  manufacturingGroup,
  overAchievement,
  overAchievementLiteral,
  pharmaCompany,
  pharmaCompanyPerVisit,
  raisedReward,
  saasCompany,
  softwareCompany,
  tutorialTiers,
} from "@shared/domain/pay/plans";
import {
  amounts,
  assigned,
  attainmentGiven,
  book,
  collection,
  firstOrder,
  lineOf,
  other,
  payment,
  plan,
  refund,
  sale,
  visit,
} from "../support/builders";

describe("the flat plan of the internet company", () => {
  const month = [sale(10_000_000), firstOrder(sale(10_000_000))];

  it("pays 1,500.00 for an order of 10 万, earned at once", () => {
    const commission = lineOf(internetCompany, book(month), "commission:sale:s1");
    expect(commission).toMatchObject({
      amountFen: 150_000,
      states: { earnedFen: 150_000, estimatedFen: 0 },
      openFactors: [],
      dueOn: null,
    });
  });

  it("pays 500.00 for the new customer, payable that day", () => {
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

  it("stay estimated while something is still open", () => {
    const line = lineOf(tutorialTiers, book([sale(14_000_000)]), "commission");
    expect([line.states.estimatedFen, line.openFactors, line.dueOn]).toEqual([210_000, ["个人业绩"], null]);
  });

  it("are payable after the close", () => {
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

  it("pays nothing while finance has not said what holds without a target", () => {
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
  const given = (conversion: string | null): MemberBook["given"] => [
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

  it("weighs 40/30/20/10, with no indicator above 150 %", () => {
    const facts = [sale(20_000_000), firstOrder(sale(20_000_000))];
    // 0.4 × 1.5 (200 % capped) + 0.3 × 0.8 + 0.2 × 0.5 + 0.1 × 1.2 = 1.06
    expect(lineOf(saasCompany, book(facts, { given: given("0.16") }), "score-bonus").amountFen).toBe(318_000);
  });

  it("has no value while one indicator has none", () => {
    const line = lineOf(saasCompany, book([sale(1_000_000)], { given: given(null) }), "score-bonus");
    expect(line.reason).toEqual({ code: "undefined", params: { name: "考核得分", why: "noData" } });
  });

  it("names the indicator whose target is missing where that is why there is no score", () => {
    const missing = given("0.16").filter(({ kind, code }) => kind !== "target" || code !== "sales.confirmed");
    const line = lineOf(saasCompany, book([sale(1_000_000)], { given: missing }), "score-bonus");
    expect(line.reason).toMatchObject({ code: "undefined", params: { why: "noTarget" } });
    expect(line.reason.params.name).not.toBe("考核得分");
  });
});

describe("the field plan of the pharma company", () => {
  const visits = (count: number) => Array.from({ length: count }, (_, at) => visit(`v${at}`));
  const given = (bonusBaseFen: number, visitTarget: number): GivenInput[] => [
    ...attainmentGiven("member", 0, 20_000_000).slice(1),
    { kind: "target", code: "collections.amount", of: "member", period: "2026-03", value: { fen: 10_000_000 } },
    {
      kind: "target",
      code: "visits.effective",
      of: "member",
      period: "2026-03",
      value: { decimal: String(visitTarget) },
    },
    { kind: "param", code: "bonusBase", of: "member", period: "2026-03", value: { fen: bonusBaseFen } },
  ];

  it.each([
    [19, 0],
    [20, 100_000],
    [21, 105_000],
  ])("pays %d of 20 effective visits %d fen of allowance: nothing before the target is met", (count, fen) => {
    expect(amounts(pharmaCompany, visits(count), { given: given(0, 20) })["visit-allowance"]).toBe(fen);
  });

  const perVisit = (facts: Fact[]) =>
    evaluate(assigned(pharmaCompanyPerVisit), book(facts, { given: given(0, 20) })).totals.amountFen;

  it.each([
    [0, 0],
    [1, 5_000],
    [19, 95_000],
  ])("pays %d visits %d fen where each visit counts by itself", (count, fen) => {
    expect(perVisit(visits(count))).toBe(fen);
  });

  it("takes back 50.00 for a visit whose check-in was rejected", () => {
    const rejected = { ...visit("v0"), revision: 2, rejected: true as const };
    expect(perVisit([...visits(20), rejected])).toBe(95_000);
  });

  it("lets visits weigh 10 % of the score: all visits and nothing else are a tenth of the bonus base", () => {
    expect(amounts(pharmaCompany, visits(20), { given: given(300_000, 20) })["score-bonus"]).toBe(30_000);
  });

  it("lets no visits beyond 150 % of the target stand for sales", () => {
    const bonus = (count: number) =>
      amounts(pharmaCompany, visits(count), { given: given(300_000, 20) })["score-bonus"];
    expect([bonus(30), bonus(40)]).toEqual([45_000, 45_000]);
  });
});

describe("the three rewards for more than the target", () => {
  const paid = (pays: typeof overAchievement) =>
    amounts(pays, [sale(25_000_000)], { given: attainmentGiven("member", 0, 20_000_000).slice(1) });

  it("all pay as they are written, 15,000.00 on 25 万", () => {
    expect(paid(overAchievementLiteral)).toEqual({ commission: 500_000, accelerator: 500_000, "over-bonus": 500_000 });
  });

  it("pay the better rate and the bonus once it is said how they go together", () => {
    expect(paid(overAchievement)).toEqual({ commission: 500_000, accelerator: 0, "over-bonus": 500_000 });
  });
});

describe("incentives by layer", () => {
  const given = (layer: string, beforeFen: number): GivenInput[] => [
    ...attainmentGiven("member", 0, 20_000_000).slice(1),
    { kind: "layer", code: "sales.confirmed", of: "member", period: "2026-02", value: { decimal: layer } },
    { kind: "measure", code: "sales.confirmed", of: "member", period: "2026-02", value: { fen: beforeFen } },
  ];
  const paid = (soldFen: number, layer: string, beforeFen = 0) =>
    amounts(layeredTeam, [sale(soldFen)], { given: given(layer, beforeFen) });

  it.each([
    ["1", 24_000_001, 20_000_000, { commission: 480_000, "growth-bonus": 0, "basic-bonus": 0 }],
    ["1", 24_000_000, 20_000_000, { commission: 360_000, "growth-bonus": 0, "basic-bonus": 0 }],
    ["2", 11_500_000, 10_000_000, { commission: 172_500, "growth-bonus": 200_000, "basic-bonus": 0 }],
    ["2", 11_499_999, 10_000_000, { commission: 172_500, "growth-bonus": 0, "basic-bonus": 0 }],
    ["2", 5_000_000, 0, { commission: 75_000, "growth-bonus": 0, "basic-bonus": 0 }],
    ["3", 20_000_000, 10_000_000, { commission: 300_000, "growth-bonus": 0, "basic-bonus": 100_000 }],
    ["3", 19_999_999, 10_000_000, { commission: 300_000, "growth-bonus": 0, "basic-bonus": 0 }],
  ])("in layer %s with %d fen after %d pay %j", (layer, soldFen, beforeFen, expected) => {
    expect(paid(soldFen, layer, beforeFen)).toEqual(expected);
  });
});

describe("the software company", () => {
  const order = (on: string): Fact => ({
    ...sale(10_000_000, { on, origin: "市场" }),
    credits: [
      { memberId: other, role: "marketing", share: "1", fen: 10_000_000, teamId: null },
      ...sale(10_000_000).credits,
    ],
  });
  const paid = (memberId: string, on: string) =>
    evaluate(assigned([...softwareCompany]), book([order(on)], { memberId, period: on.slice(0, 7) })).totals.amountFen;

  it.each([
    ["2026-03-31", 200_000, 400_000],
    ["2026-04-01", 400_000, 200_000],
  ])("pays for a marketing client signed on %s sales %d and marketing %d fen", (on, sales, marketing) => {
    expect([paid("xiaowang", on), paid(other, on)]).toEqual([sales, marketing]);
  });
});

import {
  evaluate,
  journalOfDifference,
  onceComponents,
  onceGiven,
  type PaidOnce,
  paidOnceFor,
  type Plan,
  type SaleFact,
  tracesOf,
} from "@shared/domain/pay";
import {
  amounts,
  assigned,
  book,
  event,
  firstOrder,
  me,
  other,
  ownSales,
  period,
  plan,
  refund,
  sale,
  team,
} from "../support/builders";

const [order, again] = [sale(1_000_000), sale(1_000_000, { id: "s2" })];
const ofOneCustomer = [firstOrder(order), { ...firstOrder(again), customerId: order.customerId }];
const welcome = (more: Partial<Plan["components"][number]> = {}) =>
  event({ code: "a", amount: "500元", on: "newCustomer", oncePer: "customer", ...more });
const rule = (policy: "best" | "first", ...components: string[]) => ({ name: components.join(), components, policy });

describe("a stacking rule", () => {
  const bonus = period({ code: "c", amount: "600元" });

  it("does not let a line win that was paid before and pays nothing now", () => {
    const either = plan({ components: [welcome(), bonus], stacking: [rule("first", "a", "c")] });
    const paidOnce = [{ component: "a", key: order.customerId }];
    expect(amounts(either, [firstOrder(order)], { paidOnce })).toEqual({ "a:newCustomer:s1": 0, c: 60_000 });
  });

  it("compares what the lines pay, not what they would pay twice", () => {
    const either = plan({ components: [welcome(), bonus], stacking: [rule("best", "a", "c")] });
    expect(amounts(either, ofOneCustomer)).toEqual({ "a:newCustomer:s1": 0, "a:newCustomer:s2": 0, c: 60_000 });
  });

  it("does not let a line win that has lost under another rule", () => {
    const three = plan({
      components: [
        event({ code: "a", amount: "500元" }),
        event({ code: "b", amount: "600元" }),
        event({ code: "c", amount: "400元" }),
      ],
      stacking: [rule("best", "a", "b"), rule("best", "a", "c")],
    });
    expect(amounts(three, [order])).toEqual({ "a:sale:s1": 0, "b:sale:s1": 60_000, "c:sale:s1": 40_000 });
  });

  it("is that of the version of the fact's day", () => {
    const components = [event({ code: "a", amount: "500元" }), event({ code: "b", amount: "600元" })];
    const [free, strict] = [plan({ components }), plan({ components, stacking: [rule("best", "a", "b")] })];
    const late = sale(1_000_000, { id: "s2", on: "2026-03-20" });
    const lines = amounts([free, { ...strict, version: 2, validFrom: "2026-03-15" }], [order, late]);
    expect(lines).toEqual({ "a:sale:s1": 50_000, "b:sale:s1": 60_000, "a:sale:s2": 0, "b:sale:s2": 60_000 });
  });
});

describe("an order that was refunded", () => {
  const share = (more: Partial<Plan["components"][number]> = {}) =>
    event({ code: "a", amount: "金额 × 5%", refund: "original", ...more });
  const either = (of: Plan["components"][number]) =>
    plan({ components: [of, period({ code: "c", amount: "1000元" })], stacking: [rule("best", "a", "c")] });
  const [large, small] = [sale(10_000_000), sale(400_000, { id: "s2", customerId: "customer-s1" })];

  it("does not win over a bonus with what it does not pay any more", () => {
    expect(amounts(either(share()), [large])).toEqual({ "a:sale:s1": 500_000, c: 0 });
    expect(amounts(either(share()), [large, refund(large, 10_000_000)])).toEqual({ "a:sale:s1": 0, c: 100_000 });
  });

  it("does not win either where it is paid with the month's other orders", () => {
    const monthly = period({ code: "a", amount: "个人业绩 × 5%", basis: "个人业绩", refund: "original" });
    const of = { ...either(monthly), inputs: [ownSales] };
    expect(amounts(of, [large, refund(large, 10_000_000)])).toEqual({ a: 0, c: 100_000 });
  });

  it("loses on the whole of it before people who share it divide what is left", () => {
    const shared = sale(2, { share: "0.5", rest: "0.5" });
    const half = plan({ components: [share({ amount: "金额" })] });
    const parts = [me, other].map((memberId) => amounts(half, [shared, refund(shared, 1)], { memberId }));
    expect(parts).toEqual([{ "a:sale:s1": 1 }, { "a:sale:s1": 0 }]);
  });

  it("leaves the reward that is given once to the client's next order", () => {
    const once = plan({ components: [share({ oncePer: "customer" })] });
    expect(amounts(once, [large, small])).toEqual({ "a:sale:s1": 500_000, "a:sale:s2": 0 });
    expect(amounts(once, [large, refund(large, 10_000_000), small])).toEqual({ "a:sale:s1": 0, "a:sale:s2": 20_000 });
  });
});

it("a reward that is given once goes to the order that counts first, whichever part of the month was signed in", () => {
  const once = plan({ components: [event({ code: "a", amount: "金额 × 5%", oncePer: "customer" })] });
  const moved = [...assigned(once, { to: "2026-03-15", teamId: "u4" }), ...assigned(once, { from: "2026-03-16" })];
  const late = sale(1_000_000, { on: "2026-03-05", countsOn: "2026-03-25" });
  const soon = sale(2_000_000, { id: "s2", on: "2026-03-18", countsOn: "2026-03-20", customerId: late.customerId });
  const { lines } = evaluate(moved, book([late, soon]));
  expect(lines.map(({ id, amountFen }) => [id, amountFen])).toEqual([
    ["a:sale:s1", 0],
    ["a:sale:s2", 100_000],
  ]);
});

it("a reward that is given once is not used up by an order that brings a loss, in this month as in later ones", () => {
  const once = plan({ components: [event({ code: "a", amount: "毛利 × 10%", oncePer: "customer" })] });
  const loss = sale(1_000_000, { marginFen: -100_000 });
  const [gain, third] = ["s2", "s3"].map((id, at) =>
    sale(1_000_000, { id, on: `2026-03-1${at + 1}`, customerId: loss.customerId, marginFen: 500_000 }),
  ) as [SaleFact, SaleFact];
  const lines = { "a:sale:s1": -10_000, "a:sale:s2": 50_000, "a:sale:s3": 0 };
  expect(amounts(once, [loss, gain, third])).toEqual(lines);
  const inTurn = [loss, gain, third].reduce<{ found: Record<string, number>; paidOnce: PaidOnce[] }>(
    ({ found, paidOnce }, fact) => {
      const statement = evaluate(assigned(once), book([fact], { paidOnce }));
      const components = onceComponents(assigned(once));
      const more = onceGiven(statement.lines, components).flatMap(
        (one) => paidOnceFor(one.component, fact, components) ?? [],
      );
      const is = Object.fromEntries(statement.lines.map(({ id, amountFen }) => [id, amountFen]));
      return { found: { ...found, ...is }, paidOnce: [...paidOnce, ...more] };
    },
    { found: {}, paidOnce: [] },
  );
  expect(inTurn.found).toEqual(lines);
});

describe("a campaign", () => {
  it("is booked to the fen in each part of a month with a move", () => {
    const base = plan({ components: [] });
    const campaign = plan({
      code: "k",
      layer: "campaign",
      inputs: [ownSales],
      components: [period({ code: "a", amount: "个人业绩 × 1%" })],
    });
    const half = { from: "2026-01-01", to: "2026-03-15", teamId: "u4" };
    const rest = { from: "2026-03-16", to: null, teamId: team };
    const assignments = [base, campaign].flatMap((one) => [...assigned(one, half), ...assigned(one, rest)]);
    const month = book([sale(100_000, { on: "2026-03-10" }), sale(300_000, { id: "s2", on: "2026-03-20" })], {
      state: "closed",
    });
    const statement = evaluate(assignments, month);
    expect(statement.lines.map(({ id, amountFen }) => [id, amountFen])).toEqual([
      ["k.a@2026-03-01", 1_000],
      ["k.a@2026-03-16", 3_000],
    ]);
    expect(tracesOf(assignments, month).size).toBe(2);
    const nothing = evaluate(assignments, book([], { state: "closed" }));
    const journal = journalOfDifference(nothing, statement, { kind: "close", id: "2026-03" });
    const earned = journal.postings.filter(({ account }) => account.startsWith(`earned:${me}`));
    expect(earned.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(-4_000);
  });

  it("pays a fixed amount once in a month with a move, by days", () => {
    const campaign = plan({ code: "k", layer: "campaign", components: [period({ code: "a", amount: "3100元" })] });
    const moved = [
      ...assigned(campaign, { to: "2026-03-10", teamId: "u4" }),
      ...assigned(campaign, { from: "2026-03-11" }),
    ];
    expect(evaluate(moved, book([])).lines.map(({ amountFen }) => amountFen)).toEqual([100_000, 210_000]);
  });

  it("pays its own reward once, whatever the base plan has paid under the same code", () => {
    const reward = { components: [welcome()] };
    const campaign = plan({ code: "k", layer: "campaign", components: [welcome({ amount: "300元" })] });
    const assignments = [...assigned(plan(reward)), ...assigned(campaign)];
    const paid = evaluate(assignments, book([firstOrder(order)])).lines.map(({ id, amountFen }) => [id, amountFen]);
    expect(paid).toEqual([
      ["a:newCustomer:s1", 50_000],
      ["k.a:newCustomer:s1", 30_000],
    ]);
  });
});

describe("a floor", () => {
  it("never touches refunds and deductions", () => {
    const backs = plan({
      components: [
        event({ code: "a", kind: "奖励", amount: "−300元", floor: "0元", on: "creditNote" }),
        event({ code: "b", kind: "扣减", amount: "−200元", floor: "0元" }),
      ],
    });
    expect(amounts(backs, [order, refund(order, 100)])).toMatchObject({ "b:sale:s1": -20_000 });
    expect(Object.values(amounts(backs, [order, refund(order, 100)]))).toContain(-30_000);
  });
});

it("a sum of lines inside a score is known before the score is", () => {
  const scored = plan({
    inputs: [
      ownSales,
      { name: "提成合计", kind: "lines", components: ["a"] },
      { name: "得分", kind: "score", items: [{ input: "提成合计", weight: "1", cap: null }], missing: "block" },
    ],
    components: [period({ code: "s", amount: "得分 × 1元" }), period({ code: "a", amount: "个人业绩 × 1%" })],
  });
  expect(amounts(scored, [sale(2_000_000)])).toEqual({ s: 20_000, a: 20_000 });
});

it("two facts of one id and revision are decided alike in whatever order they come", () => {
  const [one, two] = [sale(2_000_000), sale(500)];
  const percent = plan({ inputs: [ownSales], components: [period({ code: "a", amount: "个人业绩 × 1%" })] });
  expect(amounts(percent, [one, two])).toEqual(amounts(percent, [two, one]));
});

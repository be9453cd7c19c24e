import { type Assignment, evaluate, type Fact, type MemberBook, type Plan } from "@shared/domain/pay";
import { internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import {
  amounts,
  assigned,
  attainmentGiven,
  book,
  cashRefund,
  collection,
  ownSales,
  event,
  lineOf,
  period,
  plan,
  refund,
  sale,
  team,
} from "../support/builders";

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

  describe("price what comes back of an order where the order was priced", () => {
    const order = sale(5_000_000);
    const returned: Fact = { ...refund(order, 5_000_000), on: "2026-03-20" };
    const moved = (of: Plan) => [...assigned(of, half), ...assigned({ ...of, code: "other" }, rest)];
    const sums = (of: Plan, month: MemberBook) => evaluate(moved(of), month).lines.map((line) => line.amountFen);

    it("for the tiers of a month", () => {
      const given = attainmentGiven("member", 0, 31_000_000).slice(1);
      const { lines, totals } = evaluate(moved(tutorialTiers), book([order, returned], { given }));
      expect(totals.amountFen).toBe(0);
      expect(lines.map((line) => line.amountFen)).toEqual([0, 0, 0, 0]);
    });

    it("for what is paid by the credit note, and by money as it comes and goes", () => {
      const each = plan({
        components: [
          event({ code: "note", on: "creditNote", amount: "金额 × 1%" }),
          event({ code: "in", on: "collection", amount: "金额 × 2%" }),
          event({ code: "out", on: "cashRefund", amount: "金额 × 2%" }),
        ],
      });
      const facts = [
        order,
        returned,
        collection(order, 5_000_000, 1, "2026-03-18"),
        cashRefund(order, 5_000_000, "2026-03-20"),
      ];
      const { lines } = evaluate(moved(each), book(facts));
      expect(lines.map(({ amountFen, segment }) => [amountFen, segment.teamId])).toEqual([
        [-50_000, "u4"],
        [100_000, "u4"],
        [-100_000, "u4"],
      ]);
    });

    it("for money of an order of another month, which counts in this one", () => {
      const collected = plan({
        inputs: [{ name: "回款", kind: "measure", code: "collections.amount", of: "member", period: "month" }],
        components: [period({ code: "a", amount: "回款 × 1%", basis: "回款" })],
      });
      const before = sale(5_000_000, { on: "2026-02-10" });
      const paid = collection(before, 5_000_000, 1, "2026-03-20");
      expect(sums(collected, book([paid]))).toEqual([0, 50_000]);
      expect(sums(collected, book([paid], { referred: [before] }))).toEqual([50_000, 0]);
    });

    it("by name where there was no plan on its day", () => {
      const each = plan({ components: [event({ code: "in", on: "collection", amount: "金额 × 2%" })] });
      const before = sale(5_000_000, { on: "2026-02-10" });
      const month = book([collection(before, 5_000_000, 1, "2026-03-20")], { referred: [before] });
      const { lines, exceptions } = evaluate(assigned(each, { from: "2026-03-01" }), month);
      expect([lines, exceptions]).toEqual([
        [],
        [{ lineId: null, code: "plan.missing", params: { factId: "collection:s1-1", on: "2026-02-10" } }],
      ]);
    });
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

  describe("from one branch to another", () => {
    const paysBranch = plan({
      inputs: [{ ...ownSales, name: "分公司业绩", of: "branch" }],
      components: [period({ code: "share", amount: "分公司业绩 × 1%" })],
    });
    const given = [
      { kind: "measure" as const, code: "sales.confirmed", of: "branch" as const, unitId: "u2", period: "2026-03" },
      { kind: "measure" as const, code: "sales.confirmed", of: "branch" as const, unitId: "u9", period: "2026-03" },
    ].map((one, index) => ({ ...one, value: { fen: (index + 1) * 10_000_000 } }));
    const linesOf = (first: Partial<Assignment>, second: Partial<Assignment>) =>
      evaluate(
        [...assigned(paysBranch, { ...half, ...first }), ...assigned(paysBranch, { ...rest, ...second })],
        book([], { given }),
      ).lines.map((line) => [line.id, line.amountFen]);

    it("take the results of each for its days, whichever id comes first", () => {
      const expected = [
        ["share@2026-03-01", 96_774],
        ["share@2026-03-16", 51_613],
      ];
      expect(linesOf({ units: { branch: "u9" } }, { units: { branch: "u2" } })).toEqual(expected);
      // The team may have moved as a whole, and its people in it.
      expect(linesOf({ teamId: team, units: { branch: "u9" } }, { units: { branch: "u2" } })).toEqual(expected);
    });

    it("take none of either on days outside both", () => {
      expect(linesOf({ units: { branch: null } }, { units: { branch: "u9" } })).toEqual([
        ["share@2026-03-01", 0],
        ["share@2026-03-16", 103_226],
      ]);
    });

    it("cut nothing where the branch stays the same", () => {
      const units = { branch: "u9" };
      expect(linesOf({ teamId: team, units }, { units })).toEqual([["share", 200_000]]);
    });

    it("keep paying by the first one given in statements of versions that named no units", () => {
      expect(linesOf({}, {}).map(([, amountFen]) => amountFen)).toEqual([48_387, 51_613]);
    });
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

  describe("pay each day of a month in which a version ends by what is in force on it:", () => {
    const rate = (version: number, percent: number, more: Partial<Plan> = {}) =>
      plan({
        version,
        inputs: [ownSales],
        components: [period({ code: "all", amount: `个人业绩 × ${percent}%` })],
        ...more,
      });
    const facts = [sale(1_000_000, { id: "s1", on: "2026-03-10" }), sale(1_000_000, { id: "s2", on: "2026-03-20" })];
    const ends = { validFrom: "2026-03-01", validTo: "2026-03-15" };
    const paid = (versions: Plan[], more: Partial<Assignment> = {}) =>
      evaluate(assigned(versions, more), book(facts)).lines.map(({ segment, amountFen }) => [
        ...[segment.from, segment.to, segment.planVersion],
        amountFen,
      ]);

    it("by the one before it from then on", () => {
      expect(paid([rate(1, 1), rate(2, 2, ends)])).toEqual([
        ["2026-03-01", "2026-03-15", 2, 20_000],
        ["2026-03-16", "2026-03-31", 1, 10_000],
      ]);
    });

    it("by one that began meanwhile", () => {
      expect(paid([rate(1, 1), rate(2, 2, ends), rate(3, 3, { validFrom: "2026-03-12" })])).toEqual([
        ["2026-03-01", "2026-03-15", 2, 20_000],
        ["2026-03-16", "2026-03-31", 3, 30_000],
      ]);
    });

    it("by one that begins after some days without any", () => {
      expect(paid([rate(1, 2, ends), rate(2, 3, { validFrom: "2026-03-18" })])).toEqual([
        ["2026-03-01", "2026-03-15", 1, 20_000],
        ["2026-03-18", "2026-03-31", 2, 30_000],
      ]);
    });

    it("for somebody who has come after its end as well", () => {
      expect(paid([rate(1, 1), rate(2, 2, ends)], { from: "2026-03-18" })).toEqual([
        ["2026-03-18", "2026-03-31", 1, 10_000],
      ]);
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

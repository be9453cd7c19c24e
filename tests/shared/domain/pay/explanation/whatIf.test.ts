import {
  type BandTable,
  bestWayToTarget,
  evaluate,
  explainDifference,
  nextTeamStep,
  payIf,
  type Plan,
  plannedBook,
} from "@shared/domain/pay";
import { plannedFact } from "@shared/domain/pay/explanation/whatIf";
import { internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import { decimal } from "@shared/domain/pay/numbers/number";
import { assigned, book, firstOrder, plan, sale } from "../support/builders";

const wan = 1_000_000;
const measure = "sales.confirmed";
const order = (amountFen: number) => ({
  saleId: "planned",
  customerId: "c",
  amountFen,
  signedOn: "2026-03-26",
  countsOn: "2026-03-26",
  teamId: "u3",
});

const missing = (remainingFen: number) => ({ remainingFen, order: order(0), counting: null });

describe("one more order", () => {
  it("pays what it will pay once it is confirmed, to the fen", () => {
    const month = book([sale(10 * wan)]);
    for (const versions of [internetCompany, tutorialTiers]) {
      const assignments = assigned(versions);
      const confirmed = { ...month, facts: [...month.facts, plannedFact(month, order(9 * wan + 1))] };
      const more = evaluate(assignments, confirmed).totals.amountFen - evaluate(assignments, month).totals.amountFen;
      expect(payIf(assignments, month, { sales: [order(9 * wan + 1)] })).toBe(more);
    }
    expect(payIf(assigned(internetCompany), month, { sales: [order(10 * wan)] })).toBe(150_000);
  });

  it("is no first order of a new customer", () => {
    const first = sale(2 * wan, { id: "first" });
    const month = book([first, firstOrder(first)]);
    expect(payIf(assigned(internetCompany), month, { sales: [order(2 * wan)] })).toBe(30_000);
  });

  it("counts in the month of its confirmation", () => {
    const assignments = assigned(internetCompany);
    expect(payIf(assignments, book([]), { sales: [{ ...order(10 * wan), countsOn: "2026-04-01" }] })).toBe(0);
  });
});

describe("several things that might happen", () => {
  const cash: Plan = plan({
    inputs: [
      { name: "个人业绩", kind: "measure", code: measure, of: "member", period: "month" },
      { name: "拜访数", kind: "measure", code: "visits.effective", of: "member", period: "month" },
    ],
    components: [
      { code: "sales", name: "提成", kind: "提成", grain: "period", period: "month", amount: "个人业绩 × 1%" },
      { code: "cash", name: "回款奖", kind: "奖金", grain: "event", on: "collection", amount: "金额 × 2%" },
      { code: "first", name: "新客户奖", kind: "奖励", grain: "event", on: "newCustomer", amount: "500元" },
      { code: "visits", name: "拜访补贴", kind: "补贴", grain: "period", period: "month", amount: "拜访数 × 50元" },
    ],
  });
  const month = book([sale(10 * wan)]);
  const planned = {
    sales: [order(2 * wan), { ...order(3 * wan), saleId: "second", customerId: "new", isFirstOrder: true }],
    collections: [
      { saleId: "s1", amountFen: 4 * wan, on: "2026-03-27" },
      { saleId: "planned", amountFen: wan, on: "2026-03-28" },
    ],
    visits: [{ customerId: "c", on: "2026-03-27", teamId: "u3" }],
  };

  it("pay together what they pay once they have happened", () => {
    // 5 万 at 1 %, 5 万 of cash at 2 %, one first order, one visit.
    expect(payIf(assigned(cash), month, planned)).toBe(50_000 + 100_000 + 50_000 + 5_000);
  });

  it("are explained cause by cause like any other month", () => {
    const assignments = assigned(cash);
    const parts = explainDifference({ assignments, book: month }, { assignments, book: plannedBook(month, planned) });
    expect(parts.map(({ cause, fen }) => [cause, fen])).toEqual([
      ["volume", 150_000],
      ["rewards", 55_000],
    ]);
  });

  it("bring money of an order of an earlier month that the book refers to", () => {
    const earlier = sale(9 * wan, { id: "earlier", on: "2026-02-10" });
    const collections = [{ saleId: "earlier", amountFen: 4 * wan, on: "2026-03-27" }];
    expect(payIf(assigned(cash), { ...month, referred: [earlier] }, { collections })).toBe(80_000);
  });

  it("bring no money of an order that nobody knows", () => {
    const collections = [{ saleId: "unknown", amountFen: wan, on: "2026-03-27" }];
    expect(payIf(assigned(cash), month, { collections })).toBe(0);
  });

  it("leave the month as it is", () => {
    plannedBook(month, planned);
    expect(month.facts).toHaveLength(1);
  });
});

describe("the best way to the target", () => {
  it("is a fen more where the tier begins beyond it", () => {
    // 16 万 at 1.5 % is 2,400.00; 200,000.00 still 3,000.00; 200,000.01 at 2 % is 4,000.00.
    const month = book([sale(16 * wan)]);
    expect(bestWayToTarget(assigned(tutorialTiers), month, missing(4 * wan))).toEqual({
      amountFen: 4 * wan + 1,
      gainFen: 160_000,
    });
  });

  it("is exactly what is missing where nothing begins beyond it", () => {
    expect(bestWayToTarget(assigned(internetCompany), book([sale(16 * wan)]), missing(4 * wan))).toEqual({
      amountFen: 4 * wan,
      gainFen: 60_000,
    });
    // 10 万 itself belongs to the higher tier.
    expect(bestWayToTarget(assigned(tutorialTiers), book([sale(8 * wan)]), missing(2 * wan))).toEqual({
      amountFen: 2 * wan,
      gainFen: 70_000,
    });
  });

  it("takes no rounding for a step", () => {
    const odd = plan({
      components: [
        { code: "a", name: "甲", kind: "提成", grain: "event", on: "sale", amount: "金额 × 33.333%" },
        { code: "b", name: "乙", kind: "提成", grain: "event", on: "sale", amount: "金额 × 66.667%" },
      ],
    });
    expect(bestWayToTarget(assigned(odd), book([]), missing(1_49)).amountFen).toBe(1_49);
  });

  it("gains nothing without a plan", () => {
    expect(bestWayToTarget([], book([]), missing(wan))).toEqual({ amountFen: wan, gainFen: 0 });
  });
});

/** On the group's plan with other rows in its table of team factors. */
const factors = (rows: BandTable["rows"]) => {
  const tables = manufacturingGroup.tables.map((one) =>
    one.kind !== "lookup" && one.name === "团队系数" ? { ...one, rows } : one,
  );
  return assigned({ ...manufacturingGroup, tables });
};

const teamMonth = (doneFen: number, targetFen: number) => ({ period: "2026-03", measure, doneFen, targetFen });

describe("the next step of a team's factor", () => {
  const group = assigned(manufacturingGroup);

  it.each([
    ["below the first edge", 70, "0.8", 80 * wan, "0", "0.8"],
    ["a fen below it", 79.999999, "0.8", 80 * wan, "0", "0.8"],
    ["on an edge, which has been reached", 80, "0.9", 90 * wan, "0.8", "1"],
    ["in the last but one row", 95, "1", 100 * wan, "1", "1.2"],
    ["after refunds beyond all sales", -5, "0.8", 80 * wan, "0", "0.8"],
  ])("%s", (_, doneWan, edge, doneFen, factorNow, factor) => {
    expect(nextTeamStep(group, teamMonth(Math.round(doneWan * wan), 100 * wan))).toEqual({
      edge: decimal(edge),
      doneFen,
      factorNow: decimal(factorNow),
      factor: decimal(factor),
    });
  });

  it("is not there above the last edge, without a target, and where the plan has no such factor", () => {
    expect(nextTeamStep(group, teamMonth(100 * wan, 100 * wan))).toBeNull();
    expect(nextTeamStep(group, teamMonth(10 * wan, 0))).toBeNull();
    expect(nextTeamStep(assigned(tutorialTiers), teamMonth(10 * wan, 100 * wan))).toBeNull();
    expect(nextTeamStep([], teamMonth(10 * wan, 100 * wan))).toBeNull();
  });

  it("is not a branch's or the company's: only the team's own attainment counts", () => {
    const ofBranch: Plan = {
      ...manufacturingGroup,
      inputs: manufacturingGroup.inputs.map((input) =>
        input.name === "团队完成率" && input.kind === "attainment" ? { ...input, of: "branch" } : input,
      ),
    };
    expect(nextTeamStep(assigned(ofBranch), teamMonth(70 * wan, 100 * wan))).toBeNull();
  });

  const table = (includes: boolean) =>
    factors([
      { upTo: "0.8", includes, value: "0.5" },
      { upTo: null, value: "1" },
    ]);

  it("needs one fen more where the edge belongs to the row below", () => {
    expect(nextTeamStep(table(true), teamMonth(80 * wan, 100 * wan))?.doneFen).toBe(80 * wan + 1);
  });

  it("is never rounded down", () => {
    expect(nextTeamStep(table(false), teamMonth(0, 33_333_33))?.doneFen).toBe(26_666_67);
    expect(nextTeamStep(table(true), teamMonth(0, 33_333_33))?.doneFen).toBe(26_666_67);
  });

  it.each([
    ["less", "0.9", "0.6", 80 * wan],
    ["the same", "0.8", "0.8", 80 * wan],
  ])("passes a row that pays %s", (_, first, second, doneFen) => {
    const rows = [
      { upTo: "0.5", value: first },
      { upTo: "0.8", value: second },
      { upTo: null, value: "1" },
    ];
    expect(nextTeamStep(factors(rows), teamMonth(40 * wan, 100 * wan))?.doneFen).toBe(doneFen);
  });

  it("is the nearest of all factors in the plan", () => {
    const [commission] = manufacturingGroup.components;
    const earlier = {
      name: "早档",
      by: "ratio" as const,
      rows: [
        { upTo: "0.75", value: "0" },
        { upTo: null, value: "1" },
      ],
    };
    const bonus = { ...commission!, code: "bonus", amount: "个人业绩 × 1% × 系数(团队完成率, 早档)" };
    const two: Plan = {
      ...manufacturingGroup,
      tables: [...manufacturingGroup.tables, earlier],
      components: [...manufacturingGroup.components, bonus],
    };
    expect(nextTeamStep(assigned(two), teamMonth(70 * wan, 100 * wan))?.doneFen).toBe(75 * wan);
    expect(nextTeamStep(assigned(two), teamMonth(76 * wan, 100 * wan))?.doneFen).toBe(80 * wan);
  });

  it("is that of the plan in force at the month's end", () => {
    const before = { ...assigned(manufacturingGroup)[0]!, to: "2026-03-15" };
    const after = { ...assigned(tutorialTiers)[0]!, from: "2026-03-16" };
    expect(nextTeamStep([before, after], teamMonth(70 * wan, 100 * wan))).toBeNull();
  });
});

describe("a team that had sold so much", () => {
  const input = (kind: "measure" | "target", of: "team" | "company", valueFen: number) => ({
    kind,
    code: measure,
    of,
    unitId: of === "team" ? "u3" : "u1",
    period: "2026-03",
    value: { fen: valueFen },
  });
  const given = (teamFen: number, companyFen: number) => [
    input("measure", "team", teamFen),
    input("target", "team", 100 * wan),
    input("measure", "company", companyFen),
    input("target", "company", 300 * wan),
  ];
  const assignments = assigned(manufacturingGroup);
  const unit = { path: ["u3", "u2", "u1"] as [string, ...string[]], measure };
  const counting = unit;

  it("pays its people what they would then have", () => {
    const month = book([sale(12 * wan)], { given: given(68 * wan, 285 * wan) });
    // The company's factor is 1.0 before and after: 12 万 × 2 % × 0.8 × 1.0.
    expect(payIf(assignments, month, { results: [{ ...unit, doneFen: 80 * wan }] })).toBe(192_000);
    expect(payIf(assignments, month, { results: [{ ...unit, doneFen: 80 * wan - 1 }] })).toBe(0);
    expect(month.given).toEqual(given(68 * wan, 285 * wan));
  });

  it("lifts the units above by the same amount", () => {
    // The company goes from 78 % over 80 %, too: 12 万 × 2 % × 0.8 × 0.8.
    const month = book([sale(12 * wan)], { given: given(68 * wan, 234 * wan) });
    expect(payIf(assignments, month, { results: [{ ...unit, doneFen: 80 * wan }] })).toBe(153_600);
    expect(payIf(assignments, month, { results: [{ ...unit, path: ["u3"], doneFen: 80 * wan }] })).toBe(0);
  });

  it("changes nothing for whom its result is not given, nor by another measure", () => {
    const month = book([sale(12 * wan)], { given: given(68 * wan, 285 * wan) });
    expect(payIf(assignments, month, { results: [{ ...unit, path: ["u4"], doneFen: 80 * wan }] })).toBe(0);
    expect(payIf(assignments, month, { results: [{ ...unit, measure: "visits.effective", doneFen: 80 * wan }] })).toBe(
      0,
    );
  });

  it("has what was planned for it, whatever planned orders add", () => {
    const month = book([sale(12 * wan)], { given: given(68 * wan, 285 * wan) });
    const result = { ...unit, doneFen: 80 * wan };
    const sales = [order(wan)];
    const withoutOrder = payIf(assignments, month, { results: [result] });
    // 1 万 more at 2 % and 0.8.
    expect(payIf(assignments, month, { sales, results: [result] }, counting)).toBe(withoutOrder + 16_000);
  });

  it("rises with orders of the month alone", () => {
    const month = book([sale(12 * wan)], { given: given(79 * wan, 285 * wan) });
    const april = { ...order(2 * wan), countsOn: "2026-04-01" };
    expect(payIf(assignments, month, { sales: [april] }, counting)).toBe(0);
    expect(payIf(assignments, month, { sales: [order(2 * wan)] }, counting)).toBeGreaterThan(0);
  });
});

import fc from "fast-check";
import { evaluate, formulaText, type MemberBook, type Plan, planFaults, sentenceOf, traceOf } from "@shared/domain/pay";
import { sumFen } from "@shared/domain/money";
import { addDays, daysOf } from "@shared/domain/time";
import { assigned, book, ownSales, period, plan, sale } from "../support/builders";
import { times } from "../support/runs";

const months = ["2026-01", "2026-02", "2026-03"];

/** The team's results of the quarter as they stand in a month. */
const teamSales = {
  name: "团队业绩",
  kind: "measure",
  code: "sales.confirmed",
  of: "team",
  period: "quarter",
} as const;
const teamTarget = {
  name: "团队完成率",
  kind: "attainment",
  code: "sales.confirmed",
  of: "team",
  period: "quarter",
} as const;

const paying = (settle: "end" | "toDate", more: Partial<Plan["components"][number]> = {}): Plan =>
  plan({
    inputs: [teamSales, teamTarget],
    components: [period({ code: "q", period: "quarter", settle, amount: "团队业绩 × 1%", ...more })],
  });

const inMonth = (month: string, doneFen: number, settledFen = 0): MemberBook =>
  book([], {
    period: month,
    state: "closed",
    given: [
      { kind: "measure", code: "sales.confirmed", of: "team", period: "2026-Q1", value: { fen: doneFen } },
      { kind: "target", code: "sales.confirmed", of: "team", period: "2026-Q1", value: { fen: 30_000_000 } },
    ],
    settled: [
      { component: "q", period: "2026-Q1", fen: settledFen },
      // Of the quarter before, and of another component.
      { component: "q", period: "2025-Q4", fen: 7 },
      { component: "r", period: "2026-Q1", fen: 9 },
    ],
  });

const line = (of: Plan, month: MemberBook) => evaluate(assigned(of), month).lines[0];

/** What each month gives of results so far, each after those before it. */
function given(of: Plan, doneFen: readonly number[], cutOn: readonly (string | null)[] = []): number[] {
  const amounts: number[] = [];
  months.forEach((month, at) => {
    const moved = cutOn[at] ?? null;
    const stays = assigned(of);
    const parts = [
      ...assigned(of, { to: moved }),
      ...assigned(of, { from: addDays(moved ?? daysOf(month).to, 1), teamId: "u4" }),
    ];
    const monthBook = inMonth(month, doneFen[at] ?? 0, sumFen(amounts));
    amounts.push(evaluate(moved === null ? stays : parts, monthBook).totals.amountFen);
  });
  return amounts;
}

describe("a quarter that is settled at its end", () => {
  it("pays all in its last month", () => {
    expect(line(paying("end"), inMonth("2026-03", 20_000_050))).toMatchObject({ amountFen: 200_001 });
  });

  it("pays nothing before and says what it would be by now", () => {
    const before = inMonth("2026-02", 12_000_000);
    expect(line(paying("end"), { ...before, state: "open" })).toMatchObject({
      amountFen: 0,
      reason: { code: "settled.later", params: { month: "2026-03", soFarFen: 120_000 } },
      states: { estimatedFen: 0, earnedFen: 0 },
    });
    const trace = traceOf(assigned(paying("end")), before, "q");
    expect(trace && sentenceOf(trace, "zh-CN")).toBe("这一项到2026年3月结算，按现在的数是 1,200.00 元，本月 0.00 元。");
    expect(trace && sentenceOf(trace, "en")).toBe(
      "This is settled in March 2026; by now it comes to 1,200.00 CNY, so 0.00 this month.",
    );
  });

  it("asks finance for nothing that is missing before its last month", () => {
    const missing = { ...inMonth("2026-02", 0), given: [] };
    const { exceptions, lines } = evaluate(assigned(paying("end")), missing);
    expect(exceptions).toEqual([]);
    expect(lines[0]?.reason).toEqual({ code: "settled.later", params: { month: "2026-03" } });
    expect(evaluate(assigned(paying("end")), { ...missing, period: "2026-03" }).exceptions).toHaveLength(1);
  });
});

describe("a quarter that is settled to date", () => {
  it("pays in each month what has come since the one before", () => {
    expect(given(paying("toDate"), [5_000_000, 12_000_000, 20_000_050])).toEqual([50_000, 70_000, 80_001]);
  });

  it("says what earlier months have given", () => {
    const trace = traceOf(assigned(paying("toDate")), inMonth("2026-02", 12_000_000, 50_000), "q");
    expect(trace && formulaText(trace, "zh-CN")).toBe("120,000.00 × 1% − 500.00 = 700.00");
    expect(trace && sentenceOf(trace, "zh-CN")).toContain("减去前几个月已计的 500.00 元，得 700.00 元");
    expect(trace && sentenceOf(trace, "en")).toContain("less 500.00 given in earlier months, giving 700.00 CNY");
  });

  it("takes back in the next month what a late refund has lowered", () => {
    expect(given(paying("toDate"), [5_000_000, 3_000_000, 3_000_000])).toEqual([50_000, -20_000, 0]);
  });

  it("is nothing new where nothing has come", () => {
    const trace = traceOf(assigned(paying("toDate")), inMonth("2026-02", 5_000_000, 50_000), "q");
    expect(trace && sentenceOf(trace, "zh-CN")).toBe("到现在一共 500.00 元，前几个月已经计过，本月 0.00 元。");
  });

  it("gives back what was given where its condition is met no more", () => {
    const of = paying("toDate", { when: "团队完成率 ≥ 50%", amount: "1000元" });
    expect(given(of, [15_000_000, 14_999_999, 15_000_000])).toEqual([100_000, -100_000, 100_000]);
    const trace = traceOf(assigned(of), inMonth("2026-02", 14_999_999, 100_000), "q");
    expect(trace && sentenceOf(trace, "zh-CN")).toBe("减去前几个月已计的 1,000.00 元，得 −1,000.00 元。");
  });

  it("pays nothing as long as a number is missing and takes nothing back for it", () => {
    const month = { ...inMonth("2026-02", 0, 50_000), given: [] };
    expect(line(paying("toDate"), month)).toMatchObject({ amountFen: 0, reason: { code: "undefined" } });
  });

  it("pays its basis' orders of the month", () => {
    const of = plan({
      inputs: [teamSales, { ...teamSales, name: "个人业绩", of: "member", period: "month" }],
      components: [
        period({ code: "q", period: "quarter", settle: "toDate", basis: "个人业绩", amount: "团队业绩 × 1%" }),
      ],
    });
    const orders = [sale(1_000_000, { on: "2026-02-03" }), sale(3_000_000, { id: "s2", on: "2026-02-05" })];
    expect(line(of, { ...inMonth("2026-02", 12_000_000, 50_000), facts: orders })).toMatchObject({
      amountFen: 70_000,
      allocation: [
        { factId: "sale:s1", fen: 17_500 },
        { factId: "sale:s2", fen: 52_500 },
      ],
      unallocatedFen: 0,
    });
  });

  it.each([
    ["a month", { period: "month" }, "settle.month"],
    ["what loses its orders' parts", { refund: "original", basis: "团队业绩" }, "settle.original"],
    ["results of a single month", { amount: "个人业绩 × 1%" }, "settle.monthInput"],
    ["a condition on a single month", { when: "个人业绩 > 1万元" }, "settle.monthInput"],
    ["what a single month pays", { amount: "最大(0元, 9000元 − 合计)" }, "lines.otherPeriod"],
  ] as const)("is refused for %s", (_, more, code) => {
    const of = paying("toDate", more);
    const monthly = period({ code: "m", amount: "个人业绩 × 1%" });
    const inputs = [...of.inputs, ownSales, { name: "合计", kind: "lines" as const, components: ["m"] }];
    const faults = planFaults({ ...of, inputs, components: [...of.components, monthly] });
    expect(faults.map((fault) => fault.code)).toEqual([code]);
  });

  it("may be of a rate by a single month", () => {
    const of = paying("toDate", { amount: "团队业绩 × 1% × 个人完成率" });
    expect(
      planFaults({ ...of, inputs: [...of.inputs, { ...ownSales, name: "个人完成率", kind: "attainment" }] }),
    ).toEqual([]);
  });

  it("comes to what its end would have paid, however often somebody moves", () => {
    const doneFen = fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 3, maxLength: 3 });
    const day = (month: string) =>
      fc.option(
        fc.integer({ min: 2, max: 27 }).map((date) => daysOf(month).from.slice(0, 8) + String(date).padStart(2, "0")),
        { nil: null },
      );
    fc.assert(
      fc.property(doneFen, fc.tuple(...months.map(day)), (done, cutOn) => {
        const atEnd = evaluate(assigned(paying("end")), inMonth("2026-03", done[2] ?? 0)).totals.amountFen;
        expect(sumFen(given(paying("toDate"), done, cutOn))).toBe(atEnd);
      }),
      times(300, 2_000),
    );
  });
});

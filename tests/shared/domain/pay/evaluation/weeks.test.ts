import fc from "fast-check";
import { sumFen } from "@shared/domain/money";
import { addDays, weeksIn } from "@shared/domain/time";
import {
  evaluate,
  explainDifference,
  formulaText,
  type GivenInput,
  type MemberBook,
  type Plan,
  planFaults,
  planReport,
  runExamples,
  sentenceOf,
  traceOf,
  workedExample,
} from "@shared/domain/pay";
import { freeze, revisedBook } from "@shared/domain/pay/evaluation/corrections";
import { releasesOf } from "@shared/domain/pay/evaluation/releases";
import { assigned, book, collection, ownSales, period, plan, refund, sale } from "../support/builders";
import { times } from "../support/runs";

const weekSales = { ...ownSales, name: "周业绩", period: "week" } as const;
const weekTarget = { ...weekSales, name: "周目标", kind: "target" } as const;

const weekly = (more: Partial<Plan["components"][number]> = {}, others: Partial<Plan> = {}): Plan =>
  plan({
    inputs: [weekSales, weekTarget],
    components: [period({ code: "w", period: "week", amount: "周业绩 × 1%", ...more })],
    ...others,
  });

const on = (day: string, amountFen: number, id = day) => sale(amountFen, { id, on: day });
const amountsOf = (of: Plan, month: MemberBook, assignments = assigned(of)) =>
  Object.fromEntries(evaluate(assignments, month).lines.map(({ id, amountFen }) => [id, amountFen]));

// 1 March 2026 is a Sunday: its week began on 23 February.
const facts = [on("2026-03-01", 1_000_000), on("2026-03-23", 2_000_000), on("2026-03-29", 3_000_000)];
const late = on("2026-03-31", 9_000_000);
const february = on("2026-02-27", 4_000_000);

describe("what is paid by the week", () => {
  it("has a line for each week whose Sunday lies in the month", () => {
    expect(amountsOf(weekly(), book([...facts, late], { factsBefore: [february] }))).toEqual({
      "w:2026-W09": 50_000,
      "w:2026-W10": 0,
      "w:2026-W11": 0,
      "w:2026-W12": 0,
      "w:2026-W13": 50_000,
    });
  });

  it("leaves the month's last days to the next month, which counts them once", () => {
    const april = book([], { period: "2026-04", factsBefore: [late] });
    expect(amountsOf(weekly(), april)).toMatchObject({ "w:2026-W14": 90_000, "w:2026-W17": 0 });
    expect(weeksIn("2026-04")).toEqual(["2026-W14", "2026-W15", "2026-W16", "2026-W17"]);
  });

  it("pays by a plan whose last day is the Monday of the month's first week, and by none that ended before", () => {
    const month = book(facts, { factsBefore: [on("2026-02-23", 4_000_000)] });
    const endsOn = (validTo: string) => amountsOf(weekly({}, { validFrom: "2026-02-01", validTo }), month);
    expect(Object.entries(endsOn("2026-02-23"))).toEqual([["w:2026-W09", 40_000]]);
    expect(endsOn("2026-02-22")).toEqual({});
  });

  it("has no value in a first week whose earlier days nobody has said, and every other week as it is", () => {
    const { lines, exceptions } = evaluate(assigned(weekly()), book(facts));
    expect(lines[0]).toMatchObject({ id: "w:2026-W09", amountFen: 0, reason: { code: "undefined" } });
    expect(exceptions).toMatchObject([{ lineId: "w:2026-W09", code: "undefined" }]);
    expect(lines[4]).toMatchObject({ id: "w:2026-W13", amountFen: 50_000 });
  });

  it("counts nothing of the days before the month in anything but that week", () => {
    const of = plan({
      inputs: [weekSales, ownSales],
      components: [
        period({ code: "w", period: "week", amount: "周业绩 × 1%" }),
        period({ code: "m", amount: "个人业绩 × 1%" }),
        { ...period({ code: "e", amount: "100元" }), grain: "event", on: "sale" },
      ],
    });
    const amounts = amountsOf(of, book(facts, { factsBefore: [february] }));
    expect(amounts.m).toBe(60_000);
    expect(Object.keys(amounts).filter((id) => id.startsWith("e:"))).toHaveLength(3);
  });

  it("looks at the whole month where its formula asks for it", () => {
    const of = weekly({ when: "个人业绩 ≥ 5万元" }, { inputs: [weekSales, ownSales] });
    const month = book(facts, { factsBefore: [] });
    expect(amountsOf(of, month)).toMatchObject({ "w:2026-W09": 10_000, "w:2026-W13": 50_000 });
  });

  it("names its week in its line", () => {
    const [first, , , , last] = evaluate(assigned(weekly()), book([])).lines;
    expect(first?.segment).toMatchObject({ week: "2026-W09", from: "2026-02-23", to: "2026-03-01" });
    expect(last?.segment).toMatchObject({ week: "2026-W13", from: "2026-03-23", to: "2026-03-29" });
  });

  it("holds each week against that week's own target", () => {
    const of = weekly({ amount: "300元", when: "周业绩 ≥ 周目标" });
    const target = (week: string, fen: number): GivenInput => ({
      ...{ kind: "target", code: "sales.confirmed", of: "member", period: week, value: { fen } },
    });
    const given = [target("2026-W12", 1), target("2026-W13", 5_000_000)];
    const { lines } = evaluate(assigned(of), book(facts, { given, factsBefore: [] }));
    expect(lines.map(({ amountFen }) => amountFen)).toEqual([0, 0, 0, 0, 30_000]);
    expect(lines.map(({ reason }) => reason.code)).toEqual([
      "condition.undefined",
      "condition.undefined",
      "condition.undefined",
      "condition.notMet",
      "paid",
    ]);
  });

  it("compares a week with the one before, over the month's first day as well", () => {
    const growth = { ...weekSales, name: "周增长", kind: "growth" } as const;
    const of = weekly({ amount: "周增长 × 100元" }, { inputs: [growth] });
    const months = [on("2026-03-03", 1_000_000), on("2026-03-10", 3_000_000)];
    expect(amountsOf(of, book(months, { factsBefore: [february] }))).toMatchObject({
      "w:2026-W10": -7_500,
      "w:2026-W11": 20_000,
    });
  });

  it("takes refunds off the week of their sale", () => {
    const [first, second, third] = facts;
    const all = [...facts, ...(second ? [refund(second, 500_000)] : [])];
    expect(first && third && amountsOf(weekly(), book(all))).toMatchObject({ "w:2026-W13": 45_000 });
    expect(amountsOf(weekly(), book([], { factsBefore: [february, refund(february, 4_000_000)] }))).toMatchObject({
      "w:2026-W09": 0,
    });
  });

  it("begins with a new version on a Monday", () => {
    const versions = [weekly(), { ...weekly({ amount: "周业绩 × 2%" }), version: 2, validFrom: "2026-03-25" }];
    const month = book([on("2026-03-27", 1_000_000)], {});
    expect(evaluate(assigned(versions), month).lines.map(({ amountFen }) => amountFen)).toEqual([0, 0, 0, 0, 10_000]);
    const april = book([on("2026-04-01", 1_000_000)], { period: "2026-04", factsBefore: [] });
    expect(evaluate(assigned(versions), april).lines[0]).toMatchObject({ amountFen: 20_000 });
  });
});

describe("a week that a move cuts", () => {
  const moved = (of: Plan, lastDay: string) => [
    ...assigned(of, { to: lastDay }),
    ...assigned(of, { from: addDays(lastDay, 1), teamId: "u4" }),
  ];

  it("has a line for each part, with its own facts", () => {
    expect(amountsOf(weekly(), book(facts), moved(weekly(), "2026-03-25"))).toMatchObject({
      "w:2026-W12": 0,
      "w:2026-W13@2026-03-23": 20_000,
      "w:2026-W13@2026-03-26": 30_000,
    });
  });

  it("divides a fixed amount and the target by the days of the week, and leaves whole weeks whole", () => {
    const of = weekly({ amount: "100元", when: "周业绩 ≥ 周目标" });
    const given = ["2026-W12", "2026-W13"].map((week): GivenInput => ({
      ...{ kind: "target", code: "sales.confirmed", of: "member", period: week, value: { fen: 7_000_000 } },
    }));
    const month = book([on("2026-03-16", 7_000_000), on("2026-03-24", 3_000_000), on("2026-03-28", 3_999_999)], {
      given,
    });
    expect(amountsOf(of, month, moved(of, "2026-03-25"))).toMatchObject({
      "w:2026-W12": 10_000,
      "w:2026-W13@2026-03-23": 4_286,
      "w:2026-W13@2026-03-26": 0,
    });
  });

  it("adds up to the fen to what the whole week gives", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom("2026-03-23", "2026-03-24", "2026-03-26", "2026-03-28"),
        (fen, day) => {
          const of = weekly({ amount: `${(fen / 100).toFixed(2)}元` });
          const parts = evaluate(moved(of, day), book([])).lines.filter(({ segment }) => segment.week === "2026-W13");
          expect(sumFen(parts.map(({ amountFen }) => amountFen))).toBe(fen);
        },
      ),
      times(50),
    );
  });

  it("is priced by the plan that ended before the month as well", () => {
    const old = { ...weekly({ amount: "周业绩 × 2%" }), code: "old" };
    const assignments = [...assigned(old, { to: "2026-02-28" }), ...assigned(weekly(), { from: "2026-03-01" })];
    expect(amountsOf(weekly(), book(facts, { factsBefore: [february] }), assignments)).toMatchObject({
      "w:2026-W09@2026-02-23": 80_000,
      "w:2026-W09@2026-03-01": 10_000,
      "w:2026-W13": 50_000,
    });
  });
});

describe("weeks among what is paid by the month", () => {
  it("are summed up by a guarantee of the month", () => {
    const of = plan({
      inputs: [weekSales, { name: "合计", kind: "lines", components: ["w"] }],
      components: [
        period({ code: "floor", amount: "最大(1000元 − 合计, 0元)" }),
        period({ code: "w", period: "week", amount: "周业绩 × 1%" }),
      ],
    });
    expect(amountsOf(of, book(facts, { factsBefore: [] }))).toMatchObject({ "w:2026-W13": 50_000, floor: 40_000 });
  });

  it("are summed up week by week by what is paid by the week", () => {
    const of = plan({
      inputs: [weekSales, { name: "合计", kind: "lines", components: ["w"] }],
      components: [
        period({ code: "w", period: "week", amount: "周业绩 × 1%" }),
        period({ code: "top", period: "week", amount: "最大(200元 − 合计, 0元)" }),
      ],
    });
    const month = book(facts, { factsBefore: [] });
    expect(planFaults(of)).toEqual([]);
    expect(amountsOf(of, month)).toMatchObject({ "top:2026-W09": 10_000, "top:2026-W10": 20_000, "top:2026-W13": 0 });
  });

  it("are held against one another by the sums of the month", () => {
    const of = plan({
      inputs: [weekSales, ownSales],
      components: [
        period({ code: "w", period: "week", amount: "周业绩 × 1%" }),
        period({ code: "m", amount: "500元" }),
      ],
      stacking: [{ name: "取高", components: ["w", "m"], policy: "best" }],
    });
    const month = book(facts, { factsBefore: [] });
    expect(amountsOf(of, month)).toMatchObject({ "w:2026-W09": 10_000, "w:2026-W13": 50_000, m: 0 });
  });
});

describe("the orders of a week", () => {
  const paying = weekly({ basis: "周业绩", pay: [{ share: "1", when: "collected", due: "次月5日" }] });

  it("have its line divided among them, those before the month as well", () => {
    const [line] = evaluate(assigned(paying), book(facts, { factsBefore: [february] })).lines;
    expect(line?.allocation).toEqual([
      { factId: "sale:2026-02-27", fen: 40_000 },
      { factId: "sale:2026-03-01", fen: 10_000 },
    ]);
    expect(planFaults(paying)).toEqual([]);
  });

  it("release it with their money", () => {
    const money = [collection(february, 2_000_000, 1, "2026-03-10")];
    const month = book([...facts, ...money], { state: "closed", factsBefore: [february], referred: [february] });
    expect(releasesOf(assigned(paying), month)).toMatchObject([
      { lineId: "w:2026-W09", factId: money[0]?.id, fen: 20_000 },
    ]);
  });

  it("are no part of what an approval freezes", () => {
    const month = book(facts, { factsBefore: [february] });
    const frozen = freeze(assigned(paying), month);
    expect(frozen.inputs).not.toHaveProperty("factsBefore");
    const now = revisedBook(frozen, { facts, factsBefore: [february, refund(february, 1_000_000)] });
    expect(evaluate(assigned(paying), now).lines[0]?.amountFen).toBe(40_000);
  });
});

describe("the words of a week", () => {
  const said = (of: Plan, id: string, language: "zh-CN" | "en", assignments = assigned(of)) => {
    const trace = traceOf(assignments, book(facts, { factsBefore: [february] }), id);
    return trace && sentenceOf(trace, language);
  };

  it("begin with its number and days", () => {
    expect(said(weekly(), "w:2026-W13", "zh-CN")).toBe(
      "第13周（3月23日–29日），周业绩 50,000.00 元，按 1% 计，得 500.00 元。",
    );
    expect(said(weekly(), "w:2026-W13", "en")).toBe(
      "Week 13 (23–29 March), 周业绩 50,000.00 CNY, at 1%, giving 500.00 CNY.",
    );
  });

  it("name both months of a week that has days of two", () => {
    expect(said(weekly(), "w:2026-W09", "zh-CN")).toContain("第9周（2月23日–3月1日），");
    expect(said(weekly(), "w:2026-W09", "en")).toContain("Week 9 (23 February – 1 March), ");
  });

  it("name the week of what pays nothing, too", () => {
    const text = said(weekly({ when: "周业绩 ≥ 6万元" }), "w:2026-W13", "zh-CN");
    expect(text?.slice(0, 18)).toBe("第13周（3月23日–29日），没有");
  });

  it("name the days where a move has cut it", () => {
    const of = weekly();
    const parts = [...assigned(of, { to: "2026-03-25" }), ...assigned(of, { from: "2026-03-26", teamId: "u4" })];
    expect(said(of, "w:2026-W13@2026-03-23", "zh-CN", parts)).toBe(
      "第13周（3月23日–29日），3月23日到3月25日，周业绩 20,000.00 元，按 1% 计，得 200.00 元。",
    );
  });

  it("print a formula that computes", () => {
    const trace = traceOf(assigned(weekly()), book(facts), "w:2026-W13");
    expect(trace && formulaText(trace, "zh-CN")).toBe("50,000.00 × 1% = 500.00");
  });
});

describe("why weeks pay another amount", () => {
  const month = (more: Partial<MemberBook>) => ({ assignments: assigned(weekly()), book: book(facts, more) });
  const payOf = ({ assignments, book: of }: ReturnType<typeof month>) => evaluate(assignments, of).totals.amountFen;

  it("adds up within a month in which orders before it have changed", () => {
    const [before, after] = [month({ factsBefore: [] }), month({ factsBefore: [february] })];
    expect(explainDifference(before, after)).toMatchObject([{ cause: "volume", fen: 40_000 }]);
  });

  it("adds up between months of four weeks and of five", () => {
    const attained = weekly({ amount: "周业绩 × 1%", when: "周业绩 ≥ 周目标" });
    const target = (week: string): GivenInput => ({
      ...{ kind: "target", code: "sales.confirmed", of: "member", period: week, value: { fen: 1_500_000 } },
    });
    const [before, after] = [
      {
        assignments: assigned(attained),
        book: book(facts, { factsBefore: [], given: weeksIn("2026-03").map(target) }),
      },
      {
        assignments: assigned(attained),
        book: book([on("2026-04-03", 8_000_000), on("2026-04-20", 1_000_000)], {
          ...{ period: "2026-04", factsBefore: [late], given: weeksIn("2026-04").map(target) },
        }),
      },
    ] as const;
    const parts = explainDifference(before, after);
    expect(sumFen(parts.map(({ fen }) => fen))).toBe(payOf(after) - payOf(before));
    expect(payOf(after) - payOf(before)).toBe(120_000);
  });
});

describe("a plan that pays by the week", () => {
  const attained = { ...weekSales, name: "周完成率", kind: "attainment" } as const;
  const of = weekly(
    { amount: "100元", when: "周完成率 ≥ 80%" },
    {
      inputs: [weekSales, attained],
      examples: [{ name: "九成", given: { 周完成率: "0.9" }, expect: { w: "100元" } }],
    },
  );

  it("has examples that are computed like any other", () => {
    expect(runExamples(of)).toMatchObject([{ component: "w", expectedFen: 10_000, actualFen: 10_000 }]);
    expect(planFaults(of)).toEqual([]);
  });

  it("is checked at its edges", () => {
    expect(planReport(of).findings.map(({ code }) => code)).toContain("cliff");
  });

  it("reads a worked example", () => {
    const [component] = of.components;
    expect(component && workedExample(of, component, "zh-CN")).toMatchObject({ formula: null });
  });
});

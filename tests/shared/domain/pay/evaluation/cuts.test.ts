import {
  type Assignment,
  type Component,
  evaluate,
  formulaText,
  type Plan,
  sentenceOf,
  tracesOf,
} from "@shared/domain/pay";
import fc from "fast-check";
import { assigned, attainmentGiven, book, event, firstOrder, ownSales, period, plan, sale } from "../support/builders";
import { sales } from "../support/histories";
import { runs, times } from "../support/runs";

const inputs: Plan["inputs"] = [
  ownSales,
  { ...ownSales, name: "新客户数", code: "customers.new" },
  { ...ownSales, name: "目标", kind: "target" },
  { ...ownSales, name: "完成率", kind: "attainment" },
  { ...ownSales, name: "团队业绩", of: "team" },
  { ...ownSales, name: "团队完成率", of: "team", kind: "attainment" },
  { ...ownSales, name: "增长率", kind: "growth" },
  { name: "绩效分", kind: "score", items: [{ input: "完成率", weight: "1" }], missing: "zero" },
  { name: "底薪", kind: "param", code: "base", unit: "money" },
  { name: "前面各项", kind: "lines", components: ["first"] },
];
const rows =
  (...upTo: string[]) =>
  (values: string[]) =>
    [...upTo, null].map((edge, index) => ({ upTo: edge, value: values[index] ?? "0" }));
const tables: Plan["tables"] = [
  { name: "佣金", by: "money", mode: "whole", rows: rows("100000", "200000")(["0.01", "0.015", "0.02"]) },
  { name: "分段", by: "money", mode: "marginal", rows: rows("50000", "300000")(["0.005", "0.01", "0.03"]) },
  { name: "倍数", by: "ratio", rows: rows("0.8", "1.2")(["0.01", "0.015", "0.02"]) },
  { name: "家数", by: "count", rows: rows("5", "20")(["0", "0.5", "1.5"]) },
  { name: "系数表", by: "ratio", shape: "linear", rows: rows("0.5", "1")(["0.2", "1", "1"]) },
];

/** One of each kind of amount that a plan pays by a month. */
const amounts = [
  "5000元",
  "1元 ÷ 3",
  "底薪 × 团队完成率",
  "个人业绩 × 1.5%",
  "阶梯(个人业绩, 佣金)",
  "阶梯(个人业绩, 分段)",
  "阶梯(个人业绩, 倍数, 目标)",
  "个人业绩 × 费率(个人业绩, 佣金) × 系数(团队完成率, 系数表)",
  "如果(新客户数 > 10, 1000元, 200元) + 新客户数 × 50元",
  "系数(新客户数, 家数) × 3000元",
  "如果(个人业绩 ≥ 100000元, 个人业绩 × 2%, 个人业绩 × 1%)",
  "如果(完成率 ≥ 1 且 团队业绩 ≥ 50000元, 5000元, 0元)",
  "最小(个人业绩 × 3%, 4000元) + 团队业绩 × 0.1%",
  "限制(个人业绩 × 1%, 500元, 3000元)",
  "向下取整(个人业绩 ÷ 10000元) × 77元",
  "如果(增长率 > 20%, 888元, 88元)",
  "1000元 × 系数(绩效分, 系数表)",
  "(个人业绩 − 目标) × 1%",
];

const limits = fc.record({
  cap: fc.option(fc.constantFrom("3333元", "个人业绩 × 2%")),
  floor: fc.option(fc.constant("777元")),
});

const components = fc
  .array(
    fc.record({
      amount: fc.constantFrom(...amounts),
      limits,
      when: fc.option(fc.constantFrom("新客户数 > 4", "个人业绩 > 目标")),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((list) =>
    list.map(({ amount, limits: { cap, floor }, when }, index) =>
      period({
        code: index === 0 ? "first" : `c${index}`,
        amount,
        ...(cap !== null && { cap }),
        ...(floor !== null && { floor }),
        ...(when !== null && { when }),
      }),
    ),
  );

const guarantee = period({ code: "guarantee", amount: "最大(2500元 − 前面各项, 0元)" });

/** Days on which a month of March goes on in another team. */
const cutDays = fc
  .uniqueArray(fc.integer({ min: 2, max: 31 }), { minLength: 1, maxLength: 4 })
  .map((days) => days.sort((a, b) => a - b).map((day) => `2026-03-${String(day).padStart(2, "0")}`));

const dayBefore = (day: string): string => `${day.slice(0, 8)}${String(Number(day.slice(8)) - 1).padStart(2, "0")}`;

/** The plans of these parts of the month, one after another, each in a team of its own. */
function cutAt(days: readonly string[], planOf: (part: number) => Plan): Assignment[] {
  const starts = ["2026-01-01", ...days];
  return starts.flatMap((from, part) => {
    const next = starts[part + 1];
    return assigned(planOf(part), { from, to: next === undefined ? null : dayBefore(next), teamId: `t${part}` });
  });
}

const paidByCode = (assignments: readonly Assignment[], month: ReturnType<typeof book>): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { component, amountFen } of evaluate(assignments, month).lines)
    sums[component.code] = (sums[component.code] ?? 0) + amountFen;
  return sums;
};

const paid = (assignments: readonly Assignment[], month = book([])): number =>
  evaluate(assignments, month).totals.amountFen;

describe("a month that is cut where nothing that the plan looks at changes", () => {
  it("pays to the fen what it pays whole, where every day brings the same", () => {
    fc.assert(
      fc.property(
        components,
        cutDays,
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        (own, days, fen, target) => {
          const daily = Array.from({ length: 31 }, (_, at) =>
            sale(fen, { id: `s${at}`, on: `2026-03-${String(at + 1).padStart(2, "0")}` }),
          );
          const given = [
            ...attainmentGiven("team", 9_000_000, 10_000_000),
            ...attainmentGiven("member", 0, target * 31 * 50).slice(1),
            { kind: "param", code: "base", of: "member", period: "2026-03", value: { fen: 456_789 } } as const,
            {
              kind: "measure",
              code: "sales.confirmed",
              of: "member",
              period: "2026-02",
              value: { fen: 7_000_000 },
            } as const,
          ];
          const of = plan({ inputs, tables, components: [...own, guarantee] });
          const month = book(fen === 0 ? [] : [...daily, ...daily.map(firstOrder)], { given });
          expect(
            paidByCode(
              cutAt(days, () => of),
              month,
            ),
          ).toEqual(paidByCode(assigned(of), month));
        },
      ),
      times(150, 2_000),
    );
  });

  it("pays its fixed amounts once, whatever was sold on which days", () => {
    const fixed = ["5000元", "1元 ÷ 3", "如果(团队业绩 ≥ 50000元, 5000元, 300元)", "底薪 × 团队完成率"].map(
      (amount, index) => period({ code: `c${index}`, amount }),
    );
    const given = [
      ...attainmentGiven("team", 9_000_000, 10_000_000),
      { kind: "param", code: "base", of: "member", period: "2026-03", value: { fen: 456_789 } } as const,
    ];
    const of = plan({ inputs, tables, components: fixed });
    fc.assert(
      fc.property(sales(6), cutDays, (facts, days) => {
        const month = book(facts, { given });
        expect(
          paidByCode(
            cutAt(days, () => of),
            month,
          ),
        ).toEqual(paidByCode(assigned(of), month));
      }),
      runs,
    );
  });

  it("pays rates on what was sold as they are, whatever was sold on which days", () => {
    const of = plan({
      inputs,
      components: [period({ code: "rate", amount: "个人业绩 × 1.5%", basis: ownSales.name })],
    });
    fc.assert(
      fc.property(sales(6), cutDays, (facts, days) => {
        const month = book(facts);
        expect(
          paid(
            cutAt(days, () => of),
            month,
          ),
        ).toBe(paid(assigned(of), month));
      }),
      runs,
    );
  });
});

it("a version that ends inside a month, and one before it in force again, pay what one pays that says the same", () => {
  fc.assert(
    fc.property(components, cutDays, fc.integer({ min: 1, max: 2_000_000 }), (own, [next], fen) => {
      const daily = Array.from({ length: 31 }, (_, at) =>
        sale(fen, { id: `s${at}`, on: `2026-03-${String(at + 1).padStart(2, "0")}` }),
      );
      const first = plan({ inputs, tables, components: own });
      const ending = { ...first, version: 2, validFrom: "2026-03-01", validTo: dayBefore(next ?? "2026-03-31") };
      const given = [
        ...attainmentGiven("team", 9_000_000, 10_000_000),
        ...attainmentGiven("member", 0, 3_100).slice(1),
      ];
      const month = book(daily, { given });
      expect(paidByCode(assigned([first, ending]), month)).toEqual(paidByCode(assigned(first), month));
    }),
    times(100, 1_000),
  );
});

it("a move between plans never pays more of a fixed amount than the better place, nor less than the other", () => {
  const fixedFen = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(cutDays, fixedFen, (days, fens) => {
      const places = fens.slice(0, days.length + 1);
      const planOf = (part: number): Plan =>
        plan({
          code: `plan${part}`,
          components: [period({ code: "fixed", amount: `${((places[part] ?? 0) / 100).toFixed(2)}元` })],
        });
      const all = paid(cutAt(days, planOf));
      expect(all).toBeLessThanOrEqual(Math.max(...places));
      expect(all).toBeGreaterThanOrEqual(Math.min(...places));
    }),
    runs,
  );
});

describe("5,000 a month", () => {
  const of = plan({ inputs, components: [period({ code: "all", amount: "5000元" })] });
  const first = { to: "2026-03-15" };
  const rest = { from: "2026-03-16" };
  const both = (one: Partial<Assignment>, other: Partial<Assignment>) => [
    ...assigned(of, { ...first, ...one }),
    ...assigned(of, { ...rest, ...other }),
  ];

  it.each([
    ["moves to another team", both({ teamId: "u4" }, {})],
    ["stays in a team that moves to another branch", both({ units: { branch: "u2" } }, { units: { branch: "u20" } })],
    ["leaves for two days and comes back", both({ to: "2026-03-10" }, { from: "2026-03-13" })],
    ["joins inside the month and moves", both({ from: "2026-03-05", teamId: "u4" }, {})],
    ["joins inside the month", assigned(of, { from: "2026-03-20" })],
    ["leaves inside the month", assigned(of, { to: "2026-03-20" })],
  ])("is 5,000 for somebody who %s", (_, assignments) => {
    expect(paid(assignments)).toBe(500_000);
  });

  it("says in each part for which share of the days it is, down to its last fen", () => {
    const third = plan({ components: [period({ code: "all", amount: "1元" })] });
    const traces = [
      ...tracesOf(
        cutAt(["2026-03-11", "2026-03-22"], () => third),
        book([]),
      ).values(),
    ];
    expect(traces.map((trace) => formulaText(trace, "zh-CN"))).toEqual([
      "1.00 × 10/31 = 0.32",
      "1.00 × 11/31 + 0.01 = 0.36",
      "1.00 × 10/31 = 0.32",
    ]);
    expect(traces.map((trace) => sentenceOf(trace, "zh-CN")).slice(1)).toEqual([
      "按 1.00 元 计，按天数 11/31 计，各段取整的尾差 0.01 元，得 0.36 元。",
      "按 1.00 元 计，按天数 10/31 计，得 0.32 元。",
    ]);
    expect(traces[1] && sentenceOf(traces[1], "en")).not.toMatch(/[一-龥]/);
  });
});

it("the parts of a target add up to it, also for somebody who joins inside the month", () => {
  const of = plan({ inputs, components: [period({ code: "a", when: "完成率 = 0", amount: "目标" })] });
  const targets = (assignments: readonly Assignment[], targetFen: number) =>
    [...tracesOf(assignments, book([], { given: attainmentGiven("member", 0, targetFen).slice(1) })).values()].map(
      ({ formula }) => Math.round(Number(formula?.value.decimal) * 100),
    );
  fc.assert(
    fc.property(cutDays, fc.integer({ min: 100, max: 10_000_000 }), fc.boolean(), (days, targetFen, joins) => {
      const [first, ...others] = cutAt(days, () => of);
      const from = joins ? dayBefore(days[0] ?? "2026-03-02") : "2026-01-01";
      const parts = targets(first ? [{ ...first, from }, ...others] : [], targetFen);
      expect(parts).toHaveLength(days.length + 1);
      expect(parts.reduce((sum, fen) => sum + fen, 0)).toBe(targetFen);
    }),
    runs,
  );
});

it("reaching a target in both halves of a month pays the bonus once", () => {
  const bonus = period({ code: "bonus", when: "完成率 ≥ 120%", amount: "5000元" });
  const of = plan({ inputs, components: [bonus] });
  const facts = [sale(13_000_000, { id: "s1", on: "2026-03-10" }), sale(13_000_000, { id: "s2", on: "2026-03-20" })];
  const given = attainmentGiven("member", 0, 20_000_000).slice(1);
  expect(
    paid(
      cutAt(["2026-03-16"], () => of),
      book(facts, { given }),
    ),
  ).toBe(500_000);
});

it("another's result of the month is compared as it stands, one's own by its days", () => {
  const of = (when: string) => plan({ inputs, components: [period({ code: "a", when, amount: "310元" })] });
  const facts = [sale(5_000_000, { on: "2026-03-10" })];
  const given = attainmentGiven("team", 6_000_000, 10_000_000);
  const parts = (when: string) =>
    evaluate(
      cutAt(["2026-03-16"], () => of(when)),
      book(facts, { given }),
    ).lines.map(({ amountFen }) => amountFen);
  expect(parts("团队业绩 ≥ 60000元")).toEqual([15_000, 16_000]);
  expect(parts("团队业绩 > 60000元")).toEqual([0, 0]);
  // 100,000 × 15 ÷ 31 is 48,387.10, and 200,000 × 15 ÷ 31 is 96,774.19.
  expect(parts("个人业绩 ≥ 100000元")).toEqual([15_000, 0]);
  expect(parts("个人业绩 ≥ 200000元")).toEqual([0, 0]);
});

it("a single order is looked up as it is in a month that is cut", () => {
  const each: Component = event({ code: "each", amount: "阶梯(金额, 佣金)" });
  const of = plan({ inputs, tables, components: [each] });
  const facts = [sale(6_000_000, { on: "2026-03-10" })];
  expect(
    paid(
      cutAt(["2026-03-16"], () => of),
      book(facts),
    ),
  ).toBe(60_000);
});

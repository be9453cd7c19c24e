import { evaluate, formulaText, type Plan, sentenceOf, traceOf, tracesOf } from "@shared/domain/pay";
import {
  assigned,
  attainmentGiven,
  book,
  cashRefund,
  collection,
  event,
  ownSales,
  period,
  plan,
  sale,
} from "../support/builders";

/* What people read must not say the same of two different formulas, nor numbers that do not compute. */

function told(of: Plan, lineId = "a", more: Parameters<typeof book>[1] = {}) {
  const month = book([sale(2_000_000)], more);
  const trace = tracesOf(assigned(of), month).get(lineId);
  if (trace === undefined)
    throw new Error(
      `no line ${lineId} in ${evaluate(assigned(of), month)
        .lines.map(({ id }) => id)
        .join()}`,
    );
  return {
    formula: formulaText(trace, "zh-CN"),
    sentence: sentenceOf(trace, "zh-CN"),
    english: sentenceOf(trace, "en"),
  };
}
const monthly = (amount: string, more: Partial<Plan> = {}) =>
  plan({ inputs: [ownSales], components: [period({ code: "a", amount })], ...more });

it.each([
  [
    "(个人业绩 − 5000元) × 2%",
    "20,000.00 − 5,000.00 = 15,000.00 元，按 2% 计，得 300.00 元。",
    "(20,000.00 − 5,000.00) × 2% = 300.00",
  ],
  [
    "个人业绩 − 5000元 × 2%",
    "本月个人业绩 20,000.00 元；再减 5,000.00 × 2% = 100.00 元，得 19,900.00 元。",
    "20,000.00 − 5,000.00 × 2% = 19,900.00",
  ],
  [
    "个人业绩 × 2% + 100元",
    "本月个人业绩 20,000.00 元，按 2% 计；再加 100.00 元，得 500.00 元。",
    "20,000.00 × 2% + 100.00 = 500.00",
  ],
])("%s is told as it is reckoned", (amount, sentence, formula) => {
  expect(told(monthly(amount))).toMatchObject({ sentence, formula });
});

it("a rate of a table has all of its digits", () => {
  const rates: Plan["tables"] = [{ name: "档", by: "money", rows: [{ upTo: null, value: "0.0123456" }] }];
  expect(told(monthly("个人业绩 × 费率(个人业绩, 档)", { tables: rates })).formula).toBe(
    "20,000.00 × 1.23456% = 246.91",
  );
});

it("a ratio that is multiplied by is not cut without saying so", () => {
  const attained: Plan["inputs"][number] = { ...ownSales, name: "团队完成率", kind: "attainment", of: "team" };
  const of = monthly("个人业绩 × 团队完成率", { inputs: [ownSales, attained] });
  const formula = (done: number, target: number) =>
    told(of, "a", { given: attainmentGiven("team", done, target) }).formula;
  expect(formula(7_999, 10_000)).toBe("20,000.00 × 79.99% = 15,998.00");
  expect(formula(2, 3)).toBe("20,000.00 × ≈66.67% = 13,333.33");
});

it("the share of the month's days is a fraction", () => {
  const half = { from: "2026-01-01", to: "2026-03-15" };
  const of = plan({ components: [period({ code: "a", amount: "1000元 × 天数比例()" })] });
  const assignments = [...assigned(of, half), ...assigned({ ...of, code: "other" }, { from: "2026-03-16" })];
  const trace = tracesOf(assignments, book([])).get("a@2026-03-01");
  expect(trace && formulaText(trace, "zh-CN")).toBe("1,000.00 × 15/31 = 483.87");
  expect(trace && sentenceOf(trace, "en")).not.toMatch(/[一-龥]/);
});

it("edges that are multiples of a target read as amounts", () => {
  const rows = [
    { upTo: "0.8", value: "0.01" },
    { upTo: "1.2", includes: true, value: "0.015" },
    { upTo: null, value: "0.02" },
  ];
  const of = monthly("阶梯(个人业绩, 档, 目标)", {
    inputs: [ownSales, { ...ownSales, name: "目标", kind: "target" }],
    tables: [{ name: "档", by: "ratio", rows }],
  });
  const given = attainmentGiven("member", 0, 2_000_000).slice(1);
  expect(told(of, "a", { given }).sentence).toBe(
    "本月个人业绩 20,000.00 元，落在 1.6万到2.4万 档，按 1.5% 计，得 300.00 元。",
  );
});

it("a line that lost shows what it would have been beside its 0", () => {
  const of = plan({
    components: [event({ code: "a", amount: "500元" }), event({ code: "b", amount: "600元" })],
    stacking: [{ name: "二选一", components: ["a", "b"], policy: "best" }],
  });
  expect(told(of, "a:sale:s1").formula).toBe("500.00 → 0.00 = 0.00");
});

describe("a condition that does not hold", () => {
  const target: Plan["inputs"][number] = { ...ownSales, name: "目标", kind: "target" };
  const reasonOf = (when: string, targetFen: number | null) => {
    const of = plan({ inputs: [ownSales, target], components: [period({ code: "a", when, amount: "1元" })] });
    const given = targetFen === null ? [] : attainmentGiven("member", 0, targetFen).slice(1);
    return evaluate(assigned(of), book([sale(2_000_000)], { given })).lines[0]?.reason;
  };

  it("blames what has no value only where that decides", () => {
    expect(reasonOf("个人业绩 ÷ 目标 ≥ 1", 0)).toMatchObject({
      code: "condition.undefined",
      params: { why: "divisionByZero" },
    });
    expect(reasonOf("个人业绩 > 目标", null)).toMatchObject({ code: "condition.undefined", params: { name: "目标" } });
    expect(reasonOf("个人业绩 > 5万元 且 目标 > 1元", null)).toEqual({ code: "condition.notMet", params: {} });
    expect(reasonOf("个人业绩 > 5万元 或 目标 > 1元", null)).toMatchObject({ code: "condition.undefined" });
  });
});

it("what cannot divide because it is 0 is named, also where it is reckoned", () => {
  const target = { ...ownSales, name: "目标", nameEn: "target", kind: "target" } as const;
  const of = plan({
    inputs: [{ ...ownSales, nameEn: "sales" }, target],
    components: [period({ code: "a", amount: "个人业绩 ÷ (目标 − 5万元) × 1元" })],
  });
  const month = book([sale(100)], {
    given: [{ kind: "target", code: "sales.confirmed", of: "member", period: "2026-03", value: { fen: 5_000_000 } }],
  });
  const trace = traceOf(assigned(of), month, "a");
  expect(trace && [sentenceOf(trace, "zh-CN"), sentenceOf(trace, "en")]).toEqual([
    "「目标 − 5万元」是 0，不能做除数，这一项先记 0.00 元；请找人事，改好后自动重算。",
    "Target − 50,000 CNY is 0 and cannot divide: 0.00 for now. Ask HR to correct it; then it is calculated anew.",
  ]);
});

it("money that came and money that went back are told apart", () => {
  const order = sale(2_000_000);
  const facts = [collection(order, 2_000_000), cashRefund(order, 500_000)];
  const both = plan({
    components: [
      event({ code: "in", on: "collection", amount: "金额 × 1%" }),
      event({ code: "out", on: "cashRefund", amount: "金额 × 1%" }),
    ],
  });
  const traces = tracesOf(assigned(both), book(facts));
  expect([...traces.values()].map((trace) => sentenceOf(trace, "zh-CN"))).toEqual([
    "客户 3月10日 回款 20,000.00 元，按 1% 计，得 200.00 元。",
    "客户 3月10日 退还款项 −5,000.00 元，按 1% 计，得 −50.00 元。",
  ]);
});

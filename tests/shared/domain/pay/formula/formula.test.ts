import {
  calculate,
  checkFormula,
  FormulaError,
  type FormulaNode,
  isMissing,
  parseFormula,
  printEnglish,
  printFormula,
  type Scope,
  type Wanted,
} from "@shared/domain/pay/formula";
import { decimalText, exactOfDecimal, fractionText } from "@shared/domain/pay/numbers/number";
import { commissionTiers } from "@shared/domain/pay/plans";
import type { Table, Unit } from "@shared/domain/pay";
import fc from "fast-check";
import { runs, times } from "../support/runs";

const values = (given: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(given).map(([name, text]) => [name, text === null ? null : exactOfDecimal(text)]));

/** What a formula gives: a decimal or fraction, yes or no, or why it has no value. */
function result(formula: string, given: Record<string, string | null> = {}): string | boolean {
  const value = calculate(formula, values(given));
  if (typeof value === "boolean") return value;
  return isMissing(value) ? value.missing : (decimalText(value) ?? fractionText(value));
}

const thrown = (act: () => unknown): FormulaError => {
  try {
    act();
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("a formula", () => {
  it.each([
    ["业绩 × 1.5%", { 业绩: "100000" }, "1500"],
    ["业绩 * 0.015", { 业绩: "100003" }, "1500.045"],
    ["0.1 + 0.2 = 0.3", {}, true],
    ["1 + 2 × 3 − 4 ÷ 2", {}, "5"],
    ["(1 + 2) × 3", {}, "9"],
    ["（１＋２）×３－４／２", {}, "7"],
    ["−2 × −3", {}, "6"],
    ["−(1 + 2) + +5", {}, "2"],
    ["10 ÷ 3", {}, "10/3"],
    ["10 ÷ 3 × 3", {}, "10"],
    ["8 − 3 − 2", {}, "3"],
    ["8 ÷ 4 ÷ 2", {}, "1"],
    ["500元 + 1.5万元 + 1亿元", {}, "100015500"],
    ["500 元 × 3", {}, "1500"],
    ["3万 + 5％", {}, "30000.05"],
    ["2024销售额 + a_1", { "2024销售额": "2", a_1: "3" }, "5"],
    ["系数 × 最大值", { 系数: "2", 最大值: "3" }, "6"],
    ["最小(3, 1, 2) + 最大(3, 1, 2)", {}, "4"],
    ["min(3, 1) + MAX(2, 5)", {}, "6"],
    ["限制(7, 0, 5) + 限制(−1, 0, 5)", {}, "5"],
    ["四舍五入(2.345, 2)", {}, "2.35"],
    ["四舍五入(−2.345, 2)", {}, "-2.35"],
    ["四舍五入(1250, −2)", {}, "1300"],
    ["向上取整(2.1) + 向下取整(−2.1)", {}, "0"],
    ["绝对值(−3)", {}, "3"],
    ["天数比例()", {}, "1"],
    ["如果(率 ≥ 80%, 1, 0)", { 率: "0.8" }, "1"],
    ["如果(率 > 80%, 1, 0)", { 率: "0.8" }, "0"],
    ["率 >= 0.8 且 率 <= 0.9", { 率: "0.85" }, true],
    ["率 < 0.8 或 率 > 0.9", { 率: "0.85" }, false],
    ["非 率 < 0.8 且 率 ≠ 1", { 率: "0.85" }, true],
    ["not (率 < 0.8 or 率 != 0.85)", { 率: "0.85" }, true],
    ["1 = 1.0000000000001", {}, false],
    [".5 × 4", {}, "2"],
    ["2 ≤ 2", {}, true],
    ["2 < 2", {}, false],
    ["1 = 1 或 1 = 1 且 1 = 2", {}, true],
  ])("%s gives %4$s", (formula, given, expected) => {
    expect(result(formula, given as unknown as Record<string, string>)).toBe(expected);
  });

  it.each([
    ["业绩 ÷ 目标", { 业绩: "5", 目标: "0" }, "divisionByZero"],
    ["业绩 ÷ 目标 × 0", { 业绩: "5", 目标: "0" }, "divisionByZero"],
    ["业绩 × 率", { 业绩: "5", 率: null }, "noData"],
    ["最大(业绩, 率)", { 业绩: "5", 率: null }, "noData"],
    ["率 > 0", { 率: null }, false],
    ["率 ≤ 0", { 率: null }, false],
    ["率 ≠ 0", { 率: null }, false],
    ["有值(率)", { 率: null }, false],
    ["如果(有值(率), 率, 1) × 2", { 率: null }, "2"],
    ["有值(1 ÷ 0)", {}, false],
  ])("%s with something undefined gives %4$s", (formula, given, expected) => {
    expect(result(formula, given as unknown as Record<string, string | null>)).toBe(expected);
  });

  it.each([
    ["", "EMPTY", 0, 0],
    ["1 +", "UNEXPECTED_END", 3, 3],
    ["(1 + 2", "UNEXPECTED_END", 0, 1],
    ["1 2", "UNEXPECTED_TOKEN", 2, 3],
    ["1 + × 2", "UNEXPECTED_TOKEN", 4, 5],
    ["1)", "UNEXPECTED_TOKEN", 1, 2],
    ["1 # 2", "UNEXPECTED_CHARACTER", 2, 3],
    ["“a”", "UNEXPECTED_CHARACTER", 0, 1],
    ["1 < 2 < 3", "CHAINED_COMPARISON", 6, 7],
    ["最小(1)", "ARGUMENT_COUNT", 0, 5],
    ["如果(1 > 0, 1)", "ARGUMENT_COUNT", 0, 12],
    ["eval(1)", "UNKNOWN_FUNCTION", 0, 4],
    ["a.b", "UNEXPECTED_CHARACTER", 1, 2],
    ["a = 1; b", "UNEXPECTED_CHARACTER", 5, 6],
    ["1e5 + 1", "UNKNOWN_NAME", 0, 3],
    ["constructor", "UNKNOWN_NAME", 0, 11],
    ["如果(1, 2, 3)", "CONDITION_EXPECTED", 3, 4],
    ["1 + (2 > 1)", "NUMBER_EXPECTED", 4, 11],
    ["四舍五入(1, 1 + 1)", "PLACES_EXPECTED", 8, 13],
    ["四舍五入(1, 10)", "PLACES_EXPECTED", 8, 10],
  ])("%j is refused with %s at [%d, %d)", (formula, code, from, to) => {
    const error = thrown(() => calculate(formula, { a: null }));
    expect({ code: error.code, from: error.from, to: error.to }).toEqual({ code, from, to });
    expect(error.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it("proposes the name that was probably meant", () => {
    expect(thrown(() => calculate("个人业积 × 2", { 个人业绩: null })).message).toBe(
      "没有叫「个人业积」的输入，是不是「个人业绩」",
    );
  });

  it.each([
    ["characters", "1".repeat(2_001), "TOO_LONG"],
    ["nodes", Array.from({ length: 251 }, () => "1").join("+"), "TOO_MANY_NODES"],
    ["depth", `${"(".repeat(40)}1${")".repeat(40)}`, "TOO_DEEP"],
    ["depth of signs", `${"−".repeat(40)}1`, "TOO_DEEP"],
    ["digits of a number", "9".repeat(401), "TOO_LARGE"],
    ["digits of a product", Array.from({ length: 30 }, () => "甲").join("×"), "TOO_LARGE"],
  ])("with too many %s is refused", (_name, formula, code) => {
    const error = thrown(() => calculate(formula, values({ 甲: "999999999999999" })));
    expect(error.code).toBe(code);
    expect(error.from).toBeLessThanOrEqual(error.to);
  });

  it("may have 250 terms and 400 digits", () => {
    expect(result(Array.from({ length: 250 }, () => "1").join("+"))).toBe("250");
    expect(result("9".repeat(400))).toBe("9".repeat(400));
  });
});

describe("the check of units", () => {
  const names = new Map<string, Unit>([
    ["业绩", "money"],
    ["目标", "money"],
    ["完成率", "ratio"],
    ["新客户数", "count"],
  ]);
  const tables = new Map<string, Table>([
    ["佣金阶梯", commissionTiers],
    ["分段", { ...commissionTiers, name: "分段", mode: "marginal" }],
    ["系数表", { name: "系数表", by: "ratio", rows: [{ upTo: null, value: "1" }] }],
    ["来源表", { kind: "lookup", name: "来源表", by: "origin", unit: "ratio", rows: [], otherwise: "0.01" }],
  ]);
  const scope: Scope = { names, tables };
  const check = (formula: string, wanted: Wanted) => checkFormula(parseFormula(formula), scope, wanted);

  it.each([
    "业绩 × 1.5%",
    "500",
    "500元",
    "新客户数 × 500",
    "新客户数 × 500 + 业绩 × 0.01",
    "业绩 ÷ 目标 × 500",
    "阶梯(业绩, 佣金阶梯)",
    "阶梯(业绩, 分段, 目标)",
    "业绩 × 费率(业绩, 佣金阶梯)",
    "业绩 × 系数(完成率, 系数表) × 查表(来源表)",
    "系数(完成率, 系数表)",
    "如果(业绩 > 10000, 业绩, 0) × 天数比例()",
    "最大(业绩 − 1000, 0)",
    "限制(业绩 × 2%, 100, 5000)",
    "业绩 ÷ 新客户数",
  ])("takes %s for an amount", (formula) => {
    expect(() => check(formula, "money")).not.toThrow();
  });

  it.each([
    ["业绩 × 目标", "money", "MONEY_TIMES_MONEY"],
    ["业绩 × 500元", "money", "MONEY_TIMES_MONEY"],
    ["业绩 + 新客户数", "money", "UNIT_MISMATCH"],
    ["业绩 > 完成率", "condition", "UNIT_MISMATCH"],
    ["完成率 × 5%", "money", "NOT_MONEY"],
    ["业绩 ÷ 目标", "money", "NOT_MONEY"],
    ["业绩 > 1", "money", "NOT_MONEY"],
    ["业绩", "condition", "NOT_CONDITION"],
    ["业绩 × 佣金阶梯", "money", "TABLE_MISUSED"],
    ["阶梯(业绩, 没有的表)", "money", "UNKNOWN_TABLE"],
    ["阶梯(业绩, 1)", "money", "TABLE_EXPECTED"],
    ["阶梯(新客户数, 佣金阶梯)", "money", "UNIT_MISMATCH"],
    ["系数(业绩, 系数表) × 业绩", "money", "UNIT_MISMATCH"],
    ["业绩 × 费率(业绩, 分段)", "money", "TABLE_MISUSED"],
    ["业绩 × 系数(完成率, 来源表)", "money", "TABLE_MISUSED"],
    ["业绩 × 查表(系数表)", "money", "TABLE_MISUSED"],
    ["业绩 × 没有", "money", "UNKNOWN_NAME"],
    ["完成率 ÷ 业绩 ÷ 业绩", "number", "UNIT_MISMATCH"],
  ] as const)("refuses %s as %s: %s", (formula, wanted, code) => {
    expect(thrown(() => check(formula, wanted)).code).toBe(code);
  });

  it("looks at deep formulas once only", () => {
    const deep = "如果(完成率 > 1, ".repeat(14) + "业绩" + ", 业绩)".repeat(14);
    expect(() => check(deep, "money")).not.toThrow();
  });
});

describe("printing a formula", () => {
  it.each([
    ["a+b*c", "a + b × c"],
    ["(a+b)*c", "(a + b) × c"],
    ["a-(b-c)", "a − (b − c)"],
    ["a/(b*c)", "a ÷ (b × c)"],
    ["-(a+b)", "−(a + b)"],
    ["not(a>b)and c<d or a=b", "非 a > b 且 c < d 或 a = b"],
    ["if(a>=1.50万元, min(a,b), 5％)", "如果(a ≥ 1.50万元, 最小(a, b), 5％)"],
  ])("%s becomes %s", (written, printed) => {
    expect(printFormula(parseFormula(written))).toBe(printed);
  });

  it("is English for English readers", () => {
    expect(
      printEnglish(parseFormula("首单金额 ≥ 1万元 且 非 完成率 > 120%"), {
        首单金额: "first order",
        完成率: "attainment",
      }),
    ).toBe("first order ≥ 10,000 CNY and not attainment > 120%");
  });

  const leaf = fc.oneof(fc.constantFrom("甲", "乙", "1", "0.5", "5%", "3万元"));
  const number: fc.Arbitrary<string> = fc.letrec<{ number: string }>((tie) => ({
    number: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc
        .tuple(tie("number"), fc.constantFrom("+", "-", "*", "÷"), tie("number"))
        .map(([a, sign, b]) => `(${a})${sign}(${b})`),
      fc
        .tuple(tie("number"), fc.constantFrom("+", "−", "×", "/"), tie("number"))
        .map(([a, sign, b]) => `${a}${sign}${b}`),
      tie("number").map((a) => `-(${a})`),
      fc.tuple(tie("number"), tie("number")).map(([a, b]) => `最大(${a}, ${b})`),
      fc
        .tuple(tie("number"), tie("number"), tie("number"))
        .map(([a, b, c]) => `如果((${a}) > (${b}) 且 非 (${b}) = (${c}), ${a}, ${c})`),
    ),
  })).number;
  const shape = (node: FormulaNode): unknown =>
    JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === "from" || key === "to" ? undefined : value)));

  it("gives a text that parses to the same formula", () => {
    fc.assert(
      fc.property(number, (text) => {
        let node: FormulaNode;
        try {
          node = parseFormula(text);
        } catch (error) {
          // Generated formulas may be larger than formulas may be.
          return error instanceof FormulaError && /^TOO/.test(error.code);
        }
        expect(shape(parseFormula(printFormula(node)))).toEqual(shape(node));
        return true;
      }),
      runs,
    );
  });
});

describe("whatever is typed", () => {
  const pieces = [
    "甲",
    "乙",
    "表",
    "1",
    "0.5",
    "9".repeat(30),
    "%",
    "元",
    "万",
    "(",
    "（",
    ")",
    ",",
    "，",
    "+",
    "-",
    "×",
    "÷",
    "/",
    "<",
    "≥",
    "=",
    "且",
    "或",
    "非",
    "如果",
    "阶梯",
    "系数",
    "四舍五入",
    "有值",
    "min",
    " ",
    "\u3000",
    "。",
    "“",
    "\u0000",
    "😀",
    "__proto__",
    "constructor",
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(fc.tuple(fc.constantFrom("甲", "乙", "3", "0.7"), fc.constantFrom("+", "×", "÷", "−", ">")), {
        maxLength: 80,
      })
      .map((list) => `${list.map(([a, sign]) => a + sign).join("")}甲`),
  );

  it("gives a value, or an error with a place inside the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const value = calculate(text, values({ 甲: "123456789.123", 乙: "0" }));
          return typeof value === "boolean" || isMissing(value) || fractionText(value).length > 0;
        } catch (error) {
          return error instanceof FormulaError && error.from >= 0 && error.from <= error.to && error.to <= text.length;
        }
      }),
      times(10_000),
    );
  });
});

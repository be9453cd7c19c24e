import {
  evaluate,
  formulaText,
  type GivenInput,
  type MemberBook,
  type Plan,
  sentenceOf,
  traceOf,
  tracesOf,
} from "@shared/domain/pay";
import fc from "fast-check";
import {
  assigned,
  attainmentGiven,
  book,
  event,
  ownSales,
  period,
  plan,
  refund,
  sale,
  visit,
} from "../support/builders";
import { histories } from "../support/histories";
import { readBack } from "../support/readBack";
import { times } from "../support/runs";

/* What is printed is true: its numbers compute to its result, and each stands on its own side of an edge. */

function told(of: Plan, month: MemberBook, lineId: string, factId?: string) {
  const trace = traceOf(assigned(of), month, lineId, factId);
  if (trace === null) throw new Error(`no line ${lineId}`);
  const [sentence, english] = [sentenceOf(trace, "zh-CN"), sentenceOf(trace, "en")];
  return { formula: formulaText(trace, "zh-CN"), sentence, english };
}

describe("a printed formula", () => {
  it("of less than half a fen of a rounded line says what that comes to, of the line that it prints", () => {
    const of = plan({
      inputs: [ownSales],
      components: [period({ code: "a", amount: "个人业绩 × 0.01% + 0元", basis: "个人业绩" })],
    });
    // 1.927555 × 10.00 ÷ 19,275.55 would be 0.001 exactly, and 1.93 is what is divided.
    const month = book([sale(1_000, { id: "small" }), sale(1_926_555, { id: "large" })]);
    expect(told(of, month, "a", "sale:small").formula).toMatch(/1\.93 × 10\.00 ÷ 19,275\.55 ≈ 0\.001 → 0\.00$/);
  });

  it("shows the rounding before a share is taken", () => {
    const of = plan({ components: [event({ code: "a", amount: "金额 × 1.5%" })] });
    const shared = sale(25_100, { share: "0.5", rest: "0.5" });
    const { formula, sentence } = told(of, book([shared]), "a:sale:s1");
    expect(formula).toBe("(251.00 × 1.5% → 3.77) × 50% = 1.89");
    expect(sentence).toContain("按 1.5% 计，取整到分 3.77 元，你的分成 50%，得 1.89 元");
  });

  it("shows the fen that goes to somebody else of a share", () => {
    const of = plan({ components: [event({ code: "a", amount: "0.03元" })] });
    const shared = sale(100, { share: "0.5", rest: "0.5" });
    const amountFen = evaluate(assigned(of), book([shared])).lines[0]?.amountFen;
    const { formula } = told(of, book([shared]), "a:sale:s1");
    expect(readBack(formula)).toEqual({ computedFen: amountFen, printedFen: amountFen });
  });

  it("has the places to which a formula rounds", () => {
    const of = plan({
      inputs: [ownSales],
      components: [period({ code: "a", amount: "四舍五入(个人业绩 × 3%, 1) × 1.2 + 向上取整(个人业绩, −2)" })],
    });
    const { formula, english } = told(of, book([sale(115_776)]), "a");
    expect(formula).toBe("四舍五入(1,157.76 × 3%, 1) × 1.2 + 向上取整(1,157.76, −2) = 1,241.64");
    expect(english).toContain("Round(≈34.73, 1) 34.70");
  });

  it("has the rate between two points of a table that rises evenly", () => {
    const rows = [
      { upTo: "100000", value: "0.01" },
      { upTo: "200000", value: "0.02" },
      { upTo: null, value: "0.02" },
    ];
    const of = plan({
      inputs: [ownSales],
      tables: [{ name: "档", by: "money", shape: "linear", rows }],
      components: [period({ code: "a", amount: "阶梯(个人业绩, 档)" })],
    });
    const { formula, sentence, english } = told(of, book([sale(15_000_000)]), "a");
    expect(formula).toBe("150,000.00 × 1.5% = 2,250.00");
    expect(sentence).toContain("在 10万到20万 之间按比例取 1.5%");
    expect(english).toContain("between the points 100,000 to 200,000, in proportion 1.5%");
  });

  it("of one order's part begins with the month before refunds", () => {
    const of = plan({
      inputs: [ownSales],
      components: [period({ code: "a", basis: "个人业绩", amount: "个人业绩 × 2%", refund: "original" })],
    });
    const [first, second] = [sale(10_000_000), sale(10_000_000, { id: "s2" })];
    const month = book([first, second, refund(first, 10_000_000)]);
    expect(told(of, month, "a", "sale:s2").formula).toBe("4,000.00 × 100,000.00 ÷ 200,000.00 = 2,000.00");
  });

  it.each(["0.01元", "0.005元"])(
    "of half a fen of %s that another order gets says how it comes to nothing",
    (amount) => {
      const inputs = [{ ...ownSales, name: "拜访数", code: "visits.effective" }];
      const of = plan({ inputs, components: [period({ code: "a", basis: "拜访数", amount })] });
      const { formula } = told(of, book([visit("v1"), visit("v2")]), "a", "visit:v2");
      expect(formula).toBe("0.01 × 1 ÷ 2 → 0.01 − 0.01 = 0.00");
      expect(readBack(formula)).toEqual({ computedFen: 0, printedFen: 0 });
    },
  );

  it("counts visits and never calls them yuan", () => {
    const visits = { ...ownSales, name: "拜访数", code: "visits.effective" };
    const of = plan({
      inputs: [visits],
      components: [period({ code: "a", basis: "拜访数", amount: "100元" })],
    });
    const month = book(["v1", "v2", "v3"].map((id) => visit(id)));
    const { formula, sentence } = told(of, month, "a", "visit:v1");
    expect(formula).toMatch(/^100\.00 × 1 ÷ 3( [+−] 0\.01)? = 33\.3[34]$/);
    expect(sentence).toContain("按拜访数 1 ÷ 3 分到这一笔");
  });

  it("tells the contract apart from what came back of it", () => {
    const of = plan({ components: [event({ code: "a", amount: "金额 × 1%" })] });
    const signed = sale(10_000_000);
    const { formula, sentence, english } = told(of, book([signed, refund(signed, 4_000_000)]), "a:sale:s1");
    expect(formula).toBe("60,000.00 × 1% = 600.00");
    expect(sentence).toContain("签单 100,000.00 元，退款 40,000.00 元，计 60,000.00 元，按 1% 计，得 600.00 元");
    expect(english).toContain("signed 100,000.00 CNY on 10 March, less 40,000.00 refunded, counts 60,000.00");
  });

  it("is told of its own days where a move has cut the month", () => {
    const of = plan({ inputs: [ownSales], components: [period({ code: "a", amount: "个人业绩 × 2%" })] });
    const assignments = [...assigned(of, { to: "2026-03-11" }), ...assigned(of, { from: "2026-03-12", teamId: "u4" })];
    const [first, second] = [...tracesOf(assignments, book([sale(10_000_000)])).values()];
    expect(first && sentenceOf(first, "zh-CN")).toContain("3月1日到3月11日个人业绩 100,000.00 元");
    expect(second && sentenceOf(second, "en")).not.toContain("This month");
  });

  it("says of what less than a fen is left of", () => {
    const of = plan({ components: [event({ code: "a", amount: "金额 × 2%" })] });
    expect(told(of, book([sale(1)]), "a:sale:s1").sentence).toContain("算下来是 0.0002 元，取整到分是 0.00 元");
  });
});

describe("a week's number", () => {
  it("says which week it is of", () => {
    const ofTeam = { ...ownSales, name: "团队周业绩", of: "team", period: "week" } as Plan["inputs"][number];
    const of = plan({ inputs: [ofTeam], components: [period({ code: "a", amount: "团队周业绩 × 1%" })] });
    const given: GivenInput[] = [
      { kind: "measure", code: "sales.confirmed", of: "team", period: "2026-W13", value: { fen: 1_000_000 } },
    ];
    const trace = traceOf(assigned(of), book([], { given }), "a");
    expect(trace && sentenceOf(trace, "zh-CN")).toBe(
      "第13周（3月23日–29日）团队周业绩 10,000.00 元，按 1% 计，得 100.00 元。",
    );
    expect(trace && sentenceOf(trace, "en")).toContain("of week 13 (23–29 March) 10,000.00");
  });
});

describe("a printed number", () => {
  const attainment = (of: "team" | "company", name: string) =>
    ({ ...ownSales, name, kind: "attainment", of }) as Plan["inputs"][number];
  const inputs = [ownSales, attainment("team", "团队完成率"), attainment("company", "公司完成率")];
  const rows = [
    { upTo: "1", includes: false, value: "0" },
    { upTo: null, value: "1" },
  ];

  it("stays below the edge of the factor that makes a line 0", () => {
    const edges = [
      { upTo: "0.8", includes: false, value: "0" },
      { upTo: null, value: "1" },
    ];
    const of = plan({
      inputs,
      tables: [{ name: "团队系数", by: "ratio", rows: edges }],
      components: [period({ code: "a", amount: "个人业绩 × 系数(团队完成率, 团队系数)" })],
    });
    const month = book([sale(100_000)], { given: attainmentGiven("team", 799_999, 1_000_000) });
    expect(told(of, month, "a").sentence).toBe("团队完成率 79.99%，团队系数 0，这一项 0.00 元。");
  });

  it("of two that are compared stays on its side of the other", () => {
    const of = plan({ inputs, components: [period({ code: "a", when: "团队完成率 ≥ 公司完成率", amount: "1元" })] });
    const given = [...attainmentGiven("team", 799_999, 1_000_000), ...attainmentGiven("company", 80, 100)];
    expect(told(of, book([sale(100)], { given }), "a").sentence).toContain("现在团队完成率 79.99%、公司完成率 80%");
  });

  it("of a score is not rounded up to the score that it has not reached", () => {
    const score = { ...ownSales, name: "满意度", code: "satisfaction" };
    const of = plan({
      inputs: [score],
      tables: [
        {
          name: "系数",
          by: "decimal",
          rows: [
            { ...rows[0], upTo: "4.5", value: "0" },
            { upTo: null, value: "1" },
          ],
        },
      ],
      components: [period({ code: "a", when: "满意度 ≥ 4.5", amount: "1元" })],
    });
    const given = [
      {
        kind: "measure",
        code: "satisfaction",
        of: "member",
        period: "2026-03",
        value: { decimal: "4.4999999" },
      } as const,
    ];
    expect(told(of, book([], { given }), "a").sentence).toContain("现在满意度 4.4999999");
  });
});

const amounts = fc.constantFrom(
  "阶梯(个人业绩, 档)",
  "阶梯(个人业绩, 分段)",
  "阶梯(个人业绩, 渐增)",
  "个人业绩 × 费率(个人业绩, 渐增)",
  "阶梯(个人业绩, 档) × 系数(团队完成率, 团队系数)",
  "个人业绩 × 1.237% × 系数(满意度, 满意系数)",
  "(个人业绩 − 5000元) × 0.77%",
  "最小(个人业绩 × 3.3%, 2000元) × 团队完成率",
  "1234.56元 × 天数比例()",
  "拜访数 × 33.33元",
  "100元 + 个人业绩 ÷ 7",
  "个人业绩 × 1% × 回款率",
  "新客户业绩 × 3% + 老客户业绩 × 1.1%",
  "0.005元",
  "四舍五入(个人业绩 × 3.37%, 1) × 1.2",
  "向上取整(个人业绩 × 1%, −2) + 向下取整(个人业绩 ÷ 7, 3)",
);
const eventAmounts = fc.constantFrom(
  "金额 × 1.5%",
  "金额 × 0.333% + 0.005元",
  "四舍五入(金额 × 0.7%, 0)",
  "金额 ÷ 3",
  "0.03元",
  "8元",
);
const refundRule = fc.constantFrom("saleMonth" as const, "original" as const, "none" as const);
const limit = fc.constantFrom({}, { cap: "99.995元" }, { floor: "100.01元" }, { cap: "个人业绩 × 1.111%" });

const components = fc.oneof(
  fc
    .record({ amount: amounts, refund: refundRule, limit, basis: fc.constantFrom("个人业绩", "拜访数", undefined) })
    .map(({ limit: limits, basis, ...one }) => ({
      ...period({ code: "c", ...one, ...limits }),
      ...(basis && { basis }),
    })),
  fc
    .record({ amount: eventAmounts, refund: refundRule, cap: fc.constantFrom(undefined, "88.888元") })
    .map(({ cap, ...one }) => event({ code: "c", ...one, ...(cap && { cap }) })),
);

const edge = fc.integer({ min: 1, max: 300_000 }).map(String);
const languages = fc.constantFrom("zh-CN" as const, "en" as const);

const plansByChance: fc.Arbitrary<Plan> = fc
  .record({
    list: fc.array(components, { minLength: 1, maxLength: 4 }),
    edge,
    rates: fc.tuple(fc.nat(300), fc.nat(300)),
  })
  .map(({ list, edge: upTo, rates: [low, high] }) => {
    const rows = [
      { upTo, includes: low % 2 === 0, value: String(low / 10_000) },
      { upTo: String(Number(upTo) + 54_321), value: String(high / 10_000) },
      { upTo: null, value: String(high / 10_000) },
    ];
    const ratios = [
      { upTo: "0.6", value: "0.5" },
      { upTo: "1", value: "1" },
      { upTo: null, value: "1" },
    ];
    return plan({
      inputs: [
        ownSales,
        { ...ownSales, name: "拜访数", code: "visits.effective" },
        { ...ownSales, name: "团队完成率", kind: "attainment", of: "team" },
        { ...ownSales, name: "满意度", code: "satisfaction", unit: "ratio" },
        { ...ownSales, name: "回款率", code: "collections.rate" },
        { ...ownSales, name: "新客户业绩", code: "sales.newCustomers" },
        { ...ownSales, name: "老客户业绩", code: "sales.oldCustomers" },
      ],
      tables: [
        { name: "档", by: "money", rows },
        { name: "分段", by: "money", mode: "marginal", rows },
        { name: "渐增", by: "money", shape: "linear", rows },
        { name: "团队系数", by: "ratio", rows: ratios },
        { name: "满意系数", by: "ratio", shape: "linear", rows: ratios },
      ],
      components: list.map((one, at) => ({ ...one, code: `c${at}` })),
    });
  });

it("of any plan and month computes to the fen that is printed behind it, line by line and order by order", () => {
  let read = 0;
  fc.assert(
    fc.property(plansByChance, histories, fc.boolean(), languages, (of, month, isCut, language) => {
      const moved = { from: "2026-03-12", teamId: "u4" };
      const assignments = isCut ? [...assigned(of, { to: "2026-03-11" }), ...assigned(of, moved)] : assigned(of);
      const traces = tracesOf(assignments, month);
      for (const line of evaluate(assignments, month).lines) {
        const parts = line.allocation.map(
          ({ factId, fen }) => [traceOf(assignments, month, line.id, factId), fen] as const,
        );
        // What the line gives less than half a fen is told as well, where it is divided.
        for (const { id } of line.component.grain === "period" ? month.facts : []) {
          const away = line.allocation.some(({ factId }) => factId === id)
            ? null
            : traceOf(assignments, month, line.id, id);
          if (away) parts.push([away, 0]);
        }
        for (const [trace, fen] of [[traces.get(line.id) ?? null, line.amountFen] as const, ...parts]) {
          if (trace === null) throw new Error(`${line.id} is not told`);
          const formula = formulaText(trace, language);
          const back = readBack(formula);
          if (back === null) continue;
          read += 1;
          if (back.computedFen !== fen || back.printedFen !== fen) throw new Error(`${formula} is ${back.computedFen}`);
        }
      }
    }),
    times(300, 2_000),
  );
  expect(read).toBeGreaterThan(0);
});

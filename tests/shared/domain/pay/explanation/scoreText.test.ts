import { formulaOf, type Language, sentenceOf, traceOf } from "@shared/domain/pay";
import type { PlanInput } from "@shared/domain/pay/types";
import { assigned, attainmentGiven, book, plan, sale, visit } from "../support/builders";

const attainment = (name: string, code: string): PlanInput => ({
  ...{ kind: "attainment", name, code, of: "member", period: "month" },
});

const scored = plan({
  inputs: [
    attainment("销售完成率", "sales.confirmed"),
    attainment("拜访完成率", "visits.effective"),
    {
      ...{ kind: "score", name: "考核得分", nameEn: "score", missing: "block" },
      items: [
        { input: "销售完成率", weight: "0.9" },
        { input: "拜访完成率", weight: "0.1", cap: "1.2" },
      ],
    },
  ],
  components: [
    {
      ...{ code: "bonus", name: "绩效奖金", kind: "奖金", grain: "period", period: "month" },
      amount: "3000元 × 考核得分",
    },
  ],
});

function told(targetFen: number | null, language: Language = "zh-CN") {
  const visitTarget = { kind: "target", code: "visits.effective", of: "member", period: "2026-03" } as const;
  const month = book([sale(20_000_000), visit("a"), visit("b")], {
    given: [
      ...(targetFen === null ? [] : attainmentGiven("member", 0, targetFen).slice(1)),
      { ...visitTarget, value: { decimal: "1" } },
    ],
  });
  const trace = traceOf(assigned(scored), month, "bonus");
  if (!trace) throw new Error("no trace");
  const source = formulaOf(trace, language).find(({ label }) => label === "考核得分" || label === "score")?.source;
  return { sentence: sentenceOf(trace, language), source };
}

describe("a score", () => {
  it("opens to its parts, each with its value as it counts and its weight", () => {
    expect(told(40_000_000).source).toContain("考核得分 = 销售完成率 50% × 90% + 拜访完成率 120%（封顶） × 10%");
  });

  it("says what of it could be better, and by how much that would lift it", () => {
    expect(told(40_000_000).source).toMatch(/，待改进：销售完成率做到 100% 得分多 45%$/);
    expect(told(40_000_000, "en").source).toMatch(/, to improve: 销售完成率 at 100% adds 45%$/);
    expect(told(20_000_000).source).not.toContain("待改进");
  });

  it("says of which part there is no value yet", () => {
    expect(told(null).source).toBe("销售完成率还没有数，所以没有得分");
  });

  it("that was cut to be read says so in the sentence, as in the formula: what it is multiplied to does not follow from it", () => {
    expect(told(35_000_000).sentence).toBe("按 3,000.00 元 计，考核得分 ≈63.43%，得 1,902.86 元。");
    expect(told(40_000_000).sentence).not.toContain("≈");
  });
});

import { ruleText, workedExample } from "@shared/domain/pay";
import { dueText, exampleText, kindText } from "@shared/domain/pay/explanation/text";
import * as plans from "@shared/domain/pay/plans";
import { internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import type { DueRule, Plan } from "@shared/domain/pay";

const rule = (code: string, language: "zh-CN" | "en") => {
  const component = tutorialTiers.components.find((one) => one.code === code);
  if (!component) throw new Error(`the plan has no ${code}`);
  return ruleText(tutorialTiers, component, language);
};

it("is read in Chinese as its author wrote it", () => {
  expect(rule("over-bonus", "zh-CN")).toEqual({
    amount: "5000元",
    when: "个人完成率 > 120%",
    cap: null,
    floor: null,
  });
});

it("is read in Chinese with words for what its tables give", () => {
  expect(rule("commission", "zh-CN").amount).toBe("个人业绩 × 「佣金阶梯」里到的那一档");
  const [commission] = manufacturingGroup.components;
  expect(commission && ruleText(manufacturingGroup, commission, "zh-CN").amount).toBe(
    "个人业绩 × 2% × 「团队系数」里团队完成率对应的系数 × 「公司系数」里公司完成率对应的系数",
  );
});

it("is read in words whatever a table is asked about, by the formula's own tree", () => {
  const [commission] = tutorialTiers.components;
  const read = (amount: string) => {
    const component = commission && { ...commission, amount };
    const of: Plan = { ...tutorialTiers, components: component ? [component] : [] };
    return component && ruleText(of, component, "zh-CN").amount;
  };
  expect(read("阶梯(个人业绩 - 5000元, 佣金阶梯) * 2")).toBe("(个人业绩 − 5000元) × 「佣金阶梯」里到的那一档 × 2");
  expect(read("2 × tiers(最大(个人业绩, 1元),佣金阶梯)")).toBe("2 × (最大(个人业绩, 1元) × 「佣金阶梯」里到的那一档)");
});

it("is read in English by its English names, with amounts in figures", () => {
  expect(rule("commission", "en").amount).toBe("tiers(own sales, commission tiers)");
  expect(rule("over-bonus", "en")).toMatchObject({ amount: "5,000 CNY", when: "own attainment > 120%" });
});

it("has words in English for what a formula reads of a sale, never their code", () => {
  const reward = internetCompany.components.find(({ code }) => code === "new-customer");
  const rule = (when: string) => reward && ruleText(internetCompany, { ...reward, when }, "en").when;
  expect(rule("首单金额 ≥ 1万元")).toBe("first order amount ≥ 10,000 CNY");
});

it("keeps what has no English name as it was written", () => {
  const plan: Plan = { ...tutorialTiers, inputs: tutorialTiers.inputs.map(({ nameEn: _, ...input }) => input) };
  const [commission] = plan.components;
  expect(commission && ruleText(plan, commission, "en").amount).toBe("tiers(个人业绩, commission tiers)");
});

it.each<[DueRule, string]>([
  ["立即", "at once"],
  ["次月5日", "on the 5th of the next month"],
  ["次月1日", "on the 1st of the next month"],
  ["次月12日", "on the 12th of the next month"],
  ["次月22日", "on the 22nd of the next month"],
  ["7个工作日", "within 7 working days"],
])("says in English of %s when it is paid", (due, english) => {
  expect([dueText({ due }, "zh-CN"), dueText({ due }, "en")]).toEqual([due, english]);
});

it.each([
  ["signedOn", "签约后7个工作日", "within 7 working days of the signature"],
  ["confirmedOn", "确认后7个工作日", "within 7 working days of the confirmation"],
] as const)("names the day of the sale from which working days run: %s", (after, chinese, english) => {
  const tranche = { due: "7个工作日", after } as const;
  expect([dueText(tranche, "zh-CN"), dueText(tranche, "en")]).toEqual([chinese, english]);
});

it("tells an example in the reader's words", () => {
  const example = tutorialTiers.examples[0];
  if (!example) throw new Error("the plan has no example");
  expect(exampleText(tutorialTiers, example, "zh-CN")).toBe(
    "个人业绩 50000元 · 个人完成率 25% → 销售提成 500元 · 超额奖金 0元",
  );
  expect(exampleText(tutorialTiers, example, "en")).toBe(
    "own sales 50,000.00 CNY · own attainment 25% → Sales commission 500.00 CNY · Over-achievement bonus 0.00 CNY",
  );
});

it("tells an example of one order with the order's own fields in English", () => {
  const example = internetCompany.examples[0];
  if (!example) throw new Error("the plan has no example");
  expect(exampleText(internetCompany, example, "en")).toMatch(/^amount 100,000\.00 CNY → /);
});

it("names the kinds of pay", () => {
  expect([kindText("提成", "zh-CN"), kindText("提成", "en")]).toEqual(["提成", "commission"]);
});

it("leaves a kind of pay that a company made up as it is", () => {
  expect(kindText("开门红", "en")).toBe("开门红");
});

describe("an example of each component", () => {
  const told = (plan: Plan, code: string, language: "zh-CN" | "en") => {
    const component = plan.components.find((one) => one.code === code);
    return component && workedExample(plan, component, language);
  };

  it("is told as a line would be, with the plan's own numbers", () => {
    expect(told(manufacturingGroup, "commission", "zh-CN")).toEqual({
      sentence:
        "个人业绩 1,000,000.00 元，按 2% 计，团队完成率 95%，团队系数 1，公司完成率 105%，公司系数 1.2，得 24,000.00 元。",
      formula: "1,000,000.00 × 2% × 1 × 1.2 = 24,000.00",
    });
    expect(told(manufacturingGroup, "commission", "en")?.sentence).toBe(
      "Own sales 1,000,000.00 CNY, at 2%, team attainment 95%, team factor 1, company attainment 105%, company factor 1.2, giving 24,000.00 CNY.",
    );
  });

  it("begins with what its condition asks about", () => {
    expect(told(internetCompany, "new-customer", "zh-CN")).toEqual({
      sentence: "首单金额 10,000.00 元：符合「首单金额 ≥ 1万元」，新客户奖励 500.00 元。",
      formula: null,
    });
    expect(told(internetCompany, "new-customer", "en")?.sentence).toBe(
      "First order amount 10,000.00 CNY: Meets “first order amount ≥ 10,000 CNY”, New-client reward 500.00 CNY.",
    );
  });

  it("is made up of usual numbers where the plan has none", () => {
    expect(told({ ...tutorialTiers, examples: [] }, "commission", "zh-CN")?.sentence).toBe(
      "个人业绩 100,000.00 元，落在 10万到20万 档，按 1.5% 计，得 1,500.00 元。",
    );
    // 100 % is no 120 %: the next that is tried is twice as much.
    expect(told({ ...tutorialTiers, examples: [] }, "over-bonus", "zh-CN")?.sentence).toBe(
      "个人完成率 200%：符合「个人完成率 > 120%」，超额奖金 5,000.00 元。",
    );
  });

  it("is not there for a formula with a fault", () => {
    const [commission] = tutorialTiers.components;
    const broken: Plan = { ...tutorialTiers, components: commission ? [{ ...commission, amount: "没有的名字" }] : [] };
    expect(told(broken, "commission", "zh-CN")).toBeNull();
  });

  it("is there in every plan that comes with the product", () => {
    const shipped = Object.values(plans).filter((one): one is Plan => "components" in one);
    expect(shipped.length).toBeGreaterThan(10);
    for (const plan of shipped)
      for (const component of plan.components)
        for (const language of ["zh-CN", "en"] as const) {
          const example = workedExample(plan, component, language);
          expect([plan.code, component.code, example?.sentence ?? ""]).toEqual([
            plan.code,
            component.code,
            expect.not.stringMatching(/undefined|NaN|^$/),
          ]);
        }
  });
});

import {
  type Assignment,
  type MemberBook,
  evaluate,
  type Fact,
  formulaOf,
  formulaText,
  type Language,
  type Plan,
  creditsOf,
  receiptOf,
  sentenceOf,
  traceOf,
  tracesOf,
  verify,
} from "@shared/domain/pay";
import {
  commissionTiers,
  consumerGoods,
  internetCompany,
  manufacturingGroup,
  saasCompany,
  tutorialTiers,
} from "@shared/domain/pay/plans";
import { amountText } from "@shared/domain/moneyText";
import fc from "fast-check";
import { times } from "../support/runs";
import {
  assigned,
  attainmentGiven,
  book,
  cashRefund,
  collection,
  firstOrder,
  plan,
  refund,
  sale,
  visit,
} from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { histories } from "../support/histories";

const names = { customers: { "customer-s1": "海岳机械", "customer-s2": "宏远五金" } };

/** Sentence and formula of a line, or of one fact's part of it. */
function told(
  of: Plan | Plan[],
  month: MemberBook,
  lineId: string,
  language: Language = "zh-CN",
  factId?: string,
): [string, string] {
  const trace = traceOf(assigned(of), month, lineId, factId);
  if (trace === null) throw new Error(`no line ${lineId}`);
  return [sentenceOf(trace, language, names), formulaText(trace, language)];
}

const teamPlan = plan({
  inputs: [
    { name: "个人业绩", nameEn: "own sales", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
    {
      name: "团队完成率",
      nameEn: "team attainment",
      kind: "attainment",
      code: "sales.confirmed",
      of: "team",
      period: "month",
    },
  ],
  tables: [
    commissionTiers,
    {
      name: "团队系数",
      nameEn: "team factor",
      by: "ratio",
      rows: [
        { upTo: "0.6", value: "0.6" },
        { upTo: "0.8", value: "0.8" },
        { upTo: "1", value: "1" },
        { upTo: null, value: "1.2" },
      ],
    },
  ],
  components: [
    {
      code: "commission",
      name: "直销提成",
      nameEn: "Commission",
      kind: "提成",
      grain: "period",
      period: "month",
      basis: "个人业绩",
      amount: "阶梯(个人业绩, 佣金阶梯) × 系数(团队完成率, 团队系数)",
    },
  ],
});
const march = book([sale(14_000_000, { on: "2026-03-10" }), sale(4_400_000, { id: "s2", on: "2026-03-24" })], {
  given: attainmentGiven("team", 68, 100),
});

describe("a line reads as a sentence and as a formula", () => {
  it("for one order of the month", () => {
    expect(told(teamPlan, march, "commission", "zh-CN", "sale:s2")).toEqual([
      "宏远五金 3月24日 签单 44,000.00 元，落在本月 10万到20万 档，按 1.5% 计，团队完成率 68%，团队系数 0.8，得 528.00 元。",
      "44,000.00 × 1.5% × 0.8 = 528.00",
    ]);
    expect(told(teamPlan, march, "commission", "en", "sale:s2")).toEqual([
      "宏远五金 signed 44,000.00 CNY on 24 March, in this month's tier 100,000 to 200,000, at 1.5%, team attainment 68%, team factor 0.8, giving 528.00 CNY.",
      "44,000.00 × 1.5% × 0.8 = 528.00",
    ]);
  });

  it("for the whole month", () => {
    expect(told(teamPlan, march, "commission")).toEqual([
      "本月个人业绩 184,000.00 元，落在 10万到20万 档，按 1.5% 计，团队完成率 68%，团队系数 0.8，得 2,208.00 元。",
      "184,000.00 × 1.5% × 0.8 = 2,208.00",
    ]);
  });

  it.each([
    [
      "a flat rate",
      internetCompany,
      "commission:sale:s1",
      "海岳机械 3月10日 签单 100,000.00 元，按 1.5% 计，得 1,500.00 元。",
      "100,000.00 × 1.5% = 1,500.00",
    ],
    [
      "a fixed reward",
      internetCompany,
      "new-customer:newCustomer:s1",
      "海岳机械 3月10日 首单 100,000.00 元，符合「首单金额 ≥ 1万元」，新客户奖励 500.00 元。",
      "500.00",
    ],
    [
      "a missed condition",
      consumerGoods,
      "new-customer-extra",
      "没有达到「新客户数 > 10」，现在新客户数 1，这一项 0.00 元。",
      "0.00",
    ],
    ["no target", tutorialTiers, "over-bonus", "「个人完成率」还没有数，条件不算达到，这一项 0.00 元。", "0.00"],
    [
      "an input that is missing",
      saasCompany,
      "score-bonus",
      "还没有「奖金基数」的数，这一项先记 0.00 元；请找人事，补上后自动重算。",
      "— × — = — → 0.00",
    ],
  ])("for %s", (_name, of, lineId, sentence, formula) => {
    const order = sale(10_000_000);
    expect(told(of, book([order, firstOrder(order)]), lineId)).toEqual([sentence, formula]);
  });

  it("for a team below its band, without rounding 79.99 % up", () => {
    const given = [...attainmentGiven("team", 7_999, 10_000), ...attainmentGiven("company", 105, 100)];
    expect(told(manufacturingGroup, book([sale(10_000_000)], { given }), "commission")).toEqual([
      "团队完成率 79.99%，团队系数 0，这一项 0.00 元。",
      "100,000.00 × 2% × 0 × 1.2 = 0.00",
    ]);
    expect(told(manufacturingGroup, book([sale(10_000_000)], { given }), "commission", "en")[0]).toBe(
      "Team attainment is 79.99%, so team factor is 0 and this is 0.00.",
    );
  });

  it("for tiers that count part by part", () => {
    const parts = { ...tutorialTiers, tables: [{ ...commissionTiers, mode: "marginal" as const }] };
    expect(told(parts, book([sale(25_000_000)]), "commission")).toEqual([
      "本月个人业绩 250,000.00 元，分段计：100,000.00 元按 1%、100,000.00 元按 1.5%、50,000.00 元按 2%，得 3,500.00 元。",
      "100,000.00 × 1% + 100,000.00 × 1.5% + 50,000.00 × 2% = 3,500.00",
    ]);
    // The part of one order is a share of the whole, since each part of the month has a rate of its own.
    expect(
      told(parts, book([sale(15_000_000), sale(10_000_000, { id: "s2" })]), "commission", "zh-CN", "sale:s2"),
    ).toEqual([
      "宏远五金 3月10日 签单 100,000.00 元，整月 3,500.00 元按个人业绩 100,000.00 ÷ 250,000.00 分到这一单，得 1,400.00 元。",
      "3,500.00 × 100,000.00 ÷ 250,000.00 = 1,400.00",
    ]);
  });

  it.each([
    ["the edges of the lowest tier", 5_000_000, "不到10万"],
    ["the edges of the middle tier", 20_000_000, "10万到20万"],
    ["the edges of the highest tier", 20_000_001, "超过20万"],
  ])("with %s", (_name, fen, range) => {
    expect(told(tutorialTiers, book([sale(fen)]), "commission")[0]).toContain(`落在 ${range} 档`);
  });

  it("for a share of an order, a cap and a refund", () => {
    const limited = plan({
      components: [
        {
          code: "a",
          name: "提成",
          kind: "提成",
          grain: "event",
          on: "sale",
          amount: "金额 × 2%",
          cap: "1500元",
          refund: "original",
        },
        {
          code: "b",
          name: "奖金",
          kind: "奖金",
          grain: "event",
          on: "sale",
          amount: "金额 × 1% + 200元",
          refund: "none",
        },
      ],
    });
    const shared = sale(10_000_000, { share: "0.7", rest: "0.3" });
    const facts = [shared, refund(shared, 2_500_000)];
    expect(told(limited, book(facts), "a:sale:s1")).toEqual([
      "海岳机械 3月10日 签单 100,000.00 元，按 2% 计，封顶 1,500.00 元，扣掉退款对应的 375.00 元，你的分成 70%，得 787.50 元。",
      "(100,000.00 × 2% → 1,500.00 − 375.00) × 70% = 787.50",
    ]);
    expect(told(limited, book(facts), "b:sale:s1")).toEqual([
      "海岳机械 3月10日 签单 100,000.00 元，按 1% 计；再加 200.00 元，你的分成 70%，得 840.00 元。",
      "(100,000.00 × 1% + 200.00) × 70% = 840.00",
    ]);
  });

  it("for somebody who has two shares of an order, both of them", () => {
    const order = sale(10_000_000);
    const credits = [
      { memberId: order.credits[0]?.memberId ?? "", role: "owner", share: "0.3", fen: 3_000_000, teamId: "u3" },
      { memberId: "other", role: "owner", share: "0.5", fen: 5_000_000, teamId: "u3" },
      { memberId: order.credits[0]?.memberId ?? "", role: "owner", share: "0.2", fen: 2_000_000, teamId: "u4" },
    ] as const;
    const simple = plan({
      components: [{ code: "a", name: "提成", kind: "提成", grain: "event", on: "sale", amount: "金额 × 1%" }],
    });
    expect(told(simple, book([{ ...order, credits: [...credits] }]), "a:sale:s1")[1]).toBe(
      "100,000.00 × 1% × 50% = 500.00",
    );
  });

  it("for money that came in and went back, by their own names", () => {
    const order = sale(10_000_000);
    const cash = plan({
      components: [
        { code: "in", name: "回款奖", kind: "提成", grain: "event", on: "collection", amount: "金额 × 1%" },
        { code: "out", name: "退还", kind: "扣减", grain: "event", on: "cashRefund", amount: "金额 × 1%" },
      ],
    });
    const month = book([order, collection(order, 4_000_000), cashRefund(order, 1_000_000)]);
    const labelsOf = (lineId: string, language: Language) => {
      const trace = traceOf(assigned(cash), month, lineId);
      return trace && formulaOf(trace, language)[0]?.label;
    };
    expect(labelsOf("in:collection:s1-1", "zh-CN")).toBe("回款");
    expect(labelsOf("out:cashRefund:s1-1", "zh-CN")).toBe("退还");
    expect(labelsOf("in:collection:s1-1", "en")).toBe("collected");
  });

  it("for a line that lost to another, was refunded, or waits", () => {
    const order = sale(1_000_000);
    const two = plan({
      components: [
        { code: "a", name: "甲", kind: "奖励", grain: "event", on: "sale", amount: "200元" },
        { code: "b", name: "乙", kind: "奖励", grain: "event", on: "sale", amount: "100元" },
        { code: "c", name: "丙", kind: "奖励", grain: "event", on: "sale", amount: "100元", budget: "fy26" },
      ],
      stacking: [{ name: "二选一", components: ["a", "b"], policy: "best" }],
    });
    expect(told(two, book([order]), "b:sale:s1")[0]).toBe(
      "海岳机械 3月10日 签单 10,000.00 元，和「甲」只取一项，这次按「甲」发，这一项 0.00 元。",
    );
    expect(told(two, book([order]), "c:sale:s1")[0]).toBe(
      "海岳机械 3月10日 签单 10,000.00 元，奖励要从预算里出，还在等确认，现在 0.00 元。",
    );
    expect(told(two, book([order, refund(order, 1_000_000)]), "a:sale:s1")[0]).toBe(
      "海岳机械 3月10日 签单 10,000.00 元，退款 10,000.00 元，计 0.00 元，这一单已全部退款，这一项 0.00 元。",
    );
  });

  it("for visits, choices and functions", () => {
    const visits = plan({
      inputs: [
        { name: "拜访数", nameEn: "visits", kind: "measure", code: "visits.effective", of: "member", period: "month" },
      ],
      components: [
        {
          code: "v",
          name: "外勤补贴",
          kind: "补贴",
          grain: "period",
          period: "month",
          basis: "拜访数",
          amount: "如果(拜访数 ≥ 2, 最小(拜访数 × 50元, 1000元), 0)",
        },
      ],
    });
    const month = book([visit("v1"), visit("v2")]);
    expect(told(visits, month, "v")[1]).toBe("最小(2 × 50.00, 1,000.00) = 100.00");
    expect(told(visits, month, "v", "en")[1]).toBe("min(2 × 50.00, 1,000.00) = 100.00");
  });
});

describe("every value of a formula", () => {
  it("says where it comes from", () => {
    const trace = traceOf(assigned(teamPlan), march, "commission");
    const parts = trace === null ? [] : formulaOf(trace, "zh-CN");
    expect(parts.filter((part) => part.label !== null).map(({ text, label, source }) => [text, label, source])).toEqual(
      [
        ["184,000.00", "个人业绩", "2026年3月个人业绩，共 2 笔"],
        ["1.5%", "档位", "佣金阶梯：10万到20万 对应 1.5%"],
        ["0.8", "团队完成率 68%", "团队完成率 = 实际 0.68 ÷ 目标 1.00。团队系数：60%到80% 对应 0.8"],
      ],
    );
  });

  it("leads to the orders behind it", () => {
    const trace = traceOf(assigned(teamPlan), march, "commission");
    const refs = trace === null ? [] : formulaOf(trace, "zh-CN").map((part) => part.ref);
    expect(refs[0]).toMatchObject({
      kind: "measure",
      of: "member",
      period: "2026-03",
      factIds: ["sale:s1", "sale:s2"],
    });
  });

  it("is not there for a line or an order that is not there", () => {
    expect(traceOf(assigned(teamPlan), march, "nothing")).toBeNull();
    expect(traceOf(assigned(teamPlan), march, "commission", "sale:nothing")).toBeNull();
  });
});

describe("any month", () => {
  it("can be told line by line in both languages, ending in the line's amount", () => {
    fc.assert(
      fc.property(histories, (month) => {
        const assignments = assigned(fullPlan);
        const traces = tracesOf(assignments, month);
        for (const line of evaluate(assignments, month).lines) {
          const trace = traces.get(line.id);
          if (trace === undefined) return false;
          for (const language of ["zh-CN", "en"] as const) {
            const [sentence, formula] = [sentenceOf(trace, language), formulaText(trace, language)];
            if (!sentence.endsWith(language === "en" ? "." : "。") || /undefined|NaN|null/.test(sentence + formula))
              return false;
            if (!formula.endsWith(amountText(line.amountFen))) return false;
          }
        }
        return true;
      }),
      times(300),
    );
  });
});

describe("a receipt", () => {
  const assignments: Assignment[] = assigned(internetCompany);
  const month = book([sale(10_000_000)]);
  const receipt = receiptOf(assignments, month, evaluate(assignments, month));

  it("is confirmed by computing it again", () => {
    expect(verify(JSON.parse(JSON.stringify(receipt)) as typeof receipt)).toEqual({
      agrees: true,
      intact: true,
      differences: [],
    });
  });

  it("names the line whose amount is not what the rules give", () => {
    const [line] = receipt.statement.lines;
    if (line === undefined) throw new Error("there is a line");
    const statement = { ...receipt.statement, lines: [{ ...line, amountFen: 150_001 }] };
    expect(verify(receiptOf(assignments, month, statement))).toEqual({
      agrees: false,
      intact: true,
      differences: [{ lineId: "commission:sale:s1", statedFen: 150_001, computedFen: 150_000 }],
    });
  });

  it("names lines that only one of the two has", () => {
    const statement = { ...receipt.statement, lines: [] };
    expect(verify(receiptOf(assignments, month, statement)).differences).toEqual([
      { lineId: "commission:sale:s1", statedFen: null, computedFen: 150_000 },
    ]);
  });

  it("of a plan for two people is computed the same with its reader's name alone", () => {
    const plan = {
      ...internetCompany,
      scope: { members: ["zhangsan", book([]).memberId, "lisi"], orgUnits: ["u3"] },
      needs: [{ who: "李四", atLeast: "5000元" }],
    };
    const me = book([]).memberId;
    const holders = [me, "zhangsan", "lisi"].map((memberId) => ({ memberId, role: "owner" as const, teamId: "u7" }));
    const shares = ["0.5", "0.25", "0.25"];
    const shared = {
      ...sale(10_000_001),
      visitIds: ["zhangsan:v1"],
      credits: creditsOf(
        10_000_001,
        holders.map((holder, index) => ({ ...holder, share: shares[index] ?? "0" })),
      ),
    };
    const decided = { kind: "handover", reason: "调岗", approvalId: null } as const;
    const handover: Fact = { ...visit("h"), ...decided, fromMemberId: "lisi", toMemberId: me };
    const ours = book([shared, handover], { referred: [{ ...shared, id: "sale:before", saleId: "before" }] });
    const statement = evaluate(assigned(plan), ours);
    const received = JSON.parse(JSON.stringify(receiptOf(assigned(plan), ours, statement))) as typeof receipt;
    expect(JSON.stringify(received)).not.toMatch(/zhangsan|lisi|李四/);
    expect(received.assignments[0]?.versions[0]?.scope).toEqual({ members: [me], orgUnits: ["u3"] });
    expect(received.statement.totals).toEqual(statement.totals);
    expect(statement.lines.some((line) => line.amountFen > 0)).toBe(true);
    expect(verify(received)).toEqual({ agrees: true, intact: true, differences: [] });
  });

  it("settles which of two facts of one revision counts before anybody is left out of them", () => {
    const me = book([]).memberId;
    const claim = (other: string, amountFen: number) => ({
      ...sale(amountFen),
      credits: creditsOf(amountFen, [
        { memberId: other, role: "owner", share: "0.5", teamId: null },
        { memberId: me, role: "owner", share: "0.5", teamId: null },
      ]),
    });
    for (const facts of [
      [claim("a", 10_000_000), claim("z", 20_000_000)],
      [claim("z", 10_000_000), claim("a", 20_000_000)],
    ]) {
      const twice = book(facts);
      expect(verify(receiptOf(assignments, twice, evaluate(assignments, twice)))).toMatchObject({ agrees: true });
    }
  });

  it("is not intact when anything in it was changed", () => {
    expect(verify({ ...receipt, book: { ...month, state: "closed" } })).toMatchObject({ agrees: false, intact: false });
  });
});

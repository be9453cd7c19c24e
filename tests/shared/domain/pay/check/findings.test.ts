import { sumFen } from "@shared/domain/money";
import { evaluate, type Plan, planFaults, runExamples } from "@shared/domain/pay";
import {
  checkFurther,
  type CheckReport,
  checkStepCount,
  type Finding,
  type FindingCode,
  noCheck,
  planReport,
  type Probe,
} from "@shared/domain/pay/check/findings";
import * as companies from "@shared/domain/pay/plans";
import { manufacturingGroup, manufacturingGroupLiteral, tutorialTiers } from "@shared/domain/pay/plans";
import fc from "fast-check";
import { companyReports } from "./companyReports";
import { assigned, book, event, ownSales, period, plan, refund, sale } from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { times } from "../support/runs";

const planFindings = (of: Plan): readonly Finding[] => planReport(of).findings;
const isPlan = (one: object): one is Plan => "components" in one;

const paid = (probe: Probe, of: Plan, components: readonly string[]): { fen: number; isUndefined: boolean } => {
  const expect = Object.fromEntries(components.map((code) => [code, "0元"]));
  const results = runExamples({ ...of, examples: [{ name: "", given: probe.given, expect }] });
  return {
    fen: sumFen(results.map(({ actualFen }) => actualFen ?? 0)),
    isUndefined: results.some(({ actualFen }) => actualFen === null),
  };
};

const sum = (probes: readonly Probe[]): number => sumFen(probes.map(({ paysFen }) => paysFen));

type Shows = (before: number, after: number, finding: Finding) => boolean;
const rises: Shows = (before, after) => after > before;
const falls: Shows = (before, after) => after < before;

/** What the amounts of a witness must be for it to show its finding. */
const shows: Partial<Record<FindingCode, Shows>> = {
  cliff: (before, after) => after - before >= 10_000,
  retroactiveTier: (before, after) => after - before >= 10_000,
  zeroFactor: (before, after) => before === 0 && after >= 10_000,
  fallingPay: falls,
  quadratic: (before, after) => before > 0 && after > 3 * before,
  noCap: (before, after) => before > 0 && after >= 5 * before,
  capNeverMet: (before, after) => before > 0 && after >= before,
  capAlwaysMet: (before, after) => before > 0 && after >= before,
  neverPays: (before, after) => before === 0 && after === 0,
  mayDivideByZero: (_, after, { witness }) => after === 0 && witness?.after[0]?.isUndefined === true,
  undefinedPays: (_, after) => after !== 0,
  splittingPays: rises,
  mergingPays: rises,
  holdingPays: rises,
  doubleCounting: rises,
  stackingMissing: (_, after) => after > 0,
  redPacketLimit: (_, after) => after > 20_000,
  needNotMet: (_, after, { number = 0 }) => after < number,
  refundNotCovered: (_, after) => after > 0,
  payoutExceedsMargin: (_, after, { number = 0 }) => number > 0 && after > number,
};

/** The engine pays what a witness says, and that is what the finding claims. */
const isShown = (finding: Finding, of: Plan): boolean => {
  const { code, witness } = finding;
  if (!witness) return shows[code] === undefined;
  const probes = [...witness.before, ...witness.after];
  const isTrue = probes.every((probe) => {
    const { fen, isUndefined } = paid(probe, of, witness.components);
    return fen === probe.paysFen && (witness.components.length > 1 || isUndefined === (probe.isUndefined ?? false));
  });
  const isPaidTwice = code !== "doubleCounting" && code !== "stackingMissing" ? true : eachPays(finding, of);
  return isTrue && isPaidTwice && shows[code]?.(sum(witness.before), sum(witness.after), finding) === true;
};

/** Both parts of what is paid twice pay something by themselves. */
const eachPays = ({ witness }: Finding, of: Plan): boolean =>
  witness?.components.every((code) => witness.after.every((probe) => paid(probe, of, [code]).fen > 0)) ?? false;

const codesOf = (of: Plan): FindingCode[] => planFindings(of).map(({ code }) => code);
const found = (of: Plan, code: FindingCode): Finding => {
  const finding = planFindings(of).find((one) => one.code === code);
  if (!finding) throw new Error(`no ${code}, but ${codesOf(of).join(", ")}`);
  return finding;
};

const attainment = {
  name: "完成率",
  kind: "attainment",
  code: "sales.confirmed",
  of: "member",
  period: "month",
} as const;
const otherRates = [
  { name: "拜访率", kind: "attainment", code: "visits.effective", of: "member", period: "month" },
  { name: "回款率", kind: "attainment", code: "collections.amount", of: "member", period: "month" },
] as const;
const pay = [{ share: "1", when: "earned", due: "次月5日" }] as const;
const sales = (amount: string, more: Parameters<typeof period>[0] | object = {}, of: Partial<Plan> = {}): Plan =>
  plan({
    inputs: [ownSales, attainment],
    components: [period({ code: "bonus", kind: "提成", basis: "个人业绩", amount, pay: [...pay], ...more })],
    ...of,
  });
const orders = (amount: string, more: object = {}): Plan =>
  plan({ components: [event({ code: "reward", amount, pay: [...pay], ...more })] });
const tiers = (rows: [string | null, string][], more: object = {}) => ({
  name: "档位",
  by: "money" as const,
  mode: "whole" as const,
  rows: rows.map(([upTo, value]) => ({ upTo, value })),
  ...more,
});
const flat = sales("个人业绩 × 1%");
const scored = (items: { input: string; weight: string; cap?: string | null }[], tables: Plan["tables"] = []): Plan =>
  plan({
    inputs: [ownSales, attainment, ...otherRates, { name: "得分", kind: "score", missing: "block", items }],
    tables,
    components: [
      period({
        code: "bonus",
        amount: tables.length > 0 ? "3000元 × 系数(得分, 档位)" : "3000元 × 得分",
        pay: [...pay],
      }),
    ],
  });
const threeItems = [
  { input: "完成率", weight: "0.5" },
  { input: "拜访率", weight: "0.3" },
  { input: "回款率", weight: "0.2" },
];

/** By finding: a plan that provokes it, and one beside it that does not. */
const cases: Record<FindingCode, [Plan, Plan]> = {
  cliff: [sales("5000元", { when: "完成率 ≥ 100%" }), flat],
  retroactiveTier: [
    sales(
      "阶梯(个人业绩, 档位)",
      {},
      {
        tables: [
          tiers([
            ["100000", "0.01"],
            [null, "0.02"],
          ]),
        ],
      },
    ),
    sales(
      "阶梯(个人业绩, 档位)",
      {},
      {
        tables: [
          tiers(
            [
              ["100000", "0.01"],
              [null, "0.02"],
            ],
            { mode: "marginal" },
          ),
        ],
      },
    ),
  ],
  zeroFactor: [
    sales(
      "个人业绩 × 1% × 系数(完成率, 档位)",
      {},
      {
        tables: [
          tiers(
            [
              ["0.8", "0"],
              [null, "1"],
            ],
            { by: "ratio", mode: undefined },
          ),
        ],
      },
    ),
    sales(
      "个人业绩 × 1% × 系数(完成率, 档位)",
      {},
      {
        tables: [
          tiers(
            [
              ["0.8", "0.5"],
              [null, "1"],
            ],
            { by: "ratio", mode: undefined },
          ),
        ],
      },
    ),
  ],
  fallingPay: [
    sales("如果(完成率 > 120%, 3000元, 个人业绩 × 3%)"),
    sales("如果(完成率 > 120%, 8000元, 个人业绩 × 3%)"),
  ],
  quadratic: [
    sales("个人业绩 × 1% × 完成率"),
    sales(
      "个人业绩 × 1% × 系数(完成率, 档位)",
      {},
      {
        tables: [
          tiers(
            [
              ["1", "1"],
              [null, "1.2"],
            ],
            { by: "ratio", mode: undefined },
          ),
        ],
      },
    ),
  ],
  noCap: [sales("5000元 × 完成率", { kind: "奖金" }), sales("5000元 × 完成率", { kind: "奖金", cap: "8000元" })],
  capNeverMet: [sales("个人业绩 × 1%", { cap: "100万元" }), sales("个人业绩 × 1%", { cap: "5000元" })],
  capAlwaysMet: [sales("5000元 + 个人业绩 × 1%", { cap: "1000元" }), sales("个人业绩 × 1%", { cap: "5000元" })],
  neverPays: [
    sales("5000元", { when: "完成率 > 120% 且 完成率 < 80%" }),
    sales("5000元", { when: "完成率 > 80% 且 完成率 < 120%" }),
  ],
  mayDivideByZero: [
    sales(
      "3000元 × (个人目标 ÷ 个人业绩)",
      {},
      {
        inputs: [
          ownSales,
          attainment,
          { name: "个人目标", kind: "target", code: "sales.confirmed", of: "member", period: "month" },
        ],
      },
    ),
    sales(
      "如果(个人业绩 > 0元, 3000元 × (个人目标 ÷ 个人业绩), 0元)",
      {},
      {
        inputs: [
          ownSales,
          attainment,
          { name: "个人目标", kind: "target", code: "sales.confirmed", of: "member", period: "month" },
        ],
      },
    ),
  ],
  undefinedPays: [sales("如果(完成率 ≥ 100%, 5000元, 1000元)"), sales("1000元 × 完成率")],
  basisNobodyHas: [
    sales(
      "5000元 × 满意",
      {},
      { inputs: [ownSales, { name: "满意", kind: "measure", code: "satisfation", of: "member", period: "month" }] },
    ),
    sales(
      "5000元 × 满意",
      {},
      {
        inputs: [
          ownSales,
          { name: "满意", kind: "measure", code: "satisfation", of: "member", period: "month", unit: "ratio" },
        ],
      },
    ),
  ],
  splittingPays: [orders("500元"), orders("500元", { oncePer: "customer" })],
  mergingPays: [orders("500元", { when: "金额 ≥ 1万元" }), orders("金额 × 1%")],
  holdingPays: [
    sales(
      "阶梯(个人业绩, 档位)",
      {},
      {
        tables: [
          tiers([
            ["100000", "0.01"],
            [null, "0.02"],
          ]),
        ],
      },
    ),
    flat,
  ],
  doubleCounting: [
    plan({ ...flat, components: [...flat.components, ...orders("金额 × 1%").components] }),
    plan({
      ...flat,
      components: [...flat.components, ...orders("金额 × 1%").components],
      stacking: [{ name: "一起", components: ["bonus", "reward"], policy: "sum" }],
    }),
  ],
  stackingMissing: [
    plan({
      ...flat,
      components: [...flat.components, ...sales("5000元", { code: "over", when: "完成率 > 120%" }).components],
    }),
    plan({
      ...flat,
      components: [...flat.components, ...sales("5000元", { code: "over", when: "完成率 > 120%" }).components],
      stacking: [{ name: "超额", components: ["bonus", "over"], policy: "best" }],
    }),
  ],
  unreachableTier: [
    scored(threeItems, [
      tiers(
        [
          ["1", "0.5"],
          ["1.5", "1"],
          ["2", "1.5"],
          [null, "2"],
        ],
        { by: "ratio", mode: undefined },
      ),
    ]),
    scored(threeItems, [
      tiers(
        [
          ["1", "0.5"],
          [null, "1"],
        ],
        { by: "ratio", mode: undefined },
      ),
    ]),
  ],
  unusedTable: [
    sales("个人业绩 × 1%", {}, { tables: [tiers([[null, "1"]])] }),
    sales("阶梯(个人业绩, 档位)", {}, { tables: [tiers([[null, "0.01"]])] }),
  ],
  indicatorCount: [
    scored([
      { input: "完成率", weight: "0.5" },
      { input: "拜访率", weight: "0.5" },
    ]),
    scored(threeItems),
  ],
  noTargetInScore: [scored([{ input: "个人业绩", weight: "0.5" }, ...threeItems.slice(1)]), scored(threeItems)],
  neverReleased: [orders("金额 × 1%", { pay: undefined }), orders("金额 × 1%")],
  dueBeforeClose: [sales("个人业绩 × 1%", { pay: [{ share: "1", when: "earned", due: "立即" }] }), flat],
  redPacketLimit: [
    orders("500元", { pay: [{ share: "1", when: "earned", due: "立即", channel: "redPacket" }] }),
    orders("200元", { pay: [{ share: "1", when: "earned", due: "立即", channel: "redPacket" }] }),
  ],
  needNotMet: [
    sales("个人业绩 × 4%", {}, { needs: [{ who: "销售", atLeast: "5%" }] }),
    sales("个人业绩 × 5%", {}, { needs: [{ who: "销售", atLeast: "5000元" }] }),
  ],
  midPeriodChange: [
    sales("个人业绩 × 1%", {}, { validFrom: "2026-03-15" }),
    sales("个人业绩 × 1%", {}, { validFrom: "2026-03-01" }),
  ],
  refundNotCovered: [orders("金额 × 1%", { refund: "none" }), orders("金额 × 1%", { refund: "original" })],
  forfeitsOnLeave: [sales("个人业绩 × 1%", { period: "quarter" }), flat],
  payoutExceedsMargin: [orders("毛利 × 10% + 金额 × 35%"), orders("毛利 × 10%")],
  edgeUnclear: [
    sales(
      "阶梯(个人业绩, 档位)",
      {},
      {
        tables: [
          tiers([
            ["100000", "0.01"],
            [null, "0.02"],
          ]),
        ],
      },
    ),
    sales(
      "阶梯(个人业绩, 档位)",
      {},
      {
        tables: [
          tiers([], {
            rows: [
              { upTo: "100000", includes: false, value: "0.01" },
              { upTo: null, value: "0.02" },
            ],
          }),
        ],
      },
    ),
  ],
};

describe("what is found in a plan before it is put in force", () => {
  it.each(Object.entries(cases) as [FindingCode, [Plan, Plan]][])(
    "is %s, where it is so alone",
    (code, [has, hasNot]) => {
      expect(codesOf(has)).toContain(code);
      expect(codesOf(hasNot)).not.toContain(code);
    },
  );

  it.each(Object.entries(cases) as [FindingCode, [Plan, Plan]][])(
    "is %s, with what shows it by the engine itself",
    (code, [has]) => {
      expect(planFindings(has).filter((finding) => !isShown(finding, has))).toEqual([]);
      expect(found(has, code).witness === null).toBe(shows[code] === undefined);
    },
  );

  it.each([...Object.values(companies).flat().filter(isPlan), fullPlan].map((one) => [one.code, one] as const))(
    "is shown by the engine in every plan of a company: %s",
    (_, of) => {
      const { findings, probes, unfinished } = planReport(of);
      expect(findings.filter((finding) => !isShown(finding, of))).toEqual([]);
      expect(probes).toBeLessThanOrEqual(20_000);
      expect(unfinished).toEqual([]);
    },
  );

  it("is the jump of a whole tier, with the fen before it and after it", () => {
    expect(found(tutorialTiers, "retroactiveTier")).toMatchObject({
      severity: "informs",
      path: "components.commission.amount",
      witness: {
        components: ["commission"],
        before: [{ given: { 个人业绩: "200000元" }, paysFen: 300_000 }],
        after: [{ given: { 个人业绩: "200000.01元" }, paysFen: 400_000 }],
      },
    });
  });

  it("is a jump that a real month makes by one fen", () => {
    const { witness } = found(tutorialTiers, "retroactiveTier");
    const monthPays = (amountFen: number) =>
      evaluate(assigned(tutorialTiers), book([sale(amountFen)])).totals.amountFen;
    expect([monthPays(20_000_000), monthPays(20_000_001)]).toEqual([
      witness?.before[0]?.paysFen,
      witness?.after[0]?.paysFen,
    ]);
  });

  it("is a team's factor of nothing below 80 %", () => {
    expect(found(manufacturingGroup, "zeroFactor").witness).toMatchObject({
      before: [{ given: { 团队完成率: "0.7999999" }, paysFen: 0 }],
      after: [{ given: { 团队完成率: "0.8" }, paysFen: 192_000 }],
    });
  });

  it("is a result that enters twice in the bonus as it was written", () => {
    expect(found(manufacturingGroupLiteral, "quadratic").severity).toBe("warns");
    expect(codesOf(manufacturingGroup)).not.toContain("quadratic");
  });

  it("is a reward that a refund leaves where it is, as the engine pays it", () => {
    const [has, hasNot] = cases.refundNotCovered;
    const sold = sale(10_000_000);
    const kept = [has, hasNot].map(
      (of) => evaluate(assigned(of), book([sold, refund(sold, 10_000_000)])).totals.amountFen,
    );
    expect(kept).toEqual([100_000, 0]);
  });

  it("is what nobody gets who leaves before the quarter's last month, as the engine pays it", () => {
    const [has] = cases.forfeitsOnLeave;
    const quarter = {
      kind: "measure",
      code: "sales.confirmed",
      of: "member",
      period: "2026-Q1",
      value: { fen: 10_000_000 },
    } as const;
    const of = {
      ...has,
      inputs: has.inputs.map((input) => ("of" in input ? { ...input, period: "quarter" as const } : input)),
    };
    const [stays, leaves] = [null, "2026-02-28"].map(
      (to) => evaluate(assigned(of, { to }), book([], { given: [quarter] })).totals.amountFen,
    );
    expect([stays, leaves]).toEqual([100_000, 0]);
  });

  it("is nothing twice for a guarantee that grows less as what it guarantees grows", () => {
    const guaranteed = plan({
      inputs: [ownSales, { name: "前面", kind: "lines", components: ["bonus"] }],
      components: [
        ...flat.components,
        period({ code: "guarantee", kind: "底薪", amount: "最大(0元, 3000元 − 前面)", pay: [...pay] }),
      ],
    });
    expect(codesOf(guaranteed)).not.toContain("fallingPay");
  });

  it("is told of the first row that no value reaches", () => {
    const [has] = cases.unreachableTier;
    expect(found(has, "unreachableTier")).toMatchObject({ path: "tables.档位.rows.3", number: 4, severity: "warns" });
  });

  it("says of counts that nothing is between two of them", () => {
    const visits = { name: "次数", kind: "measure", code: "visits.effective", of: "member", period: "month" } as const;
    const of = (rows: [string | null, string][]) =>
      plan({
        inputs: [visits],
        tables: [tiers(rows, { by: "count", mode: undefined })],
        components: [period({ code: "bonus", amount: "100元 × 系数(次数, 档位)", pay: [...pay] })],
      });
    expect(
      codesOf(
        of([
          ["3.2", "1"],
          ["3.8", "2"],
          [null, "3"],
        ]),
      ),
    ).toContain("unreachableTier");
    expect(
      codesOf(
        of([
          ["3.2", "1"],
          ["4.8", "2"],
          [null, "3"],
        ]),
      ),
    ).not.toContain("unreachableTier");
  });

  it("is what salespeople asked for, where the plan as written gives less of the marketing's clients", () => {
    expect(found(companies.softwareCompany[1] ?? flat, "needNotMet")).toMatchObject({
      severity: "warns",
      number: 500_000,
      witness: { after: [{ given: { origin: "市场" }, paysFen: 400_000 }] },
    });
    expect(codesOf(companies.softwareCompanyEqual)).not.toContain("needNotMet");
  });

  it("asks for no reason where it only informs", () => {
    for (const code of ["cliff", "retroactiveTier", "zeroFactor", "holdingPays", "splittingPays"] as const)
      expect(found(cases[code][0], code).severity).toBe("informs");
  });
});

describe("the plans of all companies", () => {
  const named = Object.entries(companies).flatMap(([name, one]) =>
    [one]
      .flat()
      .flatMap((each, at, all) => (isPlan(each) ? [[all.length > 1 ? `${name} ${at + 1}` : name, each] as const] : [])),
  );

  it("are found to have what their reports say", () => {
    expect(Object.fromEntries(named.map(([name, of]) => [name, codesOf(of).join(" ")]))).toEqual(companyReports);
  });
});

describe("a check that may compute no more", () => {
  const inputs = [ownSales, attainment, ...otherRates];
  const costly = (amount: string, count: number): Plan =>
    plan({
      inputs,
      components: Array.from({ length: count }, (_, index) =>
        period({ code: `part-${index}`, amount, cap: "999999元", pay: [...pay] }),
      ),
    });
  const amount = "(个人业绩 × 1% + 拜访率 × 1元 + 回款率 × 1元) × 完成率";
  const cut = planReport(costly(amount, 60));

  it("says what it has not looked for everywhere", () => {
    expect(cut.probes).toBe(20_000);
    expect(cut.unfinished).toEqual(["capNeverMet", "capAlwaysMet", "neverPays"]);
  });

  it("claims nothing that holds only where everything was looked at", () => {
    const always = ["capNeverMet", "capAlwaysMet", "neverPays"];
    // Of each part before the end it would be true: its cap is far away.
    expect(
      cut.findings.filter(({ code, path }) => always.includes(code) && path.startsWith("components.part-59.")),
    ).toEqual([]);
    expect(planReport(costly(amount, 1)).findings.map(({ code }) => code)).toContain("capNeverMet");
  });

  it("leaves nothing out where it may compute all", () => {
    expect(planReport(costly(amount, 1)).unfinished).toEqual([]);
  });

  it("goes on from any step to the same report", () => {
    const of = tutorialTiers;
    let report = noCheck;
    for (let step = 0; step < checkStepCount; step += 1)
      // As it is stored in between.
      report = checkFurther(structuredClone(of), JSON.parse(JSON.stringify(report)) as CheckReport);
    expect(report).toEqual(JSON.parse(JSON.stringify(planReport(of))));
  });
});

const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
  .map((list) => list.sort((a, b) => a - b));
const rows = fc.record({ edges, values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }) });
const random: fc.Arbitrary<Plan> = fc
  .record({
    money: rows,
    ratio: rows,
    mode: fc.constantFrom("whole" as const, "marginal" as const),
    threshold: fc.integer({ min: 0, max: 30 }),
    cap: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    reward: fc.integer({ min: 0, max: 900 }),
    enough: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ money, ratio, mode, threshold, cap, reward, enough }) =>
    plan({
      inputs: [ownSales, attainment],
      tables: [
        tiers(
          [
            ...money.edges.map((edge, at): [string, string] => [`${edge}0000`, `0.0${money.values[at] ?? 0}`]),
            [null, `0.0${money.values[4] ?? 0}`],
          ],
          { mode },
        ),
        tiers(
          [
            ...ratio.edges.map((edge, at): [string, string] => [`${edge / 10}`, `${ratio.values[at] ?? 0}`]),
            [null, `${ratio.values[4] ?? 0}`],
          ],
          { name: "系数表", by: "ratio", mode: undefined },
        ),
      ],
      components: [
        period({
          code: "bonus",
          kind: "奖金",
          amount: "阶梯(个人业绩, 档位) × 系数(完成率, 系数表)",
          when: `完成率 ≥ ${threshold * 10}%`,
          ...(cap !== undefined && { cap: `${cap}00元` }),
        }),
        event({ code: "reward", amount: `${reward}元`, when: `金额 ≥ ${enough}000元` }),
      ],
    }),
  );

describe("every finding of any plan", () => {
  it("is shown by the engine", () => {
    fc.assert(
      fc.property(random, (of) => {
        expect(planFaults(of)).toEqual([]);
        expect(planFindings(of).filter((finding) => !isShown(finding, of))).toEqual([]);
      }),
      times(300, 2_000),
    );
  });
});

import {
  evaluate,
  type Fact,
  formulaOf,
  type GivenInput,
  givenOfMonth,
  type Language,
  otherMonthsAsked,
  type Plan,
  traceOf,
  tracesOf,
} from "@shared/domain/pay";
import {
  assigned,
  book,
  event,
  given,
  me,
  mine,
  ownSales,
  period,
  plan,
  refund,
  sale,
  valueOf,
  valuesOf,
  visit,
} from "../support/builders";

describe("a given value is taken for exactly what is asked", () => {
  const asked = { code: "partner.attainment", unit: "ratio", of: "partners" };
  const some = given({ code: "partner.attainment", of: "partners", set: "华北", value: { decimal: "0.5" } });

  it("a set of partners is not all of them", () => {
    expect(valueOf({ ...asked, set: "华北" }, [], { given: [some] })).toBe("1/2");
    expect(valueOf(asked, [], { given: [some] })).toBe("none");
  });

  it("the challenge is another target than the usual one", () => {
    const targets = (["target", "challenge", "sprint"] as const).map((level, at) =>
      given({ kind: "target", code: "sales.confirmed", level, value: { fen: (at + 1) * 100_00 } }),
    );
    const attainment = { kind: "attainment", code: "sales.confirmed" };
    const month = { given: targets };
    expect(valueOf(attainment, [sale(100_00)], month)).toBe("1");
    expect(valueOf({ ...attainment, level: "challenge" }, [sale(100_00)], month)).toBe("1/2");
    expect(valueOf({ ...attainment, level: "sprint" }, [sale(100_00)], month)).toBe("1/3");
  });

  it("a target for one stream is held against that stream, and the one for all where there is none", () => {
    const target = (fen: number, filter?: object) =>
      given({ kind: "target", code: "sales.confirmed", value: { fen }, ...(filter && { filter }) });
    const attainment = { kind: "attainment", code: "sales.confirmed", filter: { stream: "新车" } };
    const facts = [sale(100_00, { stream: "新车" }), sale(900_00, { id: "s2", stream: "售后" })];
    expect(valueOf(attainment, facts, { given: [target(1_000_00), target(200_00, { stream: "新车" })] })).toBe("1/2");
    expect(valueOf(attainment, facts, { given: [target(1_000_00)] })).toBe("1/10");
  });

  it("a ratio is the exact quotient of its parts, whatever its decimal says", () => {
    const ratio = { numerator: "1", denominator: "3", cohort: "retained", asOf: null };
    const month = { given: [given({ code: "customers.retention", value: { decimal: "0.3333" }, ratio })] };
    expect(valueOf({ code: "customers.retention" }, [], month)).toBe("1/3");
  });

  it("a layer is that of the period whose results made it", () => {
    const layers = [
      given({ kind: "layer", code: "sales", value: { decimal: "1" } }),
      given({ kind: "layer", code: "sales", period: "2026-02", value: { decimal: "3" } }),
    ];
    const rule = { by: "sales.confirmed", cohort: "team", shares: ["0.2", "0.6", "0.2"] };
    const layer = { kind: "layer", code: "sales" };
    expect(valueOf({ ...layer, rule: { ...rule, from: "previousPeriod" } }, [], { given: layers })).toBe("3");
    expect(valueOf({ ...layer, rule: { ...rule, from: "current" } }, [], { given: layers })).toBe("1");
  });
});

describe("a param", () => {
  const param = { kind: "param", code: "bonusBase", unit: "money" };
  const base = (fen: number, more: Partial<GivenInput> = {}) =>
    given({ kind: "param", code: "bonusBase", value: { fen }, ...more });
  const all = [
    base(100_00),
    base(200_00, { of: "team" }),
    base(300_00, { of: "company" }),
    base(400_00, { of: "company", planCode: "test" }),
    base(500_00, { planCode: "another" }),
  ];

  it("is the member's own, or whose the plan says that it is", () => {
    expect(valueOf(param, [], { given: all })).toBe("100");
    expect(valueOf({ ...param, holder: "team" }, [], { given: all })).toBe("200");
    expect(valueOf({ ...param, holder: "plan" }, [], { given: all })).toBe("400");
  });

  it("is that of the nearest unit where the member has none, in any order of the list", () => {
    for (const list of [all.slice(1), all.slice(1).reverse()]) expect(valueOf(param, [], { given: list })).toBe("200");
    expect(valueOf({ ...param, holder: "member" }, [], { given: all.slice(1) })).toBe("none");
  });

  it("of a plan is not that of the company", () => {
    expect(valueOf({ ...param, holder: "plan" }, [], { given: all.slice(0, 3) })).toBe("none");
  });

  it("that changes on a day pays each of both for its own days", () => {
    const of = plan({
      inputs: [{ name: "基数", kind: "param", code: "bonusBase", unit: "money" }],
      components: [period({ code: "a", amount: "基数" })],
    });
    const raised = [base(3_100_00), base(6_200_00, { from: "2026-03-16" })];
    const { lines } = evaluate(assigned(of), book([], { given: raised }));
    expect(lines.map(({ id, amountFen }) => [id, amountFen])).toEqual([
      ["a@2026-03-01", 1_500_00],
      ["a@2026-03-16", 3_200_00],
    ]);
  });

  it("that is given again as it was cuts nothing", () => {
    const same = [base(3_100_00), base(3_100_00, { from: "2026-03-16" })];
    expect(valuesOf(param, [], { given: same })).toEqual(["3100"]);
  });

  it("that a plan does not use cuts nothing", () => {
    const raised = [base(100_00), base(200_00, { from: "2026-03-16" })];
    expect(valuesOf({ code: "sales.confirmed" }, [], { given: raised })).toHaveLength(1);
  });

  it("has no value before the first day on which it holds", () => {
    expect(valuesOf(param, [], { given: [base(200_00, { from: "2026-03-16" })] })).toEqual(["none", "200"]);
  });
});

describe("a longer period", () => {
  const months = (code: string, ...values: (object | number)[]) =>
    values.map((value, at) =>
      given({
        code,
        period: `2026-0${at + 1}`,
        ...(typeof value === "number" ? { value: { fen: value } } : value),
      } as GivenInput),
    );

  it("adds own facts of the month to what its earlier months came to", () => {
    const month = { given: months("sales.confirmed", 100_00, 200_00) };
    for (const period of ["quarter", "year", "yearToDate"])
      expect(valueOf({ code: "sales.confirmed", period }, [sale(50_00)], month)).toBe("350");
  });

  it("has no value where an earlier month has none", () => {
    const [, february] = months("sales.confirmed", 100_00, 200_00);
    if (february === undefined) throw new Error("no february");
    expect(valueOf({ code: "sales.confirmed", period: "quarter" }, [sale(50_00)], { given: [february] })).toBe("none");
  });

  it("divides a ratio anew from the numbers of its months", () => {
    const ratio = (numerator: string, denominator: string) => ({
      value: { decimal: "0" },
      ratio: { numerator, denominator, cohort: "leads", asOf: null },
    });
    const leads = [mine("lead", "a", { convertedOn: "2026-03-20" }), mine("lead", "b")];
    const month = { given: months("leads.conversion", ratio("0", "7"), ratio("1", "1")) };
    expect(valueOf({ code: "leads.conversion", period: "quarter" }, leads, month)).toBe("1/5");
  });

  it("is held against the target of the quarter, and a year to date against those of its months", () => {
    const targets = ["2026-01", "2026-02", "2026-03", "2026-Q1", "2026"].map((period) =>
      given({ kind: "target", code: "sales.confirmed", period, value: { fen: period.length < 7 ? 9_000_00 : 100_00 } }),
    );
    const month = { given: [...targets, ...months("sales.confirmed", 100_00, 100_00)] };
    const attainment = { kind: "attainment", code: "sales.confirmed" };
    expect(valueOf({ ...attainment, period: "yearToDate" }, [sale(100_00)], month)).toBe("1");
    expect(valueOf({ ...attainment, period: "year" }, [sale(100_00)], month)).toBe("1/30");
  });

  it("without a target of its own is held against those of all its months", () => {
    const targets = ["2026-01", "2026-02", "2026-03"].map((period, at) =>
      given({ kind: "target", code: "sales.confirmed", period, value: { fen: (at + 1) * 100_00 } }),
    );
    const asked = { kind: "target", code: "sales.confirmed", period: "quarter" };
    expect(valueOf(asked, [], { given: targets })).toBe("600");
    expect(valueOf(asked, [], { given: targets.slice(1) })).toBe("none");
  });

  it("of a team is what its months come to", () => {
    const team = months("sales.confirmed", 1_00, 2_00, 3_00).map((one) => ({ ...one, of: "team" as const }));
    expect(valueOf({ code: "sales.confirmed", of: "team", period: "quarter" }, [], { given: team })).toBe("6");
  });

  it("of a year to date grows against the same months of the year before", () => {
    const before = ["2025-01", "2025-02", "2025-03"].map((period) =>
      given({ code: "sales.confirmed", period, value: { fen: 100_00 } }),
    );
    const month = { given: [...before, ...months("sales.confirmed", 100_00, 100_00)] };
    expect(valueOf({ kind: "growth", code: "sales.confirmed", period: "yearToDate" }, [sale(250_00)], month)).toBe(
      "1/2",
    );
  });

  it("shorter than a month is the last week that belongs to it", () => {
    const facts = [
      visit("a", "2026-03-22"),
      visit("b", "2026-03-23"),
      visit("c", "2026-03-29"),
      visit("d", "2026-03-30"),
    ];
    expect(valueOf({ code: "visits.effective", period: "week" }, facts)).toBe("2");
  });
});

describe("what is decided about somebody pays one by one", () => {
  const paidFor = (component: object, facts: Parameters<typeof book>[0]) =>
    evaluate(
      assigned(plan({ components: [event({ code: "a", amount: "1元", ...component })] })),
      book(facts),
    ).lines.map(({ amountFen }) => amountFen);

  it("a special reward and a ruling by their amounts, which no floor touches", () => {
    const lost = mine("ruling", "r", { amountFen: -50_00 });
    expect(paidFor({ on: "manual", amount: "金额" }, [mine("manual", "m", { amountFen: 300_00 })])).toEqual([300_00]);
    expect(paidFor({ on: "ruling", amount: "金额", floor: "0元" }, [lost])).toEqual([-50_00]);
  });

  it("leave by its days, an exam by its points, a client that was taken over by a sum", () => {
    expect(paidFor({ on: "leave", amount: "天数 × -100元" }, [mine("leave", "l", { days: "0.5" })])).toEqual([-50_00]);
    const exam = mine("training", "t", { course: "产品", form: "exam", completed: true, score: "95" });
    const rule = { on: "training", when: "成绩 ≥ 90", amount: "200元", filter: { course: "产品" } };
    expect(paidFor(rule, [exam, { ...exam, id: "training:u", score: "89.9" }])).toEqual([200_00, 0]);
    expect(paidFor({ on: "training", amount: "1元", filter: { course: "别的" } }, [exam])).toEqual([]);
    const taken = mine("handover", "h", { customerId: "c", fromMemberId: "x", toMemberId: "y" });
    expect(paidFor({ on: "handover", amount: "100元" }, [taken])).toEqual([100_00]);
  });

  it("an imported value, the one that is meant", () => {
    const value = (code: string, decimal: string) =>
      mine("value", code, { code, of: "member", subjectId: "xiaowang", period: "2026-03", decimal });
    const facts = [value("合规得分", "98"), value("铺货率", "0.5")];
    expect(paidFor({ on: "value", filter: { code: "合规得分" }, amount: "数值 × 1元" }, facts)).toEqual([98_00]);
  });

  it("a sale by its amount without tax", () => {
    expect(paidFor({ on: "sale", amount: "不含税金额 × 10%" }, [sale(113_00, { exclTaxFen: 100_00 })])).toEqual([
      10_00,
    ]);
  });

  it("a lead that was not valid not at all", () => {
    expect(paidFor({ on: "lead" }, [mine("lead", "a", { valid: false }), mine("lead", "b")])).toEqual([1_00]);
  });
});

describe("a ratio opens to both its numbers", () => {
  const rate = { ...ownSales, name: "线索转化率", nameEn: "lead conversion", code: "leads.conversion" };
  const source = (language: Language, facts: Parameters<typeof book>[0], list: GivenInput[] = []) => {
    const of = plan({ inputs: [rate], components: [period({ code: "a", amount: "线索转化率 × 100元" })] });
    const trace = traceOf(assigned(of), book(facts, { given: list }), "a");
    return trace && formulaOf(trace, language).find(({ label }) => label !== null)?.source;
  };

  it("of own facts, with the day of the newest", () => {
    const leads = [mine("lead", "a", { convertedOn: "2026-03-20" }), mine("lead", "b", { on: "2026-03-24" })];
    expect(source("zh-CN", leads)).toBe("线索转化率 = 1 ÷ 2（2026年3月有效线索里成交的，截至 2026年3月24日）");
    expect(source("en", leads)).toBe(
      "lead conversion = 1 ÷ 2 (of the valid leads of March 2026, those that became an order, as of 24 March 2026)",
    );
  });

  it("of an import, in its own words", () => {
    const ratio = { numerator: "1200", denominator: "4800", cohort: "2026-Q1 新客户", asOf: null };
    const list = [given({ code: "leads.conversion", value: { decimal: "0.25" }, ratio })];
    expect(source("zh-CN", [], list)).toBe("线索转化率 = 1,200 ÷ 4,800（2026-Q1 新客户）");
  });
});

describe("what a plan asks of other months", () => {
  const asking = (more: object, component: object = {}) =>
    plan({
      inputs: [{ ...ownSales, ...more }],
      components: [period({ code: "a", amount: "如果(个人业绩 = 个人业绩, 1元, 2元)", ...component })],
    });
  const asked = (more: object, month = "2026-05") =>
    otherMonthsAsked(asking(more), month).map(({ month: other }) => other);

  it("is the earlier months of its quarter and year, the month before, and what it is held against", () => {
    expect(asked({})).toEqual([]);
    expect(asked({ period: "quarter" })).toEqual(["2026-04"]);
    expect(asked({ period: "yearToDate" }, "2026-03")).toEqual(["2026-01", "2026-02"]);
    expect(asked({ period: "previousMonth" })).toEqual(["2026-04"]);
    expect(asked({ kind: "growth" })).toEqual(["2026-04"]);
    expect(asked({ kind: "growth", period: "quarter" })).toEqual(["2026-04", "2026-01", "2026-02", "2026-03"]);
    expect(asked({ kind: "growth", period: "yearToDate" }, "2026-02")).toEqual(["2026-01", "2025-01", "2025-02"]);
  });

  it("is nothing for an input that no formula names", () => {
    const unused = plan({
      inputs: [{ ...ownSales, period: "year" }],
      components: [period({ code: "a", amount: "1元" })],
    });
    expect(otherMonthsAsked(unused, "2026-05")).toEqual([]);
  });

  const april = (facts: Fact[]) => ({ memberId: me, period: "2026-04", facts });
  const told = (of: Plan, facts: Fact[]) =>
    otherMonthsAsked(of, "2026-05").flatMap((one) => givenOfMonth(one, april(facts)) ?? []);

  it("comes from its facts as the component that asks counts them", () => {
    const sold = sale(100_00, { on: "2026-04-10" });
    const facts = [sold, refund(sold, 30_00)];
    expect(told(asking({ period: "quarter" }), facts)[0]?.value).toEqual({ fen: 70_00 });
    const gross = asking({ period: "quarter" }, { refund: "original", basis: "个人业绩" });
    expect(told(gross, facts)[0]?.value).toEqual({ fen: 100_00 });
    expect(told(asking({ period: "quarter" }, { credit: "marketing" }), facts)[0]?.value).toEqual({ fen: 0 });
  });

  it("is taken by that component alone", () => {
    const [net] = told(asking({ period: "quarter" }), [sale(100_00, { on: "2026-04-10" })]);
    const may = { period: "2026-05", given: net ? [net] : [] };
    const value = (credit: "owner" | "marketing") =>
      tracesOf(assigned(asking({ period: "quarter" }, { credit })), book([sale(1_00, { on: "2026-05-02" })], may)).get(
        "a",
      )?.formula;
    expect(JSON.stringify(value("owner"))).toContain('"101"');
    expect(JSON.stringify(value("marketing"))).not.toContain('"101"');
  });

  it("of a ratio are both its numbers, also where the month had nobody", () => {
    const rate = asking({ code: "leads.conversion", period: "quarter" });
    expect(told(rate, [])[0]?.ratio).toMatchObject({ numerator: "0", denominator: "0" });
    expect(told(rate, [mine("lead", "a", { on: "2026-04-02" })])[0]?.ratio).toMatchObject({ denominator: "1" });
  });
});

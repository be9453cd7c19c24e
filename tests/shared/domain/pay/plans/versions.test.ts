import { evaluate, type Plan, planFaults } from "@shared/domain/pay";
import { resolvePlan } from "@shared/domain/pay/plan/inherit";
import { correctionEffects } from "@shared/domain/pay/simulation";
import { tutorialTiers } from "@shared/domain/pay/plans";
import { assigned, book, event, ownSales, period, plan, sale } from "../support/builders";

describe("a plan that extends another", () => {
  const [commission] = tutorialTiers.components;
  const child: Plan = {
    ...plan({ code: "north", name: "北区方案", extends: "tutorial-tiers@1" }),
    components: [{ ...commission, code: "commission", name: "北区提成" } as Plan["components"][number]],
  };
  const parent: Plan = { ...tutorialTiers, code: "tutorial-tiers" };

  it("has the parts of its parent where it says nothing of its own", () => {
    const whole = resolvePlan(child, parent);
    expect(whole.components.map(({ code, name }) => [code, name])).toEqual(
      parent.components.map(({ code, name }) => [code, code === "commission" ? "北区提成" : name]),
    );
    expect([whole.inputs, whole.tables, whole.code, whole.name]).toEqual([
      parent.inputs,
      parent.tables,
      "north",
      "北区方案",
    ]);
  });

  it("says field by field in what it differs", () => {
    expect(resolvePlan(child, parent).differs).toEqual([
      { path: "components.commission.name", parent: commission?.name, own: "北区提成" },
    ]);
  });

  it("says edge by edge in what its tables differ", () => {
    const [table] = parent.tables;
    if (table === undefined || table.kind === "lookup") throw new Error("no tiers");
    const rows = table.rows.map((row, at) => (at === 0 ? { ...row, value: "0.011" } : row));
    const { differs } = resolvePlan({ ...child, components: [], tables: [{ ...table, rows }] }, parent);
    expect(differs).toEqual([
      { path: `tables.${table.name}.rows.0.value`, parent: table.rows[0]?.value, own: "0.011" },
    ]);
  });

  it("leaves out what it names and has what its parent has not", () => {
    const extra = period({ code: "extra", name: "北区补贴", amount: "100元" });
    const [, second] = parent.components;
    const own = { ...child, components: [extra], examples: [], leavesOut: [`components.${second?.code}`] };
    const whole = resolvePlan(own, parent);
    expect(whole.components.map(({ code }) => code)).toEqual(["commission", "extra"]);
    expect(whole.differs).toEqual([
      { path: `components.${second?.code}`, parent: second?.name, own: null },
      { path: "components.extra", parent: null, own: "北区补贴" },
    ]);
  });

  it("is the same when it is made complete once more", () => {
    const own = { ...child, leavesOut: ["examples.没有"] };
    const whole = resolvePlan(own, parent);
    expect(resolvePlan(whole, parent)).toEqual(whole);
  });

  it("pays as its parent does where nothing differs", () => {
    const whole = resolvePlan({ ...child, components: [] }, parent);
    expect(whole.differs).toEqual([]);
    expect(planFaults(whole)).toEqual([]);
    const month = book([sale(15_000_000)]);
    const fens = (of: Plan) => evaluate(assigned(of), month).lines.map(({ amountFen }) => amountFen);
    expect(fens(whole)).toEqual(fens(parent));
  });

  it.each<[string, Partial<Plan>, string]>([
    ["that was not made complete", {}, "extends.unresolved"],
    ["of a parent without a version", { extends: "tutorial-tiers", differs: [] }, "extends.invalid"],
    ["of itself", { extends: "north@1", differs: [] }, "extends.itself"],
  ])("is not published %s", (_, more, code) => {
    expect(planFaults({ ...child, ...more }).map((fault) => fault.code)).toContain(code);
  });

  it("has to name it before it can leave something out", () => {
    expect(planFaults(plan({ leavesOut: ["components.a"] })).map(({ code }) => code)).toEqual(["extends.missing"]);
  });
});

describe("a correction version", () => {
  const paying = (rate: string, more: Partial<Plan> = {}) =>
    plan({
      inputs: [ownSales],
      components: [
        period({ code: "c", basis: "个人业绩", amount: `个人业绩 × ${rate}` }),
        event({ code: "e", amount: "100元" }),
      ],
      ...more,
    });
  const wrong = paying("1%");
  const later = paying("3%", { version: 2, validFrom: "2026-03-01" });
  const correcting = paying("2%", {
    version: 3,
    validFrom: "2026-02-01",
    corrects: { version: 1, from: "2026-02-01", reason: "比例写错了" },
  });
  const month = (of: string) => book([sale(1_000_000, { on: `${of}-10` })], { period: of });
  const commissionIn = (of: string) =>
    evaluate(assigned([wrong, later, correcting]), month(of)).lines.find(({ id }) => id === "c")?.amountFen;

  it("takes the place of the wrong one from its day on, and of no later one", () => {
    expect(["2026-01", "2026-02", "2026-03"].map(commissionIn)).toEqual([10_000, 20_000, 30_000]);
  });

  it("lists what it changes, month by month", () => {
    const months = ["2026-01", "2026-02", "2026-03"].map((of) => ({
      assignments: assigned([wrong, later]),
      book: month(of),
      isApproved: true,
    }));
    expect(correctionEffects(correcting, months)).toMatchObject([
      {
        ...{ period: "2026-02", isApproved: true, beforeFen: 20_000, afterFen: 30_000, differenceFen: 10_000 },
        lines: [{ lineId: "c", beforeFen: 10_000, afterFen: 20_000 }],
        needsConsent: false,
      },
    ]);
  });

  it.each([
    [true, true],
    [false, false],
  ])("needs the consent of whom it takes from, approved: %s", (isApproved, needsConsent) => {
    const lower = { ...correcting, components: paying("0.5%").components };
    const one = { assignments: assigned([wrong]), book: month("2026-02"), isApproved };
    expect(correctionEffects(lower, [one])).toMatchObject([{ differenceFen: -5_000, needsConsent }]);
  });

  it("is sound as it is", () => {
    expect(planFaults(correcting)).toEqual([]);
  });

  it.each<[string, Partial<Plan>, string]>([
    ["of a later version", { corrects: { version: 3, from: "2026-02-01", reason: "错" } }, "corrects.version"],
    ["from another day than it begins", { validFrom: "2026-03-01" }, "corrects.from"],
    [
      "inside a month",
      { validFrom: "2026-02-10", corrects: { version: 1, from: "2026-02-10", reason: "错" } },
      "corrects.insidePeriod",
    ],
    ["without a reason", { corrects: { version: 1, from: "2026-02-01", reason: " " } }, "corrects.reason"],
  ])("is refused %s", (_, more, code) => {
    expect(planFaults({ ...correcting, ...more }).map((fault) => fault.code)).toContain(code);
  });
});

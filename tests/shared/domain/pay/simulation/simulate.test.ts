import { sumFen } from "@shared/domain/money";
import { type Assignment, evaluate, type Fact, type MemberBook, type Plan } from "@shared/domain/pay";
import { fractionText } from "@shared/domain/pay/numbers/number";
import { internetCompany, tutorialTiers } from "@shared/domain/pay/plans";
import {
  addSimulation,
  emptyTally,
  type FairnessKind,
  fairnessKindsIn,
  giniOf,
  MonthTwice,
  quantilesOf,
  simulate,
  type SimulatedMonth,
  type SimulationTally,
  summaryOf,
  syntheticPopulation,
  withDraft,
} from "@shared/domain/pay/simulation";
import fc from "fast-check";
import { assigned, book, event, me, ownSales, period, plan, refund, sale } from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { historiesOf } from "../support/histories";
import { times } from "../support/runs";

const rate = (percent: string): Plan =>
  plan({ components: [event({ code: "commission", kind: "提成", amount: `金额 × ${percent}%` })] });

const monthOf = (of: Partial<SimulatedMonth> & { memberId?: string; soldFen?: number }): SimulatedMonth => {
  const { memberId = me, soldFen = 10_000_000, ...more } = of;
  const sold = { ...sale(soldFen), credits: sale(soldFen).credits.map((credit) => ({ ...credit, memberId })) };
  return {
    book: book([sold], { memberId }),
    before: assigned(rate("1")),
    after: assigned(rate("2")),
    group: "华南",
    ...more,
  };
};

describe("a simulation", () => {
  it("says what each member, and all of them, would get beside what they got", () => {
    const result = simulate([monthOf({ memberId: "b" }), monthOf({ memberId: "a", soldFen: 20_000_000 })]);
    expect(result.members).toEqual([
      { memberId: "a", salesFen: 20_000_000, beforeFen: 200_000, afterFen: 400_000, differenceFen: 200_000 },
      { memberId: "b", salesFen: 10_000_000, beforeFen: 100_000, afterFen: 200_000, differenceFen: 100_000 },
    ]);
    expect(result).toMatchObject({ salesFen: 30_000_000, differenceFen: 300_000, winners: 2, losers: 0, same: 0 });
    expect(result.components).toEqual([
      { code: "commission", name: "commission", beforeFen: 300_000, afterFen: 600_000 },
    ]);
  });

  it("says what of sales both cost, exactly", () => {
    const { before, after } = simulate([monthOf({ after: assigned(rate("1.7")) })]);
    expect([before, after].map(({ ofSales }) => ofSales && fractionText(ofSales))).toEqual(["1/100", "17/1000"]);
  });

  it("says no share of sales where nothing was sold", () => {
    expect(simulate([monthOf({ book: book([]) })]).after.ofSales).toBeNull();
  });

  it("counts who would get less", () => {
    const less = monthOf({ memberId: "a", after: assigned(rate("0.5")) });
    expect(simulate([less, monthOf({ memberId: "b" })])).toMatchObject({ winners: 1, losers: 1, same: 0 });
  });

  it("refuses a month that comes twice", () => {
    expect(() => simulate([monthOf({}), monthOf({})])).toThrow(MonthTwice);
  });

  it("names months that stand right before a higher tier", () => {
    const tiers: Assignment[] = assigned(tutorialTiers);
    const [near, far] = [9_950_000, 9_000_000].map((soldFen, at) =>
      monthOf({ memberId: `m${at}`, soldFen, after: tiers }),
    ) as [SimulatedMonth, SimulatedMonth];
    const { nearCliffs } = simulate([near, far]);
    // 99,500 at 1 % are 995.00; 100,495 at 1.5 % are 1,507.43.
    expect(nearCliffs).toEqual([{ memberId: "m0", period: "2026-03", moreSoldFen: 99_500, gainFen: 51_243 }]);
  });

  it("counts what was sold above a member's team as well where it looks for a jump", () => {
    const attainment = { kind: "attainment", code: "sales.confirmed", of: "team", period: "month" } as const;
    const team = plan({
      inputs: [{ name: "团队完成率", ...attainment }],
      components: [period({ code: "bonus", when: "团队完成率 ≥ 100%", amount: "5000元" })],
    });
    const month = monthOf({ after: assigned(team) });
    const given = [
      {
        kind: "measure",
        code: "sales.confirmed",
        of: "team",
        unitId: "u3",
        period: "2026-03",
        value: { fen: 99_950_000 },
      },
      {
        kind: "target",
        code: "sales.confirmed",
        of: "team",
        unitId: "u3",
        period: "2026-03",
        value: { fen: 100_000_000 },
      },
    ] as const;
    const { nearCliffs } = simulate([{ ...month, book: { ...month.book, given: [...given] } }]);
    expect(nearCliffs).toMatchObject([{ moreSoldFen: 100_000, gainFen: 500_000 }]);
  });

  it("puts groups with the same sales and different pay side by side", () => {
    const { fairness } = simulate([
      monthOf({ memberId: "a", group: "华南" }),
      monthOf({ memberId: "b", group: "华北", after: assigned(rate("1")) }),
      monthOf({ memberId: "c", group: "华东", soldFen: 50_000_000 }),
    ]);
    expect(fairness.comparedCount).toBe(1);
    expect(fairness.unequal).toMatchObject([
      { fromFen: 10_000_000, belowFen: 11_000_000, least: "华北", most: "华南" },
    ]);
  });

  it("finds nothing unfair where same sales are paid the same", () => {
    const { fairness } = simulate([monthOf({ memberId: "a" }), monthOf({ memberId: "b", group: "华北" })]);
    expect(fairness).toEqual({ comparedCount: 1, unequal: [] });
  });

  it("takes a draft as if it had been in force in months before its first day", () => {
    const before = assigned(internetCompany);
    const draft: Plan = { ...internetCompany, version: 2, validFrom: "2027-01-01", components: rate("3").components };
    const { after } = simulate([monthOf({ before, after: withDraft(before, draft) })]);
    expect(after.totalFen).toBe(300_000);
  });

  it("leaves plans of other codes where a draft does not take their place", () => {
    const before = assigned(rate("1"));
    expect(withDraft(before, internetCompany)).toEqual(before);
  });
});

const months = (facts: readonly (readonly Fact[])[], of: Plan): SimulatedMonth[] =>
  facts.map((list, at) =>
    monthOf({ memberId: me, book: book([...list], { memberId: me, period: monthNo(at) }), after: assigned(of) }),
  );
const monthNo = (at: number) => `2026-${String(at + 1).padStart(2, "0")}`;
const soldIn = (at: number, amountFen: number, day: string, more: object = {}) =>
  sale(amountFen, { id: `s${at}-${day}`, on: `${monthNo(at)}-${day}`, countsOn: `${monthNo(at)}-${day}`, ...more });
const sixMonths = [0, 1, 2, 3, 4, 5];
const inMonths = (amountFen: number, day = "10") => sixMonths.map((at) => [soldIn(at, amountFen, day)]);
const rewarded = plan({ components: [event({ code: "reward", amount: "500元" })] });
const zeroed = plan({
  inputs: [ownSales],
  tables: [
    {
      name: "系数表",
      by: "money",
      rows: [
        { upTo: "150000", includes: false, value: "0" },
        { upTo: null, value: "1" },
      ],
    },
  ],
  components: [period({ code: "bonus", amount: "500元 × 系数(个人业绩, 系数表)" })],
});
const lateRefund = (on: string): Fact => ({ ...refund(sale(10_000_000, { id: "s" }), 1_000_000), on });

/** Months that show it, and months that do not. */
const kinds: Record<FairnessKind, [SimulatedMonth[], SimulatedMonth[]]> = {
  bunching: [months(inMonths(20_100_000), tutorialTiers), months(inMonths(15_000_000), tutorialTiers)],
  splitting: [
    months(
      [[soldIn(0, 5_000_000, "10", { customerId: "c1" }), soldIn(0, 5_000_000, "12", { customerId: "c1" })]],
      rewarded,
    ),
    months(
      [[soldIn(0, 5_000_000, "02", { customerId: "c1" }), soldIn(0, 5_000_000, "12", { customerId: "c1" })]],
      rewarded,
    ),
  ],
  monthEndPull: [months([[soldIn(0, 5_000_000, "29")]], rewarded), months([[soldIn(0, 5_000_000, "28")]], rewarded)],
  refundsAfterPayday: [
    months([[], [], [sale(10_000_000, { id: "s" }), lateRefund("2026-04-06")]], rewarded),
    months([[], [], [sale(10_000_000, { id: "s" }), lateRefund("2026-04-05")]], rewarded),
  ],
  zeroFactorCasualties: [months(inMonths(10_000_000), zeroed), months(inMonths(20_000_000), zeroed)],
};

describe("what months show of how people work by a plan", () => {
  it.each(Object.entries(kinds) as [FairnessKind, [SimulatedMonth[], SimulatedMonth[]]][])(
    "is %s where it is so alone",
    (kind, [has, hasNot]) => {
      expect(fairnessKindsIn(simulate(has).signals)).toContain(kind);
      expect(fairnessKindsIn(simulate(hasNot).signals)).not.toContain(kind);
    },
  );

  it("says how much more orders in parts have brought", () => {
    expect(simulate(kinds.splitting[0]).signals).toMatchObject({ split: 1, splitGainFen: 50_000 });
  });
});

describe("people who are made up", () => {
  it("sell around their targets, so that a plan can be looked at before there is any month", () => {
    const simulated = simulate(syntheticPopulation(tutorialTiers, null));
    expect(simulated).toMatchObject({ memberCount: 20, before: { totalFen: 0 }, winners: 20 - 0 - simulated.same });
    expect(simulated.after.totalFen).toBeGreaterThan(0);
    expect(simulated.months.every(({ exceptions }) => exceptions.after === 0)).toBe(true);
  });

  it("are paid by the version in force before", () => {
    const { before, after } = simulate(syntheticPopulation(tutorialTiers, tutorialTiers));
    expect(before).toEqual(after);
  });
});

const populations: fc.Arbitrary<SimulatedMonth[]> = fc
  .array(fc.record({ of: historiesOf(3), group: fc.constantFrom("华南", "华北") }), { minLength: 1, maxLength: 3 })
  .map((list) =>
    list.map(({ of, group }, at) => ({
      book: renamed(of, `m${at % 2}`, at < 2 ? "2026-03" : "2026-04"),
      group,
      before: assigned(fullPlan),
      after: assigned(twice),
    })),
  );
const twice: Plan = {
  ...fullPlan,
  components: fullPlan.components.map((component) => ({ ...component, amount: `(${component.amount}) × 2` })),
};

const renamed = (of: MemberBook, memberId: string, month: string): MemberBook => ({
  ...of,
  memberId,
  period: month,
  facts: of.facts.map((fact) => ({
    ...fact,
    credits: fact.credits.map((credit) => (credit.memberId === me ? { ...credit, memberId } : credit)),
  })),
});

const byMember = (population: readonly SimulatedMonth[]): SimulatedMonth[][] =>
  ["m0", "m1"].map((id) => population.filter(({ book: { memberId } }) => memberId === id));

describe("every simulation", () => {
  it("is the same where its members are taken one after the other", () => {
    fc.assert(
      fc.property(populations, (population) => {
        const whole = simulate(population);
        const tally = byMember(population).reduce<SimulationTally>(
          // As it is stored in between.
          (sum, months_) => addSimulation(JSON.parse(JSON.stringify(sum)) as SimulationTally, simulate(months_)),
          emptyTally,
        );
        const { before, after, winners, losers, same, groups, components, fairness, signals } = summaryOf(tally);
        const {
          before: b,
          after: a,
          winners: w,
          losers: l,
          same: s,
          groups: g,
          components: c,
          fairness: f,
          signals: i,
        } = whole;
        expect({ before, after, winners, losers, same, groups, components, fairness, signals }).toEqual({
          ...{ before: b, after: a, winners: w, losers: l, same: s, groups: g, components: c, fairness: f, signals: i },
        });
      }),
      times(100, 2_000),
    );
  });

  it("is the sum of its members, months, groups and components", () => {
    fc.assert(
      fc.property(populations, (population) => {
        const result = simulate(population);
        for (const side of ["beforeFen", "afterFen"] as const) {
          const total = result[side === "beforeFen" ? "before" : "after"].totalFen;
          for (const parts of [result.members, result.months, result.groups, result.components])
            expect(sumFen((parts as { [side in "beforeFen" | "afterFen"]: number }[]).map((part) => part[side]))).toBe(
              total,
            );
        }
        expect(result.differenceFen).toBe(result.after.totalFen - result.before.totalFen);
        expect(result.winners + result.losers + result.same).toBe(result.memberCount);
      }),
      times(300, 2_000),
    );
  });

  it("pays each month what the engine pays for it", () => {
    fc.assert(
      fc.property(populations, (population) => {
        for (const { memberId, period: month, afterFen } of simulate(population).months) {
          const of = population.find((one) => one.book.memberId === memberId && one.book.period === month);
          expect(of && evaluate(of.after, of.book).totals.amountFen).toBe(afterFen);
        }
      }),
      times(300, 2_000),
    );
  });

  it("changes nothing where the plan is the same", () => {
    fc.assert(
      fc.property(populations, (population) => {
        const result = simulate(population.map((month) => ({ ...month, after: month.before })));
        expect(result).toMatchObject({ differenceFen: 0, winners: 0, losers: 0, same: result.memberCount });
        expect(result.after).toEqual(result.before);
      }),
      times(300, 2_000),
    );
  });

  it("is the same in whatever order its months come", () => {
    fc.assert(
      fc.property(populations, (population) => {
        expect(simulate([...population].reverse())).toEqual(simulate(population));
      }),
      times(300, 2_000),
    );
  });
});

describe("how pay is spread", () => {
  it("has quantiles that somebody gets, by nearest rank", () => {
    const amounts = [40, 10, 30, 20];
    expect(quantilesOf(amounts)).toEqual({
      leastFen: 10,
      p25Fen: 10,
      medianFen: 20,
      p75Fen: 30,
      p90Fen: 40,
      mostFen: 40,
    });
  });

  it.each([
    [[5, 5, 5], "0"],
    [[0, 0, 0, 100], "3/4"],
    [[100, 200, 300], "2/9"],
  ])("is as unequal as Gini says: %j gives %s", (amounts, gini) => {
    const found = giniOf(amounts);
    expect(found && fractionText(found)).toBe(gini);
  });

  it("has no Gini where somebody owes, or nobody gets anything", () => {
    expect([giniOf([-1, 5]), giniOf([0, 0]), giniOf([])]).toEqual([null, null, null]);
  });

  it("is between 0 and 1, whatever everybody gets", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 40 }), (amounts) => {
        const gini = giniOf(amounts);
        if (gini) expect(Number(gini.n) >= 0 && Number(gini.n) < Number(gini.d)).toBe(true);
      }),
      times(300, 2_000),
    );
  });
});

import { evaluate, nextBest, payIf, plannedBook, type Plan, type Standing } from "@shared/domain/pay";
import { commissionTiers, internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import fc from "fast-check";
import { assigned, book, event, ownSales, period, plan, sale } from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { amountFen, histories } from "../support/histories";
import { times } from "../support/runs";

const wan = 1_000_000;
const measure = "sales.confirmed";
const order = {
  saleId: "planned",
  customerId: "planned",
  signedOn: "2026-03-26",
  countsOn: "2026-03-26",
  teamId: "u3",
};
const standing = (more: Partial<Standing> = {}): Standing => ({
  measure,
  doneFen: 0,
  targetFen: null,
  order,
  counting: null,
  teamTargetFen: null,
  ...more,
});

/** A month with so much sold and a target, as the member stands in it. */
const month = (doneFen: number, targetFen: number) =>
  book(doneFen === 0 ? [] : [sale(doneFen)], {
    given: [{ kind: "target", code: measure, of: "member", period: "2026-03", value: { fen: targetFen } }],
  });
const steps = (of: Plan, doneFen: number, targetFen: number) =>
  nextBest(assigned(of), month(doneFen, targetFen), standing({ doneFen, targetFen }));

describe("what brings more", () => {
  it("is the tier that begins a fen beyond its edge, to the fen", () => {
    const [tier, target] = steps(tutorialTiers, 15 * wan, 100 * wan);
    // 20 万 itself still pays 1.5 %: 4,000.00 and 2 % of a fen, less 2,250.00.
    expect(tier).toEqual({ kind: "tier", amountFen: 5 * wan + 1, gainFen: 175_000 });
    expect(target).toMatchObject({ kind: "target", amountFen: 85 * wan });
  });

  it("is the target where a factor or bonus begins there", () => {
    const bonus = plan({
      inputs: [ownSales, { ...ownSales, name: "个人完成率", kind: "attainment" }],
      components: [period({ code: "bonus", when: "个人完成率 ≥ 100%", amount: "3000元" })],
    });
    expect(steps(bonus, 6 * wan, 10 * wan)).toEqual([{ kind: "target", amountFen: 4 * wan, gainFen: 300_000 }]);
  });

  it("is a bonus beyond the target, whose edge is a part of the target", () => {
    // Above 120 % of 10 万 there are 5,000.00 more; 12 万 lie within one tier.
    const [tier] = steps(tutorialTiers, 11 * wan, 10 * wan);
    expect(tier).toEqual({ kind: "tier", amountFen: wan + 1, gainFen: 515_000 });
  });

  it("is never a fen short of an edge that is no whole fen", () => {
    const third = plan({
      inputs: [ownSales, { ...ownSales, name: "个人完成率", kind: "attainment" }],
      components: [period({ code: "bonus", when: "个人完成率 ≥ 50%", amount: "10元" })],
    });
    expect(steps(third, 0, 33_333)[0]).toEqual({ kind: "tier", amountFen: 16_667, gainFen: 1_000 });
  });

  it("is a first order of the least that is rewarded, with what it would pay anyhow told apart", () => {
    const rewarded = plan({
      components: [
        event({ code: "c", kind: "提成", amount: "金额 × 1.2%" }),
        event({ code: "new", on: "newCustomer", when: "首单金额 ≥ 1万元", amount: "500元", oncePer: "customer" }),
      ],
    });
    expect(steps(rewarded, 0, 0)).toEqual([{ kind: "firstOrder", amountFen: wan, gainFen: 62_000, rewardFen: 50_000 }]);
  });

  it("is a fen more than an edge that does not count", () => {
    const above = plan({
      components: [event({ code: "new", on: "newCustomer", when: "首单金额 > 2万元", amount: "800元" })],
    });
    expect(steps(above, 0, 0)).toEqual([
      { kind: "firstOrder", amountFen: 2 * wan + 1, gainFen: 80_000, rewardFen: 80_000 },
    ]);
  });

  it("is what the team lacks to its next step, by whomever it is sold", () => {
    const unit = (kind: "measure" | "target", of: "team" | "company", unitId: string, fen: number) =>
      ({ kind, code: measure, of, unitId, period: "2026-03", value: { fen } }) as const;
    const given = [
      unit("measure", "team", "u3", 68 * wan),
      unit("target", "team", "u3", 100 * wan),
      unit("measure", "company", "u1", 285 * wan),
      unit("target", "company", "u1", 300 * wan),
    ];
    const counting = { measure, path: ["u3", "u1"] as const };
    const own = { doneFen: 12 * wan, counting, teamTargetFen: 100 * wan };
    const found = nextBest(assigned(manufacturingGroup), book([sale(12 * wan)], { given }), standing(own));
    // 12 万 × 2 % × 0.8 × 1.0.
    expect(found.find(({ kind }) => kind === "team")).toMatchObject({ missingFen: 12 * wan, gainFen: 192_000 });
  });

  it("is nothing that one order of many would bring", () => {
    // Each order pays by its own amount: no edge of a sum is near.
    expect(steps(internetCompany, 15 * wan, 0).filter(({ kind }) => kind === "tier")).toEqual([]);
  });

  it("is nothing without a plan", () => {
    expect(nextBest([], month(wan, wan), standing({ doneFen: wan, targetFen: wan }))).toEqual([]);
  });

  it("is what the month then pays, on any month", () => {
    const tiers = plan({
      inputs: [ownSales],
      tables: [commissionTiers],
      components: [period({ code: "c", amount: "阶梯(个人业绩, 佣金阶梯)" })],
    });
    const either = fc.constantFrom(fullPlan, tutorialTiers, tiers);
    fc.assert(
      fc.property(histories, either, amountFen, amountFen, (of, planOf, doneFen, targetFen) => {
        const assignments = assigned(planOf);
        const found = nextBest(assignments, of, standing({ doneFen, targetFen }));
        expect(found.length).toBeLessThanOrEqual(4);
        for (const step of found) {
          if (step.kind === "team") continue;
          const sales = [{ ...order, amountFen: step.amountFen, isFirstOrder: step.kind === "firstOrder" }];
          const then = evaluate(assignments, plannedBook(of, { sales })).totals.amountFen;
          expect(step.gainFen).toBe(then - evaluate(assignments, of).totals.amountFen);
          expect(payIf(assignments, of, { sales })).toBe(step.gainFen);
        }
      }),
      times(100, 2_000),
    );
  });
});

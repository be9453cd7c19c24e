import { planShape } from "@shared/contracts/planShape";
import { type Plan, planFaults, runExamples } from "@shared/domain/pay";
import * as plans from "@shared/domain/pay/plans";

const all: Plan[] = Object.values(plans).flatMap((one) => ("rows" in one ? [] : one));

describe("the plans that come with the product", () => {
  it("have codes of their own, apart from the versions of one plan", () => {
    const keys = all.map(({ code, version }) => `${code}@${version}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(all)("$name (version $version) has all its names in English, and an example of each part", (plan) => {
    const named = [plan, ...plan.inputs, ...plan.tables, ...plan.components];
    expect(named.filter(({ nameEn }) => !nameEn).map(({ name }) => name)).toEqual([]);
    const shown = new Set(plan.examples.flatMap(({ expect: expected }) => Object.keys(expected)));
    expect(plan.components.filter(({ code }) => !shown.has(code)).map(({ code }) => code)).toEqual([]);
  });

  it.each(all)("$name (version $version) can be written down as it is", (plan) => {
    expect(planShape.safeParse(plan)).toMatchObject({ success: true, data: plan });
  });

  it.each(all)("$name (version $version) can be published", (plan) => {
    expect(planFaults(plan)).toEqual([]);
  });

  it.each(all.flatMap((plan) => runExamples(plan).map((one) => ({ plan: plan.name, ...one }))))(
    "$plan: $example gives $expectedFen fen of $component",
    ({ expectedFen, actualFen }) => {
      expect(actualFen).toBe(expectedFen);
    },
  );
});

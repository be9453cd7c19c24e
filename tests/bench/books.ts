import type { MemberBook, Fact, Plan } from "@shared/domain/pay";
import { attainmentGiven, book, collection, firstOrder, sale, visit } from "../shared/domain/pay/support/builders";
import { fullPlan } from "../shared/domain/pay/support/fullPlan";

/** The tests' plan with everything in it, less two of its ten components. */
export const eightComponents: Plan = {
  ...fullPlan,
  components: fullPlan.components.slice(0, 8),
  inputs: fullPlan.inputs.filter((input) => input.kind !== "lines"),
  stacking: fullPlan.stacking.filter((rule) => rule.policy !== "best"),
};

/** A busy month: of five facts two are sales, one a collection, the rest first orders and visits. */
export function fullMonth(factsCount: number): MemberBook {
  const facts: Fact[] = [];
  for (let at = 0; facts.length < factsCount; at += 1) {
    const order = sale(1_000_000 + at * 7_919, {
      id: `s${at}`,
      on: `2026-03-${String(1 + (at % 25)).padStart(2, "0")}`,
      origin: at % 3 === 0 ? "自有" : "市场",
      ...(at % 5 === 0 ? { share: "0.7", rest: "0.3" } : {}),
    });
    facts.push(order);
    if (at % 4 === 0) facts.push(firstOrder(order));
    if (at % 2 === 0) facts.push(collection(order, 500_000));
    if (at % 4 !== 3) facts.push(visit(`v${at}`));
  }
  return book(facts.slice(0, factsCount), {
    given: [
      ...attainmentGiven("team", 95, 100),
      { kind: "target", code: "sales.confirmed", of: "member", period: "2026-03", value: { fen: 66_666_667 } },
      { kind: "measure", code: "satisfaction", of: "member", period: "2026-03", value: { decimal: "0.8" } },
    ],
  });
}

import { type Fact, standingFacts, type Statement, type States } from "@shared/domain/pay";
import type { Sums } from "../performance";

/**
 * What facts bring to a member's sums, by measure code: money in fen, the rest counted. Only the role owner counts, so
 * that a team's result is the sum of its sales, whoever else is credited.
 */
export function summarise(memberId: string, facts: readonly Fact[]): Sums {
  const sums: Sums = {};
  const add = (measure: string, value: number) => (sums[measure] = (sums[measure] ?? 0) + value);
  const count = (fact: Fact, sign: 1 | -1) => {
    const credit = fact.credits.find((one) => one.memberId === memberId && one.role === "owner");
    if (!credit) return;
    if (fact.kind === "sale") {
      add("sales.confirmed", sign * credit.fen);
      add("sales.orders", sign);
    }
    if (fact.kind === "creditNote") add("sales.confirmed", sign * credit.fen);
    if (fact.kind === "newCustomer") add("customers.new", sign);
    if (fact.kind === "visit") add("visits.effective", sign);
    if (fact.kind === "visit" && fact.newCustomer) add("visits.newCustomer", sign);
    if (fact.kind === "followUp") add("followUps", sign);
    if (fact.kind === "stage") add("stages.reached", sign);
  };
  for (const fact of standingFacts(facts)) count(fact, 1);
  for (const fact of takenOffElsewhere(facts)) count(fact, -1);
  return sums;
}

/**
 * What takes back a fact that is not among these: that one was booked in a month that was closed by then, which keeps it, so that this month is
 * less by it.
 */
function takenOffElsewhere(facts: readonly Fact[]): Fact[] {
  const here = new Set(facts.map(({ id, revision }) => `${id}@${revision}`));
  return facts.filter(
    (fact) =>
      "rejected" in fact && fact.rejected === true && fact.revision > 1 && !here.has(`${fact.id}@${fact.revision - 1}`),
  );
}

/** The four states of money, which are never added together. */
export function totalsOf({ totals }: Statement): Omit<States, "receivableFen"> {
  const { estimatedFen, earnedFen, payableFen, paidFen } = totals;
  return { estimatedFen, earnedFen, payableFen, paidFen };
}

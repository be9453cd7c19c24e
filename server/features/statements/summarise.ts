import { type Fact, standingFacts, type Statement, type States } from "@shared/domain/pay";
import type { Sums } from "../performance";

/**
 * What facts bring to a member's sums, by measure code: money in fen, the rest counted. Only the role owner counts, so
 * that a team's result is the sum of its sales, whoever else is credited.
 */
export function summarise(memberId: string, facts: readonly Fact[]): Sums {
  const sums: Sums = {};
  const add = (measure: string, value: number) => (sums[measure] = (sums[measure] ?? 0) + value);
  for (const fact of standingFacts(facts)) {
    const credit = fact.credits.find((one) => one.memberId === memberId && one.role === "owner");
    if (!credit) continue;
    if (fact.kind === "sale") {
      add("sales.confirmed", credit.fen);
      add("sales.orders", 1);
    }
    if (fact.kind === "creditNote") add("sales.confirmed", credit.fen);
    if (fact.kind === "newCustomer") add("customers.new", 1);
    if (fact.kind === "visit") add("visits.effective", 1);
    if (fact.kind === "visit" && fact.newCustomer) add("visits.newCustomer", 1);
    if (fact.kind === "followUp") add("followUps", 1);
    if (fact.kind === "stage") add("stages.reached", 1);
  }
  return sums;
}

/** The four states of money, which are never added together. */
export function totalsOf({ totals }: Statement): Omit<States, "receivableFen"> {
  const { estimatedFen, earnedFen, payableFen, paidFen } = totals;
  return { estimatedFen, earnedFen, payableFen, paidFen };
}

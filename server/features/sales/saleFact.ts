import type { Credit, NewCustomerFact, SaleFact } from "@shared/domain/pay";
import { businessDayOf, monthOf } from "@shared/domain/time";
import type { SaleRecord } from "./saleModel";

const common = (sale: SaleRecord, confirmedAt: Date) => {
  const countsOn = businessDayOf(confirmedAt);
  return {
    revision: 1,
    recordedAt: confirmedAt.toISOString(),
    on: sale.signedOn,
    countsOn,
    // No month is closed yet, so that a fact is booked in the month that it counts in.
    bookedIn: monthOf(countsOn),
    saleId: sale._id,
    customerId: sale.customerId,
    amountFen: sale.amountFen,
    credits: [ownCredit(sale)],
  };
};

/** The whole sale counts for its rep, in the team of the day it was signed. */
function ownCredit(sale: SaleRecord): Credit {
  return { memberId: sale.repId, role: "owner", share: "1", fen: sale.amountFen, teamId: sale.teamId };
}

/** A confirmed sale as pay sees it: it happened when it was signed and counts when it was confirmed. */
export function saleFact(sale: SaleRecord, confirmedAt: Date): SaleFact {
  return {
    id: `sale:${sale._id}`,
    kind: "sale",
    source: "confirmation",
    visitIds: sale.footsteps,
    ...common(sale, confirmedAt),
  };
}

/** A customer's first order. */
export function newCustomerFact(sale: SaleRecord, confirmedAt: Date): NewCustomerFact {
  return { id: `newCustomer:${sale.customerId}`, kind: "newCustomer", source: "derived", ...common(sale, confirmedAt) };
}

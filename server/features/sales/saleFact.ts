import type { Cause, Credit, NewCustomerFact, SaleFact } from "@shared/domain/pay";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { bookedInOf } from "../periods";
import type { SaleRecord } from "./saleModel";

type FactDeps = Pick<Deps, "settings">;

async function common(deps: FactDeps, sale: SaleRecord, confirmedAt: Date) {
  const countsOn = businessDayOf(confirmedAt);
  return {
    revision: 1,
    recordedAt: confirmedAt.toISOString(),
    on: sale.signedOn,
    countsOn,
    bookedIn: await bookedInOf(deps, { countsOn, recordedAt: confirmedAt }),
    saleId: sale._id,
    customerId: sale.customerId,
    amountFen: sale.amountFen,
    credits: [ownCredit(sale)],
  };
}

/** The whole sale counts for its rep, in the team of the day it was signed. */
function ownCredit(sale: SaleRecord): Credit {
  return { memberId: sale.repId, role: "owner", share: "1", fen: sale.amountFen, teamId: sale.teamId };
}

/** A confirmed sale as pay sees it: it happened when it was signed and counts when it was confirmed. */
export async function saleFact(deps: FactDeps, sale: SaleRecord, confirmedAt: Date): Promise<SaleFact> {
  return {
    id: `sale:${sale._id}`,
    kind: "sale",
    source: "confirmation",
    visitIds: sale.footsteps,
    ...(await common(deps, sale, confirmedAt)),
  };
}

/** A customer's first order. */
export async function newCustomerFact(deps: FactDeps, sale: SaleRecord, confirmedAt: Date): Promise<NewCustomerFact> {
  const fact = await common(deps, sale, confirmedAt);
  return { id: `newCustomer:${sale.customerId}`, kind: "newCustomer", source: "derived", ...fact };
}

/** What the ledger names for what a sale pays. */
export const saleCause = (sale: Pick<SaleRecord, "_id">): Cause => ({ kind: "sale", id: sale._id });

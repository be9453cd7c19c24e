import type { Fact } from "@shared/domain/pay";
import { type BusinessDay, monthOf } from "@shared/domain/time";
import type { NewEvent } from "../../outbox";
import type { Booking } from "../statements";
import { saleConfirmed } from "./events";
import { incrementsOf } from "./saleIncrements";
import type { SaleRecord } from "./saleModel";

/**
 * The event that others react to: what the confirmation decided on, so that every message says the same figures.
 * @param facts the sale's own first, then what else the order was
 */
export function confirmedEvent(
  sale: SaleRecord,
  facts: readonly [Fact, ...Fact[]],
  { booking, historyBefore }: { booking: Booking; historyBefore: BusinessDay | null },
): NewEvent {
  const [saleFact] = facts;
  return saleConfirmed.of({
    partition: `member:${sale.repId}`,
    cause: saleFact.id,
    payload: {
      saleId: sale._id,
      repId: sale.repId,
      teamId: sale.teamId,
      customerId: sale.customerId,
      customerName: sale.customerName,
      amountFen: sale.amountFen,
      period: monthOf(saleFact.countsOn),
      confirmedAt: saleFact.recordedAt,
      confirmedById: sale.confirmedById ?? "",
      increments: incrementsOf(sale, facts, booking.changes, historyBefore),
    },
  });
}

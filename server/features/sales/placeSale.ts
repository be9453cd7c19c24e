import type { Fact } from "@shared/domain/pay";
import { businessDayOf, type Month, monthOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import { bookedInOf } from "../periods";
import { type Booking, type BookingDeps, firstOrderFactIdOf, newestFactOf, prepareBooking } from "../statements";
import { salePlaced, salesPlacedLate, type SaleToPlace } from "./events";
import { decideSale, type SaleFactTerms, saleFactIdOf } from "./saleFact";
import { SaleModel, type SaleRecord } from "./saleModel";

/** Sales that a day moves are placed one after the other: who answers for a month is told of all of them together. */
const toldTogetherMs = 30_000;

/**
 * Lets a confirmed sale count where it would be confirmed today by the first paying day that holds now: taken off the month that it counted in by
 * one revision of its fact, and put into the other by the next. What was recorded stays. Where it counts there already nothing is changed. A month
 * that is past its cut-off keeps its results of units: what is taken off it lowers the open month, as what is added to it raises that.
 */
export const placeSale: EventHandler<SaleToPlace, BookingDeps> = async ({ saleId }, delivery, deps) => {
  const sale = await SaleModel.findOne({ _id: saleId }).lean<SaleRecord | null>();
  if (sale?.state !== "confirmed" || !sale.confirmedAt) return;
  const now = deps.clock.now();
  const [terms, fact, firstOrder] = await Promise.all([
    decideSale(deps, sale, sale.confirmedAt, now),
    newestFactOf(saleFactIdOf(saleId)),
    newestFactOf(firstOrderFactIdOf(sale.customerId)),
  ]);
  const isOfSale = firstOrder?.kind === "newCustomer" && firstOrder.saleId === saleId;
  const moved = [fact, isOfSale ? firstOrder : null].map((one) => one && movedTo(deps, terms, one, now));
  const [ofSale = [], ofFirstOrder = []] = await Promise.all(moved.map(async (one) => (await one) ?? []));
  const facts = [...ofSale, ...ofFirstOrder];
  if (facts.length === 0) return;
  const booking = await prepareBooking(deps, facts, [{ kind: "firstPayingDay", id: saleId }]);
  const at = now.toISOString();
  const { customerName, signedOn } = sale;
  const { historyBefore } = terms;
  const placed = salePlaced.of({
    ...{ partition: `sale:${saleId}`, cause: delivery.id },
    payload: { saleId, customerName, signedOn, historyBefore, members: membersOf(booking), at },
  });
  const late = ofSale.flatMap(({ countsOn, bookedIn }): { period: Month; bookedIn: Month }[] => {
    const period = monthOf(countsOn);
    // History is booked in its own month, whenever that was.
    return bookedIn === period ? [] : [{ period, bookedIn }];
  });
  const told = late.map((months, nth) =>
    salesPlacedLate.of({
      ...{ partition: "sales:placedLate", cause: delivery.id, part: String(nth) },
      dueAt: new Date(deps.realNow().getTime() + toldTogetherMs),
      payload: { at, moves: [{ ...months, teamId: sale.teamId, isHistory: historyBefore !== null, count: 1 }] },
    }),
  );
  return { events: [placed, ...told], write: (session) => booking.write(session) };
};

/** With the credits that it has, into a month that takes facts now, and off one by what is booked now. */
async function movedTo(
  deps: BookingDeps,
  { countsOn, bookedIn, historyBefore, confirmedAt }: SaleFactTerms,
  fact: Fact,
  now: Date,
): Promise<Fact[]> {
  if (fact.kind !== "sale" && fact.kind !== "newCustomer") return [];
  if (fact.countsOn === countsOn) return [];
  const { revision } = fact;
  // Of history no month was ever closed.
  const wasHistory = historyBefore === null && monthOf(fact.countsOn) < monthOf(businessDayOf(confirmedAt));
  const offIn = wasHistory ? fact.bookedIn : await bookedInOf(deps, { countsOn: fact.countsOn, recordedAt: now });
  const common = { source: "firstPayingDay", recordedAt: now.toISOString() };
  return [
    { ...fact, ...common, revision: revision + 1, bookedIn: offIn, rejected: true },
    { ...fact, ...common, revision: revision + 2, countsOn, bookedIn },
  ];
}

function membersOf({ changes }: Booking) {
  const ids = [...new Set(changes.map(({ memberId }) => memberId))];
  return ids.map((memberId) => ({
    memberId,
    months: changes
      .filter((change) => change.memberId === memberId)
      .map(({ period, before, after }) => ({
        ...{ period, beforeFen: before.totals.amountFen, afterFen: after.totals.amountFen },
      })),
  }));
}

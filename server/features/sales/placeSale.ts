import type { Fact } from "@shared/domain/pay";
import { saleAgeMaxDays } from "@shared/domain/sale";
import { addDays, businessDayOf, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import type { FirstPayingDaySet } from "../plans";
import { type Booking, type BookingDeps, firstOrderFactIdOf, newestFactOf, prepareBooking } from "../statements";
import { salePlaced, type SaleToPlace, saleToPlace } from "./events";
import { decideSale, type SaleFactTerms, saleFactIdOf } from "./saleFact";
import { SaleModel, type SaleRecord } from "./saleModel";

/** Nobody leaves a sale waiting for longer. */
const waitsMaxDays = 366;
/** How long before it is confirmed a sale may have been signed: see `saleAgeMaxDays` for until when it is recorded. */
const signedBeforeDays = saleAgeMaxDays + waitsMaxDays;
/** Each move has two; nobody sets the day so often. */
const revisionsMax = 40;

/**
 * What a company pays by begins on another day: sales that were signed before it and confirmed after it are placed anew, each by an event
 * of its own.
 */
export const followFirstPayingDay: EventHandler<FirstPayingDaySet, Pick<Deps, "clock">> = async (
  { on, before },
  delivery,
) => {
  const [from, to] = [on, before ?? on].sort() as [string, string];
  const sales = await SaleModel.find(
    { state: "confirmed", signedOn: { $gte: addDays(from, -signedBeforeDays), $lt: to } },
    { signedOn: 1, confirmedAt: 1 },
  ).lean<Pick<SaleRecord, "_id" | "signedOn" | "confirmedAt">[]>();
  return sales
    .filter(({ signedOn, confirmedAt }) => {
      const confirmedOn = confirmedAt ? businessDayOf(confirmedAt) : signedOn;
      return confirmedOn >= from && monthOf(signedOn) < monthOf(confirmedOn);
    })
    .map(({ _id: saleId }): NewEvent =>
      saleToPlace.of({
        ...{ partition: `sale:${saleId}`, cause: delivery.id, part: saleId },
        payload: { saleId, on },
      }),
    );
};

/**
 * Lets a confirmed sale count where it would be confirmed today by the first paying day that holds now: taken off the month that it counted in by
 * one revision of its fact, and put into the other by the next. What was recorded stays. Where it counts there already nothing is changed.
 */
export const placeSale: EventHandler<SaleToPlace, BookingDeps> = async ({ saleId }, delivery, deps) => {
  const sale = await SaleModel.findOne({ _id: saleId }).lean<SaleRecord | null>();
  if (sale?.state !== "confirmed" || !sale.confirmedAt) return;
  const now = deps.clock.now();
  const [terms, fact, firstOrder] = await Promise.all([
    decideSale(deps, sale, sale.confirmedAt, now),
    newestFactOf(saleFactIdOf(saleId), revisionsMax),
    newestFactOf(firstOrderFactIdOf(sale.customerId), revisionsMax),
  ]);
  const isOfSale = firstOrder?.kind === "newCustomer" && firstOrder.saleId === saleId;
  const facts = [fact, isOfSale ? firstOrder : null].flatMap((one) => (one ? movedTo(terms, one, now) : []));
  if (facts.length === 0) return;
  const booking = await prepareBooking(deps, facts, [{ kind: "firstPayingDay", id: saleId }]);
  const at = now.toISOString();
  const { customerName, signedOn } = sale;
  const { historyBefore } = terms;
  const placed = salePlaced.of({
    ...{ partition: `sale:${saleId}`, cause: delivery.id },
    payload: { saleId, customerName, signedOn, historyBefore, members: membersOf(booking), at },
  });
  return { events: [placed], write: (session) => booking.write(session) };
};

/** With the credits that it has, into a month that takes facts now. */
function movedTo({ countsOn, bookedIn }: SaleFactTerms, fact: Fact, now: Date): Fact[] {
  if (fact.kind !== "sale" && fact.kind !== "newCustomer") return [];
  if (fact.countsOn === countsOn) return [];
  const { revision } = fact;
  const common = { source: "firstPayingDay", recordedAt: now.toISOString() };
  return [
    { ...fact, ...common, revision: revision + 1, rejected: true },
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

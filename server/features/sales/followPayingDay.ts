import type { AnswerOf } from "@shared/contracts";
import { isHistory } from "@shared/domain/firstPayingDay";
import { type BusinessDay, businessDayOf, startOfDay } from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { emitOnce, type EventHandler, type NewEvent } from "../../outbox";
import { firstPayingDay, type FirstPayingDaySet } from "../plans";
import { saleToPlace } from "./events";
import { SaleModel, type SaleRecord } from "./saleModel";

const fields = { signedOn: 1, confirmedAt: 1, repName: 1 } as const;

/** A sale that another first paying day lets count in another month. */
export interface MovedSale extends Pick<SaleRecord, "_id" | "signedOn" | "repName"> {
  confirmedOn: BusinessDay;
  becomesHistory: boolean;
}

const readAtOnce = 500;

/** Confirmed sales that count in another month by a first paying day than by the one before, as they were confirmed. */
export async function* salesMovedBy({ on, before }: FirstPayingDaySet): AsyncGenerator<MovedSale> {
  const earlier = before !== null && before < on ? before : on;
  const confirmed = SaleModel.find({ state: "confirmed", confirmedAt: { $gte: startOfDay(earlier) } }, fields)
    .sort({ confirmedAt: 1 })
    .batchSize(readAtOnce)
    .lean<Pick<SaleRecord, "_id" | "signedOn" | "repName" | "confirmedAt">[]>()
    .cursor();
  for await (const { _id, signedOn, repName, confirmedAt } of confirmed) {
    if (!confirmedAt) continue;
    const days = { signedOn, confirmedOn: businessDayOf(confirmedAt) };
    const becomesHistory = isHistory(days, on);
    if (becomesHistory !== isHistory(days, before)) yield { _id, repName, becomesHistory, ...days };
  }
}

/** So many are counted beforehand. */
const countedMax = 1_000;
const firstMax = 5;

/** What `followFirstPayingDay` would place anew if this day were set now. */
export async function readMovedBy(on: BusinessDay): Promise<AnswerOf<"sales.movedBy">> {
  const first: AnswerOf<"sales.movedBy">["first"] = [];
  let count = 0;
  for await (const { _id: saleId, ...sale } of salesMovedBy({ on, before: await firstPayingDay() })) {
    if (count === countedMax) return { count, isAtLeast: true, first };
    count += 1;
    if (first.length < firstMax) first.push({ saleId, ...sale });
  }
  return { count, isAtLeast: false, first };
}

const askedAtOnce = 200;

/**
 * What a company pays by begins on another day: sales that count elsewhere by it are placed anew, each by an event of its own. They are asked
 * for some at a time; whoever does it again asks the same.
 */
export const followFirstPayingDay: EventHandler<FirstPayingDaySet, Pick<Deps, "realNow">> = async (
  set,
  delivery,
  deps,
) => {
  let events: NewEvent[] = [];
  const ask = async () => {
    await inTransaction(async (session) => {
      await delivery.lease.confirm(session);
      await emitOnce(events, session, deps.realNow());
    });
    events = [];
  };
  for await (const { _id: saleId } of salesMovedBy(set)) {
    const payload = { saleId, on: set.on };
    events.push(saleToPlace.of({ partition: `sale:${saleId}`, cause: delivery.id, part: saleId, payload }));
    if (events.length === askedAtOnce) await ask();
  }
  return events;
};

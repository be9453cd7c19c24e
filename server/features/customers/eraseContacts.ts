import { mergeUndoDays } from "@shared/domain/customerMerge";
import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { ContactModel } from "./contactModel";
import { CustomerModel } from "./customerModel";

/** So many days of merges are looked through: also after months in which nothing ran. */
const daysBack = 180;
const pageSize = 500;

/**
 * Deletes the people of clients that have become another, once that cannot be undone any more: whoever came along is kept there. Safe to
 * repeat.
 */
export async function eraseContacts(
  { logger }: Pick<Deps, "logger">,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<void> {
  // The day before the last one on which it may still be undone.
  const last = addDays(businessDayOf(slot.at), -mergeUndoDays - 1);
  for (let back = 0; back < daysBack; back += 1) {
    for await (const customerIds of mergedOn(addDays(last, -back))) {
      const filter = { customerId: { $in: customerIds } };
      const people = { model: ContactModel, filter, job: "erase-contacts", what: "contacts" };
      await eraseInBatches(people, slot, { insertAudit, logger });
    }
  }
}

/** The clients that became another on a day, some at a time. */
async function* mergedOn(on: BusinessDay): AsyncGenerator<string[]> {
  let after = "";
  for (;;) {
    const gone = await CustomerModel.find({ "merged.on": on, _id: { $gt: after } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(pageSize)
      .lean<{ _id: string }[]>();
    if (gone.length > 0) yield gone.map(({ _id }) => _id);
    const end = gone.at(-1);
    if (gone.length < pageSize || !end) return;
    after = end._id;
  }
}

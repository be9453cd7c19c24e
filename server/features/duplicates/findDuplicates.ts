import { ownersOn } from "@shared/domain/customer";
import { pairIdOf } from "@shared/domain/duplicates";
import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { inTransaction, remove } from "../../db";
import { type Double, findDoubles, readOwners, spansOf } from "../customers";
import { DuplicateModel, type DuplicateRecord } from "./duplicateModel";
import { unitsAbove } from "./pairs";

/**
 * Looks through all clients for those that may be one, away from anybody's request. A pair that waits and is not alike any more, or has
 * become one, goes. What somebody has said about a pair stays also through nights in which it is not found, such as after a slip in a
 * name, for a year. A run that is repeated finds the same.
 * @returns how many pairs there are
 */
export async function findDuplicates({ at }: { at: Date }): Promise<number> {
  const today = businessDayOf(at);
  let count = 0;
  for await (const doubles of findDoubles()) {
    await keep(doubles, today);
    count += doubles.length;
  }
  await forgetUnseen(today);
  return count;
}

const forgottenAtOnce = 500;
const saidKeptDays = 365;

/** What this run has not found, a batch at a time. */
async function forgetUnseen(today: BusinessDay): Promise<void> {
  await forget({ state: "open", seenOn: { $lt: today } });
  await forget({ state: "different", seenOn: { $lt: addDays(today, -saidKeptDays) } });
}

async function forget(which: { state: DuplicateRecord["state"]; seenOn: { $lt: BusinessDay } }): Promise<void> {
  for (;;) {
    const unseen = await DuplicateModel.find(which, { _id: 1 })
      .limit(forgottenAtOnce)
      .lean<Pick<DuplicateRecord, "_id">[]>();
    if (unseen.length === 0) return;
    await inTransaction(async (session) => {
      for (const { _id } of unseen) remove(DuplicateModel, { _id }, session);
    });
  }
}

async function keep(doubles: readonly Double[], today: BusinessDay): Promise<void> {
  if (doubles.length === 0) return;
  const ownersNow = (customer: Double["customers"][number]) => ownersOn(spansOf(customer), today);
  const { unitPaths } = await readOwners(
    doubles.flatMap(({ customers }) => customers.flatMap(ownersNow)),
    today,
  );
  await DuplicateModel.bulkWrite(
    doubles.map((double) => {
      const [a, b] = double.customers;
      const unitIds = unitsAbove([ownersNow(a), ownersNow(b)], unitPaths);
      return {
        updateOne: {
          filter: { _id: pairIdOf(a._id, b._id) },
          update: {
            $set: { sameBy: double.sameBy, unitIds, seenOn: today },
            $setOnInsert: {
              ...{ schemaVersion: 1, customerIds: [a._id, b._id], state: "open" as const, decision: null },
              ...{ foundOn: today, revision: 1 },
            },
          },
          upsert: true,
        },
      };
    }),
    { ordered: false },
  );
}

import type { ClientSession } from "mongoose";
import { ownersOn } from "@shared/domain/customer";
import { pairIdOf } from "@shared/domain/duplicates";
import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { inTransaction, remove } from "../../db";
import type { Deps } from "../../deps";
import { emitOnce } from "../../outbox";
import { type Double, doublesWith, findDoubles, readOwners, spansOf } from "../customers";
import { DuplicateModel, type DuplicateRecord } from "./duplicateModel";
import { goneEvent } from "./events";
import { unitsAbove } from "./pairs";

/**
 * Looks through all clients for those that may be one, away from anybody's request. A pair that waits and is not alike any more, or has
 * become one, goes. What somebody has said about a pair stays also through nights in which it is not found, such as after a slip in a
 * name, for a year. A run that is repeated finds the same.
 * @returns how many pairs there are
 */
export async function findDuplicates(deps: Pick<Deps, "realNow">, { at }: { at: Date }): Promise<number> {
  const today = businessDayOf(at);
  let count = 0;
  for await (const doubles of findDoubles()) {
    await keep(doubles, today);
    count += doubles.length;
  }
  await forgetUnseen(deps, today);
  return count;
}

/** The same of one client that was added just now, so that its pairs wait before the next sale of it. */
export async function findDuplicatesOf(customerId: string, { at }: { at: Date }): Promise<void> {
  await keep(await doublesWith(customerId), businessDayOf(at));
}

const forgottenAtOnce = 500;
const saidKeptDays = 365;

/** What this run has not found, a batch at a time. Whoever was told of one that waited learns that it is over. */
async function forgetUnseen(deps: Pick<Deps, "realNow">, today: BusinessDay): Promise<void> {
  await forget({ state: "open", seenOn: { $lt: today } }, async (unseen, session) =>
    emitOnce(
      unseen.map(({ _id: pairId, unitIds }) => goneEvent({ pairId, unitIds }, today)),
      session,
      deps.realNow(),
    ),
  );
  await forget({ state: "different", seenOn: { $lt: addDays(today, -saidKeptDays) } });
}

type Unseen = Pick<DuplicateRecord, "_id" | "unitIds" | "revision">;

async function forget(
  which: { state: DuplicateRecord["state"]; seenOn: { $lt: BusinessDay } },
  tell?: (unseen: readonly Unseen[], session: ClientSession) => Promise<void>,
): Promise<void> {
  for (;;) {
    const unseen = await DuplicateModel.find(which, { unitIds: 1, revision: 1 })
      .limit(forgottenAtOnce)
      .lean<Unseen[]>();
    if (unseen.length === 0) return;
    await inTransaction(async (session) => {
      // What somebody says of one at this moment stays.
      for (const { _id, revision } of unseen) remove(DuplicateModel, { _id, revision }, session);
      await tell?.(unseen, session);
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

import { mongo } from "mongoose";
import { inTransaction } from "../../../server/db";
import { Lease } from "../../../server/outbox/outboxModel";
import { resetDatabase, stored } from "../../support/testDatabase";
import { deferred } from "./givenRelay";

/*
 * The right to work a partition off, where two are faster or slower than each other by a hair.
 */

beforeEach(resetDatabase);

const at = (seconds: number) => new Date(new Date("2026-03-26T10:00:00+08:00").getTime() + seconds * 1_000);
const partition = "p:1";

function claim(owner: string, realNow: () => Date, leaseMs = 30_000): Promise<Lease | null> {
  return Lease.claim(partition, { realNow, newToken: () => owner }, { leaseMs, handlerMaxMs: 5_000 });
}

async function claimed(...given: Parameters<typeof claim>): Promise<Lease> {
  const lease = await claim(...given);
  if (!lease) throw new Error("somebody else has it");
  return lease;
}

/** Holds back the next `updateOne` until `go` is called. */
function holdBackUpdate() {
  const collections = mongo.Collection.prototype as unknown as Record<"updateOne", (...args: unknown[]) => unknown>;
  const original = collections.updateOne;
  const [begun, mayGo] = [deferred(), deferred()];
  collections.updateOne = async function (this: unknown, ...args: unknown[]) {
    collections.updateOne = original;
    begun.settle();
    await mayGo.promise;
    return original.apply(this, args);
  };
  return { begun: begun.promise, go: () => mayGo.settle() };
}

it("that was given back with the last delivery is free, whenever a renewal arrives", async () => {
  const lease = await claimed("one", () => at(0), 60);
  const renewal = holdBackUpdate();
  const held = lease.hold(() => renewal.begun); // the handler ends while its renewal is on the way
  const completed = held.then(() => inTransaction((session) => lease.confirm(session, { release: true })));
  await renewal.begun;
  await new Promise((resolve) => setImmediate(resolve));
  renewal.go();
  await completed;
  expect((await stored("partitions"))[0]?.leaseUntil).toEqual(new Date(0));
});

it("stays with an owner who was late and renews it before another has it", async () => {
  let seconds = 0;
  const realNow = () => at(seconds);
  const lease = await claimed("one", realNow);
  seconds = 31; // it has run out
  const other = holdBackUpdate();
  const late = claim("two", realNow);
  await other.begun;
  await inTransaction((session) => lease.confirm(session));
  other.go();
  expect(await late).toBeNull();
  await inTransaction((session) => lease.confirm(session));
});

it("goes to one of two who claim it in the same moment", async () => {
  for (const round of [1, 2, 3]) {
    const found = await Promise.all([claim(`a${round}`, () => at(0)), claim(`b${round}`, () => at(0))]);
    const [lease, ...others] = found.filter((one) => one !== null);
    expect(others).toEqual([]);
    await lease?.release();
  }
});

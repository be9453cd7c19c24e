import { ProcessCaches } from "../../../server/lib/perProcess";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { checkedLedger } from "../../support/ledger";
import { roundTripsOf } from "../../support/roundTrips";
import { lookAt, stored } from "../../support/testDatabase";
import { StatementModel } from "../../../server/features/statements/statementModel";

/*
 * A process that books into a month again does not read all of its facts again, while nobody else has written it meanwhile.
 */

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

/** What the next requests find kept is another process's. */
function inProcess(caches: ProcessCaches): void {
  Object.assign(world.app.deps, { caches });
}

/** Confirms one more sale of 小王. @returns whether the facts of the month were read for it */
async function confirmReads(amountFen: number): Promise<boolean> {
  const sale = await world.submitSale("xiaowang", "c-haiyue", amountFen);
  const sent = await roundTripsOf(() => world.confirmSale("chenhao", sale));
  return sent.includes("find credits");
}

const doneFen = async () =>
  (await stored("memberSummaries", { _id: "u3:xiaowang:2026-03" })).map(({ sums }) => sums as object);

it("reads the facts of a month once, and counts what it has booked itself from then on", async () => {
  expect(await confirmReads(10_000_000)).toBe(true);
  expect(await confirmReads(20_000_000)).toBe(false);
  expect(await confirmReads(30_000_000)).toBe(false);
  expect(await doneFen()).toMatchObject([{ "sales.confirmed": 60_000_000, "sales.orders": 3 }]);
  await world.workAll();
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("reads them again where another process has booked into it", async () => {
  const [one, other] = [new ProcessCaches(), new ProcessCaches()];
  for (const caches of [one, other, one, other]) {
    inProcess(caches);
    expect(await confirmReads(10_000_000)).toBe(true);
  }
  expect(await confirmReads(10_000_000)).toBe(false);
  expect(await doneFen()).toMatchObject([{ "sales.confirmed": 50_000_000, "sales.orders": 5 }]);
  await world.workAll();
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("reads them again where the database was put back to another state of the same revision", async () => {
  await confirmReads(10_000_000);
  const pricedAt = new Date("2026-03-20T09:00:00+08:00");
  await lookAt(() => StatementModel.updateOne({ _id: "xiaowang:2026-03" }, { $set: { pricedAt } }));
  expect(await confirmReads(20_000_000)).toBe(true);
});

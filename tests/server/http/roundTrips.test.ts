import type { SaleView } from "@shared/contracts";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { roundTripsOf } from "../../support/roundTrips";
import { stored } from "../../support/testDatabase";

/*
 * How many commands an operation sends to the database: cold, as the first call to a process that knows nobody yet, and warm, as
 * the calls after it, when what every call asks for is known. Each is a way there and back, so the numbers are kept as closely as
 * a rule: who changes one changes it here, with the reason in the commit.
 */

interface Given {
  world: DemoWorld;
  checkIns: { checkInId: string }[];
  sales: SaleView[];
  lineId: string;
}

/** As far as it is looked at here. */
interface StoredMonth {
  statement: { lines: { id: string }[] };
}

type Call = (given: Given, nth: number) => Promise<unknown>;

const rep = "xiaowang";
const period = "2026-03";
const nth = <Item>(items: Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error("too few were prepared");
  return item;
};

const table: [operation: string, trips: { cold: number; warm: number }, call: Call][] = [
  [
    "checkIns.create",
    { cold: 8, warm: 1 },
    ({ world }) => world.as(rep).call("checkIns.create", undefined, world.checkInBody("c-haiyue")),
  ],
  [
    "visits.record",
    { cold: 16, warm: 11 },
    ({ world, checkIns }, index) =>
      world.as(rep).call("visits.record", undefined, world.visitBody(nth(checkIns, index).checkInId)),
  ],
  ["today.read", { cold: 9, warm: 2 }, ({ world }) => world.as(rep).call("today.read")],
  ["statements.mine", { cold: 13, warm: 2 }, ({ world }) => world.as(rep).call("statements.mine", { period })],
  [
    "statements.line",
    { cold: 13, warm: 1 },
    ({ world, lineId }) => world.as(rep).call("statements.line", { period, lineId }),
  ],
  [
    "sales.submit",
    { cold: 12, warm: 7 },
    ({ world }) => world.as(rep).call("sales.submit", undefined, world.saleBody("c-haiyue", 100_000)),
  ],
  [
    "sales.confirm",
    { cold: 19, warm: 13 },
    ({ world, sales }, index) => world.confirmSale("chenhao", nth(sales, index)),
  ],
  ["sales.list, of a rep", { cold: 7, warm: 2 }, ({ world }) => world.as(rep).call("sales.list", { view: "mine" })],
  ["customers.mine", { cold: 7, warm: 2 }, ({ world }) => world.as(rep).call("customers.mine", {})],
  [
    "teams.read, of its leader",
    { cold: 12, warm: 7 },
    ({ world }) => world.as("chenhao").call("teams.read", { unitId: "u3", period }),
  ],
  ["notices.list", { cold: 7, warm: 2 }, ({ world }) => world.as(rep).call("notices.list", {})],
  ["me.read", { cold: 11, warm: 6 }, ({ world }) => world.as(rep).call("me.read")],
];

/** A month with something in it, and a process that has answered nobody yet. */
async function given(): Promise<Given> {
  const world = await startDemoWorld();
  await world.consent(rep);
  await world.sale(rep, "c-haiyue", 10_000_000);
  const [month] = (await stored("statements", { _id: `${rep}:${period}` })) as unknown as StoredMonth[];
  const checkIns = [await world.checkIn(rep, "c-haiyue"), await world.checkIn(rep, "c-yuelian")];
  const sales = [await world.submitSale(rep, "c-haiyue", 100_000), await world.submitSale(rep, "c-haiyue", 200_000)];
  world.app.passRealTime({ hours: 1 });
  return { world, checkIns, sales, lineId: nth(month?.statement.lines ?? [], 0).id };
}

it.each(table)("%s asks the database as often as is written down", async (_operation, trips, call) => {
  const all = await given();
  for (const memberId of [rep, "chenhao"]) await all.world.app.tokenOf(memberId);
  const cold = await roundTripsOf(() => call(all, 0));
  const warm = await roundTripsOf(() => call(all, 1));
  const found = { cold: cold.length, warm: warm.length };
  const isAsWritten = found.cold === trips.cold && found.warm === trips.warm;
  // Where a number differs, what was sent says why.
  expect({ ...found, sent: isAsWritten ? null : { cold, warm } }).toEqual({ ...trips, sent: null });
});

import { ProcessCaches } from "../../../../server/lib/perProcess";
import {
  confirm,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { roundTripsOf } from "../../../support/roundTrips";
import { lookAt, stored } from "../../../support/testDatabase";
import { StatementModel } from "../../../../server/features/statements/statementModel";

/*
 * A process that books into a month again does not read all of its facts again, while nobody else has written it meanwhile.
 */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const { manager } = team;
  const [rep] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  return { team, manager, rep, customer };
});

let company: Company;
let team: Team;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, manager, rep, customer } = await start());
});

/** What the next requests find kept is another process's. */
function inProcess(caches: ProcessCaches): void {
  Object.assign(company.app.deps, { caches });
}

/** Confirms one more sale of 小王. @returns whether the facts of the month were read for it */
async function confirmReads(amountFen: number): Promise<boolean> {
  const sale = await givenSale(company, { rep, customer, amountFen });
  const sent = await roundTripsOf(() => confirm(company, sale, manager));
  return sent.includes("find credits");
}

const doneFen = async () =>
  (await stored("memberSummaries", { _id: `${team.unitId}:${rep.memberId}:2026-03` })).map(
    ({ sums }) => sums as object,
  );

it("reads the facts of a month once", async () => {
  expect(await confirmReads(10_000_000)).toBe(true);
  expect(await confirmReads(20_000_000)).toBe(false);
  expect(await confirmReads(30_000_000)).toBe(false);
  expect(await doneFen()).toMatchObject([{ "sales.confirmed": 60_000_000, "sales.orders": 3 }]);
  await company.workAll();
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
  await company.workAll();
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("reads them again where the database was put back to another state of the same revision", async () => {
  await confirmReads(10_000_000);
  const pricedAt = new Date("2026-03-20T09:00:00+08:00");
  await lookAt(() => StatementModel.updateOne({ _id: `${rep.memberId}:2026-03` }, { $set: { pricedAt } }));
  expect(await confirmReads(20_000_000)).toBe(true);
});

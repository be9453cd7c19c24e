import { randomUUID } from "node:crypto";
import { type Company, givenCustomer, givenMember, givenTeam, type Person, prepare } from "../../../support/given";
import { roundTripsOf } from "../../../support/roundTrips";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const { reps: elsewhere } = await givenTeam(company, { reps: [{}] });
  const [rep, colleague] = reps;
  const [other] = elsewhere;
  const clients = [
    await givenCustomer(company, { owner: rep }),
    await givenCustomer(company, { owner: rep }),
    await givenCustomer(company, { owner: rep }),
  ].map(({ customerId }) => customerId);
  const theirs = (await givenCustomer(company, { owner: colleague })).customerId;
  const foreign = (await givenCustomer(company, { owner: other })).customerId;
  return { unitId, manager, rep, colleague, other, clients, theirs, foreign };
});

let company: Company;
let unitId: string;
let manager: Person;
let rep: Person;
let colleague: Person;
let other: Person;
let clients: string[];
let theirs: string;
let foreign: string;
beforeEach(async () => {
  const given = await start({ now: "2026-03-26T09:00:00+08:00" });
  ({ company, unitId, manager, rep, colleague, other, clients, theirs, foreign } = given);
});

const give = (customerIds: string[], to: Person, { by = manager, commandId = randomUUID() } = {}) => {
  const body = { commandId, customerIds, ownerId: to.memberId, reason: "离职交接" };
  return company.as(by).call("customers.giveMany", undefined, body);
};
const whatBecame = async (customerIds: string[], to: Person) =>
  (await give(customerIds, to)).items.map(({ is, from }) => [is, from]);
const ownersOf = async (customerId: string, by = company.hr) =>
  (await company.as(by).call("customers.read", { customerId })).customer.owners.map(({ memberId, from }) => [
    memberId,
    from,
  ]);

describe("clients that are given to a colleague at once", () => {
  it("are theirs from tomorrow on, each of them", async () => {
    expect(await whatBecame(clients, colleague)).toEqual(clients.map(() => ["given", "2026-03-27"]));
    for (const id of clients) expect((await ownersOf(id)).at(-1)).toEqual([colleague.memberId, "2026-03-27"]);
  });

  it("are told of in one message to whoever gets them, and one to whoever gives them up", async () => {
    await give(clients, colleague);
    await company.workAll();
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    expect(company.toldTo(colleague)).toEqual([
      expect.stringMatching(/换了一批客户的负责人：从3月27日起有 3 个客户交给你/),
    ]);
    expect(company.toldTo(rep)).toEqual([expect.stringMatching(/有 3 个不再归你/)]);
  });

  it("stay as they are where they are theirs already", async () => {
    expect(await whatBecame([theirs, ...clients.slice(0, 1)], colleague)).toEqual([
      ["same", null],
      ["given", "2026-03-27"],
    ]);
  });

  it("stay as they are where another day has been arranged", async () => {
    const owners = [{ memberId: colleague.memberId, share: "1" }];
    const later = { commandId: randomUUID(), revision: 1, from: "2026-04-15", owners, coServedByIds: [], reason: null };
    const [first = ""] = clients;
    await company.as(manager).call("customers.assign", { customerId: first }, later);
    const third = await givenMember(company, { unitId });
    expect(await whatBecame([first], third)).toEqual([["arranged", null]]);
  });

  it("say nothing of those of other teams, nor of some that are not there", async () => {
    expect(await whatBecame([foreign, "not-there"], colleague)).toEqual([
      ["refused", null],
      ["refused", null],
    ]);
    expect(await ownersOf(foreign)).toHaveLength(1);
  });

  it("go to nobody of another team, by whoever leads this one", async () => {
    expect(await whatBecame(clients.slice(0, 1), other)).toEqual([["refused", null]]);
  });

  it("are given once where the same tap arrives twice", async () => {
    const commandId = randomUUID();
    const first = await give(clients, colleague, { commandId });
    expect(await give(clients, colleague, { commandId })).toEqual(first);
    expect(await stored("auditEntries", { action: "customers.assign" })).toHaveLength(clients.length);
  });

  it("may go to those whom their leader leads, without the leader", async () => {
    const { people } = await company.as(manager).call("customers.takers", undefined, { customerIds: clients });
    expect(people.map(({ memberId }) => memberId).sort()).toEqual([rep.memberId, colleague.memberId].sort());
  });

  it("cost no more questions for many than for one", async () => {
    const one = await roundTripsOf(() => give(clients.slice(0, 1), colleague));
    const two = await roundTripsOf(() => give(clients.slice(1), colleague));
    expect(two.length).toBeLessThanOrEqual(one.length);
  });
});

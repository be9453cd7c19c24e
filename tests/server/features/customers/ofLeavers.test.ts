import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import { type Company, type Customer, givenCustomer, givenTeam, type Person, prepare } from "../../../support/given";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [leaver, next] = reps;
  const other = await givenTeam(company, { reps: [{}] });
  const customer = await givenCustomer(company, { owner: leaver });
  return { manager, leaver, next, other: other.manager, customer };
});

let company: Company;
let manager: Person;
let leaver: Person;
let next: Person;
let other: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, leaver, next, other, customer } = await start());
});

const readOn = async (at: string): Promise<void> => {
  const { app } = company;
  app.clock.set(at);
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
  app.passRealTime({ seconds: 6 });
};
const leaves = async (): Promise<void> => {
  company.app.wecom.putMember({ userid: leaver.memberId, status: 5 });
  await readOn("2026-03-27T03:00:00+08:00");
  company.app.clock.set("2026-03-27T09:00:00+08:00");
};
const read = (by: Person) => company.as(by).call("customers.read", { customerId: customer.customerId });
const find = async (by: Person) => {
  const { items } = await company.as(by).call("customers.find", { words: customer.name });
  return items.map(({ customerId }) => customerId);
};
const give = (by: Person, from: string, to = next) => {
  const owners = [{ memberId: to.memberId, share: "1" }];
  const body = { commandId: randomUUID(), revision: 1, from, owners, coServedByIds: [], reason: "离职交接" };
  return company.as(by).call("customers.assign", { customerId: customer.customerId }, body);
};

describe("the client of somebody who has left", () => {
  beforeEach(leaves);

  it("is found and read by who led them last, with the name of its owner", async () => {
    expect(await find(manager)).toEqual([customer.customerId]);
    expect((await read(manager)).people).toEqual([{ memberId: leaver.memberId, name: leaver.name, hasLeft: true }]);
  });

  it("is read by administrators, and not by the leader of another team", async () => {
    expect((await read(company.hr)).giving?.people).toContainEqual({ memberId: next.memberId, name: next.name });
    await expect(read(other)).rejects.toMatchObject({ code: "right.missing" });
    expect(await find(other)).toEqual([]);
  });

  it("is given to somebody of the team from today on", async () => {
    const { giving } = await read(manager);
    expect(giving).toMatchObject({
      from: "2026-03-27",
      people: [{ memberId: next.memberId, name: next.name }],
    });
    await give(manager, "2026-03-27");
    const mine = await company.as(next).call("customers.mine", {});
    expect(mine.items.map(({ customerId }) => customerId)).toEqual([customer.customerId]);
  });

  it("is not given to a leader's own gain", async () => {
    await expect(give(manager, "2026-03-27", manager)).rejects.toMatchObject({ code: "right.missing" });
  });
});

it("offers a client whose owner is here from tomorrow on, to others", async () => {
  expect((await read(manager)).giving).toMatchObject({
    from: "2026-03-27",
    people: [{ memberId: next.memberId }],
  });
  expect((await read(leaver)).giving).toBeUndefined();
});

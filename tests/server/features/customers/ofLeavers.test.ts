import { randomUUID } from "node:crypto";
import { approversOf } from "../../../../server/features/approvals";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import { noticeReads, remindClientsLeft } from "../../../../server/features/notices";
import { syncDirectory } from "../../../../server/features/members";
import { type Company, type Customer, givenCustomer, givenTeam, type Person, prepare } from "../../../support/given";
import { lookAt, putStored, stored } from "../../../support/testDatabase";

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
const waits = async () =>
  (await company.as(manager).call("todos.mine")).items.flatMap(({ kind, about }) =>
    kind === "clientsLeft" ? [about] : [],
  );
const give = (by: Person, from: string, to = next, customerId = customer.customerId) => {
  const owners = [{ memberId: to.memberId, share: "1" }];
  const body = { commandId: randomUUID(), revision: 1, from, owners, coServedByIds: [], reason: "离职交接" };
  return company.as(by).call("customers.assign", { customerId }, body);
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

  it("is listed as nobody's, however many others the leaver served beside somebody", async () => {
    const [one] = await stored("customers", { _id: customer.customerId });
    const owners = [{ memberId: next.memberId, share: "1", from: "2026-01-01", to: null }];
    const served = { ...one, owners, coServedByIds: [leaver.memberId], servedByIds: [leaver.memberId, next.memberId] };
    await putStored(
      "customers",
      Array.from({ length: 501 }, (_, n) => ({ ...served, _id: `A${n}` })),
    );
    expect(await waits()).toEqual([customer.shortName]);
  });

  it("is no more to be given once somebody has it from a later day", async () => {
    expect(await waits()).toEqual([customer.shortName]);
    await give(manager, "2026-04-01");
    expect(await waits()).toEqual([]);
  });

  it("is done with in the message that told of it once the last one of it is given", async () => {
    const { customerId: otherId } = await givenCustomer(company, { owner: next });
    await lookAt(() =>
      CustomerModel.updateOne(
        { _id: otherId },
        { "owners.0.memberId": leaver.memberId, servedByIds: [leaver.memberId] },
      ),
    );
    const { app } = company;
    app.clock.advance({ minutes: 5 });
    await remindClientsLeft({ at: app.clock.now(), runId: "morning" }, noticeReads(app.deps, approversOf), app.deps);
    await company.workAll();
    const isDone = async () => {
      const { items } = await company.as(manager).call("notices.list", {});
      return items.flatMap(({ kind, handled = false }) => (kind === "clients_left" ? [handled] : []));
    };
    await give(manager, "2026-03-27");
    await company.workAll();
    expect(await isDone()).toEqual([false]);
    await give(manager, "2026-03-27", next, otherId);
    await company.workAll();
    expect(await isDone()).toEqual([true]);
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

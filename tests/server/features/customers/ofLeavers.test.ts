import { randomUUID } from "node:crypto";
import { approversOf } from "../../../../server/features/approvals";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import { noticeReads, remindClientsLeft } from "../../../../server/features/notices";
import { syncDirectory } from "../../../../server/features/members";
import { type Company, type Customer, givenCustomer, givenTeam, type Person, prepare } from "../../../support/given";
import { roundTripsOf } from "../../../support/roundTrips";
import { lookAt, putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}, {}] });
  const [leaver, next, alsoLeft] = reps;
  const other = await givenTeam(company, { reps: [{}] });
  const customer = await givenCustomer(company, { owner: leaver });
  return { manager, leaver, next, alsoLeft, other: other.manager, customer };
});

let company: Company;
let manager: Person;
let leaver: Person;
let next: Person;
let alsoLeft: Person;
let other: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, leaver, next, alsoLeft, other, customer } = await start());
});

const readOn = async (at: string): Promise<void> => {
  const { app } = company;
  app.clock.set(at);
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
  app.passRealTime({ seconds: 6 });
};
const leaves = async (): Promise<void> => {
  for (const { memberId } of [leaver, alsoLeft]) company.app.wecom.putMember({ userid: memberId, status: 5 });
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
      Array.from({ length: 501 }, (_, n) => ({ ...served, _id: `A${n}`, sortKey: `a:A${n}` })),
    );
    const asked = await roundTripsOf(async () => expect(await waits()).toEqual([customer.shortName]));
    // For all leavers together.
    const ofServed = asked.filter((sent) => /^(find|getMore) customers/.test(sent) || sent === "getMore");
    expect(ofServed).toEqual(["find customers", "getMore"]);
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

describe("whoever gets a client", () => {
  it("hears of it with the day and whose it was, also where the owner has left", async () => {
    await leaves();
    await give(manager, "2026-03-27");
    await company.workAll();
    expect(company.toldTo(next)).toEqual([
      `${manager.name}把客户交给你：从3月27日起你负责，原来是${leaver.name}。这以后签的单算你的，以前的单和拜访还算原来的人。`,
    ]);
  });

  it("opens it before the day comes", async () => {
    await expect(read(next)).rejects.toMatchObject({ code: "right.missing" });
    await give(manager, "2026-03-27");
    expect((await read(next)).customer.customerId).toBe(customer.customerId);
  });

  it("stands in its history, with the day", async () => {
    await give(manager, "2026-03-27");
    const { items } = await company.as(manager).call("customers.timeline", { customerId: customer.customerId });
    expect(items.flatMap(({ given }) => given ?? [])).toEqual([{ names: [next.name], from: "2026-03-27" }]);
  });
});

it("tells whoever a client is taken from, who is still here", async () => {
  await give(manager, "2026-03-27");
  await company.workAll();
  expect(company.toldTo(leaver)).toEqual([
    `${manager.name}安排从3月27日起由${next.name}负责。这以前签的单和拜访还算你的；不对的话，请问${manager.name}。`,
  ]);
});

it("leaves a client with its owner where giving it is taken back before its day, and tells both", async () => {
  await give(manager, "2026-03-27");
  const { customer: seen, giving } = await read(manager);
  expect(giving?.people).toContainEqual({ memberId: leaver.memberId, name: leaver.name });
  const owners = [{ memberId: leaver.memberId, share: "1" }];
  const body = { commandId: randomUUID(), revision: seen.revision, from: "2026-03-27", owners, coServedByIds: [] };
  await company
    .as(manager)
    .call("customers.assign", { customerId: customer.customerId }, { ...body, reason: "选错了人" });
  await company.workAll();
  expect(company.toldTo(leaver).at(-1)).toBe(`${manager.name}改了安排：从3月27日起仍由你负责。`);
  expect(company.toldTo(next)).toEqual([]);
});

const assign = async (...owners: { memberId: string; share: string }[]) => {
  const { revision } = (await read(manager)).customer;
  const body = { commandId: randomUUID(), revision, from: "2026-03-27", owners, coServedByIds: [], reason: null };
  await company.as(manager).call("customers.assign", { customerId: customer.customerId }, body);
};

it("tells whoever was to get it, and has read so, that they do not after all", async () => {
  await give(manager, "2026-03-27");
  await company.workAll();
  await assign({ memberId: leaver.memberId, share: "1" });
  await company.workAll();
  expect(company.toldTo(next).at(-1)).toMatch(new RegExp(`从3月27日起由${leaver.name}负责`));
});

it("says nothing of an arrangement that was another by the time it is read", async () => {
  await give(manager, "2026-03-27");
  await assign({ memberId: leaver.memberId, share: "0.6" }, { memberId: next.memberId, share: "0.4" });
  await company.workAll();
  expect(company.toldTo(leaver)).toEqual([
    `${manager.name}改了安排：从3月27日起你和${next.name}一起负责，这以后签的单 60% 算你的。`,
  ]);
});

it("tells each of two who get it which part of what is signed is theirs", async () => {
  await assign({ memberId: leaver.memberId, share: "0.6" }, { memberId: next.memberId, share: "0.4" });
  await company.workAll();
  expect(company.toldTo(next)).toEqual([
    `${manager.name}把客户交给你：从3月27日起你负责，原来是${leaver.name}。这以后签的单 40% 算你的，以前的单和拜访还算原来的人。`,
  ]);
});

it("offers a client whose owner is here from tomorrow on, to others", async () => {
  expect((await read(manager)).giving).toMatchObject({
    from: "2026-03-27",
    people: [{ memberId: next.memberId }, { memberId: alsoLeft.memberId }],
  });
  expect((await read(leaver)).giving).toBeUndefined();
});

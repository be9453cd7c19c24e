import { randomUUID } from "node:crypto";
import type { BodyOf, VisitView } from "@shared/contracts";
import { type Company, type Customer, givenCheckIn, type Person, visitBody } from "../../../support/given";
import { givenReviewed } from "../reviews/givenReviewed";

const { at } = givenReviewed();
let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(() => {
  ({ company, rep, colleague, customer } = at);
});

const add = (name: string, contactId = `p-${randomUUID()}`, by = rep, commandId = randomUUID()) =>
  company.as(by).call("customers.addContact", { customerId: customer.customerId }, { commandId, contactId, name });
const contacts = async () =>
  (await company.as(rep).call("customers.read", { customerId: customer.customerId })).customer.contacts ?? [];
async function record(more: Partial<BodyOf<"visits.record">>): Promise<VisitView> {
  const checkIn = await givenCheckIn(company, { rep, customer });
  return (await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn, more))).visit;
}
const read = async ({ visitId }: VisitView) => (await company.as(rep).call("visits.read", { visitId })).visit;

describe("a contact that is added by name", () => {
  it("is there beside those who were, and on the phone's list with its id", async () => {
    await add("张主任", "p-1");
    await add("李护士长", "p-2");
    expect((await contacts()).map(({ contactId, name }) => [contactId, name])).toEqual([
      ["p-1", "张主任"],
      ["p-2", "李护士长"],
    ]);
    const { items } = await company.as(rep).call("customers.mine", {});
    expect(items[0]).toMatchObject({
      contactNames: ["张主任", "李护士长"],
      contacts: [{ contactId: "p-1" }, { contactId: "p-2" }],
    });
  });

  it("is added once, however often the tap arrives and whoever taps", async () => {
    const commandId = randomUUID();
    const tap = () => add("张主任", "p-1", rep, commandId);
    const [first, again] = await Promise.all([tap(), tap()]);
    expect(again).toEqual(first);
    await add("张主任", "p-9");
    expect((await contacts()).map(({ contactId }) => contactId)).toEqual(["p-1"]);
  });

  it("stands in the client's history", async () => {
    await add("张主任");
    const { items } = await company.as(rep).call("customers.timeline", { customerId: customer.customerId });
    expect(items).toContainEqual(expect.objectContaining({ action: "customers.addContact", changed: ["contacts"] }));
  });

  it("is refused for another's client, and where there are twenty", async () => {
    await expect(add("张主任", "p-1", colleague)).rejects.toMatchObject({ code: "right.missing" });
    for (let n = 0; n < 20; n += 1) await add(`医生${n}`);
    await expect(add("张主任")).rejects.toMatchObject({ code: "input.invalid" });
    expect(await contacts()).toHaveLength(20);
  });
});

describe("whom a record names", () => {
  beforeEach(() => add("张主任", "p-1"));
  const zhang = { contactId: "p-1", name: "张主任" };

  it("is kept with the contact's id", async () => {
    expect((await read(await record({ peopleMet: "张主任、李护士长", met: [zhang] }))).met).toEqual([zhang]);
  });

  it("is kept by name alone where the client has no such contact", async () => {
    const visit = await record({ peopleMet: "张主任、李护士长", met: [zhang, { contactId: "p-7", name: "李护士长" }] });
    expect((await read(visit)).met).toEqual([zhang]);
  });

  it("keeps the name that the contact had, also once the client has it no more", async () => {
    const visit = await record({ peopleMet: "张主任", met: [zhang] });
    const { customer: now } = await company.as(rep).call("customers.read", { customerId: customer.customerId });
    const { name, shortName, industry, grade, stage, revision } = now;
    const emptied = { commandId: randomUUID(), revision, name, shortName, industry, grade, stage, contacts: [] };
    await company.as(rep).call("customers.edit", { customerId: customer.customerId }, emptied);
    const corrected = {
      ...{ commandId: randomUUID(), version: 1, purpose: "followUp" as const, record: "交期提前" },
      ...{ peopleMet: "张主任", met: [zhang], nextStep: { text: "送样", on: "2026-04-02" } },
    };
    await company.as(rep).call("visits.correct", { visitId: visit.visitId }, corrected);
    expect(await read(visit)).toMatchObject({ version: 2, met: [zhang] });
  });

  it("goes from the list where a correction names them no more", async () => {
    const visit = await record({ peopleMet: "张主任", met: [zhang] });
    const corrected = {
      ...{ commandId: randomUUID(), version: 1, purpose: "followUp" as const, record: "确认了交期" },
      ...{ peopleMet: "李护士长", nextStep: { text: "送样", on: "2026-04-02" } },
    };
    await company.as(rep).call("visits.correct", { visitId: visit.visitId }, corrected);
    expect((await read(visit)).met).toBeUndefined();
  });

  it("is read as words where a record of before says no more", async () => {
    const visit = await read(await record({ peopleMet: "张主任" }));
    expect([visit.peopleMet, visit.met]).toEqual(["张主任", undefined]);
  });
});

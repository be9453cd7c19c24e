import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { addApiKey } from "../../../../server/features/apiKeys";
import { jobActor } from "@shared/domain/actor";
import { givenCustomer, givenTeam, prepare, type Company, type Customer, type Person } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const code = "9144030071526726XG";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const { reps: others } = await givenTeam(company, { reps: [{}] });
  const [rep, colleague] = reps;
  const customer = await givenCustomer(company, { owner: rep, externalId: { system: "crm", id: "EXT-1" } });
  const other = await givenCustomer(company, { owner: colleague });
  return { manager, rep, colleague, stranger: others[0], customer, other };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let stranger: Person;
let customer: Customer;
let other: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, stranger, customer, other } = await start());
});

const read = async (by: Person, { customerId }: Customer) =>
  (await company.as(by).call("customers.read", { customerId })).customer;
async function edit(by: Person, of: Customer, more: Partial<BodyOf<"customers.edit">>) {
  const { name, shortName, industry, grade, stage, revision } = await read(by, of);
  const body = { commandId: randomUUID(), revision, name, shortName, industry, grade, stage, ...more };
  return company.as(by).call("customers.edit", { customerId: of.customerId }, body);
}
/** Whom another system's import of this number finds. */
async function importsAs(system: string, id: string): Promise<string> {
  const { deps } = company.app;
  const name = `crm-${randomUUID().slice(0, 8)}`;
  const scopes = ["customers.write" as const];
  const token = await addApiKey(deps, { actor: jobActor("api-key"), commandId: randomUUID(), name, scopes });
  const body = {
    ...{ commandId: randomUUID(), customerId: randomUUID(), externalId: { system, id }, name: "新来的", stage: "签单" },
    ...{ shortName: "新来的", industry: null, grade: "C", ownedFrom: "2026-03-26", coServedByIds: [], sites: [] },
    owners: [{ memberId: rep.memberId, share: "1" }],
  };
  const answer = await company.app.api.send("customers.create", {
    body,
    headers: { authorization: `Bearer ${token}` },
  });
  return (answer.body as { customerId: string }).customerId;
}

describe("what other systems call a client", () => {
  it("is changed by its leader, and an import goes by it", async () => {
    await edit(manager, customer, { externalIds: [{ system: "erp", id: "1001" }] });
    expect((await read(rep, customer)).externalIds).toEqual([{ system: "erp", id: "1001" }]);
    expect(await importsAs("erp", "1001")).toBe(customer.customerId);
    expect(await importsAs("crm", "EXT-1")).not.toBe(customer.customerId);
  });

  it("finds the client by the new number, and by the old one no more", async () => {
    await edit(manager, customer, { externalIds: [{ system: "erp", id: "1001-A" }] });
    const found = async (words: string) => (await company.as(manager).call("customers.find", { words })).items.length;
    expect([await found("1001-A"), await found("EXT-1")]).toEqual([1, 0]);
  });

  it("is not a rep's to change, who could draw another's import to an own client by it", async () => {
    const edited = edit(rep, customer, { externalIds: [{ system: "crm", id: "EXT-2" }] });
    await expect(edited).rejects.toMatchObject({ code: "right.missing" });
    await edit(rep, customer, { externalIds: [{ system: "crm", id: "EXT-1" }], stage: "签单" });
    expect(await read(rep, customer)).toMatchObject({ stage: "签单", externalIds: [{ system: "crm", id: "EXT-1" }] });
  });

  it("belongs to one client: another's is refused, and nothing changes", async () => {
    const before = await stored("customers");
    const edited = edit(manager, other, { externalIds: [{ system: "crm", id: "EXT-1" }] });
    await expect(edited).rejects.toMatchObject({ code: "customer.numberTaken" });
    expect(await stored("customers")).toEqual(before);
  });

  it("stays as it is where nothing is said of it", async () => {
    await edit(rep, customer, { stage: "签单" });
    expect((await read(rep, customer)).externalIds).toEqual([{ system: "crm", id: "EXT-1" }]);
  });

  it("is one client's, where two leaders give it to two at the same moment", async () => {
    const externalIds = [{ system: "erp", id: "7" }];
    const results = await Promise.allSettled([
      edit(manager, customer, { externalIds }),
      edit(company.hr, other, { externalIds }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("goes back with a client whose merge is undone, also where it was taken off and put on meanwhile", async () => {
    const body = { commandId: randomUUID(), otherId: customer.customerId, revision: 1, otherRevision: 1, reason: null };
    await company.as(manager).call("customers.merge", { customerId: other.customerId }, body);
    await edit(manager, other, { externalIds: [] });
    await edit(manager, other, { externalIds: [{ system: "crm", id: "EXT-1" }] });
    const { revision } = await read(manager, other);
    const undone = { commandId: randomUUID(), otherId: customer.customerId, revision };
    await company.as(manager).call("customers.undoMerge", { customerId: other.customerId }, undone);
    expect((await read(manager, other)).externalIds).toEqual([]);
    expect(await importsAs("crm", "EXT-1")).toBe(customer.customerId);
  });
});

describe("a credit code", () => {
  it("is kept in one form, however it is typed", async () => {
    await edit(rep, customer, { creditCode: "9144 0300 7152 6726 xg" });
    expect((await read(rep, customer)).creditCode).toBe(code);
  });

  it("that is none is refused with its field named, and nothing changes", async () => {
    const before = await stored("customers");
    await expect(edit(rep, customer, { creditCode: "9144030071526726XH" })).rejects.toMatchObject({
      code: "input.invalid",
      problem: { fields: [{ field: "creditCode", code: "creditCode.invalid" }] },
    });
    expect(await stored("customers")).toEqual(before);
  });

  it("stays where nothing is said of it, and goes where it is emptied", async () => {
    await edit(rep, customer, { creditCode: code });
    await edit(rep, customer, { stage: "签单" });
    expect((await read(rep, customer)).creditCode).toBe(code);
    await edit(rep, customer, { creditCode: null });
    expect((await read(rep, customer)).creditCode).toBeNull();
  });

  it("tells who adds a client of another name that it may be known", async () => {
    await edit(rep, customer, { creditCode: code });
    const asked = { name: "全新公司", shortName: "全新", phones: [], creditCode: code.toLowerCase() };
    const { items } = await company.as(stranger).call("customers.similar", undefined, asked);
    expect(items).toMatchObject([{ customerId: customer.customerId, sameBy: ["creditCode"], mayOpen: false }]);
    const adding = givenCustomer(company, { owner: stranger, by: stranger, name: "全新公司", creditCode: code });
    await expect(adding).rejects.toMatchObject({ code: "customer.maybeKnown" });
  });

  it("finds its client for a leader", async () => {
    await edit(rep, customer, { creditCode: code });
    const { items } = await company.as(manager).call("customers.find", { words: "91440300715" });
    expect(items.map(({ customerId }) => customerId)).toEqual([customer.customerId]);
  });

  it("comes along with a client that becomes another, and goes back with it", async () => {
    await edit(colleague, other, { creditCode: code });
    const body = { commandId: randomUUID(), otherId: other.customerId, revision: 1, otherRevision: 2, reason: null };
    await company.as(manager).call("customers.merge", { customerId: customer.customerId }, body);
    const { creditCode, revision } = await read(manager, customer);
    expect(creditCode).toBe(code);
    const undone = { commandId: randomUUID(), otherId: other.customerId, revision };
    await company.as(manager).call("customers.undoMerge", { customerId: customer.customerId }, undone);
    expect([(await read(manager, customer)).creditCode, (await read(manager, other)).creditCode]).toEqual([null, code]);
  });
});

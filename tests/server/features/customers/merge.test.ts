import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { jobActor } from "@shared/domain/actor";
import { auditInsert } from "../../../../server/audit";
import { eraseContacts, ownersOfTheDay } from "../../../../server/features/customers";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import {
  checkInBody,
  confirm,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenMember,
  givenSale,
  givenTeam,
  givenVisit,
  prepare,
  saleBody,
  withoutPin,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

/** Two reps of a team, each with a client that is the same one in truth; a stranger leads another team. */
const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const { manager: stranger, reps: others } = await givenTeam(company, { reps: [{}] });
  const [rep, colleague] = reps;
  for (const person of reps) await givenConsent(company, person);
  const kept = await givenCustomer(company, { owner: rep, name: "海岳机械有限公司", shortName: "海岳机械" });
  const other = await givenCustomer(company, {
    owner: colleague,
    name: "广州海岳机械厂",
    shortName: "海岳厂",
    externalId: { system: "crm", id: "EXT-7" },
  });
  return { manager, stranger, outsider: others[0], rep, colleague, kept, other };
});

let company: Company;
let manager: Person;
let stranger: Person;
let outsider: Person;
let rep: Person;
let colleague: Person;
let kept: Customer;
let other: Customer;
beforeEach(async () => {
  ({ company, manager, stranger, outsider, rep, colleague, kept, other } = await start());
});

const read = async (by: Person, customerId: string) => company.as(by).call("customers.read", { customerId });
const revisionOf = async (customerId: string): Promise<number> =>
  (await stored("customers", { _id: customerId })).map(({ revision }) => Number(revision))[0] ?? 0;
const bodyOf = async (
  into = kept,
  from = other,
  more: Partial<BodyOf<"customers.merge">> = {},
): Promise<BodyOf<"customers.merge">> => ({
  commandId: randomUUID(),
  otherId: from.customerId,
  revision: await revisionOf(into.customerId),
  otherRevision: await revisionOf(from.customerId),
  reason: "同一家",
  ...more,
});
const merge = async (by = manager, into = kept, from = other) =>
  company.as(by).call("customers.merge", { customerId: into.customerId }, await bodyOf(into, from));
const undo = async (by = manager, into = kept, from = other) =>
  company
    .as(by)
    .call(
      "customers.undoMerge",
      { customerId: into.customerId },
      { commandId: randomUUID(), otherId: from.customerId, revision: await revisionOf(into.customerId) },
    );
/** A client of the colleague's at the very place of the rep's. */
async function givenTwin(): Promise<Customer> {
  const twin = await givenCustomer(company, { owner: colleague });
  const site = { name: "门口", address: "科学大道", pin: kept.site.pin, radiusM: 200 };
  const body = { commandId: randomUUID(), revision: 1, ...site };
  await company.as(company.hr).call("sites.edit", { customerId: twin.customerId, siteId: "s1" }, body);
  return twin;
}
/** The same, written as the rep's place is, which has no pin of its own. */
async function givenTwinWithPin(): Promise<Customer> {
  const twin = await givenCustomer(company, { owner: colleague });
  await withoutPin(company, kept);
  const [place] = (await read(rep, kept.customerId)).customer.sites;
  const site = { name: "门口", address: place?.address ?? "", pin: twin.site.pin, radiusM: 200 };
  const body = { commandId: randomUUID(), revision: 1, ...site };
  await company.as(company.hr).call("sites.edit", { customerId: twin.customerId, siteId: "s1" }, body);
  return twin;
}
const propose = async (by: Person, { customerId }: Customer, siteId = "s1") => {
  const body = { commandId: randomUUID(), pin: { latDeg: 23.2, lngDeg: 113.4 }, accuracyM: 10, note: "搬了" };
  return company.as(by).call("pins.propose", { customerId, siteId }, body);
};
const mine = async (person: Person) =>
  (await company.as(person).call("customers.mine", {})).items.map(({ customerId }) => customerId);
const timeline = async (by: Person, customerId: string) =>
  (await company.as(by).call("customers.timeline", { customerId }, undefined)).items;
const doneFen = async (person: Person) => (await company.as(person).call("today.read")).mine?.doneFen ?? 0;
const people = (names: string[]) =>
  names.map((name, n) => ({ contactId: `p${n + 1}`, name, role: null, phone: `138 0013 80${10 + n}`, needs: null }));
async function givenPeople(customer: Customer, by: Person, names: string[]) {
  const { customer: now } = await read(by, customer.customerId);
  const { name, shortName, industry, grade, stage, revision } = now;
  const body = { commandId: randomUUID(), revision, name, shortName, industry, grade, stage, contacts: people(names) };
  await company.as(by).call("customers.edit", { customerId: customer.customerId }, body);
}
const contactNames = async (by: Person, customerId: string) =>
  (await read(by, customerId)).customer.contacts?.map(({ name }) => name);

describe("two clients that are one", () => {
  it("open as the one that stays, by either id", async () => {
    await merge();
    expect((await read(manager, other.customerId)).customer).toMatchObject({
      customerId: kept.customerId,
      shortName: "海岳机械",
      externalIds: [{ system: "crm", id: "EXT-7" }],
      merged: [{ customerId: other.customerId, name: "海岳厂", on: "2026-03-26", byName: manager.name }],
    });
  });

  it("stand in each rep's list once, both reps'", async () => {
    await merge();
    expect(await mine(rep)).toEqual([kept.customerId]);
    expect(await mine(colleague)).toEqual([kept.customerId]);
  });

  it("have the places and people of both, and nobody twice", async () => {
    await givenPeople(kept, rep, ["张主任", "李工"]);
    await givenPeople(other, colleague, ["张主任", "李工", "王总"]);
    await merge();
    const { customer } = await read(rep, kept.customerId);
    expect(customer.sites.map(({ siteId, address }) => [siteId, address])).toEqual([
      ["s1", expect.stringContaining("号")],
      ["s1-2", expect.stringContaining("号")],
    ]);
    expect(customer.contacts?.map(({ name }) => name)).toEqual(["张主任", "李工", "王总"]);
  });

  it("are found once, also by a phone at the one that is gone", async () => {
    await givenPeople(other, colleague, ["张主任"]);
    await merge();
    const found = async (words: string) =>
      (await company.as(manager).call("customers.find", { words })).items.map(({ customerId }) => customerId);
    expect(await found("海岳")).toEqual([kept.customerId]);
    expect(await found("8010")).toEqual([kept.customerId]);
    expect(await found("EXT-7")).toEqual([kept.customerId]);
  });

  it("have one history, with what was recorded under either", async () => {
    await givenVisit(company, { rep, customer: kept });
    await givenVisit(company, { rep: colleague, customer: other });
    company.app.clock.advance({ minutes: 1 });
    await givenSale(company, { rep: colleague, customer: other });
    company.app.clock.advance({ minutes: 1 });
    await merge();
    const kinds = (await timeline(rep, kept.customerId)).map(({ kind, byName, action }) => [kind, action ?? byName]);
    expect(kinds).toEqual([
      ["edit", "customers.merge"],
      ["sale", colleague.name],
      ["visit", colleague.name],
      ["visit", rep.name],
    ]);
  });

  it("say of what was done to the other one that it was done to that", async () => {
    for (const [by, { customerId }] of [
      [rep, kept],
      [colleague, other],
    ] as const) {
      const { customer } = await read(by, customerId);
      const { name, shortName, industry, stage, revision } = customer;
      const body = { commandId: randomUUID(), revision, name, shortName, industry, stage, grade: "C" as const };
      await company.as(by).call("customers.edit", { customerId }, body);
      company.app.clock.advance({ minutes: 1 });
    }
    await merge();
    const edits = (await timeline(rep, kept.customerId)).filter(({ action }) => action === "customers.edit");
    expect(edits.map(({ byName, text }) => [byName, text])).toEqual([
      [colleague.name, other.shortName],
      [rep.name, null],
    ]);
  });

  it("have the surer pin of both where a place of theirs is one", async () => {
    const twin = await givenTwinWithPin();
    await merge(manager, kept, twin);
    expect((await read(rep, kept.customerId)).customer.sites).toMatchObject([
      { siteId: "s1", ...twin.site.pin, pinStatus: "confirmed" },
    ]);
    expect((await givenCheckIn(company, { rep, customer: { ...kept, site: twin.site } })).verdict).toBe("inside");
  });

  it("show the pin that waits for a place, whichever of them it was proposed of", async () => {
    await propose(colleague, other);
    await merge();
    const { customer } = await read(rep, kept.customerId);
    expect(customer.sites[1]).toMatchObject({ siteId: "s1-2", proposed: { byName: colleague.name } });
  });

  it("have one pin that waits for a place, the last one that was proposed", async () => {
    await propose(colleague, other);
    await merge();
    await propose(rep, kept, "s1-2");
    expect((await company.as(manager).call("pins.list", {})).items).toMatchObject([{ byName: rep.name }]);
  });

  it("tell whoever had proposed the one before that another has taken its place", async () => {
    await propose(colleague, other);
    await merge();
    await company.workAll();
    const before = company.toldTo(colleague).length;
    await propose(rep, kept, "s1-2");
    await company.workAll();
    expect(company.toldTo(colleague)).toHaveLength(before + 1);
  });

  it("leave no pin waiting for a place whose pin a leader has set since", async () => {
    await propose(colleague, other);
    await merge();
    const { revision } = (await read(manager, kept.customerId)).customer;
    const body = { commandId: randomUUID(), revision, name: "总部", address: "科学大道", radiusM: 200 };
    const pin = { latDeg: 23.3, lngDeg: 113.5 };
    await company.as(manager).call("sites.edit", { customerId: kept.customerId, siteId: "s1-2" }, { ...body, pin });
    expect((await company.as(manager).call("pins.list", {})).items).toEqual([]);
  });

  it("are told to whoever was to own one of them later, too", async () => {
    const next = await givenMember(company);
    const body = {
      ...{ commandId: randomUUID(), revision: 1, from: "2026-04-01", coServedByIds: [], reason: "换人" },
      owners: [{ memberId: next.memberId, share: "1" }],
    };
    await company.as(company.hr).call("customers.assign", { customerId: other.customerId }, body);
    await merge(company.hr);
    await company.workAll();
    // What they were to get is no more: they read what has become of it, and not first that it is theirs.
    expect(company.toldTo(next)).toEqual([expect.stringContaining("是同一家")]);
  });

  it("are served by nobody under the id that is gone, also where the night had found it before", async () => {
    await merge();
    const { deps } = company.app;
    await lookAt(() =>
      CustomerModel.collection.updateOne({ _id: other.customerId as never }, { $set: { nextOwnersOn: "2026-03-26" } }),
    );
    const slot = { at: deps.clock.now(), runId: "owners@1", actor: jobActor("owners-of-the-day") };
    await ownersOfTheDay(deps, slot);
    expect(await mine(rep)).toEqual([kept.customerId]);
  });

  it("are told to both reps, once", async () => {
    await merge();
    await company.workAll();
    await company.workAll();
    const words = `${manager.name}认为是同一家。以前记的都在，原来归谁还归谁；3月27日起新签的单归合并后的负责人。不对的话，7 天内请主管撤销。`;
    for (const person of [rep, colleague]) expect(company.toldTo(person)).toEqual([words]);
    expect(company.toldTo(manager)).toEqual([]);
  });

  it("are made one once, however often it is asked for", async () => {
    const body = await bodyOf();
    const send = () => company.as(manager).call("customers.merge", { customerId: kept.customerId }, body);
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await read(manager, kept.customerId)).customer.sites).toHaveLength(2);
  });

  it("become one of them where two leaders choose each another at the same moment", async () => {
    const there = bodyOf();
    const back = bodyOf(other, kept);
    const results = await Promise.allSettled([
      company.as(manager).call("customers.merge", { customerId: kept.customerId }, await there),
      company.as(company.hr).call("customers.merge", { customerId: other.customerId }, await back),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const gone = (await stored("customers")).filter(({ merged }) => merged);
    expect(gone).toHaveLength(1);
  });
});

describe("what cannot be made one", () => {
  it("are clients of people whom one does not lead", async () => {
    const theirs = await givenCustomer(company, { owner: outsider });
    for (const by of [manager, stranger, rep])
      await expect(merge(by, kept, theirs)).rejects.toMatchObject({ code: "right.missing" });
    await expect(merge(company.hr, kept, theirs)).resolves.toMatchObject({ customerId: kept.customerId });
  });

  it("is a client that the leader would own by it", async () => {
    const own = await givenCustomer(company, { owner: manager });
    await expect(merge(manager, own, other)).rejects.toMatchObject({ code: "right.missing" });
    await expect(merge(manager, kept, own)).resolves.toBeDefined();
  });

  it("is a client with itself", async () => {
    await expect(merge(manager, kept, kept)).rejects.toMatchObject({ code: "input.invalid" });
  });

  it("is one that is gone already", async () => {
    await merge();
    const third = await givenCustomer(company, { owner: rep });
    await expect(merge(manager, third, other)).rejects.toMatchObject({ code: "customer.merged" });
  });

  it("is one that was gone before today: it says what that has become", async () => {
    await merge();
    company.app.clock.advance({ hours: 24 });
    const third = await givenCustomer(company, { owner: rep });
    await expect(merge(manager, third, other)).rejects.toMatchObject({
      code: "customer.merged",
      problem: { goneName: "海岳厂", intoId: kept.customerId, intoName: "海岳机械" },
    });
  });

  it("says nothing of what one has become to whom that is not theirs", async () => {
    await merge();
    company.app.clock.advance({ hours: 24 });
    await expect(merge(stranger, kept, other)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is more than a form takes, and nothing changes", async () => {
    await givenPeople(
      kept,
      rep,
      Array.from({ length: 15 }, (_, n) => `甲${n}`),
    );
    const { name, shortName, industry, grade, stage, revision } = (await read(colleague, other.customerId)).customer;
    const contacts = Array.from({ length: 6 }, (_, n) => ({
      ...{ contactId: `q${n}`, name: `乙${n}`, role: null, phone: null, needs: null },
    }));
    const body = { commandId: randomUUID(), revision, name, shortName, industry, grade, stage, contacts };
    await company.as(colleague).call("customers.edit", { customerId: other.customerId }, body);
    const before = await stored("customers");
    await expect(merge()).rejects.toMatchObject({ code: "customer.mergeTooLarge" });
    expect(await stored("customers")).toEqual(before);
  });

  it("is a client that somebody has changed since it was looked at", async () => {
    const body = await bodyOf();
    await givenPeople(other, colleague, ["张主任"]);
    const asked = company.as(manager).call("customers.merge", { customerId: kept.customerId }, body);
    await expect(asked).rejects.toMatchObject({ code: "stale" });
  });
});

describe("pay", () => {
  const day = (on: string) => company.app.clock.set(`${on}T10:00:00+08:00`);

  it("of what is confirmed is not touched by a merge", async () => {
    await givenConfirmedSale(company, { rep, customer: kept });
    await givenConfirmedSale(company, { rep: colleague, customer: other });
    const before = await stored("facts");
    await merge();
    expect(await stored("facts")).toEqual(before);
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([10_000_000, 10_000_000]);
  });

  it("of a sale that waited goes to the owner of its day", async () => {
    const sale = await givenSale(company, { rep: colleague, customer: other });
    await merge();
    await confirm(company, sale, manager);
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([0, 10_000_000]);
  });

  it.each([
    ["the id that is gone", () => other],
    ["the id that stays", () => kept],
  ])("of a contract from before, recorded by %s afterwards, goes to the owner of its day", async (_, of) => {
    await merge();
    day("2026-03-27");
    const sale = await givenSale(company, { rep: colleague, customer: of(), signedOn: "2026-03-26" });
    await confirm(company, sale, manager);
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([0, 10_000_000]);
  });

  it("of what is signed from the next day on goes to the owners of the one that stays", async () => {
    await merge();
    day("2026-03-27");
    const sale = await givenSale(company, { rep: colleague, customer: other });
    await confirm(company, sale, manager);
    expect(sale.customerId).toBe(kept.customerId);
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([10_000_000, 0]);
  });

  it("knows one first order of both", async () => {
    await givenConfirmedSale(company, { rep: colleague, customer: other });
    await merge();
    day("2026-03-27");
    await givenConfirmedSale(company, { rep, customer: kept });
    const ids = (await stored("facts")).map(({ _id }) => String(_id));
    expect(ids.filter((id) => id.startsWith("newCustomer:"))).toHaveLength(1);
  });
});

describe("a phone that has not heard of it", () => {
  const day = (on: string) => company.app.clock.set(`${on}T10:00:00+08:00`);

  it("checks in at the client's place all the same", async () => {
    await merge();
    day("2026-03-27");
    const checkIn = await givenCheckIn(company, { rep: colleague, customer: other });
    expect(checkIn).toMatchObject({ customerId: kept.customerId, siteId: "s1-2", verdict: "inside" });
  });

  it("brings a tap from before the merge, which is the old client's", async () => {
    const tap = checkInBody(company, other);
    await merge();
    day("2026-03-27");
    const { checkIn } = await company.as(colleague).call("checkIns.create", undefined, tap);
    expect(checkIn).toMatchObject({ customerId: other.customerId, siteId: "s1", verdict: "inside" });
    expect((await timeline(rep, kept.customerId)).map(({ kind }) => kind)).toContain("checkIn");
  });

  it("brings its whole queue", async () => {
    const tap = checkInBody(company, other);
    const sale = saleBody(company, other);
    await merge();
    day("2026-03-27");
    const items = [
      { commandId: tap.commandId, kind: "checkIns.create", body: tap },
      { commandId: sale.commandId, kind: "sales.submit", body: sale },
    ];
    const answer = await company.as(colleague).call("sync.send", undefined, { memberId: colleague.memberId, items });
    expect(answer.items.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("proposes the pin of a place where that is now", async () => {
    await merge();
    const pin = { latDeg: 23.2, lngDeg: 113.4 };
    const body = { commandId: randomUUID(), pin, accuracyM: 10, note: "搬了" };
    await company.as(colleague).call("pins.propose", { customerId: other.customerId, siteId: "s1" }, body);
    const { items } = await company.as(manager).call("pins.list", {});
    expect(items).toMatchObject([{ customerId: kept.customerId, siteId: "s1-2" }]);
  });

  it("has its proposal of a pin decided on, which is the pin of the place where that is now", async () => {
    const pin = { latDeg: 23.2, lngDeg: 113.4 };
    const body = { commandId: randomUUID(), pin, accuracyM: 10, note: "搬了" };
    const at = { customerId: other.customerId, siteId: "s1" };
    const { proposalId, revision } = await company.as(colleague).call("pins.propose", at, body);
    await merge();
    const decision = { commandId: randomUUID(), accepted: true, reason: null, items: [{ proposalId, revision }] };
    await company.as(manager).call("pins.decide", undefined, decision);
    const { customer } = await read(rep, kept.customerId);
    expect(customer.sites.find(({ siteId }) => siteId === "s1-2")).toMatchObject(pin);
  });

  it("hears that its pin is overtaken, where the place is one whose pin a leader has confirmed", async () => {
    const twin = await givenTwin();
    const body = { commandId: randomUUID(), pin: { latDeg: 23.2, lngDeg: 113.4 }, accuracyM: 10, note: "搬了" };
    await company.as(colleague).call("pins.propose", { customerId: twin.customerId, siteId: "s1" }, body);
    await merge(manager, kept, twin);
    expect((await company.as(manager).call("pins.list", {})).items).toEqual([]);
    expect((await read(rep, kept.customerId)).customer.sites).toMatchObject([
      { ...kept.site.pin, pinStatus: "confirmed" },
    ]);
  });

  it("hears that somebody was faster where it corrects the one that is gone", async () => {
    const { customer } = await read(manager, other.customerId);
    const { name, shortName, industry, grade, stage, revision } = customer;
    await merge();
    const body = { commandId: randomUUID(), revision, name, shortName, industry, grade, stage };
    const edit = company.as(manager).call("customers.edit", { customerId: other.customerId }, body);
    await expect(edit).rejects.toMatchObject({ code: "stale" });
  });

  it("imports by a number of the one that is gone, and gets the one that stays", async () => {
    await merge();
    const again = await company.as(company.hr).call("customers.create", undefined, {
      ...{ commandId: randomUUID(), customerId: randomUUID(), externalId: { system: "crm", id: "EXT-7" } },
      ...{ name: "海岳", shortName: "海岳", industry: null, grade: "B" as const, stage: "签单" },
      owners: [{ memberId: rep.memberId, share: "1" }],
      ownedFrom: "2026-03-26",
      coServedByIds: [],
      sites: [],
    });
    expect(again).toMatchObject({ customerId: kept.customerId, created: false });
  });
});

describe("undone, a merge", () => {
  it("leaves both as they were", async () => {
    await givenPeople(kept, rep, ["张主任"]);
    await givenPeople(other, colleague, ["张主任", "王总"]);
    const look = async () => ({
      kept: (await read(manager, kept.customerId)).customer,
      other: (await read(manager, other.customerId)).customer,
    });
    const before = await look();
    await merge();
    await undo();
    const after = await look();
    const plain = ({ revision: _, ...customer }: (typeof before)["kept"]) => customer;
    expect({ kept: plain(after.kept), other: plain(after.other) }).toEqual({
      kept: plain(before.kept),
      other: plain(before.other),
    });
    expect(await mine(colleague)).toEqual([other.customerId]);
    expect(await mine(rep)).toEqual([kept.customerId]);
    const { items } = await company.as(manager).call("customers.find", { words: "海岳" });
    expect(items.map(({ customerId }) => customerId).sort()).toEqual([kept.customerId, other.customerId].sort());
  });

  it("keeps what was corrected meanwhile with the client that it came from", async () => {
    await givenPeople(other, colleague, ["王总"]);
    await merge();
    await givenPeople(kept, rep, ["王总监"]);
    await undo();
    expect(await contactNames(colleague, other.customerId)).toEqual(["王总监"]);
    expect(await contactNames(rep, kept.customerId)).toEqual([]);
  });

  it("brings back nobody whom somebody has removed meanwhile", async () => {
    await givenPeople(other, colleague, ["王总"]);
    await merge();
    await givenPeople(kept, rep, []);
    await undo();
    expect(await contactNames(colleague, other.customerId)).toEqual([]);
  });

  it("gives a place the pin back that it had, where nobody has moved it meanwhile", async () => {
    const twin = await givenTwinWithPin();
    await merge(manager, kept, twin);
    await undo(manager, kept, twin);
    expect((await read(rep, kept.customerId)).customer.sites).toMatchObject([{ latDeg: null, lngDeg: null }]);
    expect((await read(colleague, twin.customerId)).customer.sites).toMatchObject([twin.site.pin]);
  });

  it("leaves a place the pin that somebody has given it meanwhile", async () => {
    const twin = await givenTwinWithPin();
    await merge(manager, kept, twin);
    const { revision } = (await read(manager, kept.customerId)).customer;
    const pin = { latDeg: 23.3, lngDeg: 113.5 };
    const body = { commandId: randomUUID(), revision, name: "总部", address: "科学大道", radiusM: 200, pin };
    await company.as(manager).call("sites.edit", { customerId: kept.customerId, siteId: "s1" }, body);
    await undo(manager, kept, twin);
    expect((await read(rep, kept.customerId)).customer.sites).toMatchObject([pin]);
  });

  it("takes a tap that a phone has kept at a place that had come with it, from the days of the one client", async () => {
    await merge();
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    const there = { ...kept, site: { ...other.site, siteId: "s1-2" } };
    const taps = [rep, colleague].map((person) => ({ person, tap: checkInBody(company, there) }));
    company.app.clock.set("2026-03-28T10:00:00+08:00");
    await undo();
    for (const { person, tap } of taps) {
      const { checkIn } = await company.as(person).call("checkIns.create", undefined, tap);
      expect(checkIn).toMatchObject({ customerId: kept.customerId, siteId: "s1-2", verdict: "inside" });
    }
  });

  it("leaves the ids alone by which its places were known, also where another merge follows", async () => {
    const third = await givenCustomer(company, { owner: colleague });
    await merge();
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    const tap = checkInBody(company, { ...kept, site: { ...other.site, siteId: "s1-2" } });
    await undo();
    await merge(manager, kept, third);
    company.app.clock.set("2026-03-28T10:00:00+08:00");
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, tap);
    expect(checkIn).toMatchObject({ siteId: "s1-2", verdict: "inside" });
  });

  it("leaves each its first order, also where one of the other was the first of both meanwhile", async () => {
    const sale = await givenSale(company, { rep: colleague, customer: other });
    await merge();
    await confirm(company, sale, manager);
    await undo();
    const firsts = async () =>
      (await stored("facts")).map(({ _id }) => String(_id)).filter((id) => id.startsWith("newCustomer:")).length;
    expect(await firsts()).toBe(1);
    await givenConfirmedSale(company, { rep: colleague, customer: other });
    expect(await firsts()).toBe(1);
    await givenConfirmedSale(company, { rep, customer: kept });
    expect(await firsts()).toBe(2);
    await givenConfirmedSale(company, { rep, customer: kept });
    expect(await firsts()).toBe(2);
  });

  it("gives its owner what they had sold before, where their phone had kept the sale as one to the client of both", async () => {
    await merge();
    const body = saleBody(company, kept);
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    await undo();
    const { sale } = await company.as(colleague).call("sales.submit", undefined, body);
    expect(sale.customerId).toBe(other.customerId);
    await confirm(company, sale, manager);
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([0, 10_000_000]);
  });

  it("leaves with the client that it names what somebody sells there who serves both, as two", async () => {
    const detail = (await read(rep, kept.customerId)).customer;
    const body = {
      ...{ commandId: randomUUID(), revision: detail.revision, reason: "一起跑", from: "2026-03-27" },
      owners: [{ memberId: rep.memberId, share: "1" }],
      coServedByIds: [colleague.memberId],
    };
    await company.as(manager).call("customers.assign", { customerId: kept.customerId }, body);
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    await merge();
    await undo();
    const { sale } = await company.as(colleague).call("sales.submit", undefined, saleBody(company, kept));
    expect(sale.customerId).toBe(kept.customerId);
  });

  it("leaves a pin waiting that was proposed of the other one before", async () => {
    await propose(colleague, other);
    await merge();
    await undo();
    expect((await company.as(manager).call("pins.list", {})).items).toMatchObject([{ customerId: other.customerId }]);
  });

  it("leaves the other one the pin that it had proposed, as it ended where the one that stays proposed another meanwhile", async () => {
    await propose(colleague, other);
    await merge();
    const { proposalId, revision } = await propose(rep, kept, "s1-2");
    const decision = { commandId: randomUUID(), accepted: false, reason: "不对", items: [{ proposalId, revision }] };
    await company.as(manager).call("pins.decide", undefined, decision);
    await undo();
    const proposals = await stored("pinProposals");
    const states = proposals.map(({ customerId, memberId, state }) => [customerId, memberId, state].map(String));
    expect(states.sort()).toEqual(
      [
        [kept.customerId, rep.memberId, "rejected"],
        [other.customerId, colleague.memberId, "replaced"],
      ].sort(),
    );
  });

  it("lets the other one propose a pin again, beside what was proposed of the one that stays", async () => {
    await propose(colleague, other);
    await merge();
    const { proposalId, revision } = await propose(rep, kept, "s1-2");
    const decision = { commandId: randomUUID(), accepted: false, reason: "不对", items: [{ proposalId, revision }] };
    await company.as(manager).call("pins.decide", undefined, decision);
    await undo();
    await propose(colleague, other);
    expect((await company.as(manager).call("pins.list", {})).items).toMatchObject([
      { customerId: other.customerId, byName: colleague.name },
    ]);
    expect((await stored("pinProposals")).map(({ memberId }) => String(memberId)).sort()).toEqual(
      [rep.memberId, colleague.memberId].sort(),
    );
  });

  it("leaves what was recorded meanwhile with the one that it was recorded for", async () => {
    await merge();
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    const sale = await givenConfirmedSale(company, { rep: colleague, customer: other });
    const facts = await stored("facts");
    await undo();
    expect(await stored("facts")).toEqual(facts);
    expect((await timeline(rep, kept.customerId)).map(({ itemId }) => itemId)).toContain(sale.saleId);
    expect((await timeline(colleague, other.customerId)).map(({ itemId }) => itemId)).not.toContain(sale.saleId);
  });

  it("gives a client back to its owner, whose sales of all days count for them", async () => {
    await merge();
    company.app.clock.set("2026-03-28T10:00:00+08:00");
    await undo();
    await givenConfirmedSale(company, { rep: colleague, customer: other, signedOn: "2026-03-27" });
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([0, 10_000_000]);
  });

  it.each([
    ["on the seventh day after", "2026-04-02", "fulfilled"],
    ["no more on the eighth", "2026-04-03", "rejected"],
  ])("is done %s", async (_, on, status) => {
    await merge();
    company.app.clock.set(`${on}T23:59:00+08:00`);
    const [result] = await Promise.allSettled([undo()]);
    expect(result).toMatchObject({
      status,
      ...(status === "rejected" && { reason: { code: "customer.undoTooLate" } }),
    });
  });

  it("is undone once, however often it is asked for", async () => {
    await merge();
    const body = {
      commandId: randomUUID(),
      otherId: other.customerId,
      revision: await revisionOf(kept.customerId),
    };
    const send = () => company.as(manager).call("customers.undoMerge", { customerId: kept.customerId }, body);
    const answers = await Promise.all([send(), send()]);
    expect(answers[0]).toEqual(answers[1]);
    await expect(undo()).rejects.toMatchObject({ code: "customer.notMerged" });
  });

  it("waits for the later one to be undone first", async () => {
    const third = await givenCustomer(company, { owner: rep });
    await merge();
    await merge(manager, kept, third);
    await expect(undo()).rejects.toMatchObject({ code: "customer.mergedSince" });
    await undo(manager, kept, third);
    await undo();
    expect((await mine(rep)).sort()).toEqual([kept.customerId, third.customerId].sort());
  });

  it("waits for the one that took both", async () => {
    const third = await givenCustomer(company, { owner: rep });
    await merge();
    await merge(manager, third, kept);
    expect((await read(manager, other.customerId)).customer.customerId).toBe(third.customerId);
    await expect(undo()).rejects.toMatchObject({ code: "customer.mergedSince" });
  });

  it("waits while somebody's pin for a place that came with it waits", async () => {
    await merge();
    const body = { commandId: randomUUID(), pin: { latDeg: 23.2, lngDeg: 113.4 }, accuracyM: 10, note: "搬了" };
    await company.as(rep).call("pins.propose", { customerId: kept.customerId, siteId: "s1-2" }, body);
    await expect(undo()).rejects.toMatchObject({ code: "customer.pinWaits" });
  });

  it("is for whoever leads the owners of both", async () => {
    await merge();
    for (const by of [rep, colleague, stranger])
      await expect(undo(by)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("can be made again", async () => {
    await merge();
    await undo();
    await merge();
    expect((await read(manager, other.customerId)).customer.customerId).toBe(kept.customerId);
  });
});

describe("before it is made, the leader sees", () => {
  const preview = (by = manager) =>
    company.as(by).call("customers.mergePreview", { customerId: kept.customerId, otherId: other.customerId });

  it("what goes where, and whose it will be from when on", async () => {
    await givenPeople(other, colleague, ["王总"]);
    await givenVisit(company, { rep: colleague, customer: other });
    await givenSale(company, { rep: colleague, customer: other });
    expect(await preview()).toMatchObject({
      kept: { shortName: "海岳机械", ownerNames: [rep.name], visitCount: 0, saleCount: 0 },
      other: { shortName: "海岳厂", ownerNames: [colleague.name], visitCount: 1, saleCount: 1, waitingCount: 1 },
      sites: [{ name: "总部", isAdded: true }],
      contacts: [{ name: "王总", isAdded: true }],
      externalIds: [{ system: "crm", id: "EXT-7" }],
      helperNames: [colleague.name],
      ownersFrom: "2026-03-27",
      areOwnersOther: true,
      fault: null,
      undoUntil: "2026-04-02",
    });
  });

  it("is noted like every look at clients of others", async () => {
    await preview();
    const [entry] = await stored("auditEntries", { action: "customers.mergePreview" });
    expect(entry).toMatchObject({ actor: { id: manager.memberId }, detail: { otherId: other.customerId } });
  });
});

describe("the people of one that is gone", () => {
  const peopleAt = async ({ customerId }: Customer) => (await stored("customerContacts", { customerId })).length;
  const eraseOn = async (day: string) => {
    company.app.clock.set(`${day}T02:47:00+08:00`);
    const slot = { at: company.app.deps.clock.now(), runId: `erase-contacts@${day}` };
    for (let times = 0; times < 2; times += 1)
      await eraseContacts(company.app.deps, slot, auditInsert(company.app.deps.realNow));
  };
  beforeEach(async () => {
    await givenPeople(other, colleague, ["张工"]);
    await merge();
  });

  it("are kept as long as the merge can be undone", async () => {
    await eraseOn("2026-04-02");
    expect(await peopleAt(other)).toBe(1);
  });

  it("are deleted the night after, and stay where they have come to", async () => {
    await eraseOn("2026-04-03");
    expect([await peopleAt(other), await peopleAt(kept)]).toEqual([0, 1]);
  });
});

import type { BodyOf } from "@shared/contracts";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
  saleBody,
  visitBody,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const known = await givenCustomer(company, { owner: rep, name: "海岳机械有限公司", shortName: "海岳机械" });
  const theirs = await givenCustomer(company, { owner: colleague, name: "新粤精工有限公司", shortName: "新粤精工" });
  return { manager, rep, known, theirs };
});

let company: Company;
let manager: Person;
let rep: Person;
let known: Customer;
let theirs: Customer;
beforeEach(async () => {
  ({ company, manager, rep, known, theirs } = await start());
  await givenConsent(company, rep);
});

type Create = BodyOf<"customers.create">;
type Item = BodyOf<"sync.send">["items"][number];

/** A client as a rep types it in a basement: with its address, without a pin. */
const typed = (more: Partial<Create> = {}): Create => ({
  commandId: company.newId(),
  customerId: company.newId(),
  externalId: null,
  ...{ name: "海岳机械 有限公司", shortName: "海岳", industry: null, grade: "C", stage: "初步接触" },
  owners: [{ memberId: rep.memberId, share: "1" }],
  ownedFrom: "2026-03-26",
  coServedByIds: [],
  sites: [{ siteId: "s1", name: "总部", address: "科学大道", pin: null, radiusM: 200 }],
  ...more,
});
const item = (kind: string, body: { commandId: string }, lane: string): Item => ({
  ...{ commandId: body.commandId, kind, lane, body },
});
const sync = async (items: Item[]) =>
  (await company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items })).items;
/** What was recorded at it meanwhile: a tap, its record, a sale. */
function dayAt(customerId: string): Item[] {
  const tap = checkInBody(company, { ...known, customerId });
  const record = visitBody(company, { checkInId: `${rep.memberId}:${tap.commandId}` });
  const sale = saleBody(company, { customerId });
  return [
    item("checkIns.create", tap, customerId),
    item("visits.record", record, customerId),
    item("sales.submit", sale, customerId),
  ];
}

it("a client that was added in a basement is there before what was recorded at it", async () => {
  const body = typed({ name: "粤联电气有限公司", shortName: "粤联电气" });
  const answers = await sync([item("customers.create", body, body.customerId), ...dayAt(body.customerId)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers[3]?.body).toMatchObject({ sale: { customerId: body.customerId } });
});

it("what was recorded at a client that one has already follows to that one, and counts there", async () => {
  const body = typed();
  const asked = await sync([item("customers.create", body, body.customerId)]);
  expect(asked).toMatchObject([{ status: 409, body: { code: "customer.maybeKnown" } }]);
  const said = { ...body, sameAsId: known.customerId };
  const answers = await sync([item("customers.create", said, body.customerId), ...dayAt(body.customerId)]);
  expect(answers).toMatchObject([
    { status: 200, body: { customerId: known.customerId, created: false } },
    { status: 200, body: { checkIn: { customerId: known.customerId, siteId: "s1", verdict: "inside" } } },
    { status: 200, body: { visit: { effective: true } } },
    { status: 200, body: { sale: { customerId: known.customerId } } },
  ]);
  const mine = await company.as(rep).call("customers.mine", {});
  expect(mine.items.map(({ customerId }) => customerId)).toEqual([known.customerId]);
});

it("a sale that was signed before it was typed is the known client's as well", async () => {
  const said = typed({ sameAsId: known.customerId });
  const sale = saleBody(company, said, { signedOn: "2026-03-20" });
  const [, answer] = await sync([
    item("customers.create", said, said.customerId),
    item("sales.submit", sale, said.customerId),
  ]);
  expect(answer?.body).toMatchObject({ sale: { customerId: known.customerId } });
});

it("said twice it is one wish", async () => {
  const said = typed({ sameAsId: known.customerId });
  const first = await sync([item("customers.create", said, said.customerId)]);
  expect(await sync([item("customers.create", said, said.customerId)])).toEqual(first);
  const [kept] = await stored("customers", { _id: known.customerId });
  expect(kept).toMatchObject({ mergedIds: [said.customerId] });
});

it("people and a second place that were typed come along, and the leader is asked about the place's pin", async () => {
  const pin = { latDeg: 23.4, lngDeg: 113.9 };
  const contacts = [{ contactId: "p1", name: "张主任", role: null, phone: "138 0013 8000", needs: null }];
  const sites = [{ siteId: "s1", name: "二厂", address: "建设路", pin, radiusM: 200 }];
  const said = typed({ sameAsId: known.customerId, contacts, sites });
  await company.as(rep).call("customers.create", undefined, said);
  const { customer } = await company.as(rep).call("customers.read", { customerId: known.customerId });
  expect(customer.contacts).toMatchObject([{ name: "张主任", phone: "8613800138000" }]);
  expect(customer.sites.map(({ name, proposed }) => [name, proposed?.byName ?? null])).toEqual([
    ["总部", null],
    ["二厂", rep.name],
  ]);
});

it("is no way to a colleague's client", async () => {
  const joining = company.as(rep).call("customers.create", undefined, typed({ sameAsId: theirs.customerId }));
  await expect(joining).rejects.toMatchObject({ code: "right.missing" });
  expect(await stored("customers", { shortName: "海岳" })).toEqual([]);
});

it("is two clients again where the leader undoes it", async () => {
  const said = typed({ sameAsId: known.customerId });
  const { revision } = await company.as(rep).call("customers.create", undefined, said);
  const body = { commandId: company.newId(), otherId: said.customerId, revision };
  await company.as(manager).call("customers.undoMerge", { customerId: known.customerId }, body);
  const mine = await company.as(rep).call("customers.mine", {});
  expect(mine.items.map(({ shortName }) => shortName).sort()).toEqual(["海岳", "海岳机械"].sort());
});

it("is not asked about those that the phone has asked about", async () => {
  const body = typed({ otherThanIds: [known.customerId] });
  expect(await sync([item("customers.create", body, body.customerId)])).toMatchObject([{ status: 200 }]);
});

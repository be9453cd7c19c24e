import type { BodyOf } from "@shared/contracts";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenMember,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { RefusalModel } from "../../../../server/features/refusals/refusalModel";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const admin = await givenMember(company, { roles: ["admin"] });
  const others = await givenCustomer(company, { owner: colleague });
  const customer = await givenCustomer(company, { owner: rep });
  return { rep, admin, others, customer };
});

let company: Company;
let rep: Person;
let admin: Person;
let others: Customer;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, admin, others, customer } = await start());
  await givenConsent(company, rep);
});

type Item = BodyOf<"sync.send">["items"][number];
const tapAt = (at: Customer, more: object = {}): Item => {
  const body = { ...checkInBody(company, at), ...more };
  return { commandId: body.commandId, kind: "checkIns.create", lane: at.customerId, body };
};
const send = (...items: Item[]) => company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items });
const listed = async () => (await company.as(admin).call("refusals.list")).items;
const read = (refusalId: string) => company.as(admin).call("refusals.read", { refusalId });

it("shows administrators what was refused, whose, when and why", async () => {
  const { items } = await send(tapAt(others));
  expect(await listed()).toEqual([
    {
      refusalId: expect.stringContaining(rep.memberId) as unknown,
      byName: rep.name,
      kind: "checkIns.create",
      code: "customer.unknown",
      faults: [],
      reference: items[0]?.body.requestId,
      at: company.app.clock.now().toISOString(),
      hasBody: true,
    },
  ]);
});

it("says which field was wrong", async () => {
  await send(tapAt(customer, { siteId: 7 }), tapAt(customer, { tappedAt: "2025-01-01T09:00:00+08:00" }));
  const faults = (await listed()).flatMap((refusal) => refusal.faults.map(({ field, code }) => `${field} ${code}`));
  expect(faults.sort()).toEqual(["siteId type.wrong", "tappedAt tap.tooOld"]);
});

it("opens what was sent without its coordinates, and keeps it encrypted", async () => {
  const item = tapAt(others);
  await send(item);
  const [{ refusalId } = { refusalId: "" }] = await listed();
  const { body } = await read(refusalId);
  const { fix, ...rest } = checkInBody(company, others);
  expect(JSON.parse(body ?? "")).toMatchObject({
    ...rest,
    commandId: item.commandId,
    fix: { accuracyM: fix?.accuracyM },
  });
  for (const text of [body ?? "", JSON.stringify(await stored("refusals"))])
    expect(text).not.toMatch(new RegExp(`latDeg|lngDeg|${fix?.lngDeg}`));
  expect(JSON.stringify(await stored("refusals"))).not.toContain(rest.customerId);
});

it("says of which visit a correction was", async () => {
  const { commandId } = tapAt(customer);
  const params = { visitId: `${rep.memberId}:gone` };
  await send({
    commandId,
    kind: "visits.settleNextStep",
    lane: "gone",
    params,
    body: { version: 1, on: "2026-04-02", done: true },
  });
  const [{ refusalId, code } = { refusalId: "", code: "" }] = await listed();
  const { body } = await read(refusalId);
  expect([code, JSON.parse(body ?? "")]).toMatchObject(["visit.unknown", { params, body: { on: "2026-04-02" } }]);
});

it("tells the person of every look, once in half an hour", async () => {
  await send(tapAt(others));
  const [{ refusalId } = { refusalId: "" }] = await listed();
  await read(refusalId);
  await read(refusalId);
  expect((await company.as(rep).call("privacy.looked", {})).items).toMatchObject([
    { byName: admin.name, what: "refusal.read" },
  ]);
});

it("keeps the same once, and both bodies where one id was sent with two", async () => {
  const item = tapAt(customer);
  await send(item);
  const other = { ...item, body: { ...(item.body as object), fix: null } };
  await send(other, other);
  await send(other);
  await send({ ...item, body: { ...(item.body as object), timeKind: "estimated" } });
  const refused = await listed();
  expect(refused.map(({ code }) => code)).toEqual(["command.reused", "command.reused"]);
  expect(new Set(await Promise.all(refused.map(async ({ refusalId }) => (await read(refusalId)).body))).size).toBe(2);
});

it("keeps nothing of what was done", async () => {
  await send(tapAt(customer));
  expect(await listed()).toEqual([]);
});

it("is gone after 30 days", async () => {
  const now = company.app.deps.realNow();
  await send(tapAt(others));
  const [{ refusalId } = { refusalId: "" }] = await listed();
  const [{ goesAt } = {}] = await stored("refusals");
  expect(Math.floor(((goesAt as Date).getTime() - now.getTime()) / 86_400_000)).toBe(30);
  await lookAt(() => RefusalModel.updateMany({}, { $set: { goesAt: now } }));
  expect(await listed()).toEqual([]);
  await expect(read(refusalId)).rejects.toMatchObject({ code: "refusal.unknown" });
});

it("is a hundred a day of one phone at most", async () => {
  for (let time = 0; time < 3; time += 1) await send(...Array.from({ length: 50 }, () => tapAt(others)));
  expect((await stored("refusals")).length).toBeLessThanOrEqual(100 + 8);
});

describe("what a person takes along of a month", () => {
  const exported = async (period = "2026-03") =>
    (await company.as(rep).call("privacy.export", { period })).refused ?? [];

  it("holds what was refused of what their phone sent, as it was sent, without coordinates", async () => {
    const item = tapAt(others);
    await send(item);
    const [refused] = await exported();
    expect(refused).toMatchObject({ kind: "checkIns.create", code: "customer.unknown" });
    expect(JSON.parse(refused?.body ?? "")).toMatchObject({ commandId: item.commandId });
    expect(refused?.body).not.toMatch(/latDeg|lngDeg/);
    expect(await exported("2026-02")).toEqual([]);
  });

  it("holds nothing of what was refused to others", async () => {
    await send(tapAt(others));
    expect((await company.as(admin).call("privacy.export", { period: "2026-03" })).refused).toEqual([]);
  });

  it("holds no longer what nobody else sees any more either", async () => {
    await send(tapAt(others));
    await lookAt(() => RefusalModel.updateMany({}, { $set: { goesAt: company.app.deps.realNow() } }));
    expect(await exported()).toEqual([]);
  });
});

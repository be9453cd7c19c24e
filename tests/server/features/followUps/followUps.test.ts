import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import {
  type Company,
  type Customer,
  followUpBody,
  givenCustomer,
  givenFollowUp,
  givenPlan,
  payingForEach,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  await givenPlan(company, { scope: { orgUnits: [unitId] }, ...payingForEach("followUp") });
  return { manager, rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let rep: Person;
let colleague: Person;
let manager: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, manager, customer } = await start({ now: "2026-03-26T09:00:00+08:00" }));
});

const record = (body: BodyOf<"followUps.record">, by = rep) => company.as(by).call("followUps.record", undefined, body);
const read = (followUpId: string, by = rep) => company.as(by).call("followUps.read", { followUpId });
const correct = (followUpId: string, more: Partial<BodyOf<"followUps.correct">> = {}) => {
  const body = { commandId: randomUUID(), version: 1, channel: "wecom", people: "李工", record: "改到周五", ...more };
  return company.as(rep).call("followUps.correct", { followUpId }, body as BodyOf<"followUps.correct">);
};
const facts = () => stored("facts", { kind: "followUp" });

it("counts a call as a follow-up of its day, and not as a visit", async () => {
  const { followUpId, on } = await givenFollowUp(company, { rep, customer });
  expect(on).toBe("2026-03-26");
  expect(await facts()).toMatchObject([{ _id: `followUp:${followUpId}`, countsOn: "2026-03-26" }]);
  expect((await company.as(rep).call("today.read")).mine?.effectiveVisitsCount).toBe(0);
});

it("is one follow-up, also when it arrives twice at once", async () => {
  const body = followUpBody(company, customer);
  const [first, again] = await Promise.all([record(body), record(body)]);
  expect(again).toEqual(first);
  expect(await facts()).toHaveLength(1);
});

it("is of the moment at which it was written without a network", async () => {
  const written = { at: "2026-03-24T16:30:00+08:00", timeKind: "anchored" } as const;
  const { followUp } = await record(followUpBody(company, customer, { written }));
  expect([followUp.at, followUp.on]).toEqual(["2026-03-24T08:30:00.000Z", "2026-03-24"]);
});

it("is of the moment at which it was heard of where the phone's clock cannot be believed", async () => {
  const written = { at: "2026-03-24T16:30:00+08:00", timeKind: "uncertain" } as const;
  expect((await record(followUpBody(company, customer, { written }))).followUp.on).toBe("2026-03-26");
});

it("is taken of nobody who does not serve the client", async () => {
  const recording = record(followUpBody(company, customer), colleague);
  await expect(recording).rejects.toMatchObject({ status: 404, code: "customer.unknown" });
  expect(await facts()).toEqual([]);
});

it("goes by the queue of a phone", async () => {
  const { commandId, ...body } = followUpBody(company, customer);
  const items = [{ commandId, kind: "followUps.record", lane: customer.customerId, body }];
  const answer = await company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items });
  expect(answer.items).toMatchObject([{ status: 200, body: { followUp: { channel: "phone" } } }]);
});

it("pays what a plan gives for each of them", async () => {
  await givenFollowUp(company, { rep, customer });
  await givenFollowUp(company, { rep, customer, channel: "mail" });
  const { lines } = await company.as(rep).call("statements.mine", { period: "2026-03" });
  expect(lines.map(({ amountFen }) => amountFen)).toEqual([500, 500]);
});

it("adds to what the team has done", async () => {
  await givenFollowUp(company, { rep, customer });
  await company.workAll();
  expect(await stored("memberSummaries", { memberId: rep.memberId })).toMatchObject([{ sums: { followUps: 1 } }]);
});

it("is read by its rep alone", async () => {
  const { followUpId } = await givenFollowUp(company, { rep, customer });
  for (const other of [colleague, manager])
    await expect(read(followUpId, other)).rejects.toMatchObject({ code: "followUp.unknown" });
});

it("keeps what it said before it was corrected", async () => {
  const { followUpId } = await givenFollowUp(company, { rep, customer, record: "改到周四" });
  expect(await correct(followUpId)).toEqual({ followUpId, version: 2 });
  expect(await read(followUpId)).toMatchObject({
    followUp: { channel: "wecom", people: "李工", record: "改到周五", version: 2 },
    earlier: [{ version: 1, channel: "phone", record: "改到周四" }],
  });
});

it("counts once, however often it is corrected", async () => {
  const { followUpId } = await givenFollowUp(company, { rep, customer });
  await correct(followUpId);
  await correct(followUpId, { version: 2, record: "改到周六" });
  expect(await facts()).toHaveLength(1);
});

it("adds no version where a correction changes nothing", async () => {
  const { followUpId, channel, people, record: text } = await givenFollowUp(company, { rep, customer });
  expect((await correct(followUpId, { channel, people, record: text })).version).toBe(1);
});

it("refuses a correction of a version that another phone has corrected", async () => {
  const { followUpId } = await givenFollowUp(company, { rep, customer });
  await correct(followUpId);
  await expect(correct(followUpId, { record: "没看到前一次" })).rejects.toMatchObject({ status: 409, code: "stale" });
});

describe("the month's cut-off", () => {
  it("ends corrections", async () => {
    const { followUpId } = await givenFollowUp(company, { rep, customer });
    const { correctableUntil } = await read(followUpId);
    company.app.clock.set(correctableUntil ?? "");
    company.app.clock.advance({ minutes: 1 });
    await expect(correct(followUpId)).rejects.toMatchObject({ status: 409, code: "followUp.correctionClosed" });
  });

  it("lets a correction in until then", async () => {
    const { followUpId } = await givenFollowUp(company, { rep, customer });
    const { correctableUntil } = await read(followUpId);
    company.app.clock.set(correctableUntil ?? "");
    company.app.clock.advance({ minutes: -1 });
    expect((await correct(followUpId)).version).toBe(2);
  });
});

it("gives a rep their own follow-ups with what is kept of them", async () => {
  await givenFollowUp(company, { rep, customer, record: "约了周五" });
  const kept = await company.as(rep).call("privacy.export", { period: "2026-03" });
  expect(kept.followUps).toMatchObject([{ channel: "phone", record: "约了周五", earlier: [] }]);
});

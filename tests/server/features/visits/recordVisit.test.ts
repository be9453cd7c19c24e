import { randomUUID } from "node:crypto";
import type { BodyOf, CheckInView } from "@shared/contracts";
import { inTransaction } from "../../../../server/db";
import { betteredBy, changeReview, findReview } from "../../../../server/features/checkIns";
import { emit } from "../../../../server/outbox";
import {
  checkInBody,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  givenVisit,
  prepare,
  type Company,
  type Customer,
  type Person,
  visitBody,
} from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const customer = await givenCustomer(company, { owner: rep });
  return { rep, colleague, customer };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, customer } = await start());
  await givenConsent(company, rep);
});

const record = (body: BodyOf<"visits.record">) => company.as(rep).call("visits.record", undefined, body);

it("makes an effective visit of a check-in and its record", async () => {
  const visit = await givenVisit(company, { rep, customer });
  expect(visit).toMatchObject({ effective: true, reason: null, nextStep: { text: "送样", on: "2026-04-02" } });
  expect(visit.checkIn.visitId).toBe(visit.visitId);
});

it("keeps a record of as many letters as may be typed, of whatever kind", async () => {
  const family = "👨‍👩‍👧‍👦";
  const checkIn = await givenCheckIn(company, { rep, customer });
  const longest = { record: family.repeat(500), peopleMet: family.repeat(100) };
  const { visit } = await record(visitBody(company, checkIn, longest));
  expect(visit).toMatchObject({ effective: true, record: longest.record });
});

it("counts an effective visit in the month", async () => {
  await givenVisit(company, { rep, customer });
  const today = await company.as(rep).call("today.read");
  expect(today.mine?.effectiveVisitsCount).toBe(1);
});

it("is one visit, also when its record arrives twice", async () => {
  const body = visitBody(company, await givenCheckIn(company, { rep, customer }));
  const [first, again] = await Promise.all([record(body), record(body)]);
  expect(again).toEqual(first);
  expect((await company.as(rep).call("today.read")).mine?.effectiveVisitsCount).toBe(1);
});

it("takes one record for one check-in", async () => {
  const body = visitBody(company, await givenCheckIn(company, { rep, customer }));
  await record(body);
  await expect(record({ ...body, commandId: randomUUID() })).rejects.toMatchObject({
    status: 409,
    code: "visit.alreadyRecorded",
  });
});

describe("a visit that does not count says why", () => {
  const outcomeOf = async (body: BodyOf<"visits.record">) => {
    const { effective, reason } = (await record(body)).visit;
    return { effective, reason };
  };

  it("outside the site", async () => {
    const outside = visitBody(company, await givenCheckIn(company, { rep, customer, northM: 2_400 }));
    expect(await outcomeOf(outside)).toEqual({ effective: false, reason: "checkIn.outside" });
  });

  it("the second one of a day at the same customer", async () => {
    await givenVisit(company, { rep, customer });
    const second = visitBody(company, await givenCheckIn(company, { rep, customer }));
    expect(await outcomeOf(second)).toEqual({ effective: false, reason: "alreadyCountedToday" });
  });

  it("recorded a day too late", async () => {
    const late = visitBody(company, await givenCheckIn(company, { rep, customer }));
    company.app.clock.set("2026-03-27T09:00:00.001+08:00");
    expect(await outcomeOf(late)).toEqual({ effective: false, reason: "record.late" });
  });
});

it("counts one of two records that arrive at the same moment", async () => {
  const bodies = await Promise.all(
    [1, 2].map(async () => visitBody(company, await givenCheckIn(company, { rep, customer }))),
  );
  const visits = await Promise.all(bodies.map(async (body) => (await record(body)).visit.effective));
  expect(visits.sort()).toEqual([false, true]);
});

it("takes no record for a colleague's check-in", async () => {
  const body = visitBody(company, await givenCheckIn(company, { rep, customer }));
  const recording = company.as(colleague).call("visits.record", undefined, body);
  await expect(recording).rejects.toMatchObject({ code: "checkIn.unknown" });
});

describe("a record that is written while its day changes", () => {
  const unverified = async (): Promise<CheckInView> =>
    (await company.as(rep).call("checkIns.create", undefined, checkInBody(company, customer, { fix: null }))).checkIn;

  it("counts where a better check-in came meanwhile", async () => {
    const one = await unverified();
    await company.workAll();
    const held = holdNextTransaction();
    const recording = company.as(rep).call("visits.record", undefined, visitBody(company, one));
    await held.reached;
    company.app.clock.advance({ minutes: 1 });
    await givenCheckIn(company, { rep, customer, northM: 0 });
    await company.workAll();
    held.release();
    const { visit } = await recording;
    await company.workAll();
    const read = await company.as(rep).call("visits.read", { visitId: visit.visitId });
    expect(read.visit).toMatchObject({ effective: true, reason: null });
  });

  it("does not count where what it stood on was rejected meanwhile by another process", async () => {
    const one = await unverified();
    company.app.clock.advance({ minutes: 5 });
    const other = await givenCheckIn(company, { rep, customer, northM: 215 });
    await company.workAll();
    const held = holdNextTransaction();
    const recording = company.as(rep).call("visits.record", undefined, visitBody(company, one));
    await held.reached;
    await rejectedElsewhere(other);
    await company.workAll();
    held.release();
    const { visit } = await recording;
    await company.workAll();
    expect(await stored("visits", { _id: visit.visitId })).toMatchObject([
      { effective: false, reason: "checkIn.unverified" },
    ]);
  });

  /** What a decision writes about a check-in without a visit, as another process does it, which has a queue of its own. */
  async function rejectedElsewhere({ checkInId: _id, customerId, on }: CheckInView): Promise<void> {
    const review = await findReview(_id);
    const decision = { byId: "m", byName: "陈浩", reason: "没来过", at: company.app.deps.clock.now() };
    const changed = betteredBy({ _id, memberId: rep.memberId, customerId, on }, `checkIn:${_id}:2`);
    await inTransaction(async (session) => {
      await changeReview(review, { state: "rejected", decision }, session);
      await emit(changed, session, company.app.deps.realNow());
    });
  }

  it("is not said to wait for the leader once its rep has walked in", async () => {
    const one = await givenCheckIn(company, { rep, customer, northM: 215 });
    await company.workAll();
    company.app.clock.advance({ minutes: 5 });
    const better = await givenCheckIn(company, { rep, customer, northM: 0 });
    const { visit } = await company.as(rep).call("visits.record", undefined, visitBody(company, one));
    expect(visit).toMatchObject({ effective: true, checkIn: { mendedById: better.checkInId } });
  });
});

import { randomUUID } from "node:crypto";
import { connection } from "mongoose";
import type { BodyOf, VisitView } from "@shared/contracts";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCheckIn,
  givenCustomer,
  givenSale,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  await givenConsent(company, rep);
  return { rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
/** Recorded on 26 March at 09:00 with the next step 送样 on 2 April. */
let visit: VisitView;
beforeEach(async () => {
  ({ company, rep, colleague, customer } = await start());
  visit = await givenVisit(company, { rep, customer });
});

type Correction = BodyOf<"visits.correct">;
const corrected = (more: Partial<Correction> = {}): Correction => ({
  commandId: randomUUID(),
  version: 1,
  purpose: "followUp",
  peopleMet: "张主任",
  record: "确认了交期，分两批到货",
  nextStep: { text: "送样", on: "2026-04-02" },
  ...more,
});
const correct = (more?: Partial<Correction>, who = rep, { visitId } = visit) =>
  company.as(who).call("visits.correct", { visitId }, corrected(more));
const settle = (more: Partial<BodyOf<"visits.settleNextStep">>) =>
  company.as(rep).call(
    "visits.settleNextStep",
    { visitId: visit.visitId },
    {
      commandId: randomUUID(),
      version: 1,
      on: "2026-04-02",
      done: false,
      ...more,
    },
  );
const read = () => company.as(rep).call("visits.read", { visitId: visit.visitId });
const nextStepNow = async () => (await company.as(rep).call("customers.mine", {})).items[0]?.nextStep;

describe("a record that is corrected", () => {
  it("reads as it was corrected, and as it was before, each with its time", async () => {
    company.app.clock.set("2026-03-27T16:00:00+08:00");
    await correct();
    const page = await read();
    expect(page.visit).toMatchObject({
      record: "确认了交期，分两批到货",
      version: 2,
      recordedAt: visit.recordedAt,
      correctedAt: "2026-03-27T08:00:00.000Z",
    });
    expect(page.earlier).toMatchObject([{ version: 1, record: "确认了交期", writtenAt: visit.recordedAt }]);
  });

  it("says what it was before to whoever reads it behind a sale, but for a next step that was done", async () => {
    const { saleId } = await givenSale(company, { rep, customer });
    const behind = async () =>
      (await company.as(rep).call("sales.read", { saleId })).footsteps.map(({ record, earlierRecords }) => ({
        record,
        earlierRecords,
      }));
    await settle({ done: true });
    expect(await behind()).toEqual([{ record: "确认了交期", earlierRecords: [] }]);
    await correct({ version: 2 });
    const earlierRecords = [{ record: "确认了交期", writtenAt: expect.any(String) as string }];
    expect(await behind()).toEqual([{ record: "确认了交期，分两批到货", earlierRecords }]);
  });

  it("keeps every version, newest first", async () => {
    await correct();
    await correct({ version: 2, record: "改两次" });
    expect((await read()).earlier.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("pays and counts as before", async () => {
    const facts = await stored("facts");
    company.app.clock.set("2026-03-30T16:00:00+08:00");
    expect(await correct()).toMatchObject({ effective: true });
    expect(await stored("facts")).toEqual(facts);
  });

  it("moves the next step that waits", async () => {
    await correct({ nextStep: { text: "演示", on: "2026-04-03" } });
    expect(await nextStepNow()).toEqual({ text: "演示", on: "2026-04-03" });
  });

  it("is one correction, also when it arrives twice", async () => {
    const body = corrected();
    const send = () => company.as(rep).call("visits.correct", { visitId: visit.visitId }, body);
    const [first, again] = await Promise.all([send(), send()]);
    expect(again).toEqual(first);
    expect((await read()).earlier).toHaveLength(1);
  });

  it("has no new version where nothing is different", async () => {
    expect(await correct({ record: "确认了交期" })).toMatchObject({ version: 1 });
    expect((await read()).earlier).toEqual([]);
  });

  it("goes with what its rep takes along", async () => {
    await correct();
    const { visits } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(visits).toMatchObject([{ version: 2, earlier: [{ version: 1, record: "确认了交期" }] }]);
  });
});

it("tells the later of two phones what the other has written", async () => {
  await correct({ record: "甲手机" });
  await expect(correct({ record: "乙手机" })).rejects.toMatchObject({ code: "stale", status: 409 });
  expect((await read()).visit.record).toBe("甲手机");
});

describe("what one phone says of the same version, one after the other", () => {
  it("is taken: the next step is done, and the record says more", async () => {
    await settle({ done: true });
    expect(await correct()).toMatchObject({ version: 3 });
    expect((await read()).visit).toMatchObject({
      record: "确认了交期，分两批到货",
      nextStep: { text: "送样", doneAt: visit.recordedAt },
    });
  });

  it("leaves the next step on the day to which it was moved", async () => {
    await settle({ on: "2026-04-07" });
    await correct();
    expect(await nextStepNow()).toEqual({ text: "送样", on: "2026-04-07" });
  });

  it("leaves it on that day, too, where only its words are corrected", async () => {
    await settle({ on: "2026-04-07" });
    await correct({ nextStep: { text: "送样两份", on: "2026-04-02" } });
    expect(await nextStepNow()).toEqual({ text: "送样两份", on: "2026-04-07" });
  });

  it("puts another next step in the place of the one that was done", async () => {
    await settle({ done: true });
    await correct({ nextStep: { text: "演示", on: "2026-04-03" } });
    expect(await nextStepNow()).toEqual({ text: "演示", on: "2026-04-03" });
  });

  it("is taken: the record says more, and the next step is done", async () => {
    await correct();
    await settle({ done: true });
    expect((await read()).visit).toMatchObject({ record: "确认了交期，分两批到货", version: 3 });
    expect(await nextStepNow()).toBeNull();
  });

  it("is refused where the next step that is said to be done has become another one", async () => {
    await correct({ nextStep: { text: "演示", on: "2026-04-03" } });
    await expect(settle({ done: true })).rejects.toMatchObject({ code: "stale" });
  });

  it("is refused of a version that there has never been", async () => {
    await expect(correct({ version: 7 })).rejects.toMatchObject({ code: "stale" });
  });
});

it("takes one of two corrections that arrive at the same moment", async () => {
  const results = await Promise.allSettled([correct({ record: "甲手机" }), correct({ record: "乙手机" })]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("shows a colleague's visit to nobody who would correct it", async () => {
  await expect(correct({}, colleague)).rejects.toMatchObject({ code: "visit.unknown" });
});

it("refuses a next step before the day of the visit at its field", async () => {
  await expect(correct({ nextStep: { text: "演示", on: "2026-03-25" } })).rejects.toMatchObject({
    code: "input.invalid",
    problem: { fields: [{ field: "nextStep.on", code: "nextStep.past" }] },
  });
});

describe("a month's cut-off", () => {
  it("is told with the visit", async () => {
    expect((await read()).correctableUntil).toBe("2026-04-01T10:00:00.000Z");
  });

  it("takes a correction until the last millisecond before it", async () => {
    company.app.clock.set("2026-04-01T17:59:59.999+08:00");
    expect(await correct()).toMatchObject({ version: 2 });
  });

  it("ends corrections of its records", async () => {
    company.app.clock.set("2026-04-01T18:00:00+08:00");
    await expect(correct()).rejects.toMatchObject({ code: "visit.correctionClosed" });
    expect((await read()).visit.version).toBe(1);
  });
});

describe("a visit that did not count", () => {
  it("counts by a correction within 24 hours, once what kept it from counting is gone", async () => {
    const second = await secondOfDay();
    await releaseDay();
    expect(await correct({}, rep, second)).toMatchObject({ effective: true });
    expect((await stored("facts")).map(({ _id }) => String(_id))).toContain(`visit:${second.visitId}`);
  });

  it("counts by no correction after 24 hours", async () => {
    const second = await secondOfDay();
    await releaseDay();
    company.app.clock.set("2026-03-27T09:00:00.001+08:00");
    expect(await correct({}, rep, second)).toMatchObject({ version: 2, effective: false });
  });

  const secondOfDay = async () => {
    const body = visitBody(company, await givenCheckIn(company, { rep, customer }));
    return (await company.as(rep).call("visits.record", undefined, body)).visit;
  };
  /** As where the first visit of the day is refused on review. */
  const releaseDay = () => lookAt(() => connection.collection("keys").deleteMany({}));
});

describe("a step that is added later", () => {
  const hospital = { typeId: "hospital", version: 1 };
  const answers = [{ stepId: "feedback", value: "同意看演示" }];
  async function addedAfter(writtenHours: number, arrivedHours: number, timeKind: "anchored" | "uncertain") {
    const other = await givenCustomer(company, { owner: rep });
    const body = visitBody(company, await givenCheckIn(company, { rep, customer: other }), {
      type: hospital,
      answers: [],
    });
    const { visit: lacking } = await company.as(rep).call("visits.record", undefined, body);
    company.app.clock.advance({ hours: writtenHours });
    const written = { at: company.app.clock.now().toISOString(), timeKind };
    company.app.clock.advance({ hours: arrivedHours - writtenHours });
    const { effective } = await correct({ type: hospital, answers, written }, rep, lacking);
    return { wasMissing: lacking.reason, effective };
  }

  it("counts as written when it was written, however late the network is back", async () => {
    expect(await addedAfter(3, 26, "anchored")).toEqual({ wasMissing: "steps.missing", effective: true });
  });
  it("is late where it was written late", async () => {
    expect(await addedAfter(25, 26, "anchored")).toMatchObject({ effective: false });
  });
  it("counts as written at its arrival where the phone's time cannot be believed", async () => {
    expect(await addedAfter(3, 26, "uncertain")).toMatchObject({ effective: false });
  });
});

it("a correction that arrives after a later one is said to be no older than that", async () => {
  company.app.clock.advance({ hours: 1 });
  const at = company.app.clock.now().toISOString();
  company.app.clock.advance({ hours: 1 });
  await settle({ done: true });
  const settledAt = company.app.clock.now().toISOString();
  company.app.clock.advance({ hours: 1 });
  await correct({ written: { at, timeKind: "anchored" } });
  const page = await read();
  expect([page.visit.correctedAt, page.earlier.map(({ writtenAt }) => writtenAt)]).toEqual([
    settledAt,
    [settledAt, visit.recordedAt],
  ]);
});

it("a correction is never said to be written before the record that it corrects", async () => {
  const at = new Date(Date.parse(visit.recordedAt) - 3_600_000).toISOString();
  company.app.clock.advance({ hours: 1 });
  await correct({ written: { at, timeKind: "anchored" } });
  expect((await read()).visit.correctedAt).toBe(visit.recordedAt);
});

describe("a next step", () => {
  it("that was done by phone waits no more, as the visit says", async () => {
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    await settle({ done: true });
    expect(await nextStepNow()).toBeNull();
    expect((await read()).visit.nextStep).toEqual({
      text: "送样",
      on: "2026-04-02",
      doneAt: "2026-04-02T02:00:00.000Z",
    });
  });

  it("that was marked as done by a wrong tap waits again", async () => {
    await settle({ done: true });
    await settle({ version: 2 });
    expect(await nextStepNow()).toEqual({ text: "送样", on: "2026-04-02" });
  });

  it("is moved to another day, also after the cut-off", async () => {
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    await settle({ on: "2026-04-07" });
    expect(await nextStepNow()).toEqual({ text: "送样", on: "2026-04-07" });
  });

  it("is not moved into the past", async () => {
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    await expect(settle({ on: "2026-04-01" })).rejects.toMatchObject({ code: "input.invalid" });
  });

  it("stays done where the record is corrected around it", async () => {
    await settle({ done: true });
    await correct({ version: 2 });
    expect(await nextStepNow()).toBeNull();
  });

  it("that was done waits again where it becomes another one", async () => {
    await settle({ done: true });
    await correct({ version: 2, nextStep: { text: "演示", on: "2026-04-02" } });
    expect(await nextStepNow()).toEqual({ text: "演示", on: "2026-04-02" });
  });
});

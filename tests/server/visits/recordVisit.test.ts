import { randomUUID } from "node:crypto";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
  await world.consent("xiaowang");
});

const record = (body: ReturnType<DemoWorld["visitBody"]>) =>
  world.as("xiaowang").call("visits.record", undefined, body);

it("makes an effective visit of a check-in and its record, and counts it in the month", async () => {
  const visit = await world.visit("xiaowang", "c-haiyue");
  expect(visit).toMatchObject({ effective: true, reason: null, nextStep: { text: "送样", on: "2026-04-02" } });
  expect(visit.checkIn.visitId).toBe(visit.visitId);
  const today = await world.as("xiaowang").call("today.read");
  expect(today.mine?.effectiveVisitsCount).toBe(1);
});

it("answers a repeated record the same and counts it once", async () => {
  const body = world.visitBody((await world.checkIn("xiaowang", "c-haiyue")).checkInId);
  const [first, again] = await Promise.all([record(body), record(body)]);
  expect(again).toEqual(first);
  expect((await world.as("xiaowang").call("today.read")).mine?.effectiveVisitsCount).toBe(1);
});

it("takes one record for one check-in", async () => {
  const body = world.visitBody((await world.checkIn("xiaowang", "c-haiyue")).checkInId);
  await record(body);
  await expect(record({ ...body, commandId: randomUUID() })).rejects.toMatchObject({
    status: 409,
    code: "visit.alreadyRecorded",
  });
});

it("says why a visit does not count: outside, too late, counted already", async () => {
  const outside = world.visitBody((await world.checkIn("xiaowang", "c-haiyue", 2_400)).checkInId);
  expect((await record(outside)).visit).toMatchObject({ effective: false, reason: "checkIn.outside" });

  await world.visit("xiaowang", "c-haiyue");
  const second = world.visitBody((await world.checkIn("xiaowang", "c-haiyue")).checkInId);
  expect((await record(second)).visit).toMatchObject({ effective: false, reason: "alreadyCountedToday" });

  const late = world.visitBody((await world.checkIn("xiaowang", "c-yuelian")).checkInId);
  world.app.clock.set("2026-03-27T09:00:00.001+08:00");
  expect((await record(late)).visit).toMatchObject({ effective: false, reason: "record.late" });
});

it("counts one of two records that arrive at the same moment", async () => {
  const bodies = await Promise.all(
    [1, 2].map(async () => world.visitBody((await world.checkIn("xiaowang", "c-haiyue")).checkInId)),
  );
  const visits = await Promise.all(bodies.map(async (body) => (await record(body)).visit.effective));
  expect(visits.sort()).toEqual([false, true]);
});

it("shows nobody the visits of others", async () => {
  const { visitId } = await world.visit("xiaowang", "c-haiyue");
  await expect(world.as("chenhao").call("visits.read", { visitId })).rejects.toMatchObject({ code: "visit.unknown" });
  const { checkInId } = await world.checkIn("xiaowang", "c-yuelian");
  await expect(world.as("xiaoli").call("visits.record", undefined, world.visitBody(checkInId))).rejects.toMatchObject({
    code: "checkIn.unknown",
  });
});

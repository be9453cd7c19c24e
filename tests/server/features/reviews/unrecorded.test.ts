import { randomUUID } from "node:crypto";
import type { CheckInView } from "@shared/contracts";
import { closeReviews } from "../../../../server/features/reviews";
import { noticeReads, remindRecords } from "../../../../server/features/notices";
import { approversOf, remindApprovers } from "../../../../server/features/approvals";
import { givenCheckIn, givenPhoto, visitBody } from "../../../support/given";
import { givenReviewed } from "./givenReviewed";

const { at, doubtful, unverified, recorded, decided, paid, readVisit, ofDay, toReview } = givenReviewed();

const far = async (): Promise<CheckInView> => {
  const { checkInId } = await givenCheckIn(at.company, { rep: at.rep, customer: at.customer, northM: 2_000 });
  return explained(checkInId);
};
const explained = async (checkInId: string): Promise<CheckInView> => {
  const photoId = await givenPhoto(at.company, at.rep);
  const body = { commandId: randomUUID(), revision: 0, text: "新厂区还没改位置", photoId };
  return (await at.company.as(at.rep).call("checkIns.answer", { checkInId }, body)).checkIn;
};
const taps = { doubtful, unverified, far };
const code = (refused: Promise<unknown>) =>
  refused.then(
    () => null,
    (error: { code: string }) => error.code,
  );

const pastRecord = (more: { hours?: number; ms?: number } = { ms: 1 }) => {
  at.company.app.clock.advance({ hours: 24 });
  at.company.app.clock.advance(more);
};
async function byTheHour(): Promise<void> {
  const { deps } = at.company.app;
  await closeReviews({ at: deps.clock.now(), runId: "run" }, deps);
  await at.company.workAll();
}
const read = ({ checkInId }: CheckInView) => at.company.as(at.manager).call("reviews.read", { checkInId });

describe.each(["doubtful", "unverified", "far"] as const)("one (%s) of which no record was written in time", (kind) => {
  it("is nothing to decide on any more, and its page says why, from that instant on", async () => {
    const checkIn = await taps[kind]();
    const { revision } = (await read(checkIn)).review;
    pastRecord();
    expect(await read(checkIn)).toMatchObject({ mayDecide: false, review: { state: "unrecorded" } });
    expect(await code(decided(checkIn.checkInId, true, { revision }))).toBe("review.closed");
  });

  it("can be decided on until then", async () => {
    const checkIn = await taps[kind]();
    pastRecord({ ms: 0 });
    expect(await read(checkIn)).toMatchObject({ mayDecide: true, review: { state: "open" } });
  });

  it("waits for nobody, and nobody is reminded of it", async () => {
    await taps[kind]();
    await at.company.workAll();
    pastRecord();
    await byTheHour();
    expect(await toReview()).toEqual([]);
    const told = at.company.toldTo(at.manager).length;
    at.company.app.clock.advance({ hours: 48 });
    const { deps } = at.company.app;
    await remindApprovers({ at: deps.clock.now(), runId: "later" }, deps);
    await byTheHour();
    expect(at.company.toldTo(at.manager)).toHaveLength(told);
  });

  it("is in nobody's list from that instant on", async () => {
    await taps[kind]();
    pastRecord();
    expect(await toReview()).toEqual([]);
    expect((await at.company.as(at.manager).call("todos.mine")).items).toEqual([]);
  });

  it("is not asked about in a message where it is heard of only then", async () => {
    await taps[kind]();
    pastRecord();
    await at.company.workAll();
    expect(at.company.toldTo(at.manager)).toEqual([]);
  });

  it("is nothing to decide on either where its record comes after that", async () => {
    const checkIn = await taps[kind]();
    pastRecord();
    await recorded(checkIn);
    expect(await read(checkIn)).toMatchObject({ mayDecide: false, review: { state: "unrecorded" } });
    expect(await toReview()).toEqual([]);
    await byTheHour();
    expect((await ofDay())[0]?.review?.state).toBe("unrecorded");
    expect(at.company.toldTo(at.rep)).toEqual(["24 小时内没有写好拜访记录，这次打卡不算有效拜访，也不用再等谁决定。"]);
  });

  it("is told to its rep once, with the records that are too late", async () => {
    await taps[kind]();
    pastRecord({ hours: 1 });
    await byTheHour();
    const { deps } = at.company.app;
    at.company.app.clock.set("2026-03-27T17:43:00+08:00");
    await remindRecords({ at: deps.clock.now(), runId: "evening" }, noticeReads(deps, approversOf), deps);
    await at.company.workAll();
    expect(at.company.toldTo(at.rep)).toEqual([
      "有 1 次打卡过了 24 小时还没有写好记录，不算有效拜访。记录还可以补写，会留着，但不再计入。",
    ]);
  });

  it("is explained no more", async () => {
    const checkIn = await taps[kind]();
    pastRecord();
    const body = { commandId: randomUUID(), revision: checkIn.review?.revision ?? 0, text: "前台可以证明" };
    const { checkInId } = checkIn;
    expect(await code(at.company.as(at.rep).call("checkIns.answer", { checkInId }, body))).toBe("review.closed");
  });

  it("is decided on after all where a record of then has only come late", async () => {
    const checkIn = await taps[kind]();
    pastRecord();
    await byTheHour();
    const written = { at: "2026-03-26T10:00:00+08:00", timeKind: "anchored" as const };
    const body = { ...visitBody(at.company, checkIn), written };
    const { visitId } = (await at.company.as(at.rep).call("visits.record", undefined, body)).visit;
    await at.company.workAll();
    expect(await toReview()).toMatchObject([{ checkInId: checkIn.checkInId }]);
    const { revision } = (await read(checkIn)).review;
    await decided(checkIn.checkInId, true, { revision });
    expect([(await readVisit(visitId)).effective, await paid()]).toEqual([true, 5_000]);
  });
});

it("one out of range is not explained any more where no record was written in time", async () => {
  const { checkInId } = await givenCheckIn(at.company, { rep: at.rep, customer: at.customer, northM: 2_000 });
  pastRecord();
  expect(await code(explained(checkInId))).toBe("review.closed");
});

it("one that was not accepted is looked at no second time where no record was written in time", async () => {
  const { checkInId } = await doubtful();
  await decided(checkInId, false);
  pastRecord();
  const body = { commandId: randomUUID(), revision: 2, text: "前台有登记" };
  expect(await code(at.company.as(at.rep).call("checkIns.appeal", { checkInId }, body))).toBe("review.closed");
});

it("one whose record leaves out what its type asks for is nothing to decide on any more", async () => {
  const checkIn = await doubtful();
  const body = { ...visitBody(at.company, checkIn), type: { typeId: "hospital", version: 1 } };
  const { visit } = await at.company.as(at.rep).call("visits.record", undefined, body);
  expect(visit.reason).toBe("steps.missing");
  expect((await read(checkIn)).mayDecide).toBe(true);
  pastRecord();
  expect(await read(checkIn)).toMatchObject({ mayDecide: false, review: { state: "unrecorded" } });
  await byTheHour();
  expect(await toReview()).toEqual([]);
});

it("one that was recorded in time is decided on for seven days", async () => {
  const checkIn = await doubtful();
  await recorded(checkIn);
  pastRecord();
  await byTheHour();
  expect(await toReview()).toMatchObject([{ checkInId: checkIn.checkInId }]);
  expect((await ofDay())[0]?.review?.state).toBe("open");
});

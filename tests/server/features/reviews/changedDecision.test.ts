import { randomUUID } from "node:crypto";
import { inTransaction } from "../../../../server/db";
import { NoticeModel } from "../../../../server/features/notices/noticeModel";
import { reviewTeller } from "../../../../server/features/notices/onReviewClosed";
import type { Person } from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { lookAt, stored } from "../../../support/testDatabase";
import { givenReviewed } from "./givenReviewed";

const { at, doubtful, recorded, decided, ofDay, paid, readVisit } = givenReviewed();

/** Its record is written, and the leader has not accepted it. */
async function rejected() {
  const checkIn = await doubtful();
  const { visitId } = await recorded(checkIn);
  await decided(checkIn.checkInId, false);
  return { checkInId: checkIn.checkInId, visitId };
}

const read = (checkInId: string, by: Person = at.manager) => at.company.as(by).call("reviews.read", { checkInId });
const closed = { status: 409, code: "review.closed" };

describe("a leader who has tapped the wrong button", () => {
  it("decides otherwise, and visit and pay follow", async () => {
    const { checkInId, visitId } = await rejected();
    expect(await paid()).toBe(0);
    await decided(checkInId, true, { revision: 2 });
    expect((await readVisit(visitId)).effective).toBe(true);
    expect(await paid()).toBe(5_000);
    await checkedLedger();
  });

  it("does so the other way round as well", async () => {
    const checkIn = await doubtful();
    const { visitId } = await recorded(checkIn);
    await decided(checkIn.checkInId, true);
    await decided(checkIn.checkInId, false, { revision: 2 });
    expect(await readVisit(visitId)).toMatchObject({ effective: false, reason: "checkIn.rejected" });
    expect(await paid()).toBe(0);
  });

  it("is told until when that can be done", async () => {
    const { checkInId } = await rejected();
    const { decision } = (await read(checkInId)).review;
    const until = new Date(new Date(decision?.at ?? "").getTime() + 30 * 60_000).toISOString();
    expect((await read(checkInId)).mayChangeUntil).toBe(until);
  });

  it("can do so for half an hour, to the last instant", async () => {
    const { checkInId } = await rejected();
    at.company.app.clock.advance({ minutes: 30, ms: 1 });
    expect((await read(checkInId)).mayChangeUntil).toBeNull();
    await expect(decided(checkInId, true, { revision: 2 })).rejects.toMatchObject(closed);
  });

  it("can do so no more once the rep has asked a second person", async () => {
    const { checkInId } = await rejected();
    const body = { commandId: randomUUID(), revision: 2, text: "前台有登记" };
    await at.company.as(at.rep).call("checkIns.appeal", { checkInId }, body);
    expect((await read(checkInId)).mayChangeUntil).toBeNull();
    await expect(decided(checkInId, true, { revision: 3 })).rejects.toMatchObject({ code: "right.missing" });
  });

  it("reads after that who looks at it now, and that it is not they", async () => {
    const { checkInId } = await rejected();
    const body = { commandId: randomUUID(), revision: 2, text: "前台有登记" };
    await at.company.as(at.rep).call("checkIns.appeal", { checkInId }, body);
    expect(await read(checkInId)).toMatchObject({ mayDecide: false, deciderNames: [at.head.name] });
    expect((await read(checkInId, at.head)).deciderNames).toBeUndefined();
  });

  it("is the only one who can", async () => {
    const { checkInId } = await rejected();
    expect((await read(checkInId, at.head)).mayChangeUntil).toBeNull();
    await expect(decided(checkInId, true, { by: at.head, revision: 2 })).rejects.toMatchObject(closed);
  });

  it("leaves both decisions in the audit, the first with its reason", async () => {
    const { checkInId } = await rejected();
    await decided(checkInId, true, { revision: 2 });
    const entries = await stored("auditEntries", { action: "review.decide", subject: checkInId });
    const detailOf = (accepted: boolean) =>
      entries.find(({ detail }) => (detail as { accepted: boolean }).accepted === accepted)?.detail as unknown;
    expect(entries).toHaveLength(2);
    expect(detailOf(false)).toBeDefined();
    expect(detailOf(true)).toMatchObject({ before: { accepted: false, reason: "问过客户了" } });
  });
});

it("the rep's page has both decisions, until a second person has decided", async () => {
  const { checkInId } = await rejected();
  await decided(checkInId, true, { revision: 2 });
  const mine = async () => (await ofDay()).find((one) => one.checkInId === checkInId)?.review;
  expect(await mine()).toMatchObject({
    state: "accepted",
    decision: { byName: at.manager.name },
    decisionBefore: { byName: at.manager.name, reason: "问过客户了" },
  });
  await decided(checkInId, false, { revision: 3 });
  const body = { commandId: randomUUID(), revision: 4, text: "前台有登记" };
  await at.company.as(at.rep).call("checkIns.appeal", { checkInId }, body);
  await decided(checkInId, true, { by: at.head, revision: 5 });
  expect(await mine()).toMatchObject({ state: "accepted", decisionBefore: null });
});

it("the rep reads of both decisions, and of the first one nothing is left to do", async () => {
  const { checkInId } = await rejected();
  await at.company.workAll();
  await decided(checkInId, true, { revision: 2 });
  await at.company.workAll();
  const { items } = await at.company.as(at.rep).call("notices.list", {});
  const told = items.filter(({ kind }) => kind === "review_closed");
  expect(told.map(({ handled = false }) => handled)).toEqual([false, true]);
  expect(told.map(({ text }) => text)).toEqual([
    "陈浩认可了这次打卡：问过客户了",
    "陈浩没有认可这次打卡，它不计入有效拜访：问过客户了",
  ]);
});

it("leaves no message unread that was done with before it was sent", async () => {
  const { checkInId } = await rejected();
  await decided(checkInId, true, { revision: 2 });
  await at.company.workAll();
  const { items } = await at.company.as(at.rep).call("notices.list", {});
  const done = items.filter(({ handled = false }) => handled);
  expect(done.map(({ kind, read: isRead }) => [kind, isRead])).toEqual([["review_closed", true]]);
});

it("the rep is not told of the first decision after the second one, whichever is worked off first", async () => {
  const { checkInId } = await rejected();
  await decided(checkInId, true, { revision: 2 });
  await at.company.workAll();
  const told = await stored("notices", { kind: "review_closed" });
  await lookAt(() => NoticeModel.deleteMany({ kind: "review_closed" }));
  const newestFirst = told
    .map(({ _id, params }) => ({ eventId: String(_id), params: params as Parameters<typeof reviewTeller>[0] }))
    .sort((a, b) => b.params.revision - a.params.revision);
  for (const { eventId, params } of newestFirst) {
    const outcome = await reviewTeller(params, { eventId } as Parameters<typeof reviewTeller>[1], at.company.app.deps);
    if (outcome && "write" in outcome) await inTransaction(async (session) => outcome.write?.(session));
  }
  const again = await stored("notices", { kind: "review_closed" });
  expect(again.map(({ params }) => (params as { revision: number }).revision)).toEqual([3]);
});

import { randomUUID } from "node:crypto";
import { connection } from "mongoose";
import { closeReviews } from "../../../../server/features/reviews";
import {
  checkInBody,
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  type Person,
  visitBody,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { lookAt, stored } from "../../../support/testDatabase";
import { givenReviewed } from "./givenReviewed";

const { at, doubtful, unverified, recorded, decided, paid, readVisit, ofDay, toReview, afterDays } = givenReviewed();
let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let head: Person;
let customer: Customer;
beforeEach(() => {
  ({ company, manager, rep, colleague, head, customer } = at);
});

describe("the day's list", () => {
  it("says of each check-in what its record has come to", async () => {
    await recorded(await givenCheckIn(company, { rep, customer }));
    company.app.clock.advance({ minutes: 5 });
    await givenCheckIn(company, { rep, customer });
    expect((await ofDay()).map(({ visit }) => visit)).toEqual([null, { effective: true, reason: null }]);
  });

  it("says why one does not count", async () => {
    await recorded(await unverified());
    expect(await ofDay()).toMatchObject([{ visit: { effective: false, reason: "checkIn.unverified" } }]);
  });
});

const lastRows = async (by: Person) => (await company.as(by).call("notices.list", {})).items[0]?.rows;

describe("a doubtful check-in", () => {
  it("is put before the leader at once, with what comes of it where nobody decides", async () => {
    const { checkInId, review } = await doubtful();
    expect(review).toMatchObject({ state: "open", decideUntil: "2026-04-02T01:00:00.000Z" });
    await company.workAll();
    expect(company.toldTo(manager)).toEqual(["小王在海岳机械的打卡存疑，等你决定认不认可。"]);
    expect(company.toldTo(rep)).toEqual([]);
    expect(await toReview()).toMatchObject([{ checkInId, byName: "小王" }]);
    expect((await company.as(manager).call("todos.mine")).items).toMatchObject([
      { kind: "review", subjectId: checkInId, byName: "小王", until: "2026-04-02T01:00:00.000Z" },
    ]);
    const { items } = await company.as(manager).call("notices.list", {});
    expect(JSON.stringify(items)).toContain("没有决定就照算");
    // The demo's 26 March: it may be decided until 2 April.
    expect(JSON.stringify(items)).toContain("3月的收入，按拜访那天");
  });

  it("is put before the leader a second time with what its rep says about it", async () => {
    const { checkInId, review } = await doubtful();
    await company.workAll();
    const body = { commandId: randomUUID(), revision: review?.revision ?? 0, text: "从后门进的" };
    await company.as(rep).call("checkIns.answer", { checkInId }, body);
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([
      "小王在海岳机械的打卡存疑，等你决定认不认可。",
      "小王说明了在海岳机械的存疑打卡：「从后门进的」。等你决定认不认可。",
    ]);
  });

  it("counts neither as a visit nor for the allowance once somebody has said no", async () => {
    const checkIn = await doubtful();
    const { visitId, effective } = await recorded(checkIn);
    expect([effective, await paid()]).toEqual([true, 5_000]);
    await decided(checkIn.checkInId, false);
    await company.workAll();
    expect(await readVisit(visitId)).toMatchObject({ effective: false, reason: "checkIn.rejected" });
    expect(await paid()).toBe(0);
    expect(company.toldTo(rep)).toEqual(["陈浩没有认可这次打卡，它不计入有效拜访：问过客户了"]);
    expect(await toReview()).toEqual([]);
    expect((await checkedLedger()).difference).toBeNull();
  });

  it("that was not accepted is not the day on which the client was last seen, and what was agreed on stays", async () => {
    const lastSeen = async () => {
      const { items } = await company.as(rep).call("customers.mine", {});
      return items.map(({ lastVisitOn, nextStep }) => ({ lastVisitOn, nextStep }));
    };
    const nextStep = { text: "送样品", on: "2026-03-30" };
    await recorded(await givenCheckIn(company, { rep, customer }));
    company.app.clock.advance({ hours: 24 });
    const checkIn = await doubtful();
    await company.as(rep).call("visits.record", undefined, { ...visitBody(company, checkIn), nextStep });
    expect(await lastSeen()).toEqual([{ lastVisitOn: "2026-03-27", nextStep }]);
    await decided(checkIn.checkInId, false);
    expect(await lastSeen()).toEqual([{ lastVisitOn: "2026-03-26", nextStep }]);
  });

  it("that was not accepted leaves the day free for one that counts", async () => {
    const checkIn = await doubtful();
    await recorded(checkIn);
    await decided(checkIn.checkInId, false);
    company.app.clock.advance({ minutes: 10 });
    const better = await givenCheckIn(company, { rep, customer });
    expect((await recorded(better)).effective).toBe(true);
    expect(await paid()).toBe(5_000);
  });

  it("tells its rep why it was accepted", async () => {
    const { checkInId } = await doubtful();
    await decided(checkInId, true);
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([`${manager.name}认可了这次打卡：问过客户了`]);
  });

  it("counts as before where it is accepted", async () => {
    const checkIn = await doubtful();
    const { visitId } = await recorded(checkIn);
    await decided(checkIn.checkInId, true);
    await company.workAll();
    expect(await paid()).toBe(5_000);
    expect((await readVisit(visitId)).checkIn.review).toMatchObject({
      state: "accepted",
      decision: { byName: manager.name, reason: "问过客户了" },
    });
  });

  it("tells its rep until when the record may be written where it was accepted without one", async () => {
    const { checkInId } = await doubtful();
    await decided(checkInId, true);
    await company.workAll();
    expect(await lastRows(rep)).toEqual([{ name: "记录", value: "3月27日 09:00 前写好才算有效" }]);
  });

  it("tells its rep who was not accepted what they can do now", async () => {
    const { checkInId } = await doubtful();
    await decided(checkInId, false);
    await company.workAll();
    expect(await lastRows(rep)).toEqual([
      { name: "下一步", value: "4月2日 09:00 前可请人复核" },
      { name: "今天", value: "到客户那里再打一次也算" },
    ]);
  });

  it("tells its rep after seven days who could have decided", async () => {
    await recorded(await doubtful());
    await afterDays(7.1);
    expect(company.toldTo(rep).at(-1)).toBe(`七天里没有人决定（该由${manager.name}决定），这次打卡照算。`);
  });

  it("counts where nobody decides within seven days", async () => {
    const checkIn = await doubtful();
    await recorded(checkIn);
    await afterDays(6.9);
    expect(await toReview()).toHaveLength(1);
    await afterDays(0.2);
    expect(await toReview()).toEqual([]);
    expect(await paid()).toBe(5_000);
    await expect(decided(checkIn.checkInId, false, { revision: 2 })).rejects.toMatchObject({ code: "review.closed" });
  });

  it("waits for nobody from the moment on that it can be decided no longer", async () => {
    const { checkInId } = await doubtful();
    company.app.clock.advance({ hours: 24 * 7, ms: 1 });
    expect(await toReview()).toEqual([]);
    expect((await company.as(manager).call("todos.mine")).items).toEqual([]);
    await expect(decided(checkInId, true)).rejects.toMatchObject({ code: "review.closed" });
  });

  it("is decided once, however often the same tap arrives", async () => {
    const { checkInId } = await doubtful();
    const body = { commandId: randomUUID(), revision: 1, accepted: false, reason: "那天他在公司" };
    const send = () => company.as(manager).call("reviews.decide", { checkInId }, body);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    await expect(decided(checkInId, true)).rejects.toMatchObject({ status: 409, code: "review.closed" });
  });
});

describe("that it waits", () => {
  /** The rep has heard that it waits, and has answered since. */
  const answered = async () => {
    const checkIn = await doubtful();
    const { checkInId } = checkIn;
    await recorded(checkIn);
    await company.workAll();
    await afterDays(4.05);
    const waits = company.toldTo(rep);
    expect(waits).toHaveLength(1);
    const asked = company.toldTo(manager).length;
    const body = { commandId: randomUUID(), revision: 1, text: "客户可以证明" };
    await company.as(rep).call("checkIns.answer", { checkInId }, body);
    await company.workAll();
    return { waits, asked };
  };

  it("keeps no later answer of its rep from the leader", async () => {
    const { asked } = await answered();
    expect(company.toldTo(manager)).toHaveLength(asked + 1);
  });

  it("is said to its rep once", async () => {
    const { waits } = await answered();
    await afterDays(1);
    expect(company.toldTo(rep)).toEqual(waits);
  });
});

describe("who decides", () => {
  it("is never the one whose it is: a leader's own waits for the leader above", async () => {
    const own = await givenCustomer(company, { owner: manager });
    await givenConsent(company, manager);
    const { checkInId } = await givenCheckIn(company, { rep: manager, customer: own, northM: 215 });
    await expect(decided(checkInId, true)).rejects.toMatchObject({ status: 403, code: "review.own" });
    expect(await toReview(manager)).toEqual([]);
    expect(await toReview(head)).toHaveLength(1);
    await decided(checkInId, true, { by: head });
  });

  it("is nobody but who leads the team, also to look at it", async () => {
    const { checkInId } = await doubtful();
    for (const by of [colleague, company.finance, rep]) {
      await expect(decided(checkInId, true, { by })).rejects.toMatchObject({ status: 403 });
      await expect(company.as(by).call("reviews.read", { checkInId })).rejects.toMatchObject({ status: 403 });
      expect(await toReview(by)).toEqual([]);
    }
  });

  it("is seen by its rep to have looked", async () => {
    const { checkInId } = await doubtful();
    await company.as(manager).call("reviews.read", { checkInId });
    expect((await company.as(rep).call("privacy.looked", {})).items).toMatchObject([
      { what: "review.read", byName: manager.name, visits: [{ on: "2026-03-26", customerName: "海岳机械" }] },
    ]);
  });

  it("sees why it is in doubt beside what its rep says", async () => {
    const { checkInId } = await doubtful();
    const body = { commandId: randomUUID(), revision: 1, text: "在后门卸样品" };
    const { checkIn } = await company.as(rep).call("checkIns.answer", { checkInId }, body);
    expect(checkIn.review).toMatchObject({ state: "open", answer: "在后门卸样品", revision: 2 });
    const { review } = await company.as(manager).call("reviews.read", { checkInId });
    expect(review).toMatchObject({ answer: { text: "在后门卸样品" }, doubts: ["edge"], distanceM: 215, radiusM: 200 });
  });
});

describe("better evidence of the same day", () => {
  /** In doubt at the gate, then checked in again inside. */
  const walkedIn = async () => {
    const first = await doubtful();
    await company.workAll();
    company.app.clock.advance({ minutes: 10 });
    const second = await givenCheckIn(company, { rep, customer, northM: 0 });
    await company.workAll();
    return { first, second };
  };

  it("leaves nobody anything to decide", async () => {
    await walkedIn();
    expect(await toReview()).toEqual([]);
  });

  it("is no repetition, so that its record counts", async () => {
    const { second } = await walkedIn();
    expect((await recorded(second)).effective).toBe(true);
  });

  it("makes good what was in doubt", async () => {
    const { first, second } = await walkedIn();
    expect(await ofDay()).toMatchObject([
      { checkInId: second.checkInId, repeatedOnDay: false, mendedById: null },
      { checkInId: first.checkInId, verdict: "doubtful", repeatedOnDay: false, mendedById: second.checkInId },
    ]);
  });

  it("tells the leader who was asked that nobody has to decide any more", async () => {
    await walkedIn();
    expect(company.toldTo(manager).at(-1)).toBe("小王当天在海岳机械又打了一次卡，已经补上，不用你决定了。");
    const { items } = await company.as(manager).call("notices.list", {});
    expect(items.map(({ kind, handled = false }) => [kind, handled])).toEqual([
      ["approval_over", false],
      ["approval_ask", true],
    ]);
  });

  it("is found by the hour where two processes did not know of each other, also of taps that came days late", async () => {
    const { app } = company;
    const tap = (northM: number, tappedAt: string) =>
      company
        .as(rep)
        .call("checkIns.create", undefined, checkInBody(company, customer, { northM, tappedAt, timeKind: "anchored" }));
    app.clock.advance({ days: 3 });
    const { checkIn: first } = await tap(215, "2026-03-27T01:30:00.000Z");
    await tap(0, "2026-03-27T01:40:00.000Z");
    await company.workAll();
    // As if neither had been there when the other came.
    await lookAt(() =>
      connection.collection("checkInReviews").updateMany({}, { $set: { state: "open", mendedById: null } }),
    );
    app.clock.advance({ hours: 1 });
    await closeReviews({ at: app.deps.clock.now(), runId: "run" }, app.deps);
    await company.workAll();
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-27" });
    expect(items.find(({ checkInId }) => checkInId === first.checkInId)?.review?.state).toBe("mended");
  });

  it("makes the visit count that was recorded without a position, once", async () => {
    const first = await unverified();
    const { visitId, effective } = await recorded(first);
    expect([effective, await paid()]).toEqual([false, 0]);
    company.app.clock.advance({ minutes: 10 });
    const second = await givenCheckIn(company, { rep, customer, northM: 0 });
    await company.workAll();
    expect(await readVisit(visitId)).toMatchObject({ effective: true, reason: null });
    expect(await paid()).toBe(5_000);
    // The record belongs to both; the stored check-in says what it said.
    expect((await ofDay()).map((one) => one.visitId)).toEqual([visitId, visitId]);
    const kept = await stored("checkIns", { _id: first.checkInId });
    expect(kept).toMatchObject([{ verdict: "unverified" }]);
    expect(second.verdict).toBe("inside");
    expect((await checkedLedger()).difference).toBeNull();
  });

  it("that arrives first leaves nothing to decide on", async () => {
    const late = checkInBody(company, customer, { northM: 215 });
    company.app.clock.advance({ minutes: 10 });
    await givenCheckIn(company, { rep, customer, northM: 0 });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, late);
    expect(checkIn).toMatchObject({ verdict: "doubtful", review: null });
    expect(await toReview()).toEqual([]);
  });
});

describe("why a check-in is in doubt", () => {
  const readReview = async (checkInId: string) =>
    (await company.as(manager).call("reviews.read", { checkInId })).review;

  it.each([
    ["live", "edge"],
    ["cached", "cachedFix"],
  ] as const)("stays what it was when its position is erased, of a %s fix", async (kind, doubt) => {
    const { fix, ...body } = checkInBody(company, customer, { northM: kind === "live" ? 215 : 0 });
    const { checkIn } = await company
      .as(rep)
      .call("checkIns.create", undefined, { ...body, fix: fix && { ...fix, kind } });
    await company.workAll();
    await company.as(rep).call("privacy.withdrawConsent", undefined, { commandId: randomUUID() });
    expect((await stored("checkIns", { _id: checkIn.checkInId }))[0]).toMatchObject({ fix: null });
    expect((await readReview(checkIn.checkInId)).doubts).toEqual([doubt]);
  });
});

describe("a decision in April on a visit of March", () => {
  it("names the month that it changes", async () => {
    company.app.clock.set("2026-03-31T23:50:00+08:00");
    const checkIn = await doubtful();
    await recorded(checkIn);
    await company.workAll();
    company.app.clock.set("2026-04-02T09:11:00+08:00");
    company.app.passRealTime({ hours: 10 });
    await decided(checkIn.checkInId, false);
    await company.workAll();
    const [told] = (await company.as(rep).call("notices.list", {})).items;
    expect(told?.rows[0]).toEqual({ name: "收入", value: "3月 −50.00 元" });
  });
});

describe("a check-in that nobody can verify", () => {
  it("is asked about anew by an answer after the deadline, also before it was ended", async () => {
    const checkIn = await unverified();
    const { checkInId } = checkIn;
    await recorded(checkIn);
    company.app.clock.advance({ hours: 24 * 7, minutes: 1 });
    const body = { commandId: randomUUID(), revision: 1, text: "客户可以证明" };
    await company.as(rep).call("checkIns.answer", { checkInId }, body);
    await closeReviews({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
    expect((await ofDay())[0]?.review).toMatchObject({ state: "open", answer: "客户可以证明" });
  });

  it("counts once the leader accepts it, with the record that was written in time", async () => {
    const checkIn = await unverified();
    const { visitId } = await recorded(checkIn);
    await decided(checkIn.checkInId, true);
    await company.workAll();
    expect(await readVisit(visitId)).toMatchObject({ effective: true, reason: null });
    expect(await paid()).toBe(5_000);
    expect((await checkedLedger()).difference).toBeNull();
  });

  it("does not count where nobody decides", async () => {
    await recorded(await unverified());
    await afterDays(7.1);
    expect(company.toldTo(rep).at(-1)).toMatch(/不算。打开写一句说明，就会再问一次。$/);
  });

  it("is asked about anew when its rep explains it after that", async () => {
    const checkIn = await unverified();
    const { checkInId } = checkIn;
    await recorded(checkIn);
    await afterDays(7.1);
    const [{ review } = { review: null }] = await ofDay();
    const body = { commandId: randomUUID(), revision: review?.revision ?? 0, text: "手机没电了，前台可以证明" };
    await company.as(rep).call("checkIns.answer", { checkInId }, body);
    await company.workAll();
    expect(await toReview()).toMatchObject([{ checkInId }]);
    expect(company.toldTo(manager).at(-1)).toBe(
      "小王说明了在海岳机械的存疑打卡：「手机没电了，前台可以证明」。等你决定认不认可。",
    );
  });
});

import { type Company, type Customer, givenCheckIn, type Person } from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { givenReviewed } from "./givenReviewed";

/* What becomes of the other check-ins of a day at one client when one of them is decided on. */

const { at, doubtful, unverified, recorded, decided, paid, later, readVisit, ofDay, toReview } = givenReviewed();
let company: Company;
let rep: Person;
let customer: Customer;
beforeEach(() => {
  ({ company, rep, customer } = at);
});

describe("the others of a day on which one was rejected", () => {
  it("are asked about anew, where they were made good by it", async () => {
    const first = await unverified();
    company.app.clock.advance({ minutes: 5 });
    const second = await doubtful();
    await decided(second.checkInId, false);
    await company.workAll();
    expect(await toReview()).toMatchObject([{ checkInId: first.checkInId }]);
  });

  it("count no longer, where they were made good by it", async () => {
    const first = await unverified();
    const { visitId } = await recorded(first);
    company.app.clock.advance({ minutes: 5 });
    const second = await doubtful();
    await company.workAll();
    expect(await paid()).toBe(5_000);
    await decided(second.checkInId, false);
    await company.workAll();
    expect(await readVisit(visitId)).toMatchObject({ effective: false, reason: "checkIn.unverified" });
    expect(await paid()).toBe(0);
    expect((await checkedLedger()).difference).toBeNull();
  });

  it("are put before the leader, where they only repeated it", async () => {
    const first = await doubtful();
    company.app.clock.advance({ minutes: 5 });
    const second = await doubtful();
    await decided(first.checkInId, false);
    await company.workAll();
    await recorded(second);
    expect(await toReview()).toMatchObject([{ checkInId: second.checkInId }]);
  });

  it("count in its place, where they were recorded as well", async () => {
    const first = await doubtful();
    company.app.clock.advance({ minutes: 5 });
    const second = await doubtful();
    await recorded(first);
    const { visitId } = await recorded(second);
    await decided(first.checkInId, false);
    await company.workAll();
    expect(await readVisit(visitId)).toMatchObject({ effective: true, reason: null });
    expect(await paid()).toBe(5_000);
    expect((await checkedLedger()).difference).toBeNull();
  });

  /** The one with a record waits for the leader, and the one that would have carried it is not accepted. */
  async function visitLost() {
    await recorded(await unverified());
    later();
    const second = await doubtful();
    await company.workAll();
    await decided(second.checkInId, false);
    await company.workAll();
    expect(await paid()).toBe(0);
  }

  it("tell their rep what the month loses, and that the leader looks at them now", async () => {
    await visitLost();
    const [told] = (await company.as(rep).call("notices.list", {})).items;
    expect(told?.rows).toEqual([
      { name: "收入", value: "本月 −50.00 元" },
      { name: "有效拜访", value: "少 1 次" },
      { name: "也要看", value: "09:00 的打卡等主管看，可先说明" },
      { name: "下一步", value: "4月2日 09:05 前可请人复核" },
      { name: "今天", value: "到客户那里再打一次也算" },
    ]);
  });

  it("cost the month nothing where one of them takes its place, and nothing is said to be lost", async () => {
    const first = await doubtful();
    later();
    const second = await doubtful();
    await recorded(first);
    await recorded(second);
    await company.workAll();
    await decided(first.checkInId, false);
    await company.workAll();
    expect(await paid()).toBe(5_000);
    expect(JSON.stringify((await company.as(rep).call("notices.list", {})).items)).not.toMatch(/50/);
  });

  it("are paid again where a third one makes good what the second did", async () => {
    await visitLost();
    later();
    await givenCheckIn(company, { rep, customer, northM: 0 });
    await company.workAll();
    expect(await paid()).toBe(5_000);
    const [told] = (await company.as(rep).call("notices.list", {})).items;
    expect(told).toMatchObject({ rows: [{ value: "本月 +50.00 元" }, { value: "多 1 次" }] });
    expect(told?.title).toContain("拜访现在计入");
    expect((await checkedLedger()).difference).toBeNull();
  });

  it("go by the record of that day, also where the leader says yes days later", async () => {
    const first = await doubtful();
    await recorded(first);
    later();
    const second = await doubtful();
    await company.workAll();
    company.app.clock.advance({ hours: 48 });
    await decided(first.checkInId, false);
    await company.workAll();
    expect((await ofDay()).map(({ visitId }) => visitId !== null)).toEqual([true, true]);
    expect(await toReview()).toMatchObject([{ checkInId: second.checkInId }]);
    expect(await paid()).toBe(5_000);
    await decided(second.checkInId, false);
    await company.workAll();
    expect(await paid()).toBe(0);
  });

  it("need no record of their own where the day has one", async () => {
    const first = await doubtful();
    await recorded(first);
    later();
    await doubtful();
    await company.workAll();
    await decided(first.checkInId, false);
    await company.workAll();
    expect((await company.as(rep).call("todos.mine")).items).toEqual([]);
    expect(await paid()).toBe(5_000);
  });

  it("name the one that makes them good now, wherever it is read", async () => {
    const first = await unverified();
    const { visitId } = await recorded(first);
    later();
    const second = await doubtful();
    await company.workAll();
    later();
    const third = await doubtful();
    await decided(second.checkInId, false);
    await company.workAll();
    const shown = (await ofDay()).find(({ checkInId }) => checkInId === first.checkInId)?.mendedById;
    const { checkIns } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    const exported = checkIns.find(({ checkInId }) => checkInId === first.checkInId)?.review?.mendedById;
    const visit = await readVisit(visitId);
    expect([shown, exported, visit.checkIn.mendedById]).toEqual([third.checkInId, third.checkInId, third.checkInId]);
    expect(visit.effective).toBe(true);
  });
});

describe("what only repeats a check-in that was accepted", () => {
  it("is put before nobody any more", async () => {
    const first = await unverified();
    later();
    await unverified();
    await company.workAll();
    expect(await toReview()).toHaveLength(2);
    await decided(first.checkInId, true);
    await company.workAll();
    expect((await ofDay())[0]?.repeatedOnDay).toBe(true);
    expect(await toReview()).toEqual([]);
  });
});

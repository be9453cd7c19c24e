import { randomUUID } from "node:crypto";
import { NoticeModel } from "../../../../server/features/notices/noticeModel";
import { type Company, givenTeam, type Person, prepare, type Team } from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { lookAt } from "../../../support/testDatabase";
import { noticesOf, type GivenNotices } from "./givenNotices";

const wan = 1_000_000;
const start = prepare(async (company) => {
  const team = await givenTeam(company, { name: "直销一队", manager: { name: "陈经理" }, reps: [{}, {}] });
  const [rep, colleague] = team.reps;
  return { team, rep, colleague };
});

let company: Company;
let app: TestApp;
let team: Team;
let rep: Person;
let colleague: Person;
let given: GivenNotices;
const list = (person: Person, cursor?: string) =>
  company.as(person).call("notices.list", cursor === undefined ? {} : { cursor });

beforeEach(async () => {
  ({ company, team, rep, colleague } = await start({ now: "2026-03-26T16:05:00+08:00" }));
  app = company.app;
  given = noticesOf(app);
  const { world } = given;
  for (const { memberId, name } of [rep, colleague, team.manager]) world.person(memberId, { name });
  world.months.set(rep.memberId, { doneFen: 50 * wan, targetFen: 66_666_667 });
  world.team(team.unitId, { doneFen: 163.2 * wan, targetFen: 240 * wan });
  world.leaders.set(team.unitId, [team.manager.memberId]);
});

/** The rep has sold for 10 万, and the manager confirms it now. */
const confirmed = (by = team.manager) =>
  given.confirmed({ repId: rep.memberId, teamId: team.unitId, confirmedById: by.memberId });

it("lists every message of one's own, newest first, with what it opens", async () => {
  await confirmed();
  app.clock.advance({ minutes: 20 });
  await confirmed();
  await given.work();
  const { items, nextCursor, unreadCount } = await list(rep);
  expect(items.map(({ noticeId }) => noticeId)).toEqual(["sale-2:rep", "sale-1:rep"]);
  expect(items[1]).toEqual({
    noticeId: "sale-1:rep",
    kind: "sale_win",
    title: "订单已确认 · 海岳机械 · 3月26日 16:05",
    text: "恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!",
    rows: [
      { name: "这一单的提成，已得", value: "+1,500.00 元" },
      { name: "本月销售", value: "50万 / 66.67万，75%" },
      { name: "团队", value: "163.2万 / 240万，68%" },
    ],
    opens: "/pages/sales/detail/index?id=sale-1&notice=sale-1%3Arep",
    at: "2026-03-26T08:05:00.000Z",
    read: false,
  });
  expect({ nextCursor, unreadCount }).toEqual({ nextCursor: null, unreadCount: 2 });
  expect((await list(colleague)).items).toEqual([]);
});

it("turns pages of 50 without leaving out or repeating a message", async () => {
  await lookAt(() => NoticeModel.create(Array.from({ length: 53 }, (_, index) => anOldNotice(index))));
  const first = await list(rep);
  const second = await list(rep, first.nextCursor ?? "");
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 3, null]);
  expect(new Set([...first.items, ...second.items].map(({ noticeId }) => noticeId)).size).toBe(53);
});

function anOldNotice(index: number) {
  const at = new Date(Date.parse("2026-03-01T09:00:00+08:00") + index * 60_000);
  const _id = `old-${index}:rep`;
  return {
    _id,
    kind: "sale_win",
    channel: "member" as const,
    receiverId: rep.memberId,
    cause: `old-${index}`,
    params: {},
    answersAct: true,
    at,
    state: "sent" as const,
    history: [],
    inboxOf: rep.memberId,
    sortKey: `${at.toISOString()}:${_id}`,
    shown: { title: "订单已确认", text: "…", rows: [], opens: null },
  };
}

describe("marking a message as read", () => {
  const read = (person: Person, noticeId: string, commandId: string = randomUUID()) =>
    company.as(person).call("notices.markRead", { noticeId }, { commandId });
  beforeEach(async () => {
    await confirmed();
    await given.work();
  });

  it("is done once and for all", async () => {
    const commandId = randomUUID();
    expect(await read(rep, "sale-1:rep", commandId)).toEqual({ noticeId: "sale-1:rep", read: true });
    expect(await read(rep, "sale-1:rep", commandId)).toEqual({ noticeId: "sale-1:rep", read: true });
    expect(await list(rep)).toMatchObject({ items: [{ read: true }], unreadCount: 0 });
  });

  it("is for one's own alone", async () => {
    await expect(read(colleague, "sale-1:rep")).rejects.toMatchObject({ code: "notice.unknown" });
    expect(await list(rep)).toMatchObject({ items: [{ read: false }], unreadCount: 1 });
  });

  it("has nothing to mark where somebody of a group opens what the group was told", async () => {
    expect(await read(colleague, "sale-1:group")).toEqual({ noticeId: "sale-1:group", read: true });
  });
});

describe("marking all messages as read", () => {
  const readAll = (person: Person, newestId: string, commandId: string = randomUUID()) =>
    company.as(person).call("notices.markAllRead", undefined, { commandId, newestId });
  beforeEach(async () => {
    for (const minutes of [0, 20, 20]) {
      app.clock.advance({ minutes });
      await confirmed();
    }
    await given.work();
  });

  it("leaves none of those unread, however often it arrives", async () => {
    const commandId = randomUUID();
    for (let times = 0; times < 2; times += 1)
      expect(await readAll(rep, "sale-3:rep", commandId)).toEqual({ readCount: 3, isWhole: true });
    expect((await list(rep)).unreadCount).toBe(0);
  });

  it("leaves unread what has come since the list was seen", async () => {
    expect(await readAll(rep, "sale-2:rep")).toMatchObject({ readCount: 2 });
    expect((await list(rep)).items.map(({ read }) => read)).toEqual([false, true, true]);
  });

  it("is for one's own alone", async () => {
    await expect(readAll(colleague, "sale-3:rep")).rejects.toMatchObject({ code: "notice.unknown" });
    expect((await list(rep)).unreadCount).toBe(3);
  });
});

it("shows what could not be sent because of the day's limit or the hour all the same, once it is due", async () => {
  for (let sales = 0; sales < 7; sales += 1) await confirmed(company.finance);
  await given.work();
  expect(company.toldTo(team.manager)).toHaveLength(6);
  expect((await list(team.manager)).items).toHaveLength(7);
});

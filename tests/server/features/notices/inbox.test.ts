import { randomUUID } from "node:crypto";
import { NoticeModel } from "../../../../server/features/notices/noticeModel";
import type { TestApp } from "../../../support/startTestApp";
import { lookAt } from "../../../support/testDatabase";
import { givenNotices, type GivenNotices } from "./givenNotices";

let app: TestApp;
let given: GivenNotices;
const list = (memberId: string, cursor?: string) =>
  app.api.as(memberId).call("notices.list", cursor === undefined ? {} : { cursor });

beforeEach(async () => {
  given = await givenNotices({ people: true });
  app = given.app;
});

it("lists every message of one's own, newest first, with what it opens", async () => {
  await given.confirmed();
  app.clock.advance({ minutes: 20 });
  await given.confirmed();
  await given.work();
  const { items, nextCursor, unreadCount } = await list("xiaowang");
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
  expect((await list("lisi")).items).toEqual([]);
});

it("turns pages of 50 without leaving out or repeating a message", async () => {
  await lookAt(() => NoticeModel.create(Array.from({ length: 53 }, (_, index) => anOldNotice(index))));
  const first = await list("xiaowang");
  const second = await list("xiaowang", first.nextCursor ?? "");
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
    receiverId: "xiaowang",
    cause: `old-${index}`,
    params: {},
    answersAct: true,
    at,
    state: "sent" as const,
    history: [],
    inboxOf: "xiaowang",
    sortKey: `${at.toISOString()}:${_id}`,
    shown: { title: "订单已确认", text: "…", rows: [], opens: null },
  };
}

it("marks a message as read once and for all, and only one's own", async () => {
  await given.confirmed();
  await given.work();
  const read = (memberId: string, noticeId: string, commandId = randomUUID()) =>
    app.api.as(memberId).call("notices.markRead", { noticeId }, { commandId });
  const commandId = randomUUID();
  expect(await read("xiaowang", "sale-1:rep", commandId)).toEqual({ noticeId: "sale-1:rep", read: true });
  expect(await read("xiaowang", "sale-1:rep", commandId)).toEqual({ noticeId: "sale-1:rep", read: true });
  expect(await list("xiaowang")).toMatchObject({ items: [{ read: true }], unreadCount: 0 });
  await expect(read("lisi", "sale-1:rep")).rejects.toMatchObject({ code: "notice.unknown" });
  // Opened from the group by whoever is in it; there is nothing to mark.
  expect(await read("lisi", "sale-1:group")).toEqual({ noticeId: "sale-1:group", read: true });
});

it("shows what could not be sent because of the day's limit or the hour all the same, once it is due", async () => {
  for (let sales = 0; sales < 7; sales += 1) await given.confirmed({ confirmedById: "linjing" });
  await given.work();
  expect(given.sentences("chenhao")).toHaveLength(6);
  expect((await list("chenhao")).items).toHaveLength(7);
});

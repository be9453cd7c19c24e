import { composeLag, composePraise, composeWin } from "../../../../server/features/notices/composeGroup";
import { composeMember, type MemberNotice } from "../../../../server/features/notices/composeMember";
import type { NoticeKind, NoticeParams, SaleWon } from "../../../../server/features/notices/kinds";
import { bytesOf, cardOf, type Gone, isGone } from "../../../../server/features/notices/message";
import { decimal } from "@shared/domain/pay/numbers/number";
import { ToldWorld } from "./givenNotices";

/*
 * The messages as they were designed, word by word: design-ui 6.2, with the catalogue's sentences standing alone. What a
 * message may not say yet (leads to share, customers in talks) is left out, not made up.
 */
const wan = 1_000_000;
const now = new Date("2026-03-26T16:05:00+08:00");
const settings = { PUBLIC_URL: "https://xiaoli.example.com", APP_MINI_APPID: undefined };
const link = (page: string, query: string) => `https://xiaoli.example.com/#/pages/${page}/index?${query}`;

const sale: SaleWon & { teamFen: number } = {
  saleId: "s1",
  repId: "wang.lei",
  teamId: "u3",
  customerId: "c-haiyue",
  customerName: "德盛装备",
  amountFen: 10 * wan,
  period: "2026-03",
  confirmedAt: now.toISOString(),
  confirmedById: "chenhao",
  teamFen: 10 * wan,
  increment: {
    memberId: "wang.lei",
    teamId: "u3",
    creditFen: 10 * wan,
    ownFen: 150_000,
    othersFen: 0,
    others: [],
    state: "earned",
    zeroReason: null,
    month: { doneBeforeFen: 20 * wan, doneFen: 30 * wan, targetFen: 40 * wan },
  },
};
const about = { memberId: "wang.lei", unitId: "u3", period: "2026-03", on: "2026-03-26" };

function designedWorld(): ToldWorld {
  const world = new ToldWorld();
  world.teamName = "华南直销一组";
  world.person("wang.lei", { name: "王磊" });
  world.members("u3", 8);
  return world;
}

const noticeOf = <K extends NoticeKind>(kind: K, params: NoticeParams[K]) =>
  // Only what composing reads of a notice.
  ({ _id: "n", kind, params, at: now }) as never;

const composing = ({ reads }: ToldWorld) => ({ reads, settings, now });

function said(composed: string | Gone): string {
  if (typeof composed !== "string") throw new Error(composed.gone);
  return composed;
}

async function cardTo(world: ToldWorld, memberId: string, notice: MemberNotice) {
  const receiver = await world.reads.person(memberId);
  if (!receiver) throw new Error(`nobody is ${memberId}`);
  const message = await composeMember(notice, receiver, { reads: world.reads, now });
  if (isGone(message)) throw new Error(message.gone);
  const card = cardOf(message, settings);
  return {
    title: card.main_title,
    emphasis: card.emphasis_content,
    sentence: card.sub_title_text,
    rows: (card.horizontal_content_list ?? []).map(({ keyname, value }) => `${keyname}: ${value}`),
    jump: card.jump_list?.map(({ title }) => title),
    opens: "url" in card.card_action ? card.card_action.url : null,
  };
}

it("M1 sale_win, to the rep", async () => {
  expect(await cardTo(designedWorld(), "wang.lei", noticeOf("sale_win", sale))).toEqual({
    title: { title: "订单已确认", desc: "德盛装备 · 3月26日 16:05" },
    emphasis: { title: "+1,500.00 元", desc: "这一单的提成，已得" },
    sentence: "恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!",
    rows: ["本月销售: 30万 / 40万，75%", "团队: 163.2万 / 240万，68%"],
    jump: ["看这笔怎么算"],
    opens: link("sales/detail", "id=s1&notice=n"),
  });
});

it("M2 sale_win_manager, to the manager", async () => {
  expect(await cardTo(designedWorld(), "chenhao", noticeOf("sale_win_manager", sale))).toMatchObject({
    title: { title: "团队签单", desc: "王磊 · 德盛装备" },
    sentence: "王磊完成10万元订单,建议给予公开表扬。",
    rows: ["团队进度: 63.83% → 68%", "公开表扬: 王磊同意点名"],
    opens: link("sales/detail", "id=s1&notice=n"),
  });
});

it("M3 sale_win, to the group", async () => {
  const text = await composeWin(noticeOf("sale_win_group", sale), composing(designedWorld()), "called");
  expect(text.split("\n")).toEqual([
    '**签单 <font color="info">10万元</font>**',
    "<@wang.lei> 签下一家设备制造客户",
    '> 华南直销一组本月 **163.2万 / 240万**，<font color="info">68%</font>',
    `[看团队进度](${link("tabs/home", "notice=n")})`,
  ]);
});

it("M2's first button: praise in the group", async () => {
  const praise = { ...sale, byId: "chenhao", byName: "陈浩", seenChoice: "yes" as const };
  const text = said(await composePraise(noticeOf("praise_group", praise), composing(designedWorld())));
  expect(text.split("\n")[0]).toBe("陈浩 表扬 王磊：10万元订单，辛苦了！");
});

it("M4 team_lag, to the rep", async () => {
  const world = designedWorld();
  world.months.set("wang.lei", { doneFen: 36.8 * wan, targetFen: 40 * wan });
  world.step = { edge: decimal("0.8"), doneFen: 192 * wan, factorNow: decimal("0.8"), factor: decimal("1") };
  world.gainFen = 55_200;
  expect(await cardTo(world, "wang.lei", noticeOf("team_lag", about))).toMatchObject({
    title: { title: "团队需要你搭把手", desc: "华南直销一组 · 3月26日" },
    sentence: "你的个人进度领先,但团队整体滞后,请协助提升团队效率(如分享客户资源)",
    rows: [
      "你的进度: 92%",
      "团队进度: 68%",
      "你的提成: 团队到80%，多 552.00 元",
      "你可以: 分享客户线索或做法，分成先约好",
    ],
  });
});

it("M4 promises nothing where the team's step would bring this rep nothing", async () => {
  const world = designedWorld();
  world.months.set("wang.lei", { doneFen: 36.8 * wan, targetFen: 40 * wan });
  world.step = { edge: decimal("0.8"), doneFen: 192 * wan, factorNow: decimal("0.8"), factor: decimal("1") };
  const { rows } = await cardTo(world, "wang.lei", noticeOf("team_lag", about));
  expect(rows.map((row) => row.split(":")[0])).toEqual(["你的进度", "团队进度", "你可以"]);
});

it("M5 team lag alert, to the group", async () => {
  const world = designedWorld();
  world.step = { edge: decimal("0.8"), doneFen: 192 * wan, factorNow: decimal("0.8"), factor: decimal("1") };
  world.team("u3", { confirmedOn: async () => ({ amountFen: 12 * wan, count: 2 }) });
  const text = said(await composeLag(noticeOf("lag_alert", about), composing(world)));
  expect(text.split("\n")).toEqual([
    "**华南直销一组 3月26日**",
    '本月 **163.2万 / 240万**，<font color="warning">68%</font>，工作日过去 86.36%',
    "> 今天新增 12万，签单 2 单",
    "> 到 80% 还差 28.8万，人均 3.6万，还有 3 个工作日；达到后全组系数从 0.8 变为 1.0",
    "> 手上有合适线索或做法的，互相搭把手；需要陪访的，找一下主管",
    `[打开销励](${link("tabs/home", "notice=n")})`,
  ]);
  expect(text).not.toMatch(/王磊|wang\.lei/);
  expect(bytesOf(text)).toBeLessThan(4_096);
});

it("M5 never says that less is missing than there is", async () => {
  const world = designedWorld();
  world.step = {
    edge: decimal("0.8"),
    doneFen: 163.2 * wan + 52_004_900,
    factorNow: decimal("0.8"),
    factor: decimal("1"),
  };
  const text = said(await composeLag(noticeOf("lag_alert", about), composing(world)));
  expect(text).toContain("还差 52.01万，人均 6.51万");
});

it("M6 near_target, to the rep", async () => {
  const world = designedWorld();
  world.months.set("wang.lei", { doneFen: 16 * wan, targetFen: 20 * wan });
  world.gainFen = 128_000;
  world.beyondFen = 1;
  expect(await cardTo(world, "wang.lei", noticeOf("near_target", { ...about, saleId: "s1" }))).toMatchObject({
    title: { title: "离目标不远了", desc: "3月26日" },
    emphasis: { title: "80%", desc: "月度目标" },
    sentence: "你已完成月度销售额16万,距离目标还差4万,继续加油!",
    rows: ["最划算: 再签 40,000.01 元 +1,280.00 元"],
  });
});

it("M6 shows the month where reaching the target pays nothing more", async () => {
  const world = designedWorld();
  world.months.set("wang.lei", { doneFen: 16 * wan, targetFen: 20 * wan });
  const { rows } = await cardTo(world, "wang.lei", noticeOf("near_target", { ...about, saleId: "s1" }));
  expect(rows).toEqual(["本月销售: 16万 / 20万，80%"]);
});

describe("pay that an upgrade computes differently", () => {
  const why = [{ "zh-CN": "三月的提成按 1.6% 计。", en: "March's commission is 1.6 %." }];
  const months = [
    { period: "2026-02", beforeFen: 450_000, afterFen: 440_000 },
    { period: "2026-03", beforeFen: 750_000, afterFen: 800_000 },
  ];
  const params = { memberId: "wang.lei", why, months };

  it("is told with its reason, month by month, the newest first", async () => {
    expect(await cardTo(designedWorld(), "wang.lei", noticeOf("pay_corrected", params))).toMatchObject({
      title: { title: "薪酬重新核算", desc: "3月 等 2 个月" },
      sentence: "三月的提成按 1.6% 计。你的薪酬合计因此变动 +400.00 元。",
      rows: ["3月: 7,500.00 → 8,000.00（+500.00）", "2月: 4,500.00 → 4,400.00（−100.00）"],
    });
  });

  it("is told in English to whom reads that", async () => {
    const world = designedWorld();
    world.person("wang.lei", { name: "Wang Lei", language: "en" });
    const { sentence } = await cardTo(world, "wang.lei", noticeOf("pay_corrected", params));
    expect(sentence).toMatch(/^March's commission is 1\.6 %\. Altogether this changes your pay by \+.?400\.00/);
  });

  it("says how many months it leaves out, since a card has six rows", async () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ period: `2025-0${n + 1}`, beforeFen: 1, afterFen: 2 }));
    const { rows } = await cardTo(designedWorld(), "wang.lei", noticeOf("pay_corrected", { ...params, months: many }));
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)).toBe("更早: 还有 4 个月");
  });
});

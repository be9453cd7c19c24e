import { composeDigest, isDigest } from "../../../../server/features/notices/composeDigest";
import {
  deliveryPolicy,
  type NoticeKind,
  type NoticeParams,
  type SaleWon,
} from "../../../../server/features/notices/kinds";
import { isGone } from "../../../../server/features/notices/message";
import { decimal } from "@shared/domain/pay/numbers/number";
import type { Language } from "../../../../server/texts";
import { renderNotice } from "../../../../server/features/notices/renderNotice";
import { ToldWorld } from "./givenNotices";

const wan = 1_000_000;
const now = new Date("2026-03-26T16:05:00+08:00");
const settings = { PUBLIC_URL: "https://xiaoli.example.com", APP_MINI_APPID: undefined };

const sale: SaleWon & { teamFen: number } = {
  saleId: "sale",
  repId: "zhangsan",
  teamId: "u4",
  customerId: "c-haiyue",
  customerName: "海岳机械",
  amountFen: 10 * wan,
  period: "2026-03",
  confirmedAt: now.toISOString(),
  confirmedById: "zhaojing",
  teamFen: 10 * wan,
  increment: {
    memberId: "zhangsan",
    teamId: "u4",
    creditFen: 10 * wan,
    ownFen: 150_000,
    othersFen: 0,
    others: [],
    state: "estimated",
    zeroReason: { kind: "teamFactor", unitId: "u4" },
    month: { doneBeforeFen: 80 * wan, doneFen: 90 * wan, targetFen: 100 * wan },
  },
};
const about = { unitId: "u4", period: "2026-03", on: "2026-03-26" };

const praise = { ...sale, byId: "zhaojing", byName: "赵静", seenChoice: "yes" as const };

const asked = { ...sale, kind: "sale" as const, repName: "张三", signedOn: "2026-03-26" };
const returned = {
  ...sale,
  saleId: "returned",
  revision: 2,
  reason: "合同号不对",
  returnedByName: "赵静",
  returnedAt: now.toISOString(),
};

const problem = {
  reportId: "zhangsan:1",
  memberId: "zhangsan",
  memberName: "张三",
  text: "提交记录后一直转圈",
  saw: null,
  reference: "7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f",
  screen: "/pages/field/visit/index",
  at: now.toISOString(),
};

const plan: NoticeParams["approval_nobody"]["told"] = {
  kind: "plan",
  planId: "flat@2",
  name: "按比例提成",
  version: 2,
  validFrom: "2026-04-01",
};

const samples: NoticeParams = {
  sale_win: sale,
  sale_win_plain: sale,
  sale_win_manager: sale,
  sale_win_group: sale,
  sale_win_digest: about,
  praise_group: praise,
  praise_private: praise,
  praise_ask: praise,
  praise_unanswered: { ...praise, repName: "小王" },
  near_target: { memberId: "zhangsan", period: "2026-03", saleId: "sale" },
  team_lag: { memberId: "zhangsan", ...about },
  pay_corrected: {
    memberId: "zhangsan",
    why: [{ "zh-CN": "退款按原单计算。", en: "Refunds are priced as their sale was." }],
    months: [{ period: "2026-03", beforeFen: 9_999_999_999_999, afterFen: 9_999_999_999_998 }],
  },
  lag_alert: about,
  praise_digest: about,
  records_due: { checkInIds: [] },
  held_digest: {},
  records_lapsed: { checkIns: [{ checkInId: "c1", on: "2026-03-25" }] },
  looked: { memberId: "zhangsan", byId: "zhaojing", what: "checkIn.read", at: now.toISOString() },
  role_changed: {
    ...{ memberId: "zhangsan", name: "张三", role: "manager", unitId: "u4", byId: "zhaojing", at: now.toISOString() },
    ...{ before: null, after: { fromOn: "2026-03-27", lastOn: "2026-04-02" } },
  },
  role_ending: { memberId: "zhangsan", role: "finance", unitId: null, lastOn: "2026-04-02" },
  plans_missing: { period: "2026-04", whoIds: ["xiaowang"] },
  targets_missing: { period: "2026-04", whoIds: ["hn-1"] },
  targets_published: {
    ...{ period: "2026-04", byName: "周敏", reason: "按去年增长" },
    targets: [
      { subjectId: "zhangsan", beforeFen: 9_123_456_789_12, afterFen: 9_123_456_789_11 },
      { subjectId: "u4", beforeFen: null, afterFen: 9_123_456_789_11 },
    ],
  },
  cut_off_moved: {
    ...{ month: "2026-03", beforeAt: "2026-04-01T10:00:00.000Z", afterAt: "2026-04-02T10:00:00.000Z" },
    ...{ byId: "zhoumin", byName: "周敏", at: now.toISOString() },
  },
  sales_placed_late: {
    moves: [
      { period: "2026-02", bookedIn: "2026-04", isHistory: true, count: 12 },
      { period: "2026-01", bookedIn: "2026-04", isHistory: false, count: 123 },
    ],
  },
  visit_target: { from: "2026-03-30", perWeek: 12, beforePerWeek: 10, byName: "陈浩" },
  next_steps: { days: ["2026-03-26"] },
  factor_crossed: {
    memberId: "zhangsan",
    ...about,
    level: "team",
    factorBefore: "0",
    factorAfter: "0.8",
    edge: "0.6",
    isEdgeBelow: false,
    isReached: true,
    changeFen: 9_123_456_789_12,
    at: now.toISOString(),
  },
  approval_ask: { told: asked, revision: 1, step: 2 },
  approval_waits: { told: asked, revision: 1 },
  sale_month_end: { told: asked, revision: 1 },
  approval_nobody: { told: plan, revision: 1 },
  approval_over: { told: plan, why: "mended" },
  plan_sent_back: {
    planId: "flat@2",
    revision: 3,
    name: "按比例提成",
    version: 2,
    authorIds: ["zhangsan"],
    byName: "林静",
    reason: "比例写高了",
    at: now.toISOString(),
  },
  plan_published: {
    planId: "flat@2",
    name: "按比例提成",
    version: 2,
    authorIds: ["zhangsan"],
    byName: "林静",
    validFrom: "2026-04-01",
    at: now.toISOString(),
  },
  pin_decided: {
    proposalId: "pin-1",
    revision: 2,
    memberId: "zhangsan",
    customerId: "c-1",
    customerName: "宏图电子",
    siteId: "s1",
    siteName: "二厂",
    decision: { accepted: false, byName: "陈浩", reason: "那是隔壁的仓库" },
    closedAt: now.toISOString(),
  },
  companion_closed: {
    ...{ companionId: "with-1", state: "declined", visitId: "zhangsan:v1", repId: "zhangsan", memberName: "李四" },
    ...{ customerName: "宏图电子", on: "2026-03-26", closedAt: now.toISOString() },
  },
  visit_question_closed: {
    ...{ questionId: "ask-1", customerId: "c1", customerName: "宏图电子", askerId: "zhangsan", askerName: "张三" },
    ...{ memberId: "lisi", memberName: "李四", at: now.toISOString(), state: "declined", word: "明天签合同，先别来" },
  },
  visit_question_overruled: {
    ...{ questionId: "ask-1", customerId: "c1", customerName: "宏图电子", askerId: "zhangsan", askerName: "张三" },
    ...{ memberId: "lisi", memberName: "李四", at: now.toISOString(), reason: "客户约的" },
  },
  signals_found: {
    ...{ checkInId: "zhangsan:c1", memberId: "zhangsan", customerName: "宏图电子", on: "2026-03-26", count: 2 },
    ...{ leaderSeesFrom: now.toISOString(), at: now.toISOString() },
  },
  device_new: { memberId: "zhangsan", via: "weapp", name: "iPhone 13 · iOS 17.4", at: now.toISOString() },
  customers_merged: {
    customerId: "c-1",
    customerName: "宏图电子",
    otherId: "c-2",
    otherName: "宏图电子二厂",
    memberIds: ["zhangsan"],
    byName: "陈浩",
    ownersFrom: "2026-03-31",
    isUndone: false,
    revision: 2,
    at: now.toISOString(),
  },
  owners_changed: {
    ...{ customerId: "c-1", customerName: "宏图电子", from: "2026-03-27", byId: "chenhao", byName: "陈浩" },
    ...{ ownerIds: ["zhangsan"], gainedIds: ["zhangsan"], lostIds: ["lisi"], presentIds: ["lisi"] },
    ...{ reason: "离职交接", revision: 2, at: now.toISOString() },
  },
  owners_imported: { importId: "hemin:i1", from: "2026-03-27", byName: "周敏", gained: 12, lost: 3 },
  deputy_named: { byName: "陈浩", from: "2026-03-30", to: "2026-04-02" },
  deputy_released: { byName: "陈浩" },
  deputy_waits: { byId: "chenhao", byName: "陈浩", items: [{ told: asked, revision: 1 }] },
  pins_wait: { whoIds: ["pin-1", "pin-2"] },
  pins_nobody: { whoIds: ["pin-1", "pin-2"] },
  clients_left: { whoIds: ["c-1", "c-2"] },
  duplicates_wait: { whoIds: ["c-1~c-2", "c-1~c-3"] },
  review_closed: {
    checkInId: "zhangsan:c1",
    revision: 2,
    memberId: "zhangsan",
    customerName: "宏图电子",
    checkedInAt: now.toISOString(),
    verdict: "doubtful",
    decision: { accepted: false, byName: "赵静", reason: "那天他在公司" },
    askedNames: [],
    changeFen: -5_000,
    closedAt: now.toISOString(),
  },
  second_decision: {
    ...{ checkInId: "zhangsan:c1", revision: 4, memberId: "zhangsan", customerName: "宏图电子", verdict: "doubtful" },
    ...{ checkedInAt: now.toISOString(), isAppeal: true, first: { byId: "chenhao", repName: "张三" }, askedNames: [] },
    decision: { accepted: true, byName: "赵静", reason: "前台有登记" },
    ...{ changeFen: 5_000, closedAt: now.toISOString() },
  },
  day_judged: {
    checkInId: "zhangsan:c2",
    memberId: "zhangsan",
    customerName: "宏图电子",
    on: "2026-02-26",
    decision: { accepted: false, byName: "赵静", reason: "那天他在公司" },
    changeFen: -5_000,
    visitsChange: -1,
    asked: [{ checkInId: "zhangsan:c1", checkedInAt: "2026-02-26T01:00:00.000Z" }],
    judgedAt: now.toISOString(),
  },
  problem_reported: { ...problem, isOneOfMany: false },
  problem_closed: { ...problem, reportId: "zhangsan:done", byName: "秦宇", answer: "磁盘满了，已经清理。" },
  problem_reopened: { ...problem, byId: "qinyu", byName: "秦宇" },
  task_ended: { taskId: "zhangsan:t1", task: "exports.make", counts: { rows: 12 }, hasFile: true, code: null },
  export_closed: {
    ...{ exportId: "zhangsan:e1", memberId: "zhangsan", what: "customers", state: "refused", byName: "赵静" },
    ...{ reason: "用不到", at: now.toISOString() },
  },
  opening_closed: {
    ...{ importId: "linjing:i1", memberId: "linjing", allowed: false, byName: "赵静", reason: "少了两个人" },
    at: now.toISOString(),
  },
  sale_returned: returned,
  sale_withdrawn: { ...returned, repName: "张三", withdrawnAt: now.toISOString() },
};

interface Telling {
  language?: Language;
  world?: ToldWorld;
  params?: NoticeParams[NoticeKind];
}

/** What WeCom would be sent for a cause, all else being equal. */
async function bodyOf(kind: NoticeKind, cause: string, telling: Telling = {}): Promise<string> {
  const { language = "zh-CN", world = new ToldWorld(), params = samples[kind] } = telling;
  if (!world.months.has("zhangsan")) world.months.set("zhangsan", { doneFen: 90 * wan, targetFen: 100 * wan });
  world.person("zhangsan", { name: "张三", language });
  world.sales.set("returned", { state: "returned", revision: 2, signedOn: "2026-03-26" });
  const toGroup = kind !== "held_digest" && /_group$|_digest$|^lag_alert$/.test(kind);
  const channel = toGroup ? "robot" : "member";
  // Only what composing reads of a notice.
  const notice = { _id: cause, kind, channel, receiverId: "zhangsan", params, at: now } as never;
  const composing = { reads: world.reads, settings, now };
  if (isDigest(kind)) {
    const itemKind = kind === "praise_digest" ? "praise_group" : "sale_win_group";
    const item = { _id: "item", kind: itemKind, params: samples[itemKind], at: now } as never;
    return (await composeDigest(cause, [item, item], composing)).content;
  }
  const words = await renderNotice(notice, composing, "called");
  if (isGone(words)) throw new Error(words.gone);
  return words.body;
}

const kinds = Object.keys(deliveryPolicy) as NoticeKind[];

describe.each(kinds)("%s", (kind) => {
  it("has other bytes for each cause, so that WeCom never takes two messages for one", async () => {
    expect(await bodyOf(kind, "cause-1")).not.toBe(await bodyOf(kind, "cause-2"));
  });

  it("has the same bytes for the same cause", async () => {
    expect(await bodyOf(kind, "cause-1")).toBe(await bodyOf(kind, "cause-1"));
  });

  it("leaves no slot open in either language", async () => {
    for (const language of ["zh-CN", "en"] as const) {
      expect(await bodyOf(kind, "cause-1", { language })).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
    }
  });
});

/** The largest company that this product is for: sales of 900 亿 in a month, pay of a hundred million for one person. */
function hugeWorld(): ToldWorld {
  const world = new ToldWorld();
  world.months.set("zhangsan", { doneFen: 9_123_456_789_12 * 9, targetFen: 9_123_456_789_12 * 10 });
  world.team("u4", { doneFen: 6_000_000_000_001, targetFen: 9_000_000_000_003 });
  world.step = { edge: decimal("0.8"), doneFen: 7_200_000_000_003, factorNow: decimal("0"), factor: decimal("0.8") };
  world.gainFen = 12_345_678_901;
  return world;
}

describe("a message of long work", () => {
  it.each([
    ["exports.make", "common/exports"],
    ["imports.look", "admin/import"],
    ["imports.run", "admin/import"],
    ["openings.post", "admin/opening"],
    ["plans.check", "earnings/planReview"],
    ["plans.simulate", "earnings/planReview"],
  ] as const)("opens what %s was about", async (task, page) => {
    const params = { ...samples.task_ended, task, subjectId: "linjing:4b1f" };
    expect(await bodyOf("task_ended", "cause-1", { params })).toContain(`pages/${page}/index?id=linjing%3A4b1f&`);
  });

  it("asks for another check where the plan was written anew meanwhile", async () => {
    const params = { ...samples.task_ended, task: "plans.check" as const, counts: { superseded: 1 } };
    expect(await bodyOf("task_ended", "cause-1", { params })).toContain("按现在的样子再体检一次");
  });

  it("opens the table that was refused", async () => {
    expect(await bodyOf("export_closed", "cause-1")).toContain(
      `pages/common/exports/index?id=${encodeURIComponent(samples.export_closed.exportId)}&`,
    );
  });
});

describe("a month of another year", () => {
  const december = "2025-12";
  const ofDecember: Partial<NoticeParams> = {
    sale_win: { ...sale, period: december },
    sale_win_plain: { ...sale, period: december },
    pay_corrected: { ...samples.pay_corrected, months: [{ period: december, beforeFen: 100, afterFen: 200 }] },
    plans_missing: { ...samples.plans_missing, period: december },
    targets_missing: { ...samples.targets_missing, period: december },
    targets_published: { ...samples.targets_published, period: december },
    factor_crossed: { ...samples.factor_crossed, period: december },
    day_judged: { ...samples.day_judged, on: "2025-12-26" },
  };

  it.each(Object.keys(ofDecember) as NoticeKind[])("is named with its year in %s", async (kind) => {
    const inChinese = await bodyOf(kind, "cause-1", { params: ofDecember[kind]! });
    const withoutYear = inChinese.replace(/(20)?25年12月/g, "");
    expect([inChinese === withoutYear, /12月(?!\d)/.exec(withoutYear)]).toEqual([false, null]);
    const inEnglish = await bodyOf(kind, "cause-1", { language: "en", params: ofDecember[kind]! });
    expect(inEnglish).toMatch(/Dec (20)?25/);
  });

  it("has room in the name of a row", async () => {
    const names = async (language: Language, kind: "sale_win" | "pay_corrected") =>
      cardIn(await bodyOf(kind, "cause-1", { language, params: ofDecember[kind]! })).map(({ keyname }) => keyname);
    expect(await names("zh-CN", "pay_corrected")).toEqual(["25年12月"]);
    expect(await names("en", "pay_corrected")).toEqual(["Dec 25"]);
    expect(await names("zh-CN", "sale_win")).toContain("25年12月");
  });
});

const cardIn = (body: string) =>
  (JSON.parse(body) as { message: { template_card: Card } }).message.template_card.horizontal_content_list ?? [];

describe.each(["zh-CN", "en"] as const)("in %s", (language) => {
  it.each(kinds)("%s cuts no amount, however large", async (kind) => {
    const increment = {
      ...sale.increment,
      creditFen: 9_123_456_789_11,
      ownFen: 12_345_678_901,
      othersFen: 12_345_678_901,
    };
    const huge = { ...sale, amountFen: 9_123_456_789_12, increment };
    const params = kind.startsWith("sale_win") && !isDigest(kind) ? huge : samples[kind];
    const body = await bodyOf(kind, "cause-1", { language, world: hugeWorld(), params });
    const { message } = JSON.parse(body.startsWith("{") ? body : "{}") as { message?: { template_card: Card } };
    if (!message) return;
    const { emphasis_content: big, horizontal_content_list: rows = [] } = message.template_card;
    const said = [big?.title, big?.desc, ...rows.flatMap(({ keyname, value }) => [keyname, value])];
    expect(said.filter((text) => text?.includes("…"))).toEqual([]);
  });

  it("says what an order pays also where that is too long for the big letters", async () => {
    const told = (ownFen: number) =>
      bodyOf("sale_win", "cause-1", { language, params: { ...sale, increment: { ...sale.increment, ownFen } } });
    expect(await told(150_000)).toContain("+1,500.00");
    expect(await told(12_345_678_90)).toContain('"+12,345,678.90"');
    expect(await told(12_345_678_901)).toContain("+123,456,789.01");
  });
});

interface Card {
  emphasis_content?: { title: string; desc: string };
  horizontal_content_list?: { keyname: string; value: string }[];
}

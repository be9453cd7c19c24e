import { composeDigest, composeLag, composePraise, composeWin } from "../../../server/features/notices/composeGroup";
import { composeMember } from "../../../server/features/notices/composeMember";
import { manners, type NoticeKind, type NoticeParams } from "../../../server/features/notices/kinds";
import { cardOf, isGone } from "../../../server/features/notices/message";
import type { Language } from "../../../server/features/notices/texts";
import type { SaleConfirmed } from "../../../server/outbox";
import { ToldWorld } from "./givenNotices";

const wan = 1_000_000;
const now = new Date("2026-03-26T16:05:00+08:00");
const settings = { PUBLIC_URL: "https://xiaoli.example.com", APP_MINI_APPID: undefined };

const sale: SaleConfirmed = {
  saleId: "sale",
  repId: "zhangsan",
  teamId: "u4",
  customerId: "c-haiyue",
  customerName: "海岳机械",
  amountFen: 10 * wan,
  period: "2026-03",
  confirmedAt: now.toISOString(),
  confirmedById: "zhaojing",
  incrementFen: 150_000,
  incrementState: "estimated",
  zeroReason: { kind: "teamFactor", teamDoneFen: 70, teamTargetFen: 100 },
  month: { doneBeforeFen: 80 * wan, doneFen: 90 * wan, targetFen: 100 * wan },
};
const about = { unitId: "u4", period: "2026-03", on: "2026-03-26" };

const praise = { ...sale, byId: "zhaojing", byName: "赵静" };

const samples: NoticeParams = {
  sale_win: sale,
  sale_win_plain: sale,
  sale_win_manager: sale,
  sale_win_group: sale,
  sale_win_digest: about,
  praise_group: praise,
  praise_private: praise,
  near_target: { memberId: "zhangsan", period: "2026-03", saleId: "sale" },
  team_lag: { memberId: "zhangsan", ...about },
  lag_alert: about,
};

/** What WeCom would be sent for a cause, all else being equal. */
async function bodyOf(kind: NoticeKind, cause: string, language: Language = "zh-CN"): Promise<string> {
  const { reads, months, persons } = new ToldWorld();
  months.set("zhangsan", { doneFen: 90 * wan, targetFen: 100 * wan });
  const receiver = { memberId: "zhangsan", name: "张三", language, publicPraise: "yes" as const };
  persons.set("zhangsan", receiver);
  // Only what composing reads of a notice.
  const notice = { _id: cause, kind, params: samples[kind], at: now } as never;
  switch (kind) {
    case "sale_win_group":
      return composeWin(notice, reads, settings);
    case "praise_group":
      return JSON.stringify(await composePraise(notice, reads, settings));
    case "lag_alert":
      return JSON.stringify(await composeLag(notice, reads, settings, now));
    case "sale_win_digest":
      return (await composeDigest({ digestId: cause, ...about }, [sale, sale], reads, settings)).content;
    default: {
      const message = await composeMember(notice, receiver, reads, now);
      if (isGone(message)) throw new Error(message.gone);
      return JSON.stringify(cardOf(message, settings));
    }
  }
}

const kinds = Object.keys(manners) as NoticeKind[];

describe.each(kinds)("%s", (kind) => {
  it("has other bytes for each cause, so that WeCom never takes two messages for one", async () => {
    expect(await bodyOf(kind, "cause-1")).not.toBe(await bodyOf(kind, "cause-2"));
  });

  it("has the same bytes for the same cause", async () => {
    expect(await bodyOf(kind, "cause-1")).toBe(await bodyOf(kind, "cause-1"));
  });

  it("leaves no slot open in either language", async () => {
    for (const language of ["zh-CN", "en"] as const) {
      expect(await bodyOf(kind, "cause-1", language)).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
    }
  });
});

it("asks the one who is ahead for help in the agreed words, in private", async () => {
  expect(JSON.parse(await bodyOf("team_lag", "cause-1"))).toMatchObject({
    main_title: { title: "团队需要你搭把手", desc: "华南直销二队 · 3月26日" },
    sub_title_text: "你的个人进度领先,但团队整体滞后,请协助提升团队效率(如分享客户资源)",
    horizontal_content_list: [
      { keyname: "你的进度", value: "90%" },
      { keyname: "团队进度", value: "70%" },
      { keyname: "可以做", value: "分享客户线索或做法，分成先约好" },
    ],
  });
});

it("tells the group that the team is behind, without a name", async () => {
  expect((JSON.parse(await bodyOf("lag_alert", "cause-1")) as string).split("\n")).toEqual([
    "**华南直销二队 3月26日**",
    '本月 **70万 / 100万**，<font color="warning">70%</font>，时间过去 86.4%',
    "> 到目标还差 30万，人均 30万，还有 3 个工作日",
    "> 手上有合适线索或做法的，互相搭把手；需要陪访的，找一下主管",
    "[打开销励](https://xiaoli.example.com/#/pages/tabs/home/index?notice=cause-1)",
  ]);
});

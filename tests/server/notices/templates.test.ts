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
      return composeWin(notice, reads, settings, "called");
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

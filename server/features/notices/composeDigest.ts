import { sumFen } from "@shared/domain/money";
import { businessDayOf } from "@shared/domain/time";
import { praiseText, stillAllows } from "./composeGroup";
import type { NoticeKind } from "./kinds";
import { bytesOf, plain, robotBytesMax } from "./message";
import type { Notice, NoticeOf } from "./noticeModel";
import { type ComposeContext, groupTexts, monthLine, teamLink } from "./teamLines";

const { format, group: t } = groupTexts;

/** Kinds that are gathered, and what gathers them. */
export type DigestKind = "sale_win_digest" | "praise_digest";
type ItemOf = { sale_win_digest: NoticeOf<"sale_win_group">; praise_digest: NoticeOf<"praise_group"> };
export type DigestItem = ItemOf[DigestKind];

export const isDigest = (kind: NoticeKind): kind is DigestKind =>
  kind === "sale_win_digest" || kind === "praise_digest";

export const isDigestItem = (notice: Notice): notice is DigestItem =>
  notice.kind === "sale_win_group" || notice.kind === "praise_group";

/** First sent with some room to spare: sent again, names may have become longer words. */
const firstBytesMax = 3_400;

/**
 * Several messages of one kind in one, each on its own line, oldest first.
 * @param again whether all of them have to fit, because they were in it before
 * @returns the text with as many as fit into a message, and how many those are
 */
export async function composeDigest(
  digestId: string,
  items: readonly DigestItem[],
  context: ComposeContext,
  { again = false } = {},
): Promise<{ content: string; count: number }> {
  const lines = await Promise.all(items.map((item) => lineOf(item, context)));
  const tail = [...(await monthLines(items, context)), teamLink(digestId, context.settings)];
  const textOf = (count: number) => [headOf(items.slice(0, count)), ...lines.slice(0, count), ...tail].join("\n");
  let count = lines.length;
  while (count > 1 && bytesOf(textOf(count)) > (again ? robotBytesMax : firstBytesMax)) count -= 1;
  return { content: textOf(count), count };
}

function headOf(items: readonly DigestItem[]): string {
  const amount = format.money(sumFen(items.map(({ params }) => params.amountFen)), "long");
  const count = items.length;
  return items[0]?.kind === "praise_group" ? t.praiseDigest({ count }) : t.digest({ count, amount });
}

/** One for each month that the wins count in; praise says nothing of months. */
async function monthLines(items: readonly DigestItem[], context: ComposeContext): Promise<string[]> {
  const wins = items.filter((item): item is ItemOf["sale_win_digest"] => item.kind === "sale_win_group");
  const [first] = wins;
  if (!first) return [];
  const periods = [...new Set(wins.map(({ params }) => params.period))].sort();
  return Promise.all(periods.map((period) => monthLine(first.params.teamId, period, context)));
}

async function lineOf(item: DigestItem, { reads, now }: ComposeContext): Promise<string> {
  const rep = await reads.person(item.params.repId);
  const time = timeOf(item.kind === "sale_win_group" ? new Date(item.params.confirmedAt) : item.at, now);
  if (item.kind === "praise_group") {
    const { byName, amountFen, seenChoice } = item.params;
    const repName = rep && stillAllows(rep.publicPraise, seenChoice) ? rep.name : t.somebody;
    return t.praiseLine({ time, praise: praiseText({ byName, repName, amountFen }) });
  }
  const industry = await reads.industryOf(item.params.customerId);
  return t.digestLine({
    time,
    // Named without calling them: a message that calls ten people is one that all of them mute.
    who: rep?.publicPraise === "yes" ? plain(rep.name) : t.somebody,
    amount: format.money(item.params.amountFen, "long"),
    industry: industry && plain(industry),
  });
}

function timeOf(at: Date, now: Date): string {
  const day = businessDayOf(at);
  return day === businessDayOf(now) ? format.time(at) : `${format.day(day)} ${format.time(at)}`;
}

import { businessDayOf } from "@shared/domain/time";
import { pagePath } from "./links";
import { firstThatFits, type Gone, lengthMax, type MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

const rowsMax = 5;

/** That more was held, what it is about, and where it is read. */
export async function heldDigestMessage(
  { _id }: NoticeOf<"held_digest">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const titles = await reads.heldTitles(_id);
  if (titles.length === 0) return { gone: "nothing was gathered" };
  const { format, heldDigest: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: format.day(businessDayOf(now)),
    sentence: t.sentence({ count: titles.length }),
    rows: titles.slice(0, rowsMax).map((title, n) => ({
      name: t.nth({ n: n + 1 }),
      value: firstThatFits(lengthMax.rowValue, title) ?? `${[...title].slice(0, lengthMax.rowValue - 1).join("")}…`,
    })),
    opens: pagePath("common/inbox", {}, _id),
  };
}

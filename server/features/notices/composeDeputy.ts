import type { ServerTexts } from "../../texts";
import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";

/** To who decides in somebody's place: from when until when; or that it is over. */
export function deputyMessage(
  notice: NoticeOf<"deputy_named"> | NoticeOf<"deputy_released">,
  texts: ServerTexts,
): MemberMessage {
  const { format, deputy: t } = texts;
  const isNamed = notice.kind === "deputy_named";
  const by = notice.params.byName;
  return {
    source: texts.source,
    title: isNamed ? t.title : t.releasedTitle,
    desc: by,
    sentence: isNamed
      ? t.sentence({ by, from: format.day(notice.params.from), to: format.day(notice.params.to) })
      : t.released({ by }),
    rows: [],
    opens: pagePath("tabs/do", {}, notice._id),
  };
}

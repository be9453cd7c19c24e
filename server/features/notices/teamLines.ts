import { type Exact, ratioOf } from "@shared/domain/moneyText";
import { businessDayOf, type Month, monthOf } from "@shared/domain/time";
import { type LinkSettings, pagePath, webLink } from "./links";
import { plain } from "./message";
import type { NoticeReads, Progress } from "./reads";
import { type ServerTexts, textsIn } from "../../texts";

/** What context a message takes beside the notice. */
export interface ComposeContext {
  reads: NoticeReads;
  settings: LinkSettings;
  /** Business time. */
  now: Date;
}

// A group has no language of its own; the company's is Chinese.
export const groupTexts: ServerTexts = textsIn("zh-CN");
const { format, group: t } = groupTexts;

/** A month by its name, as it is called in the month of `now`. @param form "row": in the name of a card's row */
export const monthNamed = (period: Month, now: Date, { format: words }: ServerTexts, form?: "row"): string =>
  words.month(period, monthOf(businessDayOf(now)), form);

/** The same where it is not the present one: what is told later does not say 本月 of what is over. */
export const monthWord = (period: Month, now: Date, texts: ServerTexts, form?: "row"): string | null =>
  period === monthOf(businessDayOf(now)) ? null : monthNamed(period, now, texts, form);

/** The edge that decides next about these people's pay: a percentage never reads as if it were reached. */
export async function edgesAhead(
  memberIds: readonly string[],
  team: Progress & { period: Month },
  reads: Pick<NoticeReads, "nextStep">,
): Promise<Exact[]> {
  const step = await reads.nextStep(memberIds, team);
  return step ? [step.edge] : [];
}

/** How far a team is in a month, for its group. */
export async function monthLine(unitId: string, period: Month, { reads, now }: ComposeContext): Promise<string> {
  const [month, unitName] = await Promise.all([reads.teamMonth(unitId, period), reads.unitName(unitId)]);
  const { doneFen, targetFen, members } = month;
  const about = {
    team: plain(unitName ?? unitId),
    done: format.sales(doneFen),
    month: monthWord(period, now, groupTexts),
  };
  if (targetFen === null) return t.monthWithoutTarget(about);
  const memberIds = members.map(({ memberId }) => memberId);
  const edges = await edgesAhead(memberIds, { doneFen, targetFen, period }, reads);
  const percent = format.percent(ratioOf(doneFen, targetFen), edges);
  return t.month({ ...about, target: format.sales(targetFen), percent });
}

export const teamLink = (noticeId: string, settings: LinkSettings): string =>
  t.seeTeam({ url: webLink(pagePath("tabs/home", {}, noticeId), settings) });

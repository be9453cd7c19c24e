import { lagsBehind, leadsLaggingTeam, teamLags } from "@shared/domain/alerts";
import { ratioOf } from "@shared/domain/moneyText";
import { businessDayOf, daysOf, type Month, monthOf } from "@shared/domain/time";
import { paceOf, workdayTest } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { tellByClock } from "./tell";
import type { NoticeReads, TeamMonth } from "./reads";

/**
 * Looks at every team on a working day: its group hears that it is behind, at most once a day, and each of its people who
 * is well ahead is asked for help, once a month. What was said already is not said again, however often this runs.
 * @param slot the business instant that it runs for
 * @param cause the run
 */
export async function remindLaggingTeams(
  slot: Date,
  cause: string,
  reads: Pick<NoticeReads, "teamIds" | "teamMonth" | "memberMonth">,
  deps: Pick<NoticeDeps, "realNow" | "settings">,
): Promise<void> {
  const on = businessDayOf(slot);
  const period = monthOf(on);
  const calendar = workCalendarOf(daysOf(period));
  if (!workdayTest(calendar)(on)) return;
  const pace = paceOf(period, on, calendar);

  for (const unitId of await reads.teamIds()) {
    const month = await reads.teamMonth(unitId, period);
    const team = ratioOf(month.doneFen, month.targetFen ?? 0);
    const about = { unitId, period, on };
    const common = { cause, answersAct: false, at: slot };
    const notices: NewNotice[] = (await aheadOf(month, period, reads)).map((memberId) => ({
      noticeId: `team_lag:${memberId}:${period}`,
      kind: "team_lag",
      params: { memberId, ...about },
      channel: "member",
      receiverId: memberId,
      ...common,
    }));
    if (lagsBehind(team, pace) && deps.settings.WECOM_ROBOTS[unitId] !== undefined) {
      notices.push({
        noticeId: `lag_alert:${unitId}:${on}`,
        kind: "lag_alert",
        params: about,
        channel: "robot",
        receiverId: unitId,
        ...common,
      });
    }
    await tellByClock(notices, deps);
  }
}

/** Those of a team who are well ahead while it lags, by their whole month, wherever they sold in it. */
async function aheadOf(month: TeamMonth, period: Month, reads: Pick<NoticeReads, "memberMonth">): Promise<string[]> {
  const team = ratioOf(month.doneFen, month.targetFen ?? 0);
  // Most teams do not lag, and then nobody's month needs to be read.
  if (!teamLags(team)) return [];
  const ahead: string[] = [];
  for (const { memberId, targetFen } of month.members) {
    if (targetFen === null) continue;
    const mine = await reads.memberMonth(memberId, period);
    if (leadsLaggingTeam({ person: ratioOf(mine.doneFen, mine.targetFen ?? 0), team })) ahead.push(memberId);
  }
  return ahead;
}

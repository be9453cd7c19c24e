import { addDays, type BusinessDay, businessDayOf, clockTimeOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { recordsLapsed, recordsToWrite } from "../visits";
import { findNotices, type NewNotice } from "./notices";
import type { NoticeReads } from "./reads";
import { aboutOfDay } from "./settle";
import { tellByClock } from "./tell";

/** At these times it is looked at, as the crontab has it. */
const times = ["08:43", "17:43"];
/** What lapsed longer ago is not looked for any more. */
const daysBack = 3;

/**
 * Reminds each member of check-ins whose visit is not written down and would still count if it were: before the evening, and in the
 * morning before it is too late. What has become too late since is said once. Once for each time, however often it runs.
 */
export async function remindRecords(
  { at, runId: cause }: { at: Date; runId: string },
  reads: Pick<NoticeReads, "unitIds" | "membersOf">,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(at);
  const common = { channel: "member", cause, answersAct: false, at } as const;
  for (const unitId of await reads.unitIds()) {
    const memberIds = await reads.membersOf(unitId, on);
    const found = await Promise.all(
      memberIds.map(async (receiverId) => {
        const [waiting, lapsed] = await Promise.all([recordsToWrite(receiverId, at), newlyLapsed(receiverId, at)]);
        const slot = `${receiverId}:${on}:${clockTimeOf(at)}`;
        const notices: NewNotice[] = [];
        if (lapsed.length > 0)
          notices.push({
            ...{ ...common, receiverId, noticeId: `records_lapsed:${slot}` },
            ...{ kind: "records_lapsed", params: { checkIns: lapsed } },
          });
        if (waiting.length > 0)
          notices.push({
            ...{ ...common, receiverId, noticeId: `records_due:${slot}` },
            ...{ kind: "records_due", params: { checkInIds: waiting.map(({ checkIn }) => checkIn.checkInId) } },
            about: aboutOfDay("records_due", receiverId, on),
          });
        return notices;
      }),
    );
    await tellByClock(found.flat(), deps);
  }
}

/** What has lapsed and has not been told of yet. */
async function newlyLapsed(memberId: string, at: Date): Promise<{ checkInId: string; on: BusinessDay }[]> {
  const days = Array.from({ length: daysBack + 1 }, (_, back) => addDays(businessDayOf(at), -back));
  const lapsed = await recordsLapsed(memberId, days, at);
  if (lapsed.length === 0) return [];
  const now = `${businessDayOf(at)}:${clockTimeOf(at)}`;
  const slots = days.flatMap((day) => times.map((time) => `${day}:${time}`)).filter((slot) => slot < now);
  const earlier = await findNotices(slots.map((slot) => `records_lapsed:${memberId}:${slot}`));
  const saidIds = earlier.flatMap((notice) =>
    notice.kind === "records_lapsed" && (notice.state !== "dropped" || notice.inboxOf != null)
      ? notice.params.checkIns.map(({ checkInId }) => checkInId)
      : [],
  );
  return lapsed.filter(({ checkInId }) => !saidIds.includes(checkInId)).map(({ checkInId, on }) => ({ checkInId, on }));
}

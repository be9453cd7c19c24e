import { businessDayOf, clockTimeOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { recordsToWrite } from "../visits";
import type { NewNotice } from "./notices";
import type { NoticeReads } from "./reads";
import { tellByClock } from "./tell";

/**
 * Reminds each member of check-ins whose visit is not written down and would still count if it were: before the evening, and in the
 * morning before it is too late. Once for each time, however often it runs.
 */
export async function remindRecords(
  { at, runId: cause }: { at: Date; runId: string },
  reads: Pick<NoticeReads, "unitIds" | "membersOf">,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(at);
  for (const unitId of await reads.unitIds()) {
    const memberIds = await reads.membersOf(unitId, on);
    const waiting = await Promise.all(memberIds.map((memberId) => recordsToWrite(memberId, at)));
    const notices = memberIds
      .filter((_, index) => (waiting[index]?.length ?? 0) > 0)
      .map((memberId): NewNotice => ({
        noticeId: `records_due:${memberId}:${on}:${clockTimeOf(at)}`,
        kind: "records_due",
        params: {},
        channel: "member",
        receiverId: memberId,
        cause,
        answersAct: false,
        at,
      }));
    await tellByClock(notices, deps);
  }
}

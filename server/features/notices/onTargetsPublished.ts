import { addDays, businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import type { TargetPublished } from "../targets";
import type { NoticeDeps } from "./deliver";
import type { TargetTold } from "./kinds";
import type { NewNotice } from "./notices";
import type { NoticeReads } from "./reads";
import { told } from "./tell";

/** Who has not been told within so many days has seen it on their pages since. */
const newsDays = 7;

/**
 * Tells everybody whose own target, or whose unit's, a publication has put in force: one message for each, whatever it changes for them. Who
 * published it knows.
 */
export const targetsTeller =
  (reads: Pick<NoticeReads, "leadersOf" | "nameOf">): EventHandler<TargetPublished, NoticeDeps> =>
  async ({ period, publication }, delivery, deps) => {
    const today = businessDayOf(deps.clock.now());
    if (!publication || businessDayOf(new Date(publication.at)) < addDays(today, -newsDays)) return told([], deps);
    const { byId, at, reason, targets } = publication;
    const byMember = new Map<string, TargetTold[]>();
    const add = (memberId: string, target: TargetTold) =>
      byMember.set(memberId, [...(byMember.get(memberId) ?? []), target]);
    for (const { isUnit, ...target } of targets) {
      if (!isUnit) add(target.subjectId, target);
      else for (const leaderId of await reads.leadersOf(target.subjectId, today)) add(leaderId, target);
    }
    byMember.delete(byId);
    const byName = (await reads.nameOf(byId)) ?? byId;
    const notices = [...byMember].map(([receiverId, own]): NewNotice => ({
      noticeId: `targets_published:${delivery.eventId}:${receiverId}`,
      kind: "targets_published",
      params: { period, byName, reason, targets: own },
      channel: "member",
      receiverId,
      cause: delivery.eventId,
      answersAct: false,
      at: new Date(at),
    }));
    return told(notices, deps);
  };

import type { EventHandler } from "../../outbox";
import type { VisitTargetSaid } from "../visitTargets";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells whom it is for how many effective visits a week are expected from a Monday on. */
export const visitTargetTeller: EventHandler<VisitTargetSaid, NoticeDeps> = (
  { memberIds, from, perWeek, beforePerWeek, byName, at },
  delivery,
  deps,
) => {
  const notices = memberIds.map((receiverId): NewNotice => ({
    noticeId: `visit_target:${delivery.eventId}:${receiverId}`,
    kind: "visit_target",
    params: { from, perWeek, beforePerWeek, byName },
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(at),
  }));
  return Promise.resolve(told(notices, deps));
};

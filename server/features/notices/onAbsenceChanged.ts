import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import type { AbsenceChanged } from "../absences";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells who was to decide in a leader's place and does no more. Who does is told with what waits there, see `tellDeputy`. */
export const deputyTeller: EventHandler<AbsenceChanged, NoticeDeps> = (changed, delivery, deps) => {
  const { memberId, name: byName, revision, before, after } = changed;
  const at = new Date(changed.at);
  const notices: NewNotice[] = [];
  // Whose days are over hears nothing of it.
  if (before?.deputyId && before.deputyId !== after?.deputyId && before.to >= businessDayOf(at)) {
    notices.push({
      noticeId: `deputy_released:${memberId}:${revision}`,
      kind: "deputy_released",
      params: { byId: memberId, byName },
      channel: "member",
      receiverId: before.deputyId,
      cause: delivery.eventId,
      answersAct: false,
      at,
      about: `deputy:${memberId}`,
    });
  }
  return Promise.resolve(told(notices, deps));
};

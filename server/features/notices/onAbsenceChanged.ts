import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import type { AbsenceChanged } from "../absences";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells who decides in a leader's place from when until when, and who was to and does no more. */
export const deputyTeller: EventHandler<AbsenceChanged, NoticeDeps> = (changed, delivery, deps) => {
  const { memberId, name: byName, revision, before, after } = changed;
  const at = new Date(changed.at);
  const common = {
    channel: "member",
    cause: delivery.eventId,
    answersAct: false,
    at,
    about: `deputy:${memberId}`,
  } as const;
  const notices: NewNotice[] = [];
  if (after?.deputyId) {
    notices.push({
      ...common,
      noticeId: `deputy_named:${memberId}:${revision}`,
      kind: "deputy_named",
      params: { byId: memberId, byName, from: after.from, to: after.to },
      receiverId: after.deputyId,
    });
  }
  // Whose days are over hears nothing of it.
  if (before?.deputyId && before.deputyId !== after?.deputyId && before.to >= businessDayOf(at)) {
    notices.push({
      ...common,
      noticeId: `deputy_released:${memberId}:${revision}`,
      kind: "deputy_released",
      params: { byId: memberId, byName },
      receiverId: before.deputyId,
    });
  }
  return Promise.resolve(told(notices, deps));
};

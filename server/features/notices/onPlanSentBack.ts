import type { EventHandler } from "../../outbox";
import type { PlanSentBack } from "../plans";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells those who wrote a version that it has come back, why, and from whom: it waits for them now. */
export const sentBackTeller: EventHandler<PlanSentBack, NoticeDeps> = (plan, delivery, deps) => {
  const notices = plan.authorIds.map((receiverId): NewNotice => ({
    about: `plan_sent_back:${plan.planId}`,
    noticeId: `plan_sent_back:${plan.planId}:${plan.revision}:${receiverId}`,
    kind: "plan_sent_back",
    params: plan,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: true,
    at: new Date(plan.at),
  }));
  return Promise.resolve(told(notices, deps));
};

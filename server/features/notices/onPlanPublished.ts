import type { EventHandler } from "../../outbox";
import type { PlanPublished } from "../plans";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells those who wrote a version that it is in force, from when, and by whom: they waited for it. */
export const planInForceTeller: EventHandler<PlanPublished, NoticeDeps> = ({ told: plan }, delivery, deps) => {
  if (!plan) return Promise.resolve(told([], deps));
  const notices = plan.authorIds.map((receiverId): NewNotice => ({
    noticeId: `plan_published:${plan.planId}:${receiverId}`,
    kind: "plan_published",
    params: plan,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: true,
    at: new Date(plan.at),
  }));
  return Promise.resolve(told(notices, deps));
};

import type { EventHandler } from "../../outbox";
import type { FactorCrossed } from "../statements";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells a member that the team's result has moved their pay: what, why, and how much. */
export const crossingTeller: EventHandler<FactorCrossed, NoticeDeps> = (crossed, delivery, deps) => {
  const notice: NewNotice = {
    noticeId: `factor_crossed:${delivery.eventId}`,
    kind: "factor_crossed",
    params: crossed,
    channel: "member",
    receiverId: crossed.memberId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(crossed.at),
  };
  return Promise.resolve(told([notice], deps));
};

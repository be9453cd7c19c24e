import type { EventHandler } from "../../outbox";
import type { CustomersMerged } from "../customers";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells everybody who serves one of two clients that they are one now, or two again: whose it is tomorrow is their pay. */
export const mergeTeller: EventHandler<CustomersMerged, NoticeDeps> = (merge, delivery, deps) => {
  const notices = merge.memberIds.map((memberId): NewNotice => ({
    noticeId: `customers_merged:${merge.customerId}:${merge.revision}:${memberId}`,
    kind: "customers_merged",
    params: merge,
    channel: "member",
    receiverId: memberId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(merge.at),
  }));
  return Promise.resolve(told(notices, deps));
};

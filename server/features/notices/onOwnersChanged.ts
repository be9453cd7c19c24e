import type { EventHandler } from "../../outbox";
import type { OwnersChanged } from "../customers";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** What is said of whose a client is. */
export const aboutOwners = (customerId: string): string => `owners:${customerId}`;

/** Tells everybody who owns a client from a day on, or does no more, but for whoever has said so: whose it is then is their pay. */
export const ownersTeller: EventHandler<OwnersChanged, NoticeDeps> = (change, delivery, deps) => {
  const receiverIds = [...change.gainedIds, ...change.lostIds].filter((memberId) => memberId !== change.byId);
  const notices = receiverIds.map((receiverId): NewNotice => ({
    noticeId: `owners_changed:${change.customerId}:${change.revision}:${receiverId}`,
    about: aboutOwners(change.customerId),
    kind: "owners_changed",
    params: change,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(change.at),
  }));
  return Promise.resolve(told(notices, deps));
};

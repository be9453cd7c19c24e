import type { EventHandler } from "../../outbox";
import type { OwnersChanged, OwnersImported } from "../customers";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** What is said of whose a client is. */
export const aboutOwners = (customerId: string): string => `owners:${customerId}`;

/** Tells everybody who owns a client from a day on, or does no more, but for whoever has said so: whose it is then is their pay. */
export const ownersTeller: EventHandler<OwnersChanged, NoticeDeps> = (change, delivery, deps) => {
  const concerned = change.isToldTogether ? [] : [...change.gainedIds, ...change.lostIds];
  const receiverIds = concerned.filter((memberId) => memberId !== change.byId);
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

/** Tells everybody to whom a table gives clients, or from whom it takes some, how many they are: what has come meanwhile together. */
export const ownersImportTeller: EventHandler<OwnersImported[], NoticeDeps> = (parts, delivery, deps) => {
  const notices = new Map<string, Extract<NewNotice, { kind: "owners_imported" }>>();
  for (const { importId, from, byId, byName, people, at } of parts)
    for (const { memberId, gained, lost, added = 0 } of people) {
      if (memberId === byId) continue;
      const noticeId = `owners_imported:${delivery.eventId}:${from}:${memberId}`;
      const before = notices.get(noticeId)?.params ?? { gained: 0, lost: 0, added: 0 };
      notices.set(noticeId, {
        noticeId,
        kind: "owners_imported",
        params: {
          ...{ importId, from, byName, gained: before.gained + gained, lost: before.lost + lost },
          added: (before.added ?? 0) + added,
        },
        channel: "member",
        receiverId: memberId,
        cause: delivery.eventId,
        answersAct: false,
        at: new Date(at),
      });
    }
  return Promise.resolve(told([...notices.values()], deps));
};

import { type EventHandler, Postpone } from "../../outbox";
import { taskIfAny } from "../../tasks";
import { type OwnersChanged, type OwnersImported, ownersImportedEvent } from "../customers";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told as toldOf } from "./tell";

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
  return Promise.resolve(toldOf(notices, deps));
};

/** What comes last of a table is due by then, so that all of it is told together. */
const settledMs = 30_000;

/**
 * Tells everybody to whom a table, or a person, gives many clients, or from whom it takes some, how many they are: once the table has been carried out or stopped,
 * however long that takes, in one message for each day from which clients change hands. New ones are told of with the first of them.
 */
export const ownersImportTeller: EventHandler<OwnersImported[], NoticeDeps> = async (parts, delivery, deps) => {
  const [{ runId = null } = {}] = parts;
  const task = runId === null ? null : await taskIfAny(runId);
  const now = deps.realNow();
  const from = task?.isOpen ? now : (task?.leaseUntil ?? new Date(0)); // where it ended
  const dueAt = new Date(from.getTime() + settledMs);
  if (task && dueAt > now) throw new Postpone("the table is still being imported", { dueAt });
  const summed = summedByDay(parts);
  // More of the table may be due than is handed over at once: all of it is told of together, once nothing more is.
  if (delivery.isCut && summed.length < parts.length)
    return summed.map((payload, part) => ownersImportedEvent(payload, { cause: delivery.id, part: String(part) }));
  const told = new Map<string, ImportedParams[]>();
  for (const { importId, isUndone, byHand = false, reason = null, from: day, byId, byName, people } of summed)
    for (const { memberId, ...counts } of people) {
      if (memberId === byId) continue;
      const origin = importId === undefined ? { byHand, reason } : { importId, ...(isUndone && { isUndone }) };
      const days = told.get(memberId) ?? [];
      told.set(memberId, [...days, { ...origin, from: day, byName, added: 0, ...counts }]);
    }
  const at = new Date(parts.at(-1)?.at ?? now);
  const notices = [...told].flatMap(([receiverId, days]) =>
    withNewOnes(days).map((params): NewNotice => ({
      noticeId: `owners_imported:${delivery.eventId}:${params.from}:${receiverId}`,
      ...{ kind: "owners_imported", params, channel: "member", receiverId, cause: delivery.eventId },
      ...{ answersAct: false, at },
    })),
  );
  return toldOf(notices, deps);
};

/** What several parts of a table say of the same day is said as one. */
function summedByDay(parts: readonly OwnersImported[]): OwnersImported[] {
  const days = new Map<string, OwnersImported>();
  for (const part of parts) {
    const before = days.get(part.from);
    days.set(part.from, before ? { ...part, people: summedPeople([...before.people, ...part.people]) } : part);
  }
  return [...days.values()];
}

function summedPeople(people: OwnersImported["people"]): OwnersImported["people"] {
  const sums = new Map<string, OwnersImported["people"][number]>();
  for (const one of people) {
    const { gained, lost, added = 0 } = sums.get(one.memberId) ?? { gained: 0, lost: 0 };
    sums.set(one.memberId, {
      memberId: one.memberId,
      ...{ gained: gained + one.gained, lost: lost + one.lost, added: added + (one.added ?? 0) },
    });
  }
  return [...sums.values()];
}

type ImportedParams = Extract<NewNotice, { kind: "owners_imported" }>["params"] & { added: number };

/** New ones have no day of their own: they are told of with the others, or alone. */
function withNewOnes(days: ImportedParams[]): ImportedParams[] {
  const added = days.reduce((sum, one) => sum + one.added, 0);
  const moved = days.filter(({ gained, lost }) => gained + lost > 0).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, ...others] = moved.length > 0 ? moved : days.slice(0, 1);
  return first ? [{ ...first, added }, ...others.map((one) => ({ ...one, added: 0 }))] : [];
}

import { defineEvent, type NewEvent } from "../../outbox";
import type { CompanionRecord } from "./companionModel";

/** A rep has named a colleague at a visit. */
export interface CompanionAsked {
  companionId: string;
}

export const companionAsked = defineEvent<CompanionAsked>("companion.asked");

/** Who was named has said whether they were there, or has not in time. */
export interface CompanionClosed {
  companionId: string;
  state: "confirmed" | "declined" | "lapsed";
  visitId: string;
  repId: string;
  memberName: string;
  customerName: string;
  on: string;
  /** Business time, ISO. */
  closedAt: string;
}

export const companionClosed = defineEvent<CompanionClosed>("companion.closed");

/** Whose visit it is has taken off whom they had named by mistake. */
export interface CompanionRemoved {
  companionId: string;
}

export const companionRemoved = defineEvent<CompanionRemoved>("companion.removed");

/** @param companion as it was while it was open */
export const removedCompanionEvent = ({ _id: companionId, revision }: CompanionRecord): NewEvent =>
  companionRemoved.of({
    payload: { companionId },
    partition: `companion:${companionId}`,
    cause: `${companionId}:${revision + 1}`,
  });

export const askedEvent = ({ _id: companionId, revision }: CompanionRecord): NewEvent =>
  companionAsked.of({
    payload: { companionId },
    partition: `companion:${companionId}`,
    cause: `${companionId}:${revision}`,
  });

/** @param companion as it was while it was open */
export function closedCompanionEvent(
  { _id: companionId, visitId, repId, memberName, customerName, on, revision }: CompanionRecord,
  state: CompanionClosed["state"],
  closedAt: Date,
): NewEvent {
  const payload = {
    companionId,
    state,
    visitId,
    repId,
    memberName,
    customerName,
    on,
    closedAt: closedAt.toISOString(),
  };
  return companionClosed.of({
    payload,
    partition: `companion:${companionId}`,
    cause: `${companionId}:${revision + 1}`,
  });
}

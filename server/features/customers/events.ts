import type { OwnerShare } from "@shared/domain/customer";
import { mergedFrom } from "@shared/domain/customerMerge";
import { businessDayOf } from "@shared/domain/time";
import { defineEvent, type NewEvent, type Partition } from "../../outbox";
import type { CustomerRecord } from "./customerModel";
import type { PinSource } from "./pinProposalModel";

/**
 * How a proposal ends that nobody has decided on: a leader has set the pin otherwise; it is as old as positions are kept; who proposed
 * it has taken back the consent to positions; or, while the place goes on waiting, somebody else has proposed another one.
 */
export type UndecidedEnd = "overtaken" | "lapsed" | "withdrawn" | "replaced";

/** Nobody has to decide on it any more. */
export interface PinClosed {
  proposalId: string;
  revision: number;
  memberId: string;
  customerId: string;
  customerName: string;
  siteId: string;
  siteName: string;
  /** Why it was proposed. Absent in older events. */
  source?: PinSource;
  /** The check-in that it was proposed by; null or absent where it was none. */
  checkInId?: string | null;
  /** null: nobody has decided on it. `byId` is absent in older events. */
  decision: {
    accepted: boolean;
    byId?: string;
    byName: string;
    /** Of a leader who was away. Null or absent: by an own right. */
    insteadOfName?: string | null;
    reason: string | null;
  } | null;
  /** It had been accepted, and that is taken back. */
  isTakenBack?: boolean;
  /** Why it waits no more although nobody has decided; absent where somebody has, and in events of before, which were overtaken. */
  why?: UndecidedEnd;
  /** Business time, ISO. */
  closedAt: string;
}

export const pinClosed = defineEvent<PinClosed>("pin.closed");

/** Two clients are one from now on, or two again. */
export interface CustomersMerged {
  customerId: string;
  customerName: string;
  otherId: string;
  otherName: string;
  /** Who serves one of them, but for whoever did it. */
  memberIds: string[];
  byName: string;
  /** The first day on which what is sold to either counts for the owners of the one that stays. */
  ownersFrom: string;
  isUndone: boolean;
  /** Of the client that stays. */
  revision: number;
  /** Business time, ISO. */
  at: string;
}

export const customersMerged = defineEvent<CustomersMerged>("customers.merged");

export function mergedEvent({
  kept,
  other,
  memberIds,
  actor,
  next,
  at,
  isUndone,
}: {
  kept: CustomerRecord;
  other: CustomerRecord;
  memberIds: readonly string[];
  actor: { id: string; name: string };
  next: number;
  at: Date;
  isUndone: boolean;
}): NewEvent {
  const payload: CustomersMerged = {
    customerId: kept._id,
    customerName: kept.shortName,
    otherId: other._id,
    otherName: other.shortName,
    memberIds: [...new Set(memberIds)].filter((memberId) => memberId !== actor.id),
    byName: actor.name,
    ownersFrom: mergedFrom(businessDayOf(at)),
    isUndone,
    revision: next,
    at: at.toISOString(),
  };
  const partition = `customer:${kept._id}` as const;
  return customersMerged.of({ payload, partition, cause: `${partition}:${next}` });
}

/** A client was added by somebody who had been told of others that it may be. */
export interface CustomerAddedAsNew {
  customerId: string;
}

export const customerAddedAsNew = defineEvent<CustomerAddedAsNew>("customers.addedAsNew");

export const addedAsNewEvent = (customerId: string): NewEvent =>
  customerAddedAsNew.of({
    payload: { customerId },
    partition: `customer:${customerId}`,
    cause: `customer:${customerId}`,
  });

/** Somebody has said who owns a client from a day on. */
export interface OwnersChanged {
  customerId: string;
  customerName: string;
  /** The first day of it. */
  from: string;
  /** Who owns it from then on, and who of them did not before, or with another share. */
  ownerIds: string[];
  /** With the part of each; absent in events of before. */
  owners?: OwnerShare[];
  gainedIds: string[];
  /** Who owns it today, owned it then or was to own it later, and does no more. */
  lostIds: string[];
  /** Who owns it on the day of the change. */
  presentIds: string[];
  byId: string;
  byName: string;
  reason: string | null;
  /** By a table that was imported: its people are told of all of it together (`ownersImported`). */
  isToldTogether?: boolean;
  revision: number;
  /** Business time, ISO. */
  at: string;
}

export const ownersChanged = defineEvent<OwnersChanged>("customers.ownersChanged");

/** How many clients an imported table gives to whom, some rows at a time: new ones, or ones that are there from a day on; or a person, many at once. */
export interface OwnersImported {
  /** Absent by hand. */
  importId?: string;
  byHand?: boolean;
  /** What a table had made was taken back. */
  isUndone?: boolean;
  /** What whoever gives them says of it. */
  reason?: string | null;
  /** What carries it out; absent in events of before. */
  runId?: string;
  from: string;
  byId: string;
  byName: string;
  /** `added`: new ones; absent in events of before. */
  people: { memberId: string; gained: number; lost: number; added?: number }[];
  /** Business time, ISO. */
  at: string;
}

export const ownersImported = defineEvent<OwnersImported>("customers.ownersImported");

/** All parts of a table, or of what is undone of it, are in one partition, so that they are told of together; what a person gives at once is one. */
export function ownersImportedEvent(
  payload: OwnersImported,
  given: Pick<NewEvent, "cause"> & Partial<Pick<NewEvent, "part" | "dueAt">>,
): NewEvent {
  const { importId, isUndone = false } = payload;
  const partition: Partition =
    importId === undefined ? `giving:${given.cause}` : `${isUndone ? "undo" : "import"}:${importId}`;
  return ownersImported.of({ ...given, payload, partition });
}

export function ownersChangedEvent(payload: OwnersChanged): NewEvent {
  const partition = `customer:${payload.customerId}` as const;
  return ownersChanged.of({ payload, partition, cause: `${partition}:${payload.revision}` });
}

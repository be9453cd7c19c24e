/*
 * Every event: its name, what it carries, how it is delivered. Payloads are ids and plain JSON values (instants as ISO
 * text); what a person is called or paid in detail is read when the event is handled.
 */

/** Why a confirmed sale adds nothing to its rep's pay. */
export type ZeroReason =
  /** The factor of this unit's result was 0 when it was confirmed. */
  | { kind: "teamFactor"; unitId: string }
  /** The rep has no plan, or none that pays on sales. */
  | { kind: "noPlan" }
  /** The line's own sentence in each language, as the statement shows it. */
  | { kind: "line"; sentence: { "zh-CN": string; en: string } };

/** A sale became a fact. The figures are those that the confirmation decided on. */
export interface SaleConfirmed {
  saleId: string;
  repId: string;
  /** The unit that it counts for. */
  teamId: string;
  customerId: string;
  customerName: string;
  amountFen: number;
  /** The month that it counts in, `2026-03`. */
  period: string;
  /** Business time, ISO. */
  confirmedAt: string;
  confirmedById: string;
  /**
   * What the rep's month pays with this sale, less what it paid without. What follows from other facts of the same order,
   * such as a new customer, is not in it.
   */
  incrementFen: number;
  /** The state of that money. */
  incrementState: "estimated" | "earned" | "payable";
  /** Only where the increment is not above 0. */
  zeroReason: ZeroReason | null;
  /** The rep's sales of the month without and with this sale. */
  month: { doneBeforeFen: number; doneFen: number; targetFen: number | null };
}

/** A member or a child unit of the partition's unit has new sums. */
export interface RollupDue {
  unitId: string;
  period: string;
}

/** Inputs of a member's statement that others give (a team's attainment, a target) may have changed. */
export interface StatementReprice {
  memberId: string;
  period: string;
  /** What the ledger names for the difference; absent in events of versions that named none. */
  cause?: { kind: string; id: string };
}

/** Targets are in force that were not, or were others, before. */
export interface TargetPublished {
  measure: string;
  period: string;
  /** Members and units. */
  subjectIds: string[];
}

/** A stored notice waits to be sent. */
export interface NoticeSend {
  noticeId: string;
}

/** Notices of one kind to one group are gathered under this digest and go out together. */
export interface NoticeDigest {
  digestId: string;
  unitId: string;
}

export interface EventPayloads {
  "sale.confirmed": SaleConfirmed;
  "rollup.due": RollupDue;
  "statement.reprice": StatementReprice;
  "target.published": TargetPublished;
  "notice.send": NoticeSend;
  "notice.digest": NoticeDigest;
}

export type EventType = keyof EventPayloads;

interface Delivery {
  /** All due events of the type in a partition are handled by one call. */
  coalesce?: true;
  /** While one fails, everything in its partition waits behind it. */
  ordered?: true;
}

export const eventTypes = {
  "sale.confirmed": {},
  "rollup.due": { coalesce: true },
  "statement.reprice": { coalesce: true },
  "target.published": {},
  "notice.send": {},
  "notice.digest": {},
} as const satisfies Record<EventType, Delivery>;

export type CoalescedType = {
  [T in EventType]: (typeof eventTypes)[T] extends { coalesce: true } ? T : never;
}[EventType];

export function deliveryOf(type: EventType): Delivery {
  return eventTypes[type];
}

/**
 * Who works an event off: one worker at a time, oldest first. Messages to a member (`notices:`) wait apart from the member's
 * pay (`member:`), which must not be late because WeCom is.
 */
export type Partition = `${"member" | "notices" | "robot" | "rollup" | "budget" | "targets" | "plans"}:${string}`;

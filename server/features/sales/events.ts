import type { BusinessDay, Month } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** Why a confirmed sale adds nothing to the pay of a member whom it credits. */
export type ZeroReason =
  /** The factor of this unit's result was 0 when it was confirmed. */
  | { kind: "teamFactor"; unitId: string }
  /** The rep has no plan, or none that pays on sales. */
  | { kind: "noPlan" }
  /** Older than the company's first paying day, which is named. */
  | { kind: "history"; before: BusinessDay }
  /** The line's own sentence in each language, as the statement shows it. */
  | { kind: "line"; sentence: { "zh-CN": string; en: string } };

/** A sale became a fact. The figures are those that the confirmation decided on. */
export interface SaleConfirmed {
  saleId: string;
  repId: string;
  /** The team of the rep who recorded it; what is the house's counts for it. */
  teamId: string;
  customerId: string;
  customerName: string;
  amountFen: number;
  /** The month that it counts in, `2026-03`. */
  period: string;
  /** Business time, ISO. */
  confirmedAt: string;
  confirmedById: string;
  /** What it brings, for each member whom it credits, by member id. Nobody's where it is the house's. */
  increments: SaleIncrement[];
}

/**
 * What a member's month pays with a sale, less what it pays without, with the units having counted it: the own part, the effect on
 * the rest of the month, and apart from both the rewards for something else that the order was as well, such as a new customer.
 */
export interface SaleIncrement {
  memberId: string;
  /** The member's team on the day it was signed; null: in none. */
  teamId: string | null;
  /** How much of the sale counts for the member. */
  creditFen: number;
  /** What the sale itself brings. */
  ownFen: number;
  /** The state of that money. */
  state: "estimated" | "earned" | "payable";
  /** What it does to everything else in the month, such as a higher rate for earlier sales; the sum of `others`. */
  othersFen: number;
  /** The same by component of the plan. */
  others: { name: { "zh-CN": string; en: string }; fen: number }[];
  /** What it brings as something else, such as a first order, by component of the plan; absent in events of versions that left it out. */
  rewards?: { name: { "zh-CN": string; en: string }; fen: number }[];
  /** Only where the sale adds nothing. */
  zeroReason: ZeroReason | null;
  /** The member's sales of the month without and with this sale. */
  month: { doneBeforeFen: number; doneFen: number; targetFen: number | null };
}

export const saleConfirmed = defineEvent<SaleConfirmed>("sale.confirmed");

/** A sale waits for a decision. */
export interface SaleSubmitted {
  saleId: string;
}

export const saleSubmitted = defineEvent<SaleSubmitted>("sale.submitted");

/** A sale was given back to its rep, who has to correct or withdraw it. */
export interface SaleReturned {
  saleId: string;
  revision: number;
  repId: string;
  customerName: string;
  amountFen: number;
  reason: string;
  returnedByName: string;
  /** Of the leader who was away, where a deputy gave it back. Null or absent: by an own right. */
  insteadOfName?: string | null;
  /** Business time, ISO. */
  returnedAt: string;
}

export const saleReturned = defineEvent<SaleReturned>("sale.returned");

/** A sale that waited for somebody was taken back. */
export interface SaleWithdrawn {
  saleId: string;
  repId: string;
  teamId: string;
  /** The one that was asked about. */
  revision: number;
  repName: string;
  customerName: string;
  amountFen: number;
  /** Business time, ISO. */
  withdrawnAt: string;
}

export const saleWithdrawn = defineEvent<SaleWithdrawn>("sale.withdrawn");

/** A confirmed sale may count in another month by now. */
export interface SaleToPlace {
  saleId: string;
  /** The first paying day by which it is asked. */
  on: BusinessDay;
}

export const saleToPlace = defineEvent<SaleToPlace>("sale.toPlace");

/** A confirmed sale counts in another month than it did, because the company pays from another day on. */
export interface SalePlaced {
  saleId: string;
  customerName: string;
  signedOn: BusinessDay;
  /** The first paying day, where the sale is older and pays nothing; null: it pays. */
  historyBefore: BusinessDay | null;
  /** What that makes of the months of those whom it credits. */
  members: { memberId: string; months: { period: string; beforeFen: number; afterFen: number }[] }[];
  /** Business time, ISO. */
  at: string;
}

export const salePlaced = defineEvent<SalePlaced>("sale.placed");

/** Sales count elsewhere by another first paying day, of which the month that is paid was past its cut-off. */
export interface SalesPlacedLate {
  moves: {
    /** Of whoever recorded them. */
    teamId: string;
    /** The month that they are taken off or put into, and the open one in which units' results follow. */
    period: Month;
    bookedIn: Month;
    /** They pay nothing any more; else they do now. */
    isHistory: boolean;
    count: number;
  }[];
  /** Business time, ISO. */
  at: string;
}

export const salesPlacedLate = defineEvent<SalesPlacedLate>("sales.placedLate");

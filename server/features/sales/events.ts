import { defineEvent } from "../../outbox";

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

export const saleConfirmed = defineEvent<SaleConfirmed>("sale.confirmed");

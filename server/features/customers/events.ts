import { defineEvent } from "../../outbox";

/** Somebody says where a client's place is: its leader is to say so too. */
export interface PinProposed {
  proposalId: string;
}

export const pinProposed = defineEvent<PinProposed>("pin.proposed");

/** Nobody has to decide on it any more. */
export interface PinClosed {
  proposalId: string;
  revision: number;
  memberId: string;
  customerId: string;
  customerName: string;
  siteId: string;
  siteName: string;
  /** null: a leader has set the pin otherwise meanwhile. */
  decision: { accepted: boolean; byName: string; reason: string | null } | null;
  /** Business time, ISO. */
  closedAt: string;
}

export const pinClosed = defineEvent<PinClosed>("pin.closed");

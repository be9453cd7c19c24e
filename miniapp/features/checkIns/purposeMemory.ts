import { readStored, store } from "@/platform/storage";
import { purposes, type Purpose } from "@/features/visits/visitForm";
import { useSession } from "@/features/session/sessionStore";

const nameOf = (customerId: string) => `setting:purpose:${useSession.getState().memberId ?? "nobody"}:${customerId}`;

/** What one came for last time is offered next time. */
export function lastPurpose(customerId: string): Purpose {
  const kept = readStored(nameOf(customerId));
  return purposes.find((purpose) => purpose === kept) ?? "followUp";
}

export const keepPurpose = (customerId: string, purpose: Purpose): void => void store(nameOf(customerId), purpose);

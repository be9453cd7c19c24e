import { readStored, store } from "@/platform/storage";
import { useSession } from "@/features/session/sessionStore";

const nameOf = (customerId: string) => `setting:visitType:${useSession.getState().memberId ?? "nobody"}:${customerId}`;

/** Of which type the last visit to a client was; null: there was none on this phone. */
export function lastType(customerId: string): string | null {
  const kept = readStored(nameOf(customerId));
  return typeof kept === "string" ? kept : null;
}

export const keepType = (customerId: string, typeId: string): void => void store(nameOf(customerId), typeId);

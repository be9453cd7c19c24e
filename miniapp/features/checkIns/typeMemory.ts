import { useCustomers } from "@/features/customers/useCustomers";
import { readStored, store } from "@/platform/storage";
import { useSession } from "@/features/session/sessionStore";

const nameOf = (customerId: string) => `setting:visitType:${useSession.getState().memberId ?? "nobody"}:${customerId}`;

/** Of which type the next visit to a client begins: as chosen on this phone last, else as the last one was, on whichever; null: neither. */
export function useLastType(): (customerId: string) => string | null {
  const { data } = useCustomers();
  return (customerId) => {
    const kept = readStored(nameOf(customerId));
    if (typeof kept === "string") return kept;
    return data?.find((one) => one.customerId === customerId)?.lastTypeId ?? null;
  };
}

export const keepType = (customerId: string, typeId: string): void => void store(nameOf(customerId), typeId);

import { create } from "zustand";
import { useSession } from "@/features/session/sessionStore";
import type { TableLook } from "@/ui/DataTable/types";

const plain: TableLook = { shown: {}, sort: null, search: "", filters: {} };

interface Looks {
  /** Whose they are: what one has searched for is nothing to the next one at this computer. */
  ownerId: string | null;
  looks: Readonly<Record<string, TableLook>>;
}

/** How each table is set up, as long as the program runs: whoever comes back to a list finds it as they left it. */
export const useLooks = create<Looks>()(() => ({ ownerId: null, looks: {} }));

export function useTableLook(table: string, first: Partial<TableLook> = {}) {
  const readerId = useSession(({ memberId }) => memberId);
  const kept = useLooks(({ ownerId, looks }) => (ownerId === readerId ? looks[table] : undefined));
  return {
    look: kept ?? { ...plain, ...first },
    onLook: (look: TableLook) =>
      useLooks.setState(({ ownerId, looks }) => ({
        ownerId: readerId,
        looks: { ...(ownerId === readerId && looks), [table]: look },
      })),
  };
}

import { useState } from "react";
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

export interface Looked {
  look: TableLook;
  onLook: (look: TableLook) => void;
}

/**
 * The look of a table, and of the list that a phone has of the same. Where a window may change its width, and a link be about something,
 * it is asked for above both.
 * @param first what it begins with, where nobody has changed anything
 * @param linked what the link is about by which somebody has come: it counts however they have left the table, until they choose another
 */
export function useTableLook(
  table: string,
  first: Partial<TableLook> = {},
  linked: TableLook["filters"] | null = null,
): Looked {
  const readerId = useSession(({ memberId }) => memberId);
  const kept = useLooks(({ ownerId, looks }) => (ownerId === readerId ? looks[table] : undefined));
  const left = kept ?? { ...plain, ...first };
  const [arrived, setArrived] = useState(linked);
  return {
    look: arrived ? { ...left, search: "", filters: arrived } : left,
    onLook: (look) => {
      setArrived(null);
      useLooks.setState(({ ownerId, looks }) => ({
        ownerId: readerId,
        looks: { ...(ownerId === readerId && looks), [table]: look },
      }));
    },
  };
}

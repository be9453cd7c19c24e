import { create } from "zustand";
import type { TableLook } from "@/ui/DataTable/types";

const plain: TableLook = { shown: {}, sort: null, search: "", filters: {} };

/** How each table is set up, as long as the program runs: whoever comes back to a list finds it as they left it. */
export const useLooks = create<{ looks: Readonly<Record<string, TableLook>> }>()(() => ({ looks: {} }));

export function useTableLook(table: string, first: Partial<TableLook> = {}) {
  const kept = useLooks(({ looks }) => looks[table]);
  return {
    look: kept ?? { ...plain, ...first },
    onLook: (look: TableLook) => useLooks.setState(({ looks }) => ({ looks: { ...looks, [table]: look } })),
  };
}

import { type Looked, useTableLook } from "@/features/tables/useTableLook";
import type { TableLook } from "@/ui/DataTable/types";

/** Which of them are shown until somebody chooses. */
export interface FirstLook {
  state: "here" | "left";
  /** Of those who are here, those without. */
  lacking: "team" | "role" | null;
}

/** What is looked for now. */
export interface MembersLook extends Looked, FirstLook {
  search: (words: string) => void;
  narrow: (filters: TableLook["filters"]) => void;
}

/** What is looked for among the members: the same in the list of a phone and the table of a monitor, so that a window may change its width. */
export function useMembersLook(first: FirstLook): MembersLook {
  const { lacking: without } = first;
  const linked: TableLook["filters"] | null =
    first.state === "left" ? { state: "left" } : without && { lacking: without };
  const { look, onLook } = useTableLook("members", {}, linked);
  const state: FirstLook["state"] = look.filters.state === "left" ? "left" : "here";
  const lacking: FirstLook["lacking"] =
    state === "here" ? ((["team", "role"] as const).find((one) => one === look.filters.lacking) ?? null) : null;
  return {
    ...{ look, onLook, state, lacking },
    search: (words: string) => onLook({ ...look, search: words }),
    narrow: (filters: TableLook["filters"]) => onLook({ ...look, filters: { ...look.filters, ...filters } }),
  };
}

import type { Looked } from "@/features/tables/useTableLook";

/** Phones have cards. */
export const OnMonitor = (_: { looked: Looked }) => null;

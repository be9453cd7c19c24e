import type { LooksSought } from "@/features/office/useAllLooks";

/** Phones have a list. */
export const OnMonitor = (_: { sought: LooksSought }) => null;

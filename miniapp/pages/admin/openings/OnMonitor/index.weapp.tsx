import type { OpeningsAsked } from "@/features/openings/useOpenings";

/** Phones have a list. */
export const OnMonitor = (_: { asked: OpeningsAsked }) => null;

import type { MembersLook } from "@/features/staff/useMembersLook";

/** Phones have cards. */
export const OnMonitor = (_: { looked: MembersLook }) => null;

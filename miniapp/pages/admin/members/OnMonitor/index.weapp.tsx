import type { FirstLook } from "../MemberList";

/** Phones have cards. */
export const OnMonitor = (_first: FirstLook) => null;

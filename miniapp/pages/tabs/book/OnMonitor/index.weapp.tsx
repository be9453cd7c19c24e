import type { MemberTableProps } from "../desk/MemberTable";

/** Phones have cards. */
export const OnMonitor = (_props: MemberTableProps) => null;

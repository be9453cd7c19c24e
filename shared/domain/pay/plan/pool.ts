import type { PoolRule } from "../types";

/** Who shares in a team's amount unless its rule says otherwise (Q22). */
export const usualMembers: NonNullable<PoolRule["members"]> = { daysMin: 15, onLastDay: true };

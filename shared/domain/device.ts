/** So long a device is new to somebody. */
export const newDeviceMs = 24 * 3_600_000;

/** Whether a device is one that somebody has only just begun to use, beside others: who has one alone has nothing to compare it with. */
export const isNewDevice = (
  { firstAt, hasOthers }: { firstAt: Date; hasOthers: boolean },
  at: Date,
  withinMs: number = newDeviceMs,
): boolean => hasOthers && at.getTime() - firstAt.getTime() < withinMs;

/** Business time: dates of facts, periods, jobs and texts follow it. In the demo and in tests it is set and sped up. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Where a clock that can be set stands: at the real instant `realAt` it showed `at`, and it runs `speed` times as fast. */
export interface ClockSetting {
  at: Date;
  realAt: Date;
  /** 0 stands still, 1 is ordinary time. */
  speed: number;
}

export function timeOf(setting: ClockSetting, realNow: Date): Date {
  const elapsedMs = Math.max(0, realNow.getTime() - setting.realAt.getTime());
  return new Date(setting.at.getTime() + Math.round(elapsedMs * setting.speed));
}

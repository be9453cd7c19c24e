/** WeCom's limits, each of which a test may make small. */
export interface Limits {
  tokenLifeS: number;
  codeLifeS: number;
  /** Refused secrets per hour after which an address is blocked for an hour. */
  refusedSecretsPerHour: number;
  apiCallsPerMinute: number;
  apiCallsPerHour: number;
  memberMessagesPerMinute: number;
  memberMessagesPerHour: number;
  /** Accounts of the corp; an app may reach 200 times as many recipients a day. */
  accounts: number;
  robotMessagesPerMinute: number;
  /** WeCom does not say which. */
  robotWindow: "sliding" | "fixed";
  /** What happens to a text of more than 2,048 bytes: the pages of WeCom say both. */
  longText: "cut" | "refuse";
  userListMax: number;
}

export const wecomLimits: Limits = {
  tokenLifeS: 7200,
  codeLifeS: 300,
  refusedSecretsPerHour: 2000,
  apiCallsPerMinute: 10_000,
  apiCallsPerHour: 150_000,
  memberMessagesPerMinute: 30,
  memberMessagesPerHour: 1000,
  accounts: 500,
  robotMessagesPerMinute: 20,
  robotWindow: "sliding",
  longText: "cut",
  userListMax: 5000,
};

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** Counts what happened to each key within a window of time. */
export class Counts {
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly windowMs: number,
    private readonly window: "sliding" | "fixed" = "sliding",
  ) {}

  countOf(key: string, nowMs: number): number {
    const startMs = this.window === "sliding" ? nowMs - this.windowMs : nowMs - (nowMs % this.windowMs) - 1;
    const inside = (this.times.get(key) ?? []).filter((timeMs) => timeMs > startMs);
    this.times.set(key, inside);
    return inside.length;
  }

  add(key: string, nowMs: number): void {
    this.times.set(key, [...(this.times.get(key) ?? []), nowMs]);
  }

  clear(): void {
    this.times.clear();
  }
}

/** Cheap counter for the general limits: one number per key and started window, and a block as long as the window. */
export class Quota {
  private readonly counts = new Map<string, { startMs: number; count: number }>();
  private readonly blockedUntilMs = new Map<string, number>();

  constructor(private readonly windowMs: number) {}

  /** Counts one more; false where that is too many or the block still stands. */
  take(key: string, max: number, nowMs: number): boolean {
    if (nowMs < (this.blockedUntilMs.get(key) ?? 0)) return false;
    const startMs = nowMs - (nowMs % this.windowMs);
    const known = this.counts.get(key);
    const count = known?.startMs === startMs ? known.count + 1 : 1;
    this.counts.set(key, { startMs, count });
    if (count <= max) return true;
    this.blockedUntilMs.set(key, nowMs + this.windowMs);
    return false;
  }

  clear(): void {
    this.counts.clear();
    this.blockedUntilMs.clear();
  }
}

import { z } from "zod";

const reading = z.object({ now: z.string(), speed: z.number() });

export interface ClockReading {
  /** What the product's clock shows now. */
  now: Date;
  /** 0 stands still. */
  speed: number;
}

/** The product's demo clock, read and moved over its API; without a product, the real time. */
export interface BusinessClock {
  /** By the last reading and the time since. */
  now(): Date;
  /** Asks the product; null where it does not answer or has no demo clock. */
  read(): Promise<ClockReading | null>;
  set(change: { now?: string; speed?: number }): Promise<ClockReading | null>;
  stop(): void;
}

const pollMs = 1000;

export function createBusinessClock(productUrl: string | null, realNow: () => Date): BusinessClock {
  let known: { reading: ClockReading; atMs: number } | null = null;

  async function ask(change?: object): Promise<ClockReading | null> {
    if (productUrl === null) return null;
    try {
      const answer = await fetch(new URL("/api/v1/demo/clock", productUrl), {
        signal: AbortSignal.timeout(3000),
        ...(change && {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(change),
        }),
      });
      const read = reading.safeParse(await answer.json());
      if (!answer.ok || !read.success) return null;
      const found = { now: new Date(read.data.now), speed: read.data.speed };
      known = { reading: found, atMs: realNow().getTime() };
      return found;
    } catch {
      // The product may be starting or gone; the page says so, the phones keep the time they had.
      return null;
    }
  }

  const timer = productUrl === null ? null : setInterval(() => void ask(), pollMs);
  timer?.unref();
  return {
    now() {
      if (!known) return realNow();
      const passedMs = realNow().getTime() - known.atMs;
      return new Date(known.reading.now.getTime() + passedMs * known.reading.speed);
    },
    read: () => ask(),
    set: (change) => ask(change),
    stop: () => timer && clearInterval(timer),
  };
}

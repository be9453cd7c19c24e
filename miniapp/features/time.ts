import { useEffect, useState } from "react";
import { serverNow } from "@/api/serverClock";
import { monotonicMs } from "@/platform/monotonic";

export { monotonicMs, serverNow };

/** Draws again now and then, for "8 秒前" and time that runs out. */
export function useTick(everyMs: number, running = true): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, running]);
}

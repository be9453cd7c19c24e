import { useEffect, useState, useSyncExternalStore } from "react";
import { type BusinessDay, businessDayOf, type Month, monthOf } from "@shared/domain/time";
import { knowsServerTime, onAnchor, serverNow } from "@/api/serverClock";

export { serverNow };

/** Draws again now and then, for "8 秒前" and time that runs out. */
export function useTick(everyMs: number, running = true): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, running]);
}

/** A page that lies open over midnight is on the new day within this time. */
const dayCheckMs = 5_000;

/** Which day it is for the company, by the best that this phone knows; empty before the server was ever heard. */
export const businessDayNow = (): BusinessDay => (knowsServerTime() ? businessDayOf(serverNow()) : "");

/** The day that it is now, also after midnight and after a start without network: never that of an earlier answer. */
export const useBusinessDay = (): BusinessDay => useSyncExternalStore(onDayCheck, businessDayNow, businessDayNow);

/** The month of that day; empty before the server was ever heard. */
export const usePresentMonth = (): Month => monthOf(useBusinessDay());

function onDayCheck(check: () => void): () => void {
  const ignore = onAnchor(check);
  const timer = setInterval(check, dayCheckMs);
  return () => {
    ignore();
    clearInterval(timer);
  };
}

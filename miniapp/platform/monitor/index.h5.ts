import { useSyncExternalStore } from "react";

/** As the desktop's frame begins. */
const fromPx = 1024;

const onResize = (told: () => void) => {
  window.addEventListener("resize", told);
  return () => window.removeEventListener("resize", told);
};
const isWide = () => window.innerWidth >= fromPx;

/** Whether the window is as wide as a monitor, now. */
export const useIsMonitor = (): boolean => useSyncExternalStore(onResize, isWide);

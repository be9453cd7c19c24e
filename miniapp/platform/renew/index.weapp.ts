import Taro from "@tarojs/taro";
import { presentPath, restartAt } from "../navigation";

let ready: { applyUpdate(): void } | null = null;

/** Starts the newest version that WeCom has fetched; else opens the present page anew. */
export function renew(): void {
  if (ready) return ready.applyUpdate();
  const path = presentPath();
  if (path) restartAt(path);
}

/** Tells of a part of the program that could not be fetched. WeCom tells it to whoever opens the page, so this hears of updates alone. */
export function onMissingPart(_told: () => void): void {
  if (typeof Taro.getUpdateManager !== "function") return;
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    ready = manager;
  });
}

export const isServerThere = (): Promise<boolean> => Promise.resolve(true);

/** WeCom fetches the packages that app.config.ts names under preloadRule. */
export const readyForOffline = (): Promise<void> => Promise.resolve();

import Taro, { useDidHide, useError, useDidShow, usePageNotFound, usePullDownRefresh, useRouter } from "@tarojs/taro";
import { decoded } from "./navigation";

/** The page's parameters, decoded. */
export function usePageParams(): Record<string, string> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params)
      .filter((entry): entry is [string, string] => typeof entry[1] === "string")
      .map(([name, value]) => [name, decoded(value)]),
  );
}

/** Runs each time the page comes to the front. */
export const usePageShow = useDidShow;

/** Runs each time the page goes to the back. */
export const usePageHide = useDidHide;

/** What decides whether the page that goes to the back is still seen beside the one in front: on a desktop a list is. */
export const sight = { stays: () => false };

/**
 * Hears of a browser's page that is left or reloaded, which hides no page of ours. In the mini-program a page hides with the program.
 * @returns what ends it
 */
export function onLeave(listener: () => void): () => void {
  if (process.env.TARO_ENV !== "h5") return () => undefined;
  window.addEventListener("pagehide", listener);
  return () => window.removeEventListener("pagehide", listener);
}

/** Hears of the program coming to the front: from behind another one, or another tab of the browser. */
export function onProgramShow(listener: () => void): void {
  if (process.env.TARO_ENV === "h5") {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") listener();
    });
  } else if (typeof Taro.onAppShow === "function") Taro.onAppShow(listener);
}

/** In the app: runs where an address names no page of ours. */
export const useMissingPage = usePageNotFound;

/** Pulling the page down; the sign of waiting goes when the promise is done. */
export function usePullDown(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
}

/** Runs where a page broke outside of every part that holds it. */
export const useBrokenPage = (told: () => void): void => useError(told);

export function setPageTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title });
}

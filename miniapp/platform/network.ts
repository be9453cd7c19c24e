import Taro from "@tarojs/taro";

const onH5 = process.env.TARO_ENV === "h5";

/** Whether the phone believes to be online; unknown kinds of network count as online. */
export async function isOnline(): Promise<boolean> {
  if (onH5) return navigator.onLine;
  try {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== "none";
  } catch {
    return true;
  }
}

/** Tells of changes from now on. */
export function onNetworkChange(told: (online: boolean) => void): void {
  if (onH5) {
    // Taro listens for the kind of network, of which many browsers tell nothing.
    window.addEventListener("online", () => told(true));
    window.addEventListener("offline", () => told(false));
    return;
  }
  if (typeof Taro.onNetworkStatusChange === "function") {
    Taro.onNetworkStatusChange(({ isConnected }) => told(isConnected));
  }
}

let known = true;

/** From now on `wasOnline` tells what the phone has said last. */
export function watchNetwork(): void {
  void isOnline().then((online) => (known = online));
  onNetworkChange((online) => (known = online));
}

/** Whether the phone believed to be online when it said so last; before it has, it counts as online. */
export const wasOnline = (): boolean => (onH5 ? navigator.onLine : known);

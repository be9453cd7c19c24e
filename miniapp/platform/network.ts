import Taro from "@tarojs/taro";

/** Whether the phone believes to be online; unknown kinds of network count as online. */
export async function isOnline(): Promise<boolean> {
  try {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== "none";
  } catch {
    return true;
  }
}

/** Tells of changes from now on. */
export function onNetworkChange(told: (online: boolean) => void): void {
  if (typeof Taro.onNetworkStatusChange === "function") {
    Taro.onNetworkStatusChange(({ isConnected }) => told(isConnected));
  }
}

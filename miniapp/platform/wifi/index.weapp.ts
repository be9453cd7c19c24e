import Taro from "@tarojs/taro";
import type { ConnectedWifi } from "../types";

/** Nobody waits longer for something that only helps. */
const waitMaxMs = 1_500;

/**
 * The network that this phone is connected to; null where there is none, the phone or WeCom does not say, or not in time. Nothing is searched
 * for, and nothing opens: the list of networks, for which some phones lead to their settings, is not asked for.
 */
export async function connectedWifi(): Promise<ConnectedWifi | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMaxMs);
  });
  const asked = read().catch(() => null);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

async function read(): Promise<ConnectedWifi | null> {
  await Taro.startWifi();
  try {
    // Taro's types know the failure alone.
    const { wifi } = (await Taro.getConnectedWifi()) as Partial<Taro.getConnectedWifi.SuccessCallbackResult>;
    return wifi ? { ssid: wifi.SSID || null, bssid: wifi.BSSID } : null;
  } finally {
    void Taro.stopWifi().catch(() => {});
  }
}

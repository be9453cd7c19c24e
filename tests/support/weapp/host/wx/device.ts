/** The phone that the host plays: an iPhone of 375 × 667 points in WeCom. */
export interface Device {
  model: string;
  system: string;
  platform: "ios" | "android" | "windows" | "mac";
  language: "zh_CN" | "en";
  theme: "light" | "dark";
  fontSizeSetting: number;
  widthPx: number;
  heightPx: number;
  /** Version of the base library; functions that came later are undefined. */
  baseLibrary: string;
  /** Whether WeCom runs it: `wx.qy` and `environment` exist there alone. */
  wecom: boolean;
}

export const phone: Device = {
  model: "iPhone 8",
  system: "iOS 16.7",
  platform: "ios",
  language: "zh_CN",
  theme: "light",
  fontSizeSetting: 17,
  widthPx: 375,
  heightPx: 667,
  // What the newest WeCom of Android carries.
  baseLibrary: "2.27.3",
  wecom: true,
};

const STATUS_BAR_PX = 20;
const NAVIGATION_BAR_PX = 44;

/** Answers of the functions that describe the device. */
export function deviceApis(device: Device) {
  const { model, system, platform, language, theme, fontSizeSetting, widthPx, heightPx, baseLibrary, wecom } = device;
  const safeArea = {
    left: 0,
    right: widthPx,
    top: STATUS_BAR_PX,
    bottom: heightPx,
    width: widthPx,
    height: heightPx - STATUS_BAR_PX,
  };
  const windowInfo = {
    pixelRatio: 2,
    screenWidth: widthPx,
    screenHeight: heightPx,
    windowWidth: widthPx,
    windowHeight: heightPx - STATUS_BAR_PX - NAVIGATION_BAR_PX,
    statusBarHeight: STATUS_BAR_PX,
    screenTop: STATUS_BAR_PX + NAVIGATION_BAR_PX,
    safeArea,
  };
  const appBase = {
    SDKVersion: baseLibrary,
    version: "4.1.22",
    language,
    theme,
    fontSizeSetting,
    enableDebug: false,
    host: { env: wecom ? "WeCom" : "WeChat" },
  };
  const deviceInfo = { brand: "Apple", model, system, platform, benchmarkLevel: -1, memorySize: 2048 };
  const setting = { bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true, deviceOrientation: "portrait" };
  const authorized = {
    locationAuthorized: "authorized",
    cameraAuthorized: "authorized",
    notificationAuthorized: "authorized",
  };
  const environment = wecom ? { environment: "wxwork" } : {};
  const systemInfo = { ...windowInfo, ...appBase, ...deviceInfo, ...setting, ...environment };
  const bar = { top: STATUS_BAR_PX + 4, width: 87, height: 32 };
  return {
    sync: {
      getSystemInfoSync: () => systemInfo,
      getWindowInfo: () => windowInfo,
      getAppBaseInfo: () => appBase,
      getDeviceInfo: () => deviceInfo,
      getSystemSetting: () => setting,
      getAppAuthorizeSetting: () => authorized,
      getMenuButtonBoundingClientRect: () => ({
        ...bar,
        bottom: bar.top + bar.height,
        left: widthPx - 94,
        right: widthPx - 7,
      }),
      getAccountInfoSync: () => ({
        miniProgram: { appId: "wx0000000000000000", envVersion: "release", version: "1.0.0" },
      }),
    },
    async: { getSystemInfo: () => systemInfo, getSystemInfoAsync: () => systemInfo },
  };
}

/** Whether version `a` is later than `b`, number by number. */
export function isLater(a: string, b: string): boolean {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

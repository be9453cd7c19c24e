/*
 * A stand-in for @tarojs/taro, which jest cannot load: storage in memory, pages that are always in front, and whatever a
 * test sets. Use: jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro")).
 */

// What the build writes into the mini-program.
Object.assign(globalThis, { SERVER_URL: "https://xiaoli.test", PROGRAM_VERSION: "0.0.0" });

const kept = new Map<string, unknown>();

export const fakeTaro = {
  getStorageSync: (name: string): unknown => kept.get(name) ?? "",
  setStorageSync: (name: string, value: unknown): void => void kept.set(name, value),
  removeStorageSync: (name: string): void => void kept.delete(name),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  getSystemInfoSync: () => ({ language: "zh_CN", theme: "light", fontSizeSetting: 16 }),
  getNetworkType: () => Promise.resolve({ networkType: "wifi" }),
  onNetworkStatusChange: (): void => {},
  vibrateShort: () => Promise.resolve(),
  getCurrentPages: (): unknown[] => [],
  switchTab: () => Promise.resolve(),
  navigateTo: () => Promise.resolve(),
  redirectTo: () => Promise.resolve(),
  reLaunch: () => Promise.resolve(),
  request: (): Promise<unknown> => Promise.reject(new Error("this test has no server")),
};

export const clearStorage = (): void => kept.clear();

export const useDidShow = (): void => {};
export const useDidHide = (): void => {};
export const usePullDownRefresh = (): void => {};
export const useRouter = () => ({ params: {} });

export default fakeTaro;

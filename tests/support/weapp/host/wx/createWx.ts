import type { CompiledWeapp } from "../../compile/compiledWeapp";
import type { PageStack } from "../pageStack";
import type { Timers } from "../timers";
import { asyncApi, type CallOptions } from "./asyncApi";
import { deviceApis, isLater, type Device } from "./device";
import { fileSystem } from "./fileSystem";
import { createQy, nativeApi, type NativeCaller } from "./native";
import { createSelectorQuery } from "./selectorQuery";
import { storageApis, type Storage } from "./storage";

type SyncApi = (...args: never[]) => unknown;
type Listener = (payload: unknown) => void;

export interface WxHome extends NativeCaller {
  compiled: CompiledWeapp;
  stack: PageStack;
  timers: Timers;
  device: Device;
  storage: Storage;
  launch: { path: string; query: Record<string, string>; scene: number };
  /** Functions that this phone lacks, beyond those that are newer than its base library. */
  without: readonly string[];
  tabBar: { text: string; badge: string | null }[];
  listeners: Map<string, Set<Listener>>;
}

/** The object `wx` of one launch: what the host does itself, what the test answers, and nothing that WeChat lacks. */
export function createWx(home: WxHome): Record<string, unknown> {
  const { compiled, device } = home;
  const sync: Record<string, SyncApi> = {
    ...syncApis(home),
    ...deviceApis(device).sync,
    ...storageApis(home.storage).sync,
  };
  const async: Record<string, (options: CallOptions) => unknown> = {
    ...asyncApis(home),
    ...deviceApis(device).async,
    ...storageApis(home.storage).async,
  };
  const wx: Record<string, unknown> = {};
  for (const [name, since] of Object.entries(compiled.apiNames)) {
    if (home.without.includes(name) || isLater(since, device.baseLibrary)) continue;
    if (name === "env") wx[name] = { USER_DATA_PATH: "wxfile://usr" };
    else if (home.native.has(name) && !name.endsWith("Sync")) wx[name] = nativeApi(name, home);
    else if (sync[name]) wx[name] = logged(name, sync[name], home);
    else if (async[name]) wx[name] = asyncApi(name, home, async[name]);
    else if (/^on[A-Z]/.test(name)) wx[name] = (listener: Listener) => void listenersOf(home, name).add(listener);
    else if (/^off[A-Z]/.test(name)) wx[name] = off(home, name);
    else if (/Sync$|^create|^get\w*Manager$|^canvas/.test(name)) wx[name] = () => notDone(name, home);
    else wx[name] = nativeApi(name, home);
  }
  if (device.wecom) wx.qy = createQy(home);
  return wx;
}

function listenersOf(home: WxHome, name: string): Set<Listener> {
  const known = home.listeners.get(name) ?? new Set();
  home.listeners.set(name, known);
  return known;
}

function off(home: WxHome, name: string) {
  return (listener?: Listener) => {
    const listeners = listenersOf(home, name.replace(/^off/, "on"));
    if (listener) listeners.delete(listener);
    else listeners.clear();
  };
}

function notDone(name: string, { journal }: WxHome): never {
  const message = `wx.${name} is not simulated`;
  journal.fail(`wx.${name}`, message);
  throw new Error(message);
}

function logged(name: string, run: SyncApi, { journal }: WxHome) {
  return (...args: unknown[]) => {
    journal.log.push({ api: name, args });
    // What the mini-program hands over is checked by each function that needs to.
    return run(...(args as never[]));
  };
}

function syncApis(home: WxHome) {
  const quietLog = Object.fromEntries(
    ["log", "info", "warn", "error", "debug", "setFilterMsg"].map((name) => [name, () => undefined]),
  );
  return {
    canIUse: (name: string) =>
      home.compiled.apiNames[name] !== undefined && !isLater(home.compiled.apiNames[name], home.device.baseLibrary),
    getLaunchOptionsSync: () => home.launch,
    getEnterOptionsSync: () => home.launch,
    nextTick: (run: () => void) => void home.timers.setTimeout(run, 0),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
    }),
    getFileSystemManager: () => fileSystem(home.storage, home),
    getLogManager: () => quietLog,
    getRealtimeLogManager: () => quietLog,
    createSelectorQuery: () =>
      createSelectorQuery(
        () => home.stack.current().tree,
        (run) => home.timers.setTimeout(run, 0),
      ),
    // Nothing moves in and out of sight here.
    createIntersectionObserver: () => {
      const observer = {
        relativeTo: () => observer,
        relativeToViewport: () => observer,
        observe: () => undefined,
        disconnect: () => undefined,
      };
      return observer;
    },
    reportEvent: () => undefined,
    reportMonitor: () => undefined,
  };
}

function asyncApis({ stack, tabBar, compiled }: WxHome) {
  const quiet = () => undefined;
  const quietNames = [
    ...["showToast", "hideToast", "showLoading", "hideLoading", "showNavigationBarLoading", "hideNavigationBarLoading"],
    ...[
      "setNavigationBarColor",
      "setBackgroundColor",
      "setBackgroundTextStyle",
      "setTabBarStyle",
      "showTabBar",
      "hideTabBar",
    ],
    ...[
      "showTabBarRedDot",
      "hideTabBarRedDot",
      "hideHomeButton",
      "pageScrollTo",
      "stopPullDownRefresh",
      "hideKeyboard",
    ],
    ...["vibrateShort", "vibrateLong", "setKeepScreenOn", "setVisualEffectOnCapture", "showShareMenu", "hideShareMenu"],
    ...["updateShareMenu", "preloadWebview"],
  ];
  const tab = (index: unknown) => {
    const item = tabBar[Number(index)];
    if (!item)
      throw new Error(`there are ${compiled.appConfig.tabBar?.list.length ?? 0} tabs, and no ${String(index)}`);
    return item;
  };
  return {
    ...Object.fromEntries(quietNames.map((name) => [name, quiet])),
    navigateTo: ({ url }: CallOptions) => stack.navigateTo(String(url)),
    redirectTo: ({ url }: CallOptions) => stack.redirectTo(String(url)),
    reLaunch: ({ url }: CallOptions) => stack.reLaunch(String(url)),
    switchTab: ({ url }: CallOptions) => stack.switchTab(String(url)),
    navigateBack: ({ delta }: CallOptions) => stack.navigateBack(Number(delta ?? 1)),
    setNavigationBarTitle: ({ title }: CallOptions) => stack.setTitle(String(title)),
    startPullDownRefresh: () => void stack.current().call("onPullDownRefresh"),
    getNetworkType: () => ({ networkType: "wifi" }),
    setTabBarItem: ({ index, text }: CallOptions) => void Object.assign(tab(index), text === undefined ? {} : { text }),
    setTabBarBadge: ({ index, text }: CallOptions) => void Object.assign(tab(index), { badge: String(text) }),
    removeTabBarBadge: ({ index }: CallOptions) => void Object.assign(tab(index), { badge: null }),
  };
}

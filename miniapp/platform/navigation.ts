import Taro from "@tarojs/taro";
import { afterRelease } from "./backKey";

const tabPaths = /^\/pages\/tabs\//;

/**
 * On a desktop: takes over to open a page from a list that stands beside another, or in that list's place; false: it is laid on top, or
 * put in place of the one in front, as ever.
 */
export const beside = { opens: (_path: string, _inPlace = false): boolean => false };

/** Taro says it in a browser when the page in front has come: the address changes before. */
export const came = "__afterTaroRouterChange";
/** After so long a page that has not come counts as one that will not. */
const comesMaxMs = 5_000;
/** Until when a page that was opened is waited for. */
let comesUntilMs = 0;

/**
 * Opens a page: tabs are switched to, everything else is laid on top. What is tapped while a page is on its way opens nothing, nor does
 * the second of two quick taps that reaches the page when it has come.
 */
export function open(path: string): void {
  if (tabPaths.test(path)) {
    // Tabs take no parameters.
    afterRelease(() => Taro.switchTab({ url: path.split("?")[0] ?? path }));
    return;
  }
  afterRelease(() => beside.opens(path) || lay(path));
}

function lay(path: string): void {
  if (Date.now() < comesUntilMs || isInFront(path)) return;
  comesUntilMs = Date.now() + comesMaxMs;
  const hasCome = () => {
    comesUntilMs = 0;
  };
  const laid = Taro.navigateTo({ url: path }).catch(() => Taro.redirectTo({ url: path }));
  if (process.env.TARO_ENV === "h5") Taro.eventCenter.once(came, hasCome);
  else void laid.then(hasCome, hasCome);
}

/** Whether the page in front is this one. A browser's pages have their address, which says also a page that did not come, as their path. */
function isInFront(path: string): boolean {
  const [page] = Taro.getCurrentPages().slice(-1) as { path?: string }[];
  const front = process.env.TARO_ENV === "h5" ? (page?.path ?? null) : presentPath();
  return front !== null && sorted(front) === sorted(path);
}

/** A page's address as any way of writing it says it. */
function sorted(path: string): string {
  const [route = "", query = ""] = path.split("?");
  const named = query.split("&").filter((part) => !/^(|stamp=.*|\$taroTimestamp=.*)$/.test(part));
  return [route, ...named.map(decoded).sort()].join("&");
}

/** Puts a page in place of the present one. */
export function replace(path: string): void {
  if (tabPaths.test(path)) open(path);
  else afterRelease(() => beside.opens(path, true) || Taro.redirectTo({ url: path }));
}

/** Closes everything and opens this page. */
export function restartAt(path: string): void {
  afterRelease(() => Taro.reLaunch({ url: path }));
}

/** Back to where one came from; to `fallback` where the page was opened from a message. */
export function back(fallback: string): void {
  if (Taro.getCurrentPages().length > 1) afterRelease(() => Taro.navigateBack());
  else restartAt(fallback);
}

/** Whether a browser's address names something that is no page of the product, such as an old link. */
export const isElsewhere = (): boolean =>
  process.env.TARO_ENV === "h5" && window.location.hash.length > 1 && presentPath() === null;

/** The present page with its parameters, such as `/pages/sales/detail/index?id=…`; null before the first page. */
export function presentPath(): string | null {
  // A browser's address says it, and Taro's page does not always know its parameters there.
  if (process.env.TARO_ENV === "h5") {
    const address = window.location.hash.slice(1);
    return address.startsWith("/pages/") ? address : null;
  }
  const page = Taro.getCurrentPages().slice(-1)[0] as
    | { route?: string; path?: string; options?: Record<string, string | undefined> }
    | undefined;
  // `route` is not there before the page has loaded.
  const route = page?.route ?? page?.path?.split("?")[0];
  if (!route) return null;
  const query = Object.entries(page?.options ?? {})
    .filter(([name, value]) => value !== undefined && name !== "stamp" && name !== "$taroTimestamp")
    .map(([name, value]) => `${name}=${encodeURIComponent(decoded(value ?? ""))}`)
    .join("&");
  return `/${route.replace(/^\//, "")}${query ? `?${query}` : ""}`;
}

/** Phones hand parameters over as they stand in the address, some browsers decoded. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

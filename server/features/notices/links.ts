import type { Settings } from "../../../config/env";
import type { Opens } from "../../integrations/wecom";

export type LinkSettings = Pick<Settings, "PUBLIC_URL" | "APP_MINI_APPID">;

/**
 * A page of the product as a message names it, such as `/pages/sales/detail/index?id=…`. It carries the notice that led
 * there, so the page can mark it as read, and two messages are never the same bytes.
 */
export function pagePath(page: string, params: Record<string, string>, noticeId: string): string {
  const query = Object.entries({ ...params, notice: noticeId })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return `/pages/${page}/index?${query}`;
}

/** The page in a browser. */
export const webLink = (path: string, settings: LinkSettings): string => `${settings.PUBLIC_URL}/#${path}`;

/** The page from a card: in the mini-program where there is one, else in the browser. */
export function cardLink(path: string, settings: LinkSettings): Opens {
  return settings.APP_MINI_APPID === undefined
    ? { type: 1, url: webLink(path, settings) }
    : { type: 2, appid: settings.APP_MINI_APPID, pagepath: path.slice(1) };
}

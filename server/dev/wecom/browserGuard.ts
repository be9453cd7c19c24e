import type { IncomingMessage } from "node:http";

/*
 * The simulator asks nobody who they are, so it must only be reached by programs of this machine and by its own pages. A web page
 * that somebody has open elsewhere can send requests here as well: as its own origin, or under a name that its owner lets point
 * to this machine.
 */

/** `localhost`, an own name below it, or a loopback address; with whatever port. */
const ownHost = /^(?:(?:[a-z0-9-]+\.)*localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/i;

/** Why a request is not answered; null where it is. */
export function refusalOf({
  method,
  headers,
  url,
}: Pick<IncomingMessage, "method" | "headers" | "url">): string | null {
  const { host = "", origin } = headers;
  if (!ownHost.test(host)) return "the simulator answers under localhost and loopback addresses only";
  // Sent by browsers with every write, and with reads of another origin.
  if (origin !== undefined && origin !== `http://${host}`) return "the simulator's pages alone may send this";
  // "none": typed, or opened from outside a browser. Following a link or the way of a login is no reading by another page.
  const site = headers["sec-fetch-site"];
  const isOwn = site === undefined || site === "none" || site === "same-origin";
  return isOwn || isNavigation(method, headers, url) ? null : "the simulator's pages alone may ask for this";
}

function isNavigation(method: string | undefined, headers: IncomingMessage["headers"], url = ""): boolean {
  const top = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return method === "GET" && top && !url.startsWith("/_control/") && !url.startsWith("/cgi-bin/");
}

/** The type of a body without its parameters: `text/plain; a=application/json` is plain text. */
export const mediaTypeOf = (contentType: string): string => (contentType.split(";")[0] ?? "").trim().toLowerCase();

/** On every page: not to be framed, so that no click elsewhere is a click here. */
export const pageHeaders = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
};

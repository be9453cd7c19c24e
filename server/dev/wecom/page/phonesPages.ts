import type { BusinessClock } from "../businessClock";
import type { PageAnswer, PageRequest } from "../httpServer";
import type { SimulatorState } from "../simulatorState";
import { lanesOf, phonesPage } from "./phonesPage";

/** `/`, and what has changed on it since a revision. */
export function phonesPages(
  state: SimulatorState,
  clock: BusinessClock,
  productUrl: string | null,
): (request: PageRequest) => Promise<PageAnswer | null> {
  return async ({ method, url }) => {
    if (method !== "GET") return null;
    if (url.pathname === "/") {
      const body = phonesPage(state, await clock.read(), productUrl);
      return { status: 200, headers: headers("text/html"), body };
    }
    if (url.pathname !== "/_page/changes") return null;
    const reading = await clock.read();
    const revision = String(state.mailbox.revision);
    const changed = url.searchParams.get("revision") !== revision;
    const panels = changed ? lanesOf(state, productUrl).flatMap((lane) => lane.panels) : [];
    const answer = {
      revision,
      clock: reading && { now: reading.now.toISOString(), speed: reading.speed },
      panels: panels.map(({ id, unreadCount, inner }) => ({ id, unreadCount, html: inner.text })),
    };
    return { status: 200, headers: headers("application/json"), body: JSON.stringify(answer) };
  };
}

function headers(type: string): Record<string, string> {
  return { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" };
}

import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { listNotices, markAllRead, markRead } from "./listNotices";

export const noticesHandlers = (deps: Deps): Handlers<"notices"> => ({
  "notices.list": async ({ actor, query }) => listNotices(actor, query, deps.clock.now()),
  "notices.markAllRead": async ({ actor, body }) => markAllRead({ actor, body }),
  "notices.markRead": async ({ actor, params, body }) => markRead(deps, { actor, noticeId: params.noticeId, body }),
});

import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { listNotices, markRead } from "./listNotices";

export const noticesHandlers = (deps: Deps): Handlers<"notices"> => ({
  "notices.list": async ({ actor, query }) => listNotices(actor, query),
  "notices.markRead": async ({ actor, params, body }) => markRead(deps, { actor, noticeId: params.noticeId, body }),
});

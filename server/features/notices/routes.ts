import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { listNotices, markRead } from "./listNotices";

export const noticesHandlers = (deps: Deps): Handlers<"notices"> => ({
  "notices.list": async ({ member, query }) => listNotices(member, query),
  "notices.markRead": async ({ member, params, body }) => markRead(deps, { member, noticeId: params.noticeId, body }),
});

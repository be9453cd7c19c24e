import type { Deps } from "../../deps";
import {
  callsPerMinute,
  dropOldCookie,
  readCookie,
  readOldSessionCookie,
  sessionCookie,
  setCookie,
  type Handlers,
} from "../../http";
import { sha256 } from "../../lib/ids";
import { identify } from "./identify";
import { finishOauth, startOauth } from "./oauth";
import { helpersOf } from "./refusedLogin";
import { sessionsOf } from "./sessions";

export function authHandlers(deps: Deps): Handlers<"auth"> {
  // By browser or code, which are nobody else's; a whole company may stand behind one address.
  const attempt = callsPerMinute(deps.settings.RATE_LOGIN_PER_MINUTE);
  const secure = deps.settings.PUBLIC_URL.startsWith("https:");
  return {
    "auth.loginWeapp": async ({ body }) => {
      await attempt(`code:${sha256(body.code)}`);
      const member = await identify(deps, () => deps.wecom.jscode2session(body.code));
      const { device: name = null, deviceSecret: secret = null } = body;
      const { token, expiresAt } = await sessionsOf(deps).begin({
        ...{ memberId: member.memberId, via: "weapp" },
        device: { secret, name },
      });
      return { token, expiresAt: expiresAt.toISOString() };
    },
    "auth.oauthStart": async ({ ctx, query }) => startOauth(deps, ctx, { ...query, attempt }),
    "auth.oauthReturn": async ({ ctx, query }) => finishOauth(deps, ctx, query),
    "auth.helpers": async ({ ctx }) => ({ administratorNames: await helpersOf(deps, ctx) }),
    "auth.signOut": async ({ ctx }) => {
      if (ctx.state.session) await sessionsOf(deps).end(ctx.state.session.tokenHash);
      // With a bearer token it is not the cookie that was ended.
      if (ctx.get("Authorization") !== "") return;
      // A foreign page's form comes without the cookie, and must not take it away.
      if (readCookie(ctx, sessionCookie, secure) !== undefined)
        setCookie(ctx, sessionCookie, "", { maxAgeS: 0, secure });
      if (readOldSessionCookie(ctx, secure) !== undefined) dropOldCookie(ctx, sessionCookie);
    },
  };
}

import type { Deps } from "../../deps";
import { sessionCookie, setCookie, type Handlers } from "../../http";
import { identify } from "./identify";
import { finishOauth, startOauth } from "./oauth";
import { sessionsOf } from "./sessions";

export const authHandlers = (deps: Deps): Handlers<"auth"> => ({
  "auth.loginWeapp": async ({ body }) => {
    const member = await identify(() => deps.wecom.jscode2session(body.code));
    const who = { memberId: member.memberId, via: "weapp", device: body.device } as const;
    const { token, expiresAt } = await sessionsOf(deps).begin(who);
    return { token, expiresAt: expiresAt.toISOString() };
  },
  "auth.oauthStart": async ({ ctx, query }) => startOauth(deps, ctx, query.returnTo),
  "auth.oauthReturn": async ({ ctx, query }) => finishOauth(deps, ctx, query),
  "auth.signOut": async ({ ctx }) => {
    if (ctx.state.session) await sessionsOf(deps).end(ctx.state.session.tokenHash);
    // A foreign page's form comes without the cookie, and must not take it away; with a bearer it is not what was ended.
    if (ctx.cookies.get(sessionCookie) === undefined || ctx.get("Authorization") !== "") return;
    setCookie(ctx, sessionCookie, "", { maxAgeS: 0, secure: deps.settings.PUBLIC_URL.startsWith("https:") });
  },
});

import { sessionAnswer, userInfoAnswer } from "./answers";
import type { Caller } from "./call";
import type { LoginIdentity, LoginPage, WecomSettings } from "./types";

export async function jscode2session(caller: Caller, corpId: string, code: string): Promise<LoginIdentity> {
  const query = { js_code: code, grant_type: "authorization_code" };
  const answer = await caller.call({ api: "miniprogram/jscode2session", method: "GET", query }, sessionAnswer);
  // The mini-program may be open to other corps as well; their members are strangers here.
  return { memberId: answer.corpid === corpId ? answer.userid : null };
}

export async function userOfOauthCode(caller: Caller, code: string): Promise<LoginIdentity> {
  const answer = await caller.call({ api: "auth/getuserinfo", method: "GET", query: { code } }, userInfoAnswer);
  const userId = answer.userid ?? answer.UserId;
  // A member of a linked corp arrives as `CorpId/userid`.
  return { memberId: userId && !userId.includes("/") ? userId : null };
}

export function authorizeUrl(settings: WecomSettings, { redirectUri, state }: LoginPage): string {
  const url = new URL("/connect/oauth2/authorize", settings.WECOM_OAUTH_URL);
  url.search = String(
    new URLSearchParams({
      appid: settings.WECOM_CORP_ID,
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "snsapi_base",
      state,
      agentid: String(settings.WECOM_AGENT_ID),
    }),
  );
  url.hash = "wechat_redirect";
  return url.href;
}

export function webLoginUrl(settings: WecomSettings, { redirectUri, state }: LoginPage): string {
  const url = new URL("/wwlogin/sso/login", settings.WECOM_LOGIN_URL);
  url.search = String(
    new URLSearchParams({
      login_type: "CorpApp",
      appid: settings.WECOM_CORP_ID,
      agentid: String(settings.WECOM_AGENT_ID),
      redirect_uri: redirectUri,
      state,
    }),
  );
  return url.href;
}

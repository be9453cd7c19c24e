import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { sessionCookie, setCookie, type AppContext } from "../../http";
import { sha256 } from "../../lib/ids";
import { identify } from "./identify";
import { OauthStateModel, type OauthStateRecord } from "./oauthStateModel";
import { sessionHours, sessionsOf } from "./sessions";

/** Names the browser between setting out and coming back. */
const browserCookie = "xl_login";
const browserCookiePath = "/api/v1/auth";
const stateLifeS = 600;
const enterPage = "/#/pages/auth/enter/index";

type OauthDeps = Pick<Deps, "clock" | "realNow" | "newToken" | "wecom" | "settings">;

/** Sends the browser to WeCom's authorize page, with a state that works once and for this browser only. */
export async function startOauth(deps: OauthDeps, ctx: AppContext, returnTo?: string): Promise<void> {
  const known = ctx.cookies.get(browserCookie);
  // Two tabs that log in at once are the same browser.
  const browser = known && /^[A-Za-z0-9_-]{43}$/.test(known) ? known : deps.newToken();
  const state = sha256(deps.newToken()); // WeCom wants letters and digits
  await OauthStateModel.create({
    _id: sha256(state),
    browserHash: sha256(browser),
    returnTo: returnTo ?? null,
    expiresAt: new Date(deps.realNow().getTime() + stateLifeS * 1000),
  });
  setCookie(ctx, browserCookie, browser, { maxAgeS: stateLifeS, secure: isHttps(deps), path: browserCookiePath });
  const page = { redirectUri: `${ownOrigin(deps, ctx)}/api/v1/auth/oauth/return`, state };
  // WeCom's own browser logs in silently; any other browser needs the page for desktops.
  const inside = deps.settings.DEMO || /wxwork/i.test(ctx.get("User-Agent"));
  ctx.redirect(inside ? deps.wecom.authorizeUrl(page) : deps.wecom.webLoginUrl(page));
}

/** Where WeCom sends the browser back to. Whatever happens, the person lands on our page, with the reason if it failed. */
export async function finishOauth(
  deps: OauthDeps,
  ctx: AppContext,
  query: { code?: string; state: string },
): Promise<void> {
  try {
    const { returnTo } = await redeemState(deps, ctx, query.state);
    const { code } = query;
    if (code === undefined) throw new AppError("login.codeInvalid", "WeCom sent no code: the person did not agree");
    const member = await identify(() => deps.wecom.userOfOauthCode(code));
    const { token } = await sessionsOf(deps).begin({ memberId: member.memberId, via: "h5", device: deviceOf(ctx) });
    setCookie(ctx, sessionCookie, token, { maxAgeS: sessionHours * 3600, secure: isHttps(deps) });
    ctx.redirect(pageAddress(returnTo ? { returnTo } : {}));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.redirect(pageAddress(await reasonOf(deps, ctx, error)));
  }
}

/** The browser comes back, or the address is opened again later: the state is deleted by whoever is first. */
async function redeemState(deps: OauthDeps, ctx: AppContext, state: string): Promise<{ returnTo: string | null }> {
  const _id = sha256(state);
  const record = await OauthStateModel.findOne({ _id }).lean<OauthStateRecord | null>();
  const browser = ctx.cookies.get(browserCookie);
  const own = record && browser && record.browserHash === sha256(browser) && record.expiresAt > deps.realNow();
  const deleted = own ? await OauthStateModel.deleteOne({ _id }) : null;
  if (!own || deleted?.deletedCount !== 1) {
    throw new AppError("login.stateInvalid", "this login was not begun in this browser, or is over");
  }
  return { returnTo: record.returnTo ?? null };
}

/** Going back in the browser opens the return address a second time; who is signed in by then just goes on. */
async function reasonOf(
  deps: OauthDeps,
  ctx: AppContext,
  { code, details }: AppError,
): Promise<Record<string, string>> {
  const token = ctx.cookies.get(sessionCookie);
  if (code === "login.stateInvalid" && token && (await sessionsOf(deps).find(sha256(token)))) return {};
  const helpers = details.administratorNames;
  return Array.isArray(helpers) && helpers.length > 0 ? { reason: code, helpers: helpers.join(",") } : { reason: code };
}

function pageAddress(query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search === "" ? enterPage : `${enterPage}?${search}`;
}

/** In the demo each person has an origin of their own, such as http://wangfang.localhost:3000; elsewhere there is one. */
function ownOrigin({ settings }: OauthDeps, ctx: AppContext): string {
  const local = /^([a-z0-9-]+\.)?localhost(:\d+)?$|^127\.0\.0\.1(:\d+)?$/.test(ctx.host);
  return settings.DEMO && local ? `${ctx.protocol}://${ctx.host}` : settings.PUBLIC_URL;
}

const isHttps = ({ settings }: OauthDeps): boolean => settings.PUBLIC_URL.startsWith("https:");
const deviceOf = (ctx: AppContext): string => ctx.get("User-Agent").slice(0, 100);

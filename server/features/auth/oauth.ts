import { AppError } from "@shared/errors";
import { isDuplicateKey } from "../../db";
import type { Deps } from "../../deps";
import {
  logRefusal,
  readCookie,
  sessionCookie,
  sessionHours,
  setCookie,
  type AppContext,
  type CountCall,
} from "../../http";
import { sha256 } from "../../lib/ids";
import { browserName } from "./browserName";
import type { SignInDevice } from "./devices";
import { identify } from "./identify";
import { isOwnState, makeState, signingKey } from "./oauthState";
import { OauthStateModel } from "./oauthStateModel";
import { noteRefusedColleague } from "./refusedLogin";
import { sessionsOf } from "./sessions";

/** Names the browser between setting out and coming back. */
const browserCookie = "xl_login";
const stateLifeS = 600;
const tokenShape = /^[A-Za-z0-9_-]{43}$/;
const enterPage = "/#/pages/auth/enter/index";

type OauthDeps = Pick<
  Deps,
  "clock" | "realNow" | "newId" | "newToken" | "wecom" | "settings" | "logger" | "caches" | "fieldKeys"
>;

/** Sends the browser to WeCom's authorize page, with a state that works once and for this browser only. Writes nothing. */
export async function startOauth(
  deps: OauthDeps,
  ctx: AppContext,
  { returnTo, attempt }: { returnTo?: string; attempt: CountCall },
): Promise<void> {
  const known = browserOf(deps, ctx);
  await landing(deps, ctx, async () => {
    if (known !== null) await attempt(`browser:${sha256(known)}`);
    // Two tabs that log in at once are the same browser.
    const browser = known ?? deps.newToken();
    const expiresAt = new Date(deps.realNow().getTime() + stateLifeS * 1000);
    const state = makeState(stateKey(deps), { browser, returnTo }, deps.newToken(), expiresAt);
    setCookie(ctx, browserCookie, browser, { maxAgeS: stateLifeS, secure: isHttps(deps) });
    const back = new URLSearchParams(returnTo === undefined ? {} : { returnTo }).toString();
    const redirectUri = `${ownOrigin(deps, ctx)}/api/v1/auth/oauth/return${back === "" ? "" : `?${back}`}`;
    // WeCom's own browser logs in silently; any other browser needs the page for desktops.
    const inside = deps.settings.DEMO || /wxwork/i.test(ctx.get("User-Agent"));
    const page = { redirectUri, state };
    return inside ? deps.wecom.authorizeUrl(page) : deps.wecom.webLoginUrl(page);
  });
}

/** Where WeCom sends the browser back to. Whatever happens, the person lands on our page, with the reason if it failed. */
export async function finishOauth(
  deps: OauthDeps,
  ctx: AppContext,
  query: { code?: string; state: string; returnTo?: string },
): Promise<void> {
  await landing(deps, ctx, async () => {
    await redeemState(deps, ctx, query);
    const { code, returnTo } = query;
    if (code === undefined) throw new AppError("login.codeInvalid", "WeCom sent no code: the person did not agree");
    const member = await identify(deps, () => deps.wecom.userOfOauthCode(code));
    const { token } = await sessionsOf(deps).begin({
      ...{ memberId: member.memberId, via: "h5" },
      device: deviceOf(deps, ctx),
    });
    setCookie(ctx, sessionCookie, token, { maxAgeS: sessionHours * 3600, secure: isHttps(deps) });
    return pageAddress(returnTo ? { returnTo } : {});
  });
}

/** A browser stands here with a person before it: it is led on, or to the page that says what is wrong. */
async function landing(deps: OauthDeps, ctx: AppContext, work: () => Promise<string>): Promise<void> {
  try {
    ctx.redirect(await work());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const goesOn = error.code === "login.stateInvalid" && (await isSignedIn(deps, ctx));
    if (!goesOn) logRefusal(deps.logger, ctx, error, error);
    // The names of those who can help are asked for by the page: an address could hold anybody's.
    if ("administratorNames" in error.details) noteRefusedColleague(deps, ctx);
    ctx.redirect(pageAddress(goesOn ? {} : { reason: error.code }));
  }
}

/** The browser comes back, or the address is opened again later: the state is good for whoever is first. */
async function redeemState(
  deps: OauthDeps,
  ctx: AppContext,
  { state, returnTo }: { state: string; returnTo?: string },
): Promise<void> {
  const invalid = () => new AppError("login.stateInvalid", "this login was not begun in this browser, or is over");
  const browser = browserOf(deps, ctx);
  const now = deps.realNow();
  if (browser === null || !isOwnState(stateKey(deps), state, { browser, returnTo }, now)) throw invalid();
  const expiresAt = new Date(now.getTime() + stateLifeS * 1000);
  await OauthStateModel.create([{ _id: sha256(state), expiresAt }]).catch((error: unknown) => {
    throw isDuplicateKey(error) ? invalid() : error;
  });
}

/** Going back in the browser opens the return address a second time; who is signed in by then just goes on. */
async function isSignedIn(deps: OauthDeps, ctx: AppContext): Promise<boolean> {
  const token = readCookie(ctx, sessionCookie, isHttps(deps));
  return token !== undefined && (await sessionsOf(deps).find(sha256(token))) !== null;
}

function browserOf(deps: OauthDeps, ctx: AppContext): string | null {
  const given = readCookie(ctx, browserCookie, isHttps(deps));
  return given !== undefined && tokenShape.test(given) ? given : null;
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

const stateKey = ({ settings }: OauthDeps): Buffer => signingKey(settings.WECOM_APP_SECRET, "oauth state");
const isHttps = ({ settings }: OauthDeps): boolean => settings.PUBLIC_URL.startsWith("https:");

/** Names the browser from one sign-in to the next, whoever it is. As long as browsers keep one. */
const deviceCookie = "xl_device";
const deviceLifeS = 400 * 86_400;

function deviceOf(deps: OauthDeps, ctx: AppContext): SignInDevice {
  const given = readCookie(ctx, deviceCookie, isHttps(deps));
  const secret = given !== undefined && tokenShape.test(given) ? given : deps.newToken();
  setCookie(ctx, deviceCookie, secret, { maxAgeS: deviceLifeS, secure: isHttps(deps) });
  return { secret, name: browserName(ctx.get("User-Agent")) };
}

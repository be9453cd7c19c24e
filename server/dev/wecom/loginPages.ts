import { findMember } from "./directory";
import type { PageAnswer, PageRequest } from "./httpServer";
import { pickerPage, refusedPage } from "./page/pickerPage";
import { Refusal, refuseUnless } from "./refusal";
import type { SimulatorState } from "./simulatorState";
import type { Agent } from "./world";

/** What an app asks for when it sends somebody to log in. */
export interface LoginRequest {
  agent: Agent;
  /** As it was given; without it the code is good for any app of the corp. */
  agentId: number | null;
  redirectUri: URL;
  state: string;
}

/** The OAuth page, the web login and the person picker that both open. null where the path is another. */
export function loginPage(state: SimulatorState, request: PageRequest): PageAnswer | null {
  const pages: Record<string, (query: URLSearchParams) => PageAnswer> = {
    "/connect/oauth2/authorize": (query) => picker(state, query),
    "/wwlogin/sso/login": (query) => {
      refuseUnless(query.get("login_type") === "CorpApp", 40058, "login_type 参数错误");
      return picker(state, query);
    },
    "/connect/oauth2/choice": () => chosen(state, new URLSearchParams(request.rawBody)),
  };
  const page = Object.hasOwn(pages, request.url.pathname) ? pages[request.url.pathname] : undefined;
  if (!page) return null;
  try {
    return page(request.url.searchParams);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...page200(refusedPage(error.errcode, error.text)), headers: errorHeaders(error) };
  }
}

function picker(state: SimulatorState, query: URLSearchParams): PageAnswer {
  return page200(pickerPage(state.world, loginRequest(state, query)));
}

/** Somebody was picked: back to the app with a code. */
function chosen(state: SimulatorState, form: URLSearchParams): PageAnswer {
  const { agentId, redirectUri, state: given } = loginRequest(state, form);
  const picked = form.get("userid") ?? "";
  const member = findMember(state.world, picked);
  refuseUnless(member || picked === "", 60111, "没有这个成员");
  const userid = member?.userid ?? null;
  const code = state.codes.issue({ kind: "oauth", userid, agentId }, state.realNow().getTime());
  redirectUri.searchParams.set("code", code);
  redirectUri.searchParams.set("state", given);
  return { status: 303, headers: { Location: redirectUri.href, "Cache-Control": "no-store" }, body: "" };
}

function loginRequest({ world }: SimulatorState, query: URLSearchParams): LoginRequest {
  refuseUnless(query.get("appid") === world.corpId, 40013, "appid 参数错误");
  const agentId = query.get("agentid") ?? "";
  const agent = world.agents.find((one) => agentId === "" || String(one.agentId) === agentId);
  refuseUnless(agent, 40056, "agentid 参数错误");
  const redirectUri = urlOf(query.get("redirect_uri") ?? "");
  // Host and port, exactly; a parent or child domain is another domain.
  const trusted = redirectUri && agent.trustedDomains.includes(redirectUri.host);
  refuseUnless(trusted, 50001, `redirect_uri 与应用的可信域名不一致：${redirectUri?.host ?? "无法读取"}`);
  const state = query.get("state") ?? "";
  refuseUnless(/^[a-zA-Z0-9]{0,128}$/.test(state), 84025, "state 参数错误");
  return { agent, agentId: agentId === "" ? null : agent.agentId, redirectUri, state };
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) && /^https?:/i.test(text) ? new URL(text) : null;
}

function errorHeaders(error: Refusal): Record<string, string> {
  return { "Content-Type": "text/html; charset=utf-8", "X-Wecom-Errcode": String(error.errcode) };
}

function page200(body: string): PageAnswer {
  return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }, body };
}

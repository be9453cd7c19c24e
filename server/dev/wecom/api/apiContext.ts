import { isFields, type Fields } from "../fields";
import { Refusal, refuseUnless } from "../refusal";
import type { SimulatorState } from "../simulatorState";
import type { Agent, Robot } from "../world";
import type { TokenOwner } from "../tokens";

/** One call of `/cgi-bin/…` while it is handled. */
export interface ApiContext {
  state: SimulatorState;
  /** Path below `/cgi-bin/`. */
  api: string;
  method: string;
  query: URLSearchParams;
  contentType: string;
  rawBody: string;
  ip: string;
  /** The moment of the call, in real time. */
  nowMs: number;
  /** Filled in once the credential is known, for the journal. */
  by: string | null;
}

/** An API: what it answers beside `errcode` and `errmsg`. */
export interface Api {
  /** App messages are not counted in the general limits. */
  uncounted?: boolean;
  answer(context: ApiContext): Fields;
}

/** Whoever the token speaks for. */
export function ownerOf(context: ApiContext): TokenOwner {
  const owner = context.state.tokens.ownerOfToken(context.query.get("access_token") ?? "", context.ip, context.nowMs);
  context.by = owner.kind === "agent" ? `agent ${owner.agent.agentId}` : "contacts";
  return owner;
}

/** The app that the token speaks for. The address-book assistant may not do what only apps do. */
export function agentOf(context: ApiContext): Agent {
  const owner = ownerOf(context);
  refuseUnless(owner.kind === "agent", 48002, "api forbidden");
  return owner.agent;
}

export function robotOf(context: ApiContext): Robot {
  const key = context.query.get("key") ?? "";
  const robot = context.state.world.robots.find((one) => one.key === key);
  refuseUnless(robot && robot.state !== "removed", 93000, "invalid webhook url");
  context.by = `robot ${robot.name}`;
  refuseUnless(robot.state === "active", 93004, "webhook disabled");
  return robot;
}

/** The JSON of a POST, whatever its content type says: some SDKs send none. */
export function bodyOf(context: ApiContext): Fields {
  refuseUnless(context.method === "POST", 40058, "invalid Request Parameter: POST required");
  const isForm = context.contentType.includes("form");
  refuseUnless(!isForm, 40063, "some parameters are empty: JSON required");
  if (context.rawBody.trim() === "") return {};
  const body = jsonOf(context.rawBody);
  if (!isFields(body)) throw new Refusal(40058, "Warning: wrong json format. invalid Request Parameter");
  return body;
}

/** Chinese must come as it is. Escapes of `<`, `>` and `&`, which one language always writes, are fine. */
export function refuseEscapedChinese(context: ApiContext): void {
  const escaped = [...context.rawBody.matchAll(/(?<!\\)(?:\\\\)*\\u([0-9a-f]{4})/gi)];
  const chinese = escaped.some((match) => parseInt(match[1] ?? "0", 16) >= 0x2e80);
  refuseUnless(!chinese, 40033, "invalid charset, not allow \\uxxxx");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

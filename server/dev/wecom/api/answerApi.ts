import type { Fault } from "../faults";
import type { Fields } from "../fields";
import type { JournalEntry } from "../journal";
import { errmsgOf, Refusal, refuseUnless } from "../refusal";
import type { Api, ApiContext } from "./apiContext";
import { contactApis } from "./contactApis";
import { loginApis } from "./loginApis";
import { messageApis } from "./messageApis";
import { robotApis } from "./robotApis";
import { tokenApis } from "./tokenApis";

const apis: Record<string, Api> = { ...tokenApis, ...loginApis, ...contactApis, ...messageApis, ...robotApis };

export interface ApiAnswer {
  /** 200 for everything WeCom has an opinion on. */
  status: number;
  envelope: Fields;
  entry: JournalEntry;
}

/** Handles one call and writes it into the journal. A fault that forbids the work takes its place. */
export function answerApi(context: ApiContext, fault: Fault | null): ApiAnswer {
  const startedMs = performance.now();
  const { status, envelope } = outcomeOf(context, fault);
  const entry = context.state.journal.add(
    {
      method: context.method,
      api: context.api,
      by: context.by,
      query: withoutCredentials(context.query),
      body: shownBody(context.rawBody),
      errcode: fault?.status || fault?.cut ? null : Number(envelope.errcode),
      errmsg: String(envelope.errmsg),
      ms: Math.round(performance.now() - startedMs),
      fault,
    },
    context.query.get("access_token") ?? context.query.get("corpsecret") ?? "",
    context.nowMs,
  );
  return { status, envelope, entry };
}

function outcomeOf(context: ApiContext, fault: Fault | null): { status: number; envelope: Fields } {
  try {
    if (fault?.cut === "before" || fault?.status) return { status: fault.status ?? 0, envelope: { errmsg: "fault" } };
    if (fault?.errcode !== undefined) throw new Refusal(fault.errcode, "fault on request");
    const api = Object.hasOwn(apis, context.api) ? apis[context.api] : undefined;
    if (!api) return { status: 404, envelope: { errcode: 48001, errmsg: `no such API here: ${context.api}` } };
    if (!api.uncounted) takeApiQuota(context);
    return { status: 200, envelope: { errcode: 0, errmsg: "ok", ...api.answer(context) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errmsg = errmsgOf(error, context.ip, context.nowMs);
    return { status: 200, envelope: { errcode: error.errcode, errmsg } };
  }
}

function takeApiQuota({ state, api, nowMs }: ApiContext): void {
  const { counts, limits } = state;
  const minute = counts.apiMinute.take(api, limits.apiCallsPerMinute, nowMs);
  const hour = counts.apiHour.take(api, limits.apiCallsPerHour, nowMs);
  refuseUnless(minute && hour, 45009, "api freq out of limit");
}

function withoutCredentials(query: URLSearchParams): Record<string, string> {
  const hidden = new Set(["access_token", "corpsecret", "key"]);
  return Object.fromEntries([...query].map(([name, value]) => [name, hidden.has(name) ? "…" : value]));
}

function shownBody(rawBody: string): unknown {
  try {
    return rawBody === "" ? null : (JSON.parse(rawBody) as unknown);
  } catch {
    return rawBody.slice(0, 2000);
  }
}

import { AppError } from "@shared/errors";
import { sha256 } from "../lib/ids";
import { dropOldCookie, readCookie, setCookie } from "./cookies";
import type { ApiKeyActor, AppContext, MemberActor, Session } from "./types";

export const sessionCookie = "xl_session";
export const sessionHours = 12;

/** Looks up who a token belongs to; null when it has ended, or its member has left. Handed in by the feature that keeps them. */
export type FindSession = (tokenHash: string) => Promise<MemberActor | null>;

/** Looks up the API key that a token belongs to; null when there is none, or it has been revoked. */
export type FindApiKey = (tokenHash: string) => Promise<ApiKeyActor | null>;

export interface Callers {
  findSession: FindSession;
  /** The same for a cookie of before `__Host-`: only sessions that began with one are found. */
  findOldSession: FindSession;
  findApiKey: FindApiKey;
}

const tokenShape = /^[A-Za-z0-9_-]{43}$/;
/** API keys are told from sessions by how they begin, also by people who find one in a file. */
const apiKeyShape = /^xlk_[A-Za-z0-9_-]{43}$/;

/**
 * Who is calling. A bearer token wins over a cookie.
 * @throws AppError "session.missing" without a token, "session.ended" with one that is no longer good
 */
export async function authenticate(
  ctx: AppContext,
  { findSession, findOldSession, findApiKey }: Callers,
  options: { https: boolean },
): Promise<Session> {
  const given = tokenOf(ctx, options.https);
  if (!given) throw new AppError("session.missing", "sign in first");
  const tokenHash = sha256(given.token);
  if (given.by === "bearer" && apiKeyShape.test(given.token)) {
    const actor = await findApiKey(tokenHash);
    if (!actor) throw new AppError("apiKey.unknown", "this API key is unknown or revoked: ask an administrator");
    return { actor, by: "apiKey", tokenHash };
  }
  const find = given.by === "oldCookie" ? findOldSession : findSession;
  const actor = tokenShape.test(given.token) ? await find(tokenHash) : null;
  if (!actor) throw new AppError("session.ended", "this session has ended, sign in again");
  if (given.by === "bearer") return { actor, by: "bearer", tokenHash };
  if (given.by === "oldCookie") {
    setCookie(ctx, sessionCookie, given.token, { maxAgeS: sessionHours * 3600, secure: true });
    dropOldCookie(ctx, sessionCookie);
  }
  return { actor, by: "cookie", tokenHash };
}

type GivenToken = { token: string; by: "bearer" | "cookie" | "oldCookie" };

function tokenOf(ctx: AppContext, https: boolean): GivenToken | null {
  const bearer = /^Bearer (\S+)$/i.exec(ctx.get("Authorization"))?.[1];
  if (bearer !== undefined) return { token: bearer, by: "bearer" };
  const cookie = readCookie(ctx, sessionCookie, https);
  if (cookie) return { token: cookie, by: "cookie" };
  const old = readOldSessionCookie(ctx, https);
  return old ? { token: old, by: "oldCookie" } : null;
}

/** A session's cookie as it was called before `__Host-`; undefined by plain http, where it is still called so. */
export const readOldSessionCookie = (ctx: AppContext, https: boolean): string | undefined =>
  https ? ctx.cookies.get(sessionCookie) : undefined;

/**
 * A browser sends the cookie along whoever asked it to. A write by cookie therefore has to come from our own page:
 * the same origin, and a header that another site's form cannot set.
 */
export function refuseForeignWrites(ctx: AppContext, session: Session, publicUrl: string): void {
  if (session.by !== "cookie" || ctx.method === "GET" || ctx.method === "HEAD") return;
  const origin = ctx.get("Origin");
  const { origin: publicOrigin, protocol } = new URL(publicUrl);
  // The demo gives each person an origin of their own. An https page is another page than the http one of the same host.
  const own = origin === publicOrigin || origin === `${protocol}//${ctx.host}`;
  if (!own || ctx.get("X-Requested-With") === "") {
    throw new AppError("origin.refused", "writes by cookie come from the product's own page, with X-Requested-With");
  }
}

/** Whose an answer is, by it; whom a question is asked for, by whoever asks. */
const memberHeader = "X-Member-Id";

/**
 * Says in the answer whose session it was asked with. A page that still shows somebody else, such as another tab of a browser in which the
 * next person has come in, is refused before anything is done or looked at.
 */
export function refuseOtherMember(ctx: AppContext, { actor }: Session): void {
  if (actor.kind !== "member") return;
  // A userid may hold more than a header takes.
  const id = encodeURIComponent(actor.id);
  ctx.set(memberHeader, id);
  const asked = ctx.get(memberHeader);
  if (asked !== "" && asked !== id)
    throw new AppError("session.otherMember", "another member than the one who is signed in was to ask this");
}

/*
 * Who does something. A person, another system's key, a job by the clock and what WeCom tells us are callers alike: commands,
 * audit, limits and policies take an actor, and nobody is ever impersonated by a made-up member.
 */

/** An auditor reads what others decide, and decides nothing; what is about people is noted when it is read. */
export const roles = ["rep", "manager", "finance", "hr", "admin", "auditor"] as const;
export type Role = (typeof roles)[number];

/** What an API key may be allowed to do. An operation names the one that it asks of a key; without one, keys are refused. */
export const scopes = ["customers.write", "plans.write", "targets.write"] as const;
export type Scope = (typeof scopes)[number];

interface ActorOf<Kind extends string> {
  kind: Kind;
  /** Unique among actors of this kind. */
  id: string;
  roles: readonly Role[];
  scopes: readonly Scope[];
}

/** A member of the company, as far as policies need to know. */
export interface MemberActor extends ActorOf<"member"> {
  name: string;
  /** The primary team today; null for people outside the sales teams. */
  teamId: string | null;
  /** Units that this member leads today. */
  leads: readonly string[];
  language: "zh-CN" | "en";
  /** Which of their devices they call from; absent where that is not known, and where nobody calls. */
  deviceId?: string | null;
}

/** Another system, by the key that an administrator has given it: it may what its scopes say, and has no roles. */
export type ApiKeyActor = ActorOf<"apiKey">;

/** A job by the clock or a command of an operator, under its name. */
export type JobActor = ActorOf<"job">;

/** What WeCom told us, such as `directory`. */
export type WecomActor = ActorOf<"wecom">;

export type Actor = MemberActor | ApiKeyActor | JobActor | WecomActor;

/** An actor as it is written down: in the audit log, in documents that say who made them. */
export type ActorName = Pick<Actor, "kind" | "id">;

export const actorNameOf = ({ kind, id }: ActorName): ActorName => ({ kind, id });

const keyPrefix = { member: "", apiKey: "key:", job: "job:", wecom: "wecom:" } as const;

/**
 * Tells actors of all kinds apart: what their command ids begin with and what limits count by. A member's is the plain member
 * id, which holds no colon, so that no member can be taken for another kind.
 */
export const actorKeyOf = ({ kind, id }: ActorName): string => `${keyPrefix[kind]}${id}`;

/** A job may do what its code does: it comes with no rights that a policy would have to weigh. */
export const jobActor = (name: string): JobActor => ({ kind: "job", id: name, roles: [], scopes: [] });

export const wecomActor = (source: string): WecomActor => ({ kind: "wecom", id: source, roles: [], scopes: [] });

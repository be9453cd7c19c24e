import type Koa from "koa";
import type { AnswerOf, BodyOf, contracts, ParamsOf, QueryOf } from "@shared/contracts";
import type { z } from "zod";
import type { OperationId } from "@shared/api/operations";
import type { role } from "@shared/contracts/me";

export type Role = z.infer<typeof role>;

/** Who is calling, as far as policies need to know. */
export interface SessionMember {
  memberId: string;
  name: string;
  roles: Role[];
  /** The primary team today; null for people outside the sales teams. */
  teamId: string | null;
  /** Units that this member leads today. */
  leads: string[];
  language: "zh-CN" | "en";
}

/** How a caller showed who they are: a cookie is sent by the browser unasked, so writes by it are checked for their origin. */
export interface Session {
  member: SessionMember;
  by: "bearer" | "cookie";
  tokenHash: string;
}

export interface AppState extends Koa.DefaultState {
  requestId: string;
  /** Null where nobody is signed in; operations that ask for a session never see that. */
  session?: Session | null;
  /** The operation that the path led to, for metrics and logs. */
  operationId?: OperationId;
}

export type AppContext = Koa.ParameterizedContext<AppState>;

type SessionOf<Id extends OperationId> = {
  member: SessionMember;
  ifAny: SessionMember | null;
  none: null;
}[(typeof contracts)[Id]["session"]];

/** One call of an operation; everything in it has been checked against the contract. */
export interface Request<Id extends OperationId> {
  ctx: AppContext;
  member: SessionOf<Id>;
  params: ParamsOf<Id>;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
}

/** Answers one operation; without an answer it is 204, unless the handler has redirected. */
export type Handler<Id extends OperationId> = (request: Request<Id>) => Promise<AnswerOf<Id>>;

/** Every handler of one area: `Handlers<"sales">` has one for each operation that begins with `sales.`. */
export type Handlers<Area extends string> = {
  [Id in OperationId as Id extends `${Area}.${string}` ? Id : never]: Handler<Id>;
};

/** One handler for every operation; a missing one does not compile. */
export type AllHandlers = { [Id in OperationId]: Handler<Id> };

import type Koa from "koa";
import type { AnswerOf, BodyOf, contracts, ParamsOf, QueryOf } from "@shared/contracts";
import type { OperationId } from "@shared/api/operations";
import type { FileAnswer } from "./fileAnswer";
import type { PreparedJson } from "./preparedJson";
import type { Actor, ApiKeyActor, MemberActor } from "@shared/domain/actor";

export type { Actor, ApiKeyActor, MemberActor, Role } from "@shared/domain/actor";

/** Somebody who may call over HTTP; jobs and WeCom come by other ways. */
export type Caller = Extract<Actor, MemberActor | ApiKeyActor>;

/** How a caller showed who they are: a cookie is sent by the browser unasked, so writes by it are checked for their origin. */
export interface Session {
  actor: Caller;
  by: "bearer" | "cookie" | "apiKey";
  tokenHash: string;
}

export interface AppState extends Koa.DefaultState {
  requestId: string;
  /** Where the request comes from, as limits count and logs name it: see `addressGroup`. */
  address: string;
  /** Null where nobody is signed in; operations that ask for a session never see that. */
  session?: Session | null;
  /** The operation that the path led to, for metrics and logs. */
  operationId?: OperationId;
}

export type AppContext = Koa.ParameterizedContext<AppState>;

type ActorOf<Id extends OperationId> = {
  member: (typeof contracts)[Id] extends { scope: string } ? Caller : MemberActor;
  ifAny: MemberActor | null;
  none: null;
}[(typeof contracts)[Id]["session"]];

/** A file as it is being sent, of one of the contract's types by its own word. Nothing of it is read before it is asked for. */
export interface FileContent {
  type: string;
  /**
   * Its bytes, unpacked, as they come; once.
   * @throws AppError "body.tooLarge" as soon as that is known, "body.malformed" where it breaks off, comes too slowly or is empty
   */
  chunks(): AsyncIterable<Buffer>;
}

/** One call of an operation; everything in it has been checked against the contract. */
export interface Request<Id extends OperationId> {
  ctx: AppContext;
  actor: ActorOf<Id>;
  params: ParamsOf<Id>;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
  content: (typeof contracts)[Id] extends { content: object } ? FileContent : null;
}

/** Answers one operation; without an answer it is 204, unless the handler has redirected. */
export type Handler<Id extends OperationId> = (
  request: Request<Id>,
) => Promise<AnswerOf<Id> | PreparedJson<AnswerOf<Id>> | FileAnswer>;

/** Every handler of one area: `Handlers<"sales">` has one for each operation that begins with `sales.`. */
export type Handlers<Area extends string> = {
  [Id in OperationId as Id extends `${Area}.${string}` ? Id : never]: Handler<Id>;
};

/** One handler for every operation; a missing one does not compile. */
export type AllHandlers = { [Id in OperationId]: Handler<Id> };

export { allow } from "./allow";
export { setCookie } from "./cookies";
export { isLoopback } from "./operatorRoutes";
export { parse } from "./parse";
export { type FindApiKey, type FindSession, sessionCookie } from "./session";
export type {
  Actor,
  AllHandlers,
  ApiKeyActor,
  AppContext,
  AppState,
  Caller,
  Handler,
  Handlers,
  MemberActor,
  Request,
  Role,
  Session,
} from "./types";

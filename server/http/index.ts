export { allow } from "./allow";
export { setCookie } from "./cookies";
export { isLoopback } from "./operatorRoutes";
export { parse } from "./parse";
export { sessionCookie, type FindSession } from "./session";
export type {
  AllHandlers,
  AppContext,
  AppState,
  Handler,
  Handlers,
  Request,
  Role,
  Session,
  SessionMember,
} from "./types";

export { allow } from "./allow";
export { dropOldCookie, readCookie, setCookie } from "./cookies";
export { callsPerMinute, type CountCall } from "./rateLimit";
export type { Problem } from "./problem";
export { problemOfThrown } from "./errorHandler";
export { logRefusal } from "./refusalLog";
export { isLoopback } from "./operatorRoutes";
export { FileAnswer } from "./fileAnswer";
export { parse } from "./parse";
export { type FindApiKey, type FindSession, readOldSessionCookie, sessionCookie, sessionHours } from "./session";
export { PreparedJson } from "./preparedJson";
export type {
  Actor,
  AllHandlers,
  ApiKeyActor,
  AppContext,
  AppState,
  Caller,
  FileContent,
  Handler,
  Handlers,
  MemberActor,
  Request,
  Role,
  Session,
} from "./types";

export { allow } from "./allow";
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

import type { Deps } from "../../deps";
import type { FindSession } from "../../http";
import { sessionsOf } from "./sessions";

export { authHandlers } from "./routes";

/** The look-up that the HTTP layer is handed. */
export const findSession = (deps: Deps): FindSession => sessionsOf(deps).find;

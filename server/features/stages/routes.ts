import type { Handlers } from "../../http";
import type { BookingDeps } from "../statements";
import { moveStage, undoMove } from "./moveStage";

export const stagesHandlers = (deps: BookingDeps): Handlers<"stages"> => ({
  "stages.move": ({ actor, params, body }) => moveStage(deps, { actor, ...params, body }),
  "stages.undo": ({ actor, params, body }) => undoMove(deps, { actor, ...params, body }),
});

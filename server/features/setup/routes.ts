import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { readSetup } from "./readSetup";
import { testRobot } from "./testRobot";
import { readWecomState } from "./wecomState";

export const setupHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings" | "wecom">): Handlers<"setup"> => ({
  "setup.ready": () => readWecomState(deps),
  "setup.read": ({ actor }) => readSetup(deps, actor),
  "setup.testRobot": ({ actor, params, body }) => testRobot(deps, { actor, unitId: params.unitId, body }),
});

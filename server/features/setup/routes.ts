import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { isCompanyKnown } from "../members";
import { readSetup } from "./readSetup";
import { testRobot } from "./testRobot";
import { readWecomState } from "./wecomState";

export const setupHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings" | "wecom">): Handlers<"setup"> => ({
  "setup.ready": async () => {
    const [state, knowsPeople] = await Promise.all([readWecomState(deps), isCompanyKnown()]);
    return { ...state, knowsPeople };
  },
  "setup.read": ({ actor }) => readSetup(deps, actor),
  "setup.testRobot": ({ actor, params, body }) => testRobot(deps, { actor, unitId: params.unitId, body }),
});

import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { readWecomState } from "./wecomState";

export const setupHandlers = (deps: Pick<Deps, "realNow">): Handlers<"setup"> => ({
  "setup.ready": () => readWecomState(deps),
});

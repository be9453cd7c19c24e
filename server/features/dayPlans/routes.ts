import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { readDayPlan, setDayPlan } from "./dayPlans";

export const dayPlansHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"dayPlans"> => ({
  "dayPlans.read": ({ actor, params }) => readDayPlan(actor.id, params.on),
  "dayPlans.set": ({ actor, params, body }) => setDayPlan(deps, { actor, on: params.on, body }),
});

import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { setTableViews, tableViewsOf } from "./setTableViews";

export const tableViewsHandlers = (deps: Pick<Deps, "clock">): Handlers<"tableViews"> => ({
  "tableViews.read": ({ actor }) => tableViewsOf(actor.id),
  "tableViews.set": ({ actor, body }) => setTableViews(deps, { actor, body }),
});

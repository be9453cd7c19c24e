import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { givePraise } from "./givePraise";
import { presentPraise } from "./presentPraise";
import { saleToPraise } from "./saleToPraise";

export const praiseHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"praise"> => ({
  "praise.read": async ({ actor, params }) => presentPraise(deps, actor, await saleToPraise(actor, params.saleId)),
  "praise.give": ({ actor, params, body }) => givePraise(deps, { actor, saleId: params.saleId, body }),
});

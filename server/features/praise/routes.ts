import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { givePraise } from "./givePraise";
import { presentPraise } from "./presentPraise";
import { saleToPraise } from "./saleToPraise";

export const praiseHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"praise"> => ({
  "praise.read": async ({ member, params }) => presentPraise(deps, member, await saleToPraise(member, params.saleId)),
  "praise.give": ({ member, params, body }) => givePraise(deps, { member, saleId: params.saleId, body }),
});

import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { answerPraise, readPraiseQuestion } from "./answerPraise";
import { givePraise } from "./givePraise";
import { presentPraise } from "./presentPraise";
import { saleToPraise } from "./saleToPraise";

export const praiseHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"praise"> => ({
  "praise.read": async ({ actor, params }) => presentPraise(deps, actor, await saleToPraise(actor, params.saleId)),
  "praise.give": ({ actor, params, body }) => givePraise(deps, { actor, saleId: params.saleId, body }),
  "praise.question": ({ actor, params }) => readPraiseQuestion(deps, actor, params.saleId),
  "praise.answer": ({ actor, params, body }) => answerPraise(deps, { actor, saleId: params.saleId, body }),
});

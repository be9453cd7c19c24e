import type { BodyOf } from "@shared/contracts";
import { praiseAsked } from "./answerShapes/praise";
import { caller } from "./http";

const call = caller(praiseAsked);

export const readPraise = (saleId: string) => call("praise.read", { params: { saleId } });
export const readPraiseQuestion = (saleId: string) => call("praise.question", { params: { saleId } });
export const answerPraise = (saleId: string, body: BodyOf<"praise.answer">) =>
  call("praise.answer", { params: { saleId }, body });
export const givePraise = (saleId: string, body: BodyOf<"praise.give">) =>
  call("praise.give", { params: { saleId }, body });

import type { BodyOf } from "@shared/contracts";
import { meAsked } from "./answerShapes/me";
import { caller } from "./http";

const call = caller(meAsked);

export const readMe = () => call("me.read", {});
export const setLanguage = (body: BodyOf<"me.setLanguage">) => call("me.setLanguage", { body });
export const setPublicPraise = (body: BodyOf<"me.setPublicPraise">) => call("me.setPublicPraise", { body });
export const setLookMessages = (body: BodyOf<"me.setLookMessages">) => call("me.setLookMessages", { body });
export const consent = (body: BodyOf<"me.consent">) => call("me.consent", { body });

import type { BodyOf } from "@shared/contracts";
import { companionsAsked } from "./answerShapes/companions";
import { caller } from "./http";

const call = caller(companionsAsked);

/** @param words empty: those of one's team */
export const findColleagues = (words: string) => call("companions.find", { query: words === "" ? {} : { words } });
export const readNamed = (companionId: string) => call("companions.read", { params: { companionId } });
export const removeCompanion = (companionId: string, body: BodyOf<"companions.remove">) =>
  call("companions.remove", { params: { companionId }, body });

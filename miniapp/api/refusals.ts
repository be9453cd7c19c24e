import { reportErrors } from "@/texts/lateErrors/report";
import { refusalsAsked } from "./answerShapes/refusals";
import { caller } from "./http";

const call = caller(refusalsAsked, reportErrors);

export const listRefusals = () => call("refusals.list", {});
export const readRefusal = (refusalId: string) => call("refusals.read", { params: { refusalId } });

import { reportErrors } from "@/texts/lateErrors/report";
import { refusalsShapes } from "./answerShapes/refusals";
import { caller } from "./http";

const call = caller(refusalsShapes, reportErrors);

export const listRefusals = () => call("refusals.list", {});
export const readRefusal = (refusalId: string) => call("refusals.read", { params: { refusalId } });

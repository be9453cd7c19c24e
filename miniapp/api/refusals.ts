import { refusalsShapes } from "./answerShapes/refusals";
import { caller } from "./http";

const call = caller(refusalsShapes);

export const listRefusals = () => call("refusals.list", {});
export const readRefusal = (refusalId: string) => call("refusals.read", { params: { refusalId } });

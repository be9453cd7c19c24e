import { readinessAsked } from "./answerShapes/readiness";
import { caller } from "./http";

const call = caller(readinessAsked);

export const readReadiness = () => call("setup.ready", {});

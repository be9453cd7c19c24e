import { readinessShapes } from "./answerShapes/readiness";
import { caller } from "./http";

const call = caller(readinessShapes);

export const readReadiness = () => call("setup.ready", {});

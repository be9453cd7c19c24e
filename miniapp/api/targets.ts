import type { BodyOf, QueryOf } from "@shared/contracts";
import { targetErrors } from "@/texts/lateErrors/target";
import { targetsAsked } from "./answerShapes/targets";
import { caller } from "./http";

const call = caller(targetsAsked, targetErrors);

export const readLevel = (query: QueryOf<"targets.level">) => call("targets.level", { query });
export const setTargets = (body: BodyOf<"targets.set">) => call("targets.set", { body });
export const carryOver = (body: BodyOf<"targets.carryOver">) => call("targets.carryOver", { body });
export const publishTargets = (body: BodyOf<"targets.publish">) => call("targets.publish", { body });

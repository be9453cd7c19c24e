import type { BodyOf } from "@shared/contracts";
import { visitTypesAsked } from "./answerShapes/visitTypes";
import { caller } from "./http";

const call = caller(visitTypesAsked);

export const readMyVisitTypes = () => call("visitTypes.mine", {});
export const listVisitTypes = () => call("visitTypes.list", {});
export const saveVisitType = (typeId: string, body: BodyOf<"visitTypes.save">) =>
  call("visitTypes.save", { params: { typeId }, body });

import type { BodyOf } from "@shared/contracts";
import { checkInsAsked } from "./answerShapes/checkIns";
import { caller } from "./http";

const call = caller(checkInsAsked);

export const createCheckIn = (body: BodyOf<"checkIns.create">) => call("checkIns.create", { body });
export const appealReview = (checkInId: string, body: BodyOf<"checkIns.appeal">) =>
  call("checkIns.appeal", { params: { checkInId }, body });
export const readOwnPhotos = (checkInId: string) => call("checkIns.photos", { params: { checkInId } });
export const readMyCheckIns = (on: string) => call("checkIns.mine", { query: { on } });

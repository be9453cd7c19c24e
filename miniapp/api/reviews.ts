import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const readReview = (checkInId: string) => call("reviews.read", { params: { checkInId } });
export const decideReview = (checkInId: string, body: BodyOf<"reviews.decide">) =>
  call("reviews.decide", { params: { checkInId }, body });

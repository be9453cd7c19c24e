import type { BodyOf } from "@shared/contracts";
import { reviewsAsked } from "./answerShapes/reviews";
import { caller } from "./http";

const call = caller(reviewsAsked);

export const readReview = (checkInId: string) => call("reviews.read", { params: { checkInId } });
export const decideReview = (checkInId: string, body: BodyOf<"reviews.decide">) =>
  call("reviews.decide", { params: { checkInId }, body });

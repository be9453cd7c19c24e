import { subscribe } from "../../outbox";
import { checkInBettered } from "../checkIns";
import { mendReviews } from "./mendReviews";

export const reviewSubscriptions = [subscribe("reviews.mend", checkInBettered, mendReviews)] as const;

import { type NewEvent, type Partition, subscribe } from "../../outbox";
import { checkInBettered, type CheckInBettered } from "../checkIns";
import { pinClosed } from "../customers";
import { mendReviews } from "./mendReviews";
import { settleByPin } from "./settleByPin";

/** A day is judged by one worker at a time: what one of them has read, no other one changes meanwhile. */
const byDay = {
  partition: ({ payload }: NewEvent): Partition => {
    // Of this type, as the subscription asks for.
    const { memberId, customerId, on } = payload as CheckInBettered;
    return `reviews.mend:${memberId}:${customerId}:${on}`;
  },
};

export const reviewSubscriptions = [
  subscribe("reviews.mend", checkInBettered, mendReviews, byDay),
  subscribe("reviews.settleByPin", pinClosed, settleByPin),
] as const;

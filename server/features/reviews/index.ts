export { closeReviews } from "./closeReviews";
export {
  type AskedToo,
  dayJudged,
  type DayJudged,
  reviewClosed,
  type ReviewClosed,
  reviewMended,
  type ReviewMended,
} from "./events";
export { isFirstDecider, isOwnReview, mayDecideAppeal, mayDecideReview } from "./policy";
export { reviewsHandlers } from "./routes";
export { isAcceptedWithPin } from "./settleByPin";
export { reviewSubscriptions } from "./subscriptions";
export { unrecordedAmong } from "./unrecorded";

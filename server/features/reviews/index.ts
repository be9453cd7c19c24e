export { closeReviews } from "./closeReviews";
export { type AskedToo, dayJudged, type DayJudged, reviewClosed, type ReviewClosed } from "./events";
export { reviewsHandlers } from "./routes";
export { reviewSubscriptions } from "./subscriptions";

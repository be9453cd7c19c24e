export { closeReviews } from "./closeReviews";
export { reviewClosed, type ReviewClosed } from "./events";
export { reviewsHandlers } from "./routes";
export { reviewSubscriptions } from "./subscriptions";

export { openQuestionsOf, type PraiseAsked } from "./answerPraise";
export { praiseHandlers } from "./routes";
export { praiseSubscriptions } from "./subscriptions";

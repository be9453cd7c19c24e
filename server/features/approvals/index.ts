export { remindApprovers } from "./askApprovers";
export { approvalSubscriptions } from "./subscriptions";

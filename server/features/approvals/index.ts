export { remindApprovers } from "./askApprovers";
export { approvalsOf } from "./approvalsOf";
export type { OpenApproval } from "./approvalKind";
export { approvalSubscriptions } from "./subscriptions";

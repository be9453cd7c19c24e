export { remindApprovers } from "./askApprovers";
export { approvalsOf, type Decidable } from "./approvalsOf";
export type { OpenApproval } from "./approvalKind";
export { approversOf } from "./settleAsked";
export { approvalSubscriptions } from "./subscriptions";

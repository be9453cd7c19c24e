export { remindApprovers } from "./askApprovers";
export { remindMonthEnd } from "./remindMonthEnd";
export { approvalsOf, type Decidable } from "./approvalsOf";
export type { OpenApproval } from "./approvalKind";
export { approversOf } from "./settleAsked";
export { approvalSubscriptions } from "./subscriptions";

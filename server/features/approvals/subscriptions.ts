import { subscribe } from "../../outbox";
import { checkInDoubted } from "../checkIns";
import { planSubmitted } from "../plans";
import { saleSubmitted, saleWithdrawn } from "../sales";
import { askApprovers } from "./askApprovers";
import { planApprovals } from "./planApprovals";
import { reviewApprovals } from "./reviewApprovals";
import { saleApprovals } from "./saleApprovals";
import { tellWithdrawn } from "./tellWithdrawn";

export const approvalSubscriptions = [
  subscribe("approvals.askForSale", saleSubmitted, ({ saleId }, delivery, deps: Parameters<typeof askApprovers>[2]) =>
    askApprovers({ kind: saleApprovals, subjectId: saleId }, delivery, deps),
  ),
  subscribe("approvals.askForPlan", planSubmitted, ({ planId }, delivery, deps: Parameters<typeof askApprovers>[2]) =>
    askApprovers({ kind: planApprovals, subjectId: planId }, delivery, deps),
  ),
  subscribe(
    "approvals.askForReview",
    checkInDoubted,
    ({ checkInId }, delivery, deps: Parameters<typeof askApprovers>[2]) =>
      askApprovers({ kind: reviewApprovals, subjectId: checkInId }, delivery, deps),
  ),
  subscribe("approvals.saleWithdrawn", saleWithdrawn, tellWithdrawn),
] as const;

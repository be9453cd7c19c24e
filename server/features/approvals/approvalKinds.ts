import type { ApprovalKind } from "./approvalKind";
import { companionApprovals } from "./companionApprovals";
import { duplicateApprovals } from "./duplicateApprovals";
import { exportApprovals } from "./exportApprovals";
import { openingApprovals } from "./openingApprovals";
import { pinApprovals } from "./pinApprovals";
import { planApprovals } from "./planApprovals";
import { questionApprovals } from "./questionApprovals";
import { reviewApprovals } from "./reviewApprovals";
import { saleApprovals } from "./saleApprovals";

/** Everything that is put before somebody for a decision. */
export const approvalKinds: readonly ApprovalKind[] = [
  saleApprovals,
  planApprovals,
  reviewApprovals,
  pinApprovals,
  duplicateApprovals,
  companionApprovals,
  questionApprovals,
  exportApprovals,
  openingApprovals,
];

import type { Deps } from "./deps";
import { approvalSubscriptions, approversOf } from "./features/approvals";
import { duplicateSubscriptions } from "./features/duplicates";
import { noticeReads, noticeSubscriptions } from "./features/notices";
import { praiseSubscriptions } from "./features/praise";
import { reviewSubscriptions } from "./features/reviews";
import { saleSubscriptions } from "./features/sales";
import { directorySubscriptions } from "./features/staff";
import { statementSubscriptions } from "./features/statements";
import { performanceSubscriptions } from "./features/performance";
import { collectSubscriptions } from "./outbox";

/** Every feature's subscriptions to events. Two with one name do not compile. */
export const subscriptions = (deps: Pick<Deps, "clock">) =>
  collectSubscriptions([
    ...approvalSubscriptions,
    ...duplicateSubscriptions,
    ...noticeSubscriptions(noticeReads(deps, approversOf)),
    ...directorySubscriptions,
    ...statementSubscriptions,
    ...performanceSubscriptions,
    ...praiseSubscriptions,
    ...reviewSubscriptions,
    ...saleSubscriptions,
  ]);

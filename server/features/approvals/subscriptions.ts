import { type Delivery, subscribe } from "../../outbox";
import { absenceChanged } from "../absences";
import { checkInDoubted } from "../checkIns";
import { customersMerged, pinClosed } from "../customers";
import { duplicateDecided, duplicateGone } from "../duplicates";
import { exportAsked, exportClosed } from "../exports";
import { openingClosed, openingSubmitted } from "../openings";
import { planPublished, planSentBack, planSubmitted, planWithdrawn } from "../plans";
import { reviewClosed, reviewMended } from "../reviews";
import { saleConfirmed, saleReturned, saleSubmitted, saleWithdrawn } from "../sales";
import { questionAsked, questionClosed, questionWithdrawn } from "../visitQuestions";
import { companionAsked, companionClosed, companionRemoved } from "../visits";
import type { ApprovalKind } from "./approvalKind";
import { askApprovers } from "./askApprovers";
import { companionApprovals } from "./companionApprovals";
import { exportApprovals } from "./exportApprovals";
import { openingApprovals } from "./openingApprovals";
import { pinApprovals } from "./pinApprovals";
import { planApprovals } from "./planApprovals";
import { questionApprovals } from "./questionApprovals";
import { reviewApprovals } from "./reviewApprovals";
import { saleApprovals } from "./saleApprovals";
import { tellDeputy } from "./tellDeputies";
import { settleAsked } from "./settleAsked";
import { settleDecidedPair, settleGonePair, settleMergedPair, settlePinsTogether } from "./settleTogether";
import { tellWithdrawn } from "./tellWithdrawn";

type AskDeps = Parameters<typeof askApprovers>[2];

const settles =
  <Payload>(kind: ApprovalKind, subjectIdOf: (payload: Payload) => string, over?: "mended") =>
  (payload: Payload, delivery: Delivery, deps: AskDeps) =>
    settleAsked({ kind, subjectId: subjectIdOf(payload), ...(over && { over }) }, delivery, deps);

const ofSale = settles(saleApprovals, ({ saleId }: { saleId: string }) => saleId);
const ofQuestion = settles(questionApprovals, ({ questionId }: { questionId: string }) => questionId);
const ofCompanion = settles(companionApprovals, ({ companionId }: { companionId: string }) => companionId);
const ofReview = ({ checkInId }: { checkInId: string }) => checkInId;

export const approvalSubscriptions = [
  subscribe("approvals.askForSale", saleSubmitted, ({ saleId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: saleApprovals, subjectId: saleId }, delivery, deps),
  ),
  subscribe("approvals.askForPlan", planSubmitted, ({ planId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: planApprovals, subjectId: planId }, delivery, deps),
  ),
  subscribe("approvals.askForReview", checkInDoubted, ({ checkInId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: reviewApprovals, subjectId: checkInId }, delivery, deps),
  ),
  subscribe("approvals.askCompanion", companionAsked, ({ companionId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: companionApprovals, subjectId: companionId }, delivery, deps),
  ),
  subscribe("approvals.askAboutVisit", questionAsked, ({ questionId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: questionApprovals, subjectId: questionId }, delivery, deps),
  ),
  subscribe("approvals.askForExport", exportAsked, ({ exportId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: exportApprovals, subjectId: exportId }, delivery, deps),
  ),
  subscribe("approvals.askForOpening", openingSubmitted, ({ importId }, delivery, deps: AskDeps) =>
    askApprovers({ kind: openingApprovals, subjectId: importId }, delivery, deps),
  ),
  subscribe("approvals.tellDeputy", absenceChanged, tellDeputy),
  subscribe("approvals.saleWithdrawn", saleWithdrawn, tellWithdrawn),
  subscribe("approvals.settleConfirmed", saleConfirmed, ofSale),
  subscribe("approvals.settleReturned", saleReturned, ofSale),
  subscribe("approvals.settleWithdrawn", saleWithdrawn, ofSale),
  subscribe(
    "approvals.settlePublished",
    planPublished,
    settles(planApprovals, ({ code, version }) => `${code}@${version}`),
  ),
  subscribe(
    "approvals.settleSentBack",
    planSentBack,
    settles(planApprovals, ({ planId }) => planId),
  ),
  subscribe(
    "approvals.settleWithdrawnPlan",
    planWithdrawn,
    settles(planApprovals, ({ planId }) => planId),
  ),
  subscribe(
    "approvals.settlePin",
    pinClosed,
    settles(pinApprovals, ({ proposalId }) => proposalId),
  ),
  subscribe(
    "approvals.settleExport",
    exportClosed,
    settles(exportApprovals, ({ exportId }) => exportId),
  ),
  subscribe(
    "approvals.settleOpening",
    openingClosed,
    settles(openingApprovals, ({ importId }) => importId),
  ),
  subscribe("approvals.settlePinsTogether", pinClosed, settlePinsTogether),
  subscribe("approvals.settleDecidedPair", duplicateDecided, settleDecidedPair),
  subscribe("approvals.settleGonePair", duplicateGone, settleGonePair),
  subscribe("approvals.settleMergedPair", customersMerged, settleMergedPair),
  subscribe("approvals.settleCompanion", companionClosed, ofCompanion),
  subscribe("approvals.settleRemovedCompanion", companionRemoved, ofCompanion),
  subscribe("approvals.settleVisitQuestion", questionClosed, ofQuestion),
  subscribe("approvals.settleWithdrawnQuestion", questionWithdrawn, ofQuestion),
  subscribe("approvals.settleReviewed", reviewClosed, settles(reviewApprovals, ofReview)),
  subscribe("approvals.settleMended", reviewMended, settles(reviewApprovals, ofReview, "mended")),
] as const;

import { type NewEvent, type Partition, subscribe } from "../../outbox";
import { taskEnded } from "../../tasks";
import { absenceChanged } from "../absences";
import { roleChanged } from "../members";
import { deviceAdded } from "../auth";
import { lookNoted } from "../looks";
import { factorCrossed } from "../statements";
import { customersMerged, ownersChanged, ownersImported, pinClosed } from "../customers";
import { exportClosed } from "../exports";
import { openingClosed } from "../openings";
import { planPublished, planSentBack, planSubmitted } from "../plans";
import { dayJudged, reviewClosed } from "../reviews";
import { problemClosed, problemReopened, problemReported } from "../reports";
import { saleConfirmed, salePlaced, saleReturned, salesPlacedLate, saleSubmitted } from "../sales";
import { targetPublished } from "../targets";
import { signalsFound } from "../trust";
import { questionClosed, questionOverruled } from "../visitQuestions";
import { companionClosed, visitWritten } from "../visits";
import { cutOffMoved } from "../calendar";
import { visitTargetSaid } from "../visitTargets";
import { noticeDigest, noticeSend } from "./events";
import { companionTeller } from "./onCompanionClosed";
import { mergeTeller } from "./onCustomersMerged";
import { deputyTeller } from "./onAbsenceChanged";
import { dayTeller } from "./onDayJudged";
import { crossingTeller } from "./onFactorCrossed";
import { ownersImportTeller, ownersTeller } from "./onOwnersChanged";
import { pinTeller } from "./onPinClosed";
import { planInForceTeller } from "./onPlanPublished";
import { sentBackTeller } from "./onPlanSentBack";
import { reviewTeller } from "./onReviewClosed";
import { targetsTeller } from "./onTargetsPublished";
import { deviceTeller } from "./onDeviceAdded";
import { roleTeller } from "./onRoleChanged";
import { signalsTeller } from "./onSignalsFound";
import { lookTeller } from "./onLookNoted";
import { problemClosedTeller, problemReopenedTeller, problemTeller } from "./onProblem";
import { exportTeller, openingTeller, taskTeller } from "./onTaskEnded";
import { placedTeller } from "./onSalePlaced";
import { lateTeller } from "./onSalesPlacedLate";
import { returnTeller } from "./onSaleReturned";
import { problemSettler, returnSettler, sentBackSettler, givenSettler, writtenSettler } from "./onSettled";
import { saleTeller } from "./onSaleConfirmed";
import { overruledTeller, questionTeller } from "./onVisitQuestion";
import { cutOffTeller } from "./onCutOffMoved";
import { visitTargetTeller } from "./onVisitTargetSaid";
import type { NoticeReads } from "./reads";
import { digestSender } from "./sendDigest";
import { noticeSender } from "./sendNotice";

/** One receiver is sent to by one worker at a time, which counts what goes out: singly or in a digest. */
const byReceiver = { partition: ({ partition }: NewEvent): Partition => partition };

export const noticeSubscriptions = (reads: NoticeReads) =>
  [
    subscribe("notices.saleWin", saleConfirmed, saleTeller(reads)),
    subscribe("notices.salePlaced", salePlaced, placedTeller),
    subscribe("notices.salesPlacedLate", salesPlacedLate, lateTeller, { coalesce: true }),
    subscribe("notices.saleReturned", saleReturned, returnTeller),
    subscribe("notices.planSentBack", planSentBack, sentBackTeller),
    subscribe("notices.planPublished", planPublished, planInForceTeller),
    subscribe("notices.targetsPublished", targetPublished, targetsTeller(reads)),
    subscribe("notices.cutOffMoved", cutOffMoved, cutOffTeller),
    subscribe("notices.visitTargetSaid", visitTargetSaid, visitTargetTeller),
    subscribe("notices.pinClosed", pinClosed, pinTeller(reads)),
    subscribe("notices.visitQuestionClosed", questionClosed, questionTeller),
    subscribe("notices.visitQuestionOverruled", questionOverruled, overruledTeller),
    subscribe("notices.companionClosed", companionClosed, companionTeller),
    subscribe("notices.customersMerged", customersMerged, mergeTeller),
    subscribe("notices.ownersChanged", ownersChanged, ownersTeller),
    subscribe("notices.ownersImported", ownersImported, ownersImportTeller, { coalesce: true }),
    subscribe("notices.absenceChanged", absenceChanged, deputyTeller),
    subscribe("notices.reviewClosed", reviewClosed, reviewTeller),
    subscribe("notices.dayJudged", dayJudged, dayTeller),
    subscribe("notices.problemReported", problemReported, problemTeller),
    subscribe("notices.problemClosed", problemClosed, problemClosedTeller),
    subscribe("notices.problemReopened", problemReopened, problemReopenedTeller),
    subscribe("notices.taskEnded", taskEnded, taskTeller),
    subscribe("notices.exportClosed", exportClosed, exportTeller),
    subscribe("notices.openingClosed", openingClosed, openingTeller),
    subscribe("notices.looked", lookNoted, lookTeller),
    subscribe("notices.deviceAdded", deviceAdded, deviceTeller),
    subscribe("notices.roleChanged", roleChanged, roleTeller),
    subscribe("notices.signalsFound", signalsFound, signalsTeller),
    subscribe("notices.settleReturned", saleSubmitted, returnSettler),
    subscribe("notices.settleSentBack", planSubmitted, sentBackSettler),
    subscribe("notices.settleProblem", problemClosed, problemSettler),
    subscribe("notices.settleGiven", ownersChanged, givenSettler(reads)),
    subscribe("notices.settleWritten", visitWritten, writtenSettler),
    subscribe("notices.factorCrossed", factorCrossed, crossingTeller),
    subscribe("notices.send", noticeSend, noticeSender(reads), byReceiver),
    subscribe("notices.sendDigest", noticeDigest, digestSender(reads), byReceiver),
  ] as const;

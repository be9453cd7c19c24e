import type { AnswerOf } from "@shared/contracts";
import { siteCodeMark } from "@shared/domain/siteCode";
import type { Month } from "@shared/domain/time";
import { answeredSteps, type RecordFile } from "@shared/domain/visitType";
import type { Deps } from "../../deps";
import { type KeptPhoto, keptPhotos } from "../../files";
import { tasksOfMonth } from "../../tasks";
import {
  type CheckInRecord,
  checkInsOfMonth,
  photoIdsOf,
  presentAppeal,
  presentDecision,
  presentSignals,
  type ReviewRecord,
  reviewsOf,
} from "../checkIns";
import { type PinProposalRecord, proposalsOfMonth } from "../customers";
import { exportsOfMonth } from "../exports";
import { type FollowUpRecord, followUpsOfMonth, textOfFollowUp } from "../followUps";
import { balancesInForce } from "../openings";
import { refusalsOfMonth } from "../refusals";
import { type ReportRecord, reportsOfMonth } from "../reports";
import { exportStaff } from "../staff";
import { tableViewsOf } from "../tableViews";
import { dayPlansOfMonth } from "../dayPlans";
import { type QuestionRecord, questionsOfMonth, questionsToInMonth } from "../visitQuestions";
import { type SaleRecord, salesRecordedIn } from "../sales";
import { type StageChangeRecord, stageChangesOfMonth } from "../stages";
import {
  type CompanionRecord,
  companionshipsOfMonth,
  companionsOf,
  earlierVersionsOfMonth,
  filesOfRecord,
  recordedOf,
  typesOfRecords,
  versionOf,
  type VisitRecord,
  type VisitVersionRecord,
  visitsOfMonth,
} from "../visits";

type Export = AnswerOf<"privacy.export">;

/** What is kept of a member's own work of a month, as it is kept: with coordinates, where they have not been erased. */
export async function exportMonth(
  deps: Pick<Deps, "realNow" | "fieldKeys">,
  memberId: string,
  period: Month,
): Promise<Export> {
  const [
    checkIns,
    visits,
    earlier,
    followUps,
    stages,
    sales,
    reports,
    pins,
    refused,
    companionships,
    questions,
    questionsToMe,
    plans,
    staff,
    { views: tableViews },
    taken,
    tasks,
    openings,
  ] = await Promise.all([
    checkInsOfMonth(memberId, period),
    visitsOfMonth(memberId, period),
    earlierVersionsOfMonth(memberId, period),
    followUpsOfMonth(memberId, period),
    stageChangesOfMonth(memberId, period),
    salesRecordedIn(memberId, period),
    reportsOfMonth(memberId, period),
    proposalsOfMonth(memberId, period),
    refusalsOfMonth(deps, memberId, period),
    companionshipsOfMonth(memberId, period),
    questionsOfMonth(memberId, period),
    questionsToInMonth(memberId, period),
    dayPlansOfMonth(memberId, period),
    exportStaff(memberId),
    tableViewsOf(memberId),
    exportsOfMonth(memberId, period),
    tasksOfMonth(memberId, period),
    balancesInForce([memberId]),
  ]);
  const [reviews, companions, typeOf] = await Promise.all([
    reviewsOf(checkIns),
    companionsOf(visits.map(({ _id }) => _id)),
    typesOfRecords([...visits, ...[...earlier.values()].flat()]),
  ]);
  const reviewOf = (checkIn: CheckInRecord) => reviews.get(checkIn._id) ?? null;
  const versionsOf = (visit: VisitRecord) => [visit, ...(earlier.get(visit._id) ?? [])];
  const photos = await keptPhotos(deps, [
    ...checkIns.flatMap((checkIn) => photoIdsOf(checkIn, reviewOf(checkIn)).map(({ photoId }) => photoId)),
    ...visits.flatMap(versionsOf).flatMap((one) => fileIdsOf(memberId, one)),
  ]);
  return {
    period,
    staff,
    tableViews,
    checkIns: checkIns.map((checkIn) => exportCheckIn(checkIn, reviewOf(checkIn), photos)),
    visits: visits.map((visit) => ({
      ...exportVisit(visit, earlier.get(visit._id) ?? [], { typeOf, photos }),
      companions: companions
        .filter(({ visitId }) => visitId === visit._id)
        .map(({ memberName, state }) => ({ name: memberName, state })),
    })),
    companionships: companionships.map(exportCompanionship),
    questions: questions.map(exportQuestion),
    questionsToMe: questionsToMe.map(exportQuestionToMe),
    dayPlans: plans.map(({ on, stops, saidAt }) => ({ on, stops: [...stops], saidAt: saidAt.toISOString() })),
    followUps: followUps.map(exportFollowUp),
    stages: stages.map(exportStage),
    sales: sales.map(exportSale),
    reports: reports.map(exportReport),
    pins: pins.map(exportPin),
    refused,
    exports: taken.map(({ what, reason, state, rows, askedAt }) => ({
      ...{ what, reason, state, rows: rows ?? null, askedAt: askedAt.toISOString() },
    })),
    openings: [...openings.values()].map(({ kind, period, item, client, note, amountFen }) => ({
      ...{ kind, period: period ?? null, item: item ?? null, client: client ?? null, note: note ?? null, amountFen },
    })),
    tasks: tasks.map(({ kind, state, createdAt, endedAt }) => ({
      ...{ kind, state, createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
    })),
  };
}

const exportCheckIn = (
  checkIn: CheckInRecord,
  review: ReviewRecord | null,
  photos: ReadonlyMap<string, KeptPhoto>,
): Export["checkIns"][number] => ({
  checkInId: checkIn._id,
  customerName: checkIn.customerName,
  siteName: checkIn.siteName,
  checkedInAt: checkIn.checkedInAt.toISOString(),
  leftAt: checkIn.leftAt?.toISOString() ?? null,
  verdict: checkIn.verdict,
  distanceM: checkIn.distanceM ?? null,
  accuracyM: checkIn.accuracyM ?? null,
  radiusM: checkIn.radiusM,
  consentVersion: checkIn.consentVersion,
  position: checkIn.fix ? { latDeg: checkIn.fix.latDeg, lngDeg: checkIn.fix.lngDeg, kind: checkIn.fix.kind } : null,
  wifi: checkIn.wifi ? { ssid: checkIn.wifi.ssid ?? null, bssid: checkIn.wifi.bssid } : null,
  qrCode: checkIn.qrFinding
    ? { finding: checkIn.qrFinding, mark: checkIn.qrHash ? siteCodeMark(checkIn.qrHash) : null }
    : null,
  photos: photoIdsOf(checkIn, review).flatMap(({ takenFor, photoId }) =>
    exportFile(photos.get(photoId)).map((file) => ({ takenFor, ...file })),
  ),
  signals: presentSignals(checkIn),
  review: review && exportReview(review),
});

const exportReview = ({
  state,
  askedAt,
  decideUntil,
  answer,
  decision,
  decisionBefore,
  appeal,
  mendedById,
}: ReviewRecord): Export["checkIns"][number]["review"] => ({
  state,
  askedAt: askedAt.toISOString(),
  decideUntil: decideUntil.toISOString(),
  answer: answer ? { text: answer.text, at: answer.at.toISOString() } : null,
  decision: decision ? presentDecision(decision) : null,
  decisionBefore: decisionBefore ? presentDecision(decisionBefore) : null,
  appeal: appeal ? presentAppeal(appeal) : null,
  mendedById: mendedById ?? null,
});

type TypeOf = Awaited<ReturnType<typeof typesOfRecords>>;

/** As it was written: the answers by the names that their steps had. */
function exportRecorded(stored: VisitRecord | VisitVersionRecord, typeOf: TypeOf) {
  const { purpose, peopleMet, record, nextStep, answers } = recordedOf(stored);
  const type = typeOf(stored);
  const steps = { typeName: type.name, answers: answeredSteps(type, answers) };
  return { purpose, peopleMet, record, nextStep, ...steps };
}

const fileIdsOf = (memberId: string, stored: VisitRecord | VisitVersionRecord): string[] =>
  filesOfRecord(stored).map(({ fileId }) => `${memberId}:${fileId}`);

/** None where it is erased. */
function exportFile(kept: KeptPhoto | undefined) {
  if (!kept) return [];
  const { hash, receivedAt, keptUntil, url } = kept;
  return [{ hash, receivedAt: receivedAt.toISOString(), keptUntil: keptUntil.toISOString(), url }];
}

type ExportedFiles = NonNullable<Export["visits"][number]["files"]>;

/** Each once, by the name of the step that it stands at. */
function exportFiles(
  memberId: string,
  versions: readonly (VisitRecord | VisitVersionRecord)[],
  { typeOf, photos }: { typeOf: TypeOf; photos: ReadonlyMap<string, KeptPhoto> },
): ExportedFiles {
  const files = new Map<string, ExportedFiles>();
  const add = (label: string, { fileId }: RecordFile) =>
    files.set(
      fileId,
      exportFile(photos.get(`${memberId}:${fileId}`)).map((file) => ({ label, ...file })),
    );
  for (const one of versions) {
    const { voice, answers } = recordedOf(one);
    if (voice) add("voice", voice);
    for (const { stepId, files: named = [] } of answers) {
      const label = typeOf(one).steps.find((step) => step.stepId === stepId)?.label ?? "";
      for (const file of named) add(label, file);
    }
  }
  return [...files.values()].flat();
}

const exportVisit = (
  visit: VisitRecord,
  earlier: readonly VisitVersionRecord[],
  { typeOf, photos }: { typeOf: TypeOf; photos: ReadonlyMap<string, KeptPhoto> },
): Export["visits"][number] => ({
  visitId: visit._id,
  checkInId: visit.checkInId,
  customerName: visit.customerName,
  on: visit.on,
  ...exportRecorded(visit, typeOf),
  recordedAt: visit.recordedAt.toISOString(),
  version: versionOf(visit),
  correctedAt: visit.correctedAt?.toISOString() ?? null,
  earlier: earlier.map((one) => ({
    version: one.version,
    ...exportRecorded(one, typeOf),
    writtenAt: one.writtenAt.toISOString(),
  })),
  effective: visit.effective,
  reason: visit.reason ?? null,
  files: exportFiles(visit.memberId, [visit, ...earlier], { typeOf, photos }),
});

const exportQuestion = (question: QuestionRecord): NonNullable<Export["questions"]>[number] => ({
  customerName: question.customerName,
  askedName: question.memberName,
  askedAt: question.askedAt.toISOString(),
  state: question.state,
  word: question.word ?? null,
  reason: question.reason ?? null,
});

const exportQuestionToMe = (question: QuestionRecord): NonNullable<Export["questionsToMe"]>[number] => ({
  customerName: question.customerName,
  byName: question.askerName,
  askedAt: question.askedAt.toISOString(),
  state: question.state,
  word: question.word ?? null,
});

const exportCompanionship = (companion: CompanionRecord): NonNullable<Export["companionships"]>[number] => ({
  byName: companion.repName,
  customerName: companion.customerName,
  on: companion.on,
  askedAt: companion.askedAt.toISOString(),
  state: companion.state,
  answeredAt: companion.answeredAt?.toISOString() ?? null,
});

const exportFollowUp = (followUp: FollowUpRecord): NonNullable<Export["followUps"]>[number] => ({
  followUpId: followUp._id,
  customerName: followUp.customerName,
  ...textOfFollowUp(followUp),
  at: followUp.at.toISOString(),
  version: followUp.version,
  correctedAt: followUp.correctedAt?.toISOString() ?? null,
  earlier: followUp.earlier.map((one) => ({
    version: one.version,
    ...textOfFollowUp(one),
    writtenAt: one.writtenAt.toISOString(),
  })),
});

const exportStage = (change: StageChangeRecord): NonNullable<Export["stages"]>[number] => ({
  customerName: change.customerName,
  from: change.from,
  to: change.to,
  reason: change.reason ?? null,
  at: change.at.toISOString(),
  undoneAt: change.undoneAt?.toISOString() ?? null,
});

const exportReport = (report: ReportRecord): NonNullable<Export["reports"]>[number] => ({
  reportId: report._id,
  text: report.text ?? null,
  saw: report.saw ?? null,
  reference: report.reference ?? null,
  screen: report.screen ?? null,
  program: report.program,
  happenedAt: report.happenedAt.toISOString(),
  reportedAt: report.reportedAt.toISOString(),
  answer: report.closed?.answer ?? null,
});

const exportPin = (proposal: PinProposalRecord): NonNullable<Export["pins"]>[number] => ({
  customerName: proposal.customerName,
  siteName: proposal.siteName,
  note: proposal.note ?? null,
  proposedAt: proposal.askedAt.toISOString(),
  position: proposal.to ? { latDeg: proposal.to.latDeg, lngDeg: proposal.to.lngDeg } : null,
  accuracyM: proposal.accuracyM ?? null,
  takenAt: proposal.takenAt?.toISOString() ?? null,
  state: proposal.state,
});

const exportSale = (sale: SaleRecord): Export["sales"][number] => ({
  saleId: sale._id,
  customerName: sale.customerName,
  amountFen: sale.amountFen,
  signedOn: sale.signedOn,
  contractNo: sale.contractNo ?? null,
  state: sale.state,
  submittedAt: sale.submittedAt.toISOString(),
  confirmedAt: sale.confirmedAt?.toISOString() ?? null,
  sentBack: sentBackOf(sale),
});

function sentBackOf({ returnReason, sentBack, ...present }: SaleRecord): Export["sales"][number]["sentBack"] {
  // One that has not come again says still what it said.
  const was = returnReason ? { ...present, reason: returnReason } : sentBack;
  if (!was) return null;
  const { reason, customerName, amountFen, signedOn } = was;
  return { reason, customerName, amountFen, signedOn, contractNo: was.contractNo ?? null };
}

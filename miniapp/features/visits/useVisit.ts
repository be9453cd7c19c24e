import type { AnswerOf, BodyOf, CheckInView, VisitView } from "@shared/contracts";
import { dayMeant } from "@shared/domain/dayWords";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine } from "@shared/domain/tidyText";
import { judgeVisit, recordWindowMs, type VisitReason } from "@shared/domain/visit";
import { answerShapes } from "@/api/answerShapes";
import { reckonTime, serverNow } from "@/api/serverClock";
import { readVisit } from "@/api/visits";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { failureOf } from "@/features/failure";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { errorOf } from "@/features/queue/commandQueue";
import { useQueue } from "@/features/queue/useQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useSession } from "@/features/session/sessionStore";
import { useTick } from "@/features/time";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";

export type Purpose = BodyOf<"visits.record">["purpose"];
export const purposes: readonly Purpose[] = ["followUp", "newBusiness", "samples", "payment", "service"];

export interface VisitForm {
  commandId: string;
  purpose: Purpose;
  peopleMet: string;
  record: string;
  nextStep: string;
  nextStepOn: string;
  /** The day was chosen by the person: what is written does not move it any more. */
  dayChosen: boolean;
}

const emptyForm = (): VisitForm => ({
  commandId: newId(),
  purpose: "followUp",
  peopleMet: "",
  record: "",
  nextStep: "",
  nextStepOn: "",
  dayChosen: false,
});

/** The one thing that a plain visit cannot do without. */
export const hasRecord = (form: VisitForm): boolean => form.record.trim() !== "";

/** What is wrong with a field: nothing there, or more than fits. */
export type VisitFaults = Partial<Record<"record" | "peopleMet" | "nextStep" | "nextStepOn", "missing" | "tooLong">>;

/** In the order of the page. As long as a person counts, and as the server does. */
export const visitLengths = { record: 500, peopleMet: 100, nextStep: 200 } as const;

export function visitFaults(form: VisitForm): VisitFaults {
  const faults: VisitFaults = {};
  for (const [field, max] of Object.entries(visitLengths) as [keyof typeof visitLengths, number][])
    if (lengthSeen(form[field].trim()) > max) faults[field] = "tooLong";
  if (!hasRecord(form)) faults.record = "missing";
  if (form.nextStep.trim() !== "" && form.nextStepOn === "") faults.nextStepOn = "missing";
  return faults;
}

/** What is sent of a form. */
export const recordedOf = (form: VisitForm) => ({
  purpose: form.purpose,
  peopleMet: form.peopleMet.trim() || null,
  record: form.record.trim(),
  nextStep: form.nextStep.trim() === "" ? null : { text: form.nextStep.trim(), on: form.nextStepOn },
});

/** What changes with the words of the next step: its day is the one that they name, until the person chooses one. */
export function withNextStep(form: VisitForm, typed: string, today: string): Partial<VisitForm> {
  const nextStep = tidiedLine(typed);
  return form.dayChosen ? { nextStep } : { nextStep, nextStepOn: dayMeant(nextStep, today) ?? "" };
}

/** A record that was sent: as the server has judged it, or as it waits on this phone. */
export interface SentVisit {
  visit: VisitView;
  waits: boolean;
}

export interface VisitRecord {
  checkIn: CheckInView | null;
  state: "loading" | "failed" | "missing" | "ready";
  /** Of asking for the check-in. */
  served: QueryView<unknown>;
  draft: Draft<VisitForm>;
  /** Keeps it on this phone and sends it. Null: it was refused, and `failure` says why. */
  submit: () => Promise<SentVisit | null>;
  busy: boolean;
  failure: Failure | null;
  /** Whether it would count if it were sent now, or what is missing. */
  outlook: { effective: boolean; reason: VisitReason | null; leftMs: number };
}

const outlookEveryMs = 30_000;

/**
 * The record of one check-in.
 * @param on its day; today unless said otherwise
 */
export function useVisitRecord(checkInId: string, on?: string): VisitRecord {
  const { t } = useWords();
  const ofDay = useCheckIns(on);
  const checkIn = ofDay.data?.items.find((item) => item.checkInId === checkInId) ?? null;
  const draft = useDraft(`visit:${checkInId}`, emptyForm);
  const command = useQueuedCommand<AnswerOf<"visits.record">>();
  const entries = useQueue();
  const owner = useSession(({ memberId }) => memberId) ?? "";
  const refusedEntry = entries.find(({ commandId, look }) => commandId === draft.form.commandId && look === "refused");
  // The time left runs out while somebody writes.
  useTick(outlookEveryMs);
  const outlook = outlookOf(checkIn, serverNow());
  const state = checkIn ? "ready" : ofDay.state === "ready" ? "missing" : ofDay.state;

  async function submit(): Promise<SentVisit | null> {
    if (!checkIn) return null;
    const { form } = draft;
    const { at, kind: timeKind } = reckonTime();
    const written = { at: at.toISOString(), timeKind };
    const visit = foreseenVisit(`${owner}:${form.commandId}`, checkIn, form, { ...outlook, at: written.at });
    const sent = await command.run({
      commandId: form.commandId,
      kind: "visits.record",
      body: { checkInId, ...recordedOf(form), written },
      lane: checkIn.customerId,
      // A tap that waits itself goes first.
      after: entries.find((entry) => `${entry.owner}:${entry.commandId}` === checkInId)?.commandId ?? null,
      captured: { at: written.at, kind: timeKind },
      about: checkIn.customerName,
      shown: { visit },
      draft: draft.key,
      opens: routes.visit({ checkInId, on: checkIn.on }),
    });
    if (!sent) return null;
    vibrate("light");
    return sent.state === "confirmed" ? { visit: sent.answer.visit, waits: false } : { visit, waits: true };
  }
  const failure = command.failure ?? (refusedEntry?.problem ? failureOf(errorOf(refusedEntry.problem), t) : null);
  return { checkIn, state, served: ofDay, draft, submit, busy: command.busy, failure, outlook };
}

/** A record as this phone judges it, until the server has. */
function foreseenVisit(
  visitId: string,
  checkIn: CheckInView,
  form: VisitForm,
  { effective, reason, at }: { effective: boolean; reason: VisitReason | null; at: string },
): VisitView {
  const { nextStep, ...recorded } = recordedOf(form);
  return {
    visitId,
    customerId: checkIn.customerId,
    customerName: checkIn.customerName,
    ...recorded,
    nextStep: nextStep && { ...nextStep, doneAt: null },
    recordedAt: at,
    version: 1,
    correctedAt: null,
    on: checkIn.on,
    effective,
    reason: reason === "record.missing" ? null : reason,
    checkIn: { ...checkIn, visitId },
    revision: 1,
  };
}

function outlookOf(checkIn: CheckInView | null, now: Date): VisitRecord["outlook"] {
  if (!checkIn) return { effective: false, reason: "record.missing", leftMs: 0 };
  const leftMs = Date.parse(checkIn.recordUntil) - now.getTime();
  const judged = judgeVisit({
    verdict: checkIn.verdict,
    review: checkIn.mendedById ? "mended" : (checkIn.review?.state ?? null),
    recordDelayMs: recordWindowMs - leftMs,
    windowMs: recordWindowMs,
    alreadyCountedToday: checkIn.repeatedOnDay === true,
  });
  return { ...judged, leftMs };
}

/** A visit that has been recorded. */
export const useVisit = (visitId: string): QueryView<AnswerOf<"visits.read">> =>
  useApiQuery(["visit", visitId], () => readVisit(visitId), {
    enabled: visitId !== "",
    keep: answerShapes["visits.read"],
  });

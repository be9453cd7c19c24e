import type { AnswerOf, CheckInView, VisitTypeView, VisitView } from "@shared/contracts";
import { contactsNamed } from "@shared/domain/people";
import type { VisitStep } from "@shared/domain/visitType";
import { judgeVisit, recordWindowMs, type VisitReason } from "@shared/domain/visit";
import { addressOf } from "@/api/files";
import { visitsShapes } from "@/api/answerShapes/visits";
import { reckonTime, serverNow } from "@/api/serverClock";
import { readVisit } from "@/api/visits";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { useLastType } from "@/features/checkIns/typeMemory";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { useContacts } from "@/features/customers/useContactNames";
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
import { useVisitTypes } from "./useVisitTypes";
import { emptyForm, filesToSend, missingOf, recordedOf, typeAmong, type VisitForm } from "./visitForm";

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
  types: readonly VisitTypeView[];
  type: VisitTypeView;
  /** Keeps it on this phone and sends it. Null: it was refused, and `failure` says why. */
  submit: () => Promise<SentVisit | null>;
  busy: boolean;
  failure: Failure | null;
  /** Whether it would count if it were sent now, or what is missing. */
  outlook: { effective: boolean; reason: VisitReason | null; leftMs: number };
  /** The required steps that are left out. */
  missing: readonly VisitStep[];
}

const freshForm = (): VisitForm => emptyForm(newId);

const outlookEveryMs = 30_000;

/**
 * The record of one check-in.
 * @param on its day; today unless said otherwise
 */
export function useVisitRecord(checkInId: string, on?: string): VisitRecord {
  const { t, language } = useWords();
  const ofDay = useCheckIns(on);
  const checkIn = ofDay.data?.items.find((item) => item.checkInId === checkInId) ?? null;
  const draft = useDraft(`visit:${checkInId}`, freshForm, () => checkIn?.customerName);
  const types = useVisitTypes();
  const lastType = useLastType();
  const type = typeAmong(types, draft.form.typeId || (checkIn && lastType(checkIn.customerId)));
  const contacts = useContacts(checkIn?.customerId ?? "");
  const missing = missingOf(draft.form, type);
  const command = useQueuedCommand<AnswerOf<"visits.record">>();
  const entries = useQueue();
  const owner = useSession(({ memberId }) => memberId) ?? "";
  const refusedEntry = entries.find(({ commandId, look }) => commandId === draft.form.commandId && look === "refused");
  // The time left runs out while somebody writes.
  useTick(outlookEveryMs);
  const outlook = outlookOf(checkIn, missing, serverNow());
  const state = checkIn ? "ready" : ofDay.state === "ready" ? "missing" : ofDay.state;

  async function submit(): Promise<SentVisit | null> {
    if (!checkIn) return null;
    const { form } = draft;
    const { at, kind: timeKind } = reckonTime();
    const written = { at: at.toISOString(), timeKind };
    const visit = foreseenVisit(`${owner}:${form.commandId}`, checkIn, form, type, { ...outlook, at: written.at });
    draft.keep(form);
    const recorded = recordedOf(form, type);
    const sent = await command.run({
      commandId: form.commandId,
      kind: "visits.record",
      body: { checkInId, ...recorded, met: contactsNamed(recorded.peopleMet ?? "", contacts), written },
      lane: checkIn.customerId,
      // A tap that waits itself goes first.
      after: entries.find((entry) => `${entry.owner}:${entry.commandId}` === checkInId)?.commandId ?? null,
      captured: { at: written.at, kind: timeKind },
      about: checkIn.customerName,
      shown: { visit },
      draft: draft.key,
      opens: routes.visit({ checkInId, on: checkIn.on }),
      files: filesToSend(form, type),
    });
    if (!sent) return null;
    vibrate("light");
    return sent.state === "confirmed" ? { visit: sent.answer.visit, waits: false } : { visit, waits: true };
  }
  const failure =
    command.failure ?? (refusedEntry?.problem ? failureOf(errorOf(refusedEntry.problem), { t, language }) : null);
  return { checkIn, state, served: ofDay, draft, types, type, submit, busy: command.busy, failure, outlook, missing };
}

/** A record as this phone judges it, until the server has. */
function foreseenVisit(
  visitId: string,
  checkIn: CheckInView,
  form: VisitForm,
  type: VisitTypeView,
  { effective, reason, at }: { effective: boolean; reason: VisitReason | null; at: string },
): VisitView {
  const { nextStep, ...recorded } = recordedOf(form, type);
  return {
    visitId,
    customerId: checkIn.customerId,
    customerName: checkIn.customerName,
    ...recorded,
    type,
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

function outlookOf(checkIn: CheckInView | null, missing: readonly VisitStep[], now: Date): VisitRecord["outlook"] {
  if (!checkIn) return { effective: false, reason: "record.missing", leftMs: 0 };
  const leftMs = Date.parse(checkIn.recordUntil) - now.getTime();
  const judged = judgeVisit({
    verdict: checkIn.verdict,
    review: checkIn.mendedById ? "mended" : (checkIn.review?.state ?? null),
    recordDelayMs: recordWindowMs - leftMs,
    windowMs: recordWindowMs,
    // That the record itself is still to be written is said by itself.
    stepsMissing: missing.some(({ kind }) => kind !== "record"),
    alreadyCountedToday: checkIn.repeatedOnDay === true,
  });
  return { ...judged, leftMs };
}

export type VisitFile = NonNullable<AnswerOf<"visits.read">["files"]>[number];

/** The photos and signatures of a visit, each with where this phone finds it. */
export const filesOf = ({ files = [] }: Pick<AnswerOf<"visits.read">, "files">): VisitFile[] =>
  files.map(({ fileId, url }) => ({ fileId, url: url && addressOf(url) }));

/** A visit that has been recorded. Each look at somebody else's is noted, so nothing of it is kept on the phone. */
export function useVisit(visitId: string): QueryView<AnswerOf<"visits.read">> {
  const memberId = useSession((session) => session.memberId);
  return useApiQuery(["visit", visitId], () => readVisit(visitId), {
    enabled: visitId !== "",
    isLook: (answered) => answered.rep !== undefined,
    // A visit's id begins with whose it is.
    ...(visitId.startsWith(`${memberId}:`) && { keep: visitsShapes["visits.read"] }),
  });
}

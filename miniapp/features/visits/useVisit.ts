import type { BodyOf, CheckInView, VisitView } from "@shared/contracts";
import { judgeVisit, recordWindowMs, type VisitReason } from "@shared/domain/visit";
import { serverNow } from "@/api/serverClock";
import { readVisit, recordVisit } from "@/api/visits";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useTick } from "@/features/time";

export type Purpose = BodyOf<"visits.record">["purpose"];
export const purposes: readonly Purpose[] = ["followUp", "newBusiness", "samples", "payment", "service"];

export interface VisitForm {
  commandId: string;
  purpose: Purpose;
  peopleMet: string;
  record: string;
  nextStep: string;
  nextStepOn: string;
}

const emptyForm = (): VisitForm => ({
  commandId: newId(),
  purpose: "followUp",
  peopleMet: "",
  record: "",
  nextStep: "",
  nextStepOn: "",
});

/** The one thing that a plain visit cannot do without. */
export const hasRecord = (form: VisitForm): boolean => form.record.trim() !== "";

export interface VisitRecord {
  checkIn: CheckInView | null;
  state: "loading" | "failed" | "missing" | "ready";
  /** Of asking for the check-in. */
  served: QueryView<unknown>;
  draft: Draft<VisitForm>;
  command: Command<VisitForm, VisitView>;
  /** Whether it would count if it were sent now, or what is missing. */
  outlook: { effective: boolean; reason: VisitReason | null; leftMs: number };
}

const outlookEveryMs = 30_000;

/**
 * The record of one check-in.
 * @param on its day; today unless said otherwise
 */
export function useVisitRecord(checkInId: string, on?: string): VisitRecord {
  const ofDay = useCheckIns(on);
  const checkIn = ofDay.data?.items.find((item) => item.checkInId === checkInId) ?? null;
  const draft = useDraft(`visit:${checkInId}`, emptyForm);
  const command = useCommand(
    async (commandId: string, form: VisitForm) => {
      const { visit } = await recordVisit({
        commandId,
        checkInId,
        purpose: form.purpose,
        peopleMet: form.peopleMet.trim() || null,
        record: form.record.trim(),
        nextStep: form.nextStep.trim() === "" ? null : { text: form.nextStep.trim(), on: form.nextStepOn },
      });
      vibrate("light");
      void queryClient.invalidateQueries();
      return visit;
    },
    { idOfForm: draft.form.commandId },
  );
  // The time left runs out while somebody writes.
  useTick(outlookEveryMs);
  const outlook = outlookOf(checkIn, serverNow());
  const state = checkIn ? "ready" : ofDay.state === "ready" ? "missing" : ofDay.state;
  return { checkIn, state, served: ofDay, draft, command, outlook };
}

function outlookOf(checkIn: CheckInView | null, now: Date): VisitRecord["outlook"] {
  if (!checkIn) return { effective: false, reason: "record.missing", leftMs: 0 };
  const leftMs = Date.parse(checkIn.recordUntil) - now.getTime();
  const judged = judgeVisit({
    verdict: checkIn.verdict,
    recordDelayMs: recordWindowMs - leftMs,
    windowMs: recordWindowMs,
    alreadyCountedToday: checkIn.repeatedOnDay === true,
  });
  return { ...judged, leftMs };
}

/** A visit that has been recorded. */
export const useVisit = (visitId: string): QueryView<{ visit: VisitView }> =>
  useApiQuery(["visit", visitId], () => readVisit(visitId), { enabled: visitId !== "", keep: true });

import type { AnswerOf, VisitTypeView, VisitView } from "@shared/contracts";
import { type ClientContact, contactsNamed, namesIn } from "@shared/domain/people";
import { changedFields, correctedNextStep, recordWindowMs } from "@shared/domain/visit";
import { reckonTime, serverNow } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { useContacts } from "@/features/customers/useContactNames";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueuedCommand, type Sent, useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useTick } from "@/features/time";
import { routes } from "@/routes";
import { useVisitTypes } from "./useVisitTypes";
import {
  correctedOnTop,
  type Filled,
  filesToSend,
  filledAnswers,
  filledVoice,
  recordedOf,
  typeAmong,
  type VisitForm,
} from "./visitForm";

export type VisitPage = AnswerOf<"visits.read">;

export interface CorrectionForm extends VisitForm {
  /** The version of the record that was read when this was begun. */
  version: number;
  /** As it stood in that version; what is kept from before that was noted is taken as it stands now. */
  began: Filled;
}

const filledAs = ({ purpose, peopleMet, record, nextStep, type, answers, voice }: VisitView): Filled => ({
  purpose,
  peopleMet: peopleMet ?? "",
  record,
  nextStep: nextStep?.text ?? "",
  nextStepOn: nextStep?.on ?? "",
  dayChosen: nextStep !== null,
  typeId: type.typeId,
  ...filledAnswers(answers),
  voice: filledVoice(voice),
});

const formOf = (visit: VisitView): CorrectionForm => {
  const began = filledAs(visit);
  return { commandId: newId(), ...began, version: visit.version, began };
};

export interface Correction {
  draft: Draft<CorrectionForm>;
  /** The record's own, in its version, and the others that are offered now. */
  types: readonly VisitTypeView[];
  type: VisitTypeView;
  command: Omit<QueuedCommand<AnswerOf<"visits.correct">>, "run">;
  /** Keeps it on this phone and sends it. Null: it was refused. */
  submit: () => Promise<Sent<AnswerOf<"visits.correct">>>;
  /** There is something to correct. */
  differs: boolean;
  /** Somebody has changed the record since this was begun, such as I on another phone. */
  overtaken: boolean;
  /** What I wrote goes on top of what has come in between; what I left alone is as that has it. */
  keepMine: () => void;
  /** I begin again from what has come in between. */
  takeTheirs: () => void;
}

/** Completes or corrects a record. It goes by the queue; what is typed stays on this phone until it has arrived. */
export function useCorrection(visit: VisitView): Correction {
  const draft = useDraft(
    `correction:${visit.visitId}`,
    () => formOf(visit),
    () => visit.customerName,
  );
  const { form, change } = draft;
  const offered = useVisitTypes();
  const types = [visit.type, ...offered.filter(({ typeId }) => typeId !== visit.type.typeId)];
  const type = typeAmong(types, form.typeId);
  const command = useQueuedCommand<AnswerOf<"visits.correct">>();
  const contacts = useContacts(visit.customerId);
  const recorded = recordedOf(form, type);
  const after = { ...recorded, nextStep: correctedNextStep(visit.nextStep, recorded.nextStep) };
  // What was refused at one version is another command at the next one.
  function goOn(as: Partial<VisitForm>) {
    command.forget();
    change({ ...as, commandId: newId(), version: visit.version, began: filledAs(visit) });
  }
  async function submit() {
    const { commandId, version } = form;
    const { at, kind: timeKind } = reckonTime();
    const { visitId, customerName } = visit;
    draft.keep(form);
    const sent = await command.run({
      commandId,
      kind: "visits.correct",
      params: { visitId },
      body: {
        version,
        ...recorded,
        met: metBy(recorded.peopleMet ?? "", visit.met ?? [], contacts),
        written: { at: at.toISOString(), timeKind },
      },
      lane: visitId,
      after: null,
      captured: { at: at.toISOString(), kind: timeKind },
      about: customerName,
      shown: { visitId, version: version + 1, effective: visit.effective },
      draft: draft.key,
      opens: routes.visit({ visitId, correct: "1" }),
      files: filesToSend(form, type),
    });
    if (sent) vibrate("light");
    // Refused because another was faster: what that one wrote is shown.
    else void queryClient.invalidateQueries();
    return sent;
  }
  return {
    draft,
    types,
    type,
    command,
    submit,
    differs: changedFields(visit, after).length > 0,
    overtaken: form.version !== visit.version,
    keepMine: () => goOn(correctedOnTop(filledAs(visit), { began: form.began, mine: form })),
    takeTheirs: () => goOn(filledAs(visit)),
  };
}

/** Who was met stays who they were; others are those whom the client knows now. */
function metBy(people: string, before: readonly ClientContact[], now: readonly ClientContact[]): ClientContact[] {
  const named = namesIn(people);
  const stay = before.filter(({ name }) => named.includes(name));
  const isNew = ({ name }: ClientContact) => !stay.some((one) => one.name === name);
  return [...stay, ...contactsNamed(people, now).filter(isNew)];
}

/** Until when a visit may be corrected, and what a correction does to whether it counts. */
export function useCorrectable({ visit, correctableUntil }: VisitPage): {
  isOpen: boolean;
  until: Date | null;
  counts: "counts" | "mayCount" | "tooLate";
  mayCountUntil: Date;
} {
  useTick(30_000);
  const now = serverNow().getTime();
  const until = correctableUntil === null ? null : new Date(correctableUntil);
  const mayCountUntil = new Date(Date.parse(visit.checkIn.checkedInAt) + recordWindowMs);
  const inTime = now <= mayCountUntil.getTime();
  return {
    isOpen: until !== null && now < until.getTime(),
    until,
    counts: visit.effective ? "counts" : inTime ? "mayCount" : "tooLate",
    mayCountUntil,
  };
}

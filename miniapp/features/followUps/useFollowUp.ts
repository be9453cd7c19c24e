import { useState } from "react";
import type { AnswerOf, FollowUpView } from "@shared/contracts";
import { saysTheSame } from "@shared/domain/followUp";
import { businessDayOf } from "@shared/domain/time";
import { followUpsShapes } from "@/api/answerShapes/followUps";
import { readFollowUp } from "@/api/followUps";
import { reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { additionOf } from "@/features/customers/queuedClients";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { commandQueue } from "@/features/queue/commandQueue";
import { openDraftOf } from "@/features/queue/queuedDrafts";
import { type QueuedCommand, useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useSession } from "@/features/session/sessionStore";
import { routes } from "@/routes";
import { type FollowUpForm, filledOf, textOfForm } from "./followUpForm";

export type FollowUpPage = AnswerOf<"followUps.read">;

const emptyForm = (): FollowUpForm => ({ commandId: newId(), channel: "phone", people: "", record: "" });

interface FollowUpRecord {
  draft: Draft<FollowUpForm>;
  command: Pick<QueuedCommand<unknown>, "busy" | "failure">;
  /** Keeps it on this phone and sends it. Null: it was refused. */
  submit: () => Promise<FollowUpView | null>;
}

/**
 * A follow-up that is being written. It is of the moment at which it is sent off, by this phone's clock.
 * @param begun the name of one that was begun; without it another one is begun beside those that wait on this phone
 */
export function useFollowUpRecord({
  customerId,
  customerName,
  begun,
}: Record<"customerId" | "customerName", string> & { begun?: string | undefined }): FollowUpRecord {
  const [name] = useState(() => begun ?? openDraftOf("followUp", customerId));
  const draft = useDraft(`followUp:${name}`, emptyForm, () => customerName);
  const command = useQueuedCommand<AnswerOf<"followUps.record">>();
  const owner = useSession(({ memberId }) => memberId) ?? "";

  async function submit(): Promise<FollowUpView | null> {
    const { form } = draft;
    const { commandId } = form;
    const { at, kind: timeKind } = reckonTime();
    const written = { at: at.toISOString(), timeKind };
    const text = textOfForm(form);
    const foreseen: FollowUpView = {
      followUpId: `${owner}:${commandId}`,
      ...{ customerId, customerName },
      ...text,
      at: written.at,
      on: businessDayOf(at),
      version: 1,
      correctedAt: null,
    };
    draft.keep(form);
    const sent = await command.run({
      commandId,
      kind: "followUps.record",
      body: { customerId, ...text, written },
      lane: customerId,
      after: additionOf(commandQueue.list(), customerId),
      captured: { at: written.at, kind: timeKind },
      about: customerName,
      shown: { followUp: foreseen },
      draft: draft.key,
      opens: routes.followUp({ customerId, draft: name }),
    });
    if (!sent) return null;
    vibrate("light");
    if (sent.state === "kept") return foreseen;
    draft.drop();
    return sent.answer.followUp;
  }
  return { draft, command, submit };
}

/** A follow-up that has arrived. */
export const useFollowUp = (followUpId: string): QueryView<FollowUpPage> =>
  useApiQuery(["followUp", followUpId], () => readFollowUp(followUpId), {
    enabled: followUpId !== "",
    keep: followUpsShapes["followUps.read"],
  });

interface CorrectionForm extends FollowUpForm {
  /** The version that was read when this was begun. */
  version: number;
}

const correctionOf = (followUp: FollowUpView): CorrectionForm => ({
  commandId: newId(),
  ...filledOf(followUp),
  version: followUp.version,
});

interface FollowUpCorrection extends Omit<FollowUpRecord, "draft" | "submit"> {
  draft: Draft<CorrectionForm>;
  submit: () => Promise<boolean>;
  /** There is something to correct. */
  differs: boolean;
  /** It was changed elsewhere since this was begun. */
  overtaken: boolean;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Corrects what was written, by the queue. */
export function useFollowUpCorrection(followUp: FollowUpView): FollowUpCorrection {
  const { followUpId, customerName, version } = followUp;
  const draft = useDraft(
    `followUp:${followUpId}:correct`,
    () => correctionOf(followUp),
    () => customerName,
  );
  const { form, change } = draft;
  const command = useQueuedCommand<AnswerOf<"followUps.correct">>();

  async function submit(): Promise<boolean> {
    const { commandId } = form;
    const { at, kind: timeKind } = reckonTime();
    const written = { at: at.toISOString(), timeKind };
    draft.keep(form);
    const sent = await command.run({
      commandId,
      kind: "followUps.correct",
      params: { followUpId },
      body: { version: form.version, ...textOfForm(form), written },
      lane: followUp.customerId,
      after: null,
      captured: { at: written.at, kind: timeKind },
      about: customerName,
      shown: { followUpId, version: form.version + 1 },
      draft: draft.key,
      opens: routes.followUp({ followUpId, correct: "1" }),
    });
    if (sent?.state === "confirmed") draft.drop();
    if (sent) vibrate("light");
    // Refused because another was faster: what that one wrote is shown.
    else void queryClient.invalidateQueries();
    return sent !== null;
  }
  // What was refused at one version is another command at the next one.
  const goOn = (as: Partial<CorrectionForm>) => change({ ...as, commandId: newId(), version });
  return {
    draft,
    command,
    submit,
    differs: !saysTheSame(textOfForm(form), followUp),
    overtaken: form.version !== version,
    keepMine: () => goOn({}),
    takeTheirs: () => goOn(filledOf(followUp)),
  };
}

import type { AnswerOf } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { stageFault, stageReasonMax } from "@shared/domain/stage";
import { reckonTime } from "@/api/serverClock";
import { undoStage } from "@/api/stages";
import { newId } from "@/platform/newId";
import { type Command, useCommand } from "@/features/command/useCommand";
import { useCustomers } from "@/features/customers/useCustomers";
import { useCustomer } from "@/features/customers/useCustomer";
import { useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueueOfForm } from "@/features/queue/useQueue";
import { useSession } from "@/features/session/sessionStore";
import { routes } from "@/routes";

interface StageForm {
  commandId: string;
  /** Empty: it stays where it is. */
  to: string;
  reason: string;
}

const emptyForm = (): StageForm => ({ commandId: newId(), to: "", reason: "" });

export interface StageMove {
  /** Where the client is, with what this phone has said of it and not sent; null while that is not known. */
  from: string | null;
  form: StageForm;
  change: (part: Partial<StageForm>) => void;
  /** "missing": it goes back, and nobody has said why. */
  fault: "missing" | "tooLong" | null;
  /** Keeps it on this phone, after the record that it goes with. Does nothing where the stage stays. */
  send: (afterCommandId: string) => void;
}

/** That a client has gone on, or back, as it is said with the record of a visit or a follow-up: a command of its own, in the client's order. */
export function useStageMove({
  customerId,
  customerName,
  recordName,
}: {
  /** Empty while it is not known. */
  customerId: string;
  customerName: string;
  /** Of the record that it goes with; the same from the beginning on. */
  recordName: string;
}): StageMove {
  const own = useCustomers().data?.find((customer) => customer.customerId === customerId)?.stage;
  const { data } = useCustomer(own === undefined ? customerId : "");
  const entries = useQueueOfForm();
  const from = movedBy(entries, customerId) ?? own ?? data?.customer.stage ?? null;
  const { form, change, drop } = useDraft(`stage:${recordName}`, emptyForm, () => customerName);
  const owner = useSession(({ memberId }) => memberId) ?? "";
  const isMoved = from !== null && form.to !== "" && form.to !== from;
  const reason = form.reason.trim();

  function send(afterCommandId: string): void {
    if (!isMoved) return;
    const { commandId, to } = form;
    const { at, kind: timeKind } = reckonTime();
    commandQueue.add({
      commandId,
      kind: "stages.move",
      params: { customerId },
      body: { from, to, reason: reason || null, written: { at: at.toISOString(), timeKind } },
      lane: customerId,
      after: afterCommandId,
      captured: { at: at.toISOString(), kind: timeKind },
      about: customerName,
      shown: { stageChangeId: `${owner}:${commandId}`, customerId, stage: to } satisfies AnswerOf<"stages.move">,
      draft: null,
      opens: routes.customer({ id: customerId }),
    });
    drop();
  }
  const isUnsaid = isMoved && stageFault(from, form.to, reason || null) !== null;
  return {
    from,
    form,
    change,
    fault: isUnsaid ? "missing" : isMoved && lengthSeen(reason) > stageReasonMax ? "tooLong" : null,
    send,
  };
}

/** Where what waits on this phone puts a client; undefined where nothing of it does. What was refused puts it nowhere. */
export function movedBy(entries: readonly QueueEntry[], customerId: string): string | undefined {
  const moves = entries.filter(
    ({ kind, params, look }) => kind === "stages.move" && params?.customerId === customerId && look !== "refused",
  );
  const stage = moves.at(-1)?.shown.stage;
  return typeof stage === "string" ? stage : undefined;
}

/** Takes a change back. */
export const useUndoStage = (): Command<string, unknown> =>
  useCommand(async (commandId: string, stageChangeId: string) => {
    const answer = await undoStage(stageChangeId, commandId);
    await queryClient.invalidateQueries();
    return answer;
  });

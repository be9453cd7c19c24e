import type { AnswerOf, BodyOf } from "@shared/contracts";
import { reckonTime } from "@/api/serverClock";
import { newId } from "@/platform/newId";
import { vibrate } from "@/platform/haptics";
import { queryClient } from "@/features/query/queryClient";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueue } from "@/features/queue/useQueue";
import { type QueuedCommand, type Sent, useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { routes } from "@/routes";

/** What becomes of the next step of a visit. */
export interface Settlement {
  visitId: string;
  /** At whose it was. */
  customerName: string;
  version: number;
  on: string;
  done: boolean;
}

type Settled = Pick<BodyOf<"visits.settleNextStep">, "on" | "done">;

/** What waits on this phone to be said of a visit's next step; null where nothing does, and where it waits for the person. */
export function settledBy(entries: readonly QueueEntry[], visitId: string): Settled | null {
  const entry = entries.find(
    ({ kind, params, look }) =>
      kind === "visits.settleNextStep" && params?.visitId === visitId && (look === "waiting" || look === "sending"),
  );
  // As it was handed in below.
  return entry ? (entry.body as Settled) : null;
}

/** Goes by the queue: kept on this phone before anything else, one at a time for a visit. */
export function useSettleNextStep(): Omit<QueuedCommand<AnswerOf<"visits.settleNextStep">>, "run"> & {
  run: (settlement: Settlement) => Promise<Sent<AnswerOf<"visits.settleNextStep">>>;
} {
  const command = useQueuedCommand<AnswerOf<"visits.settleNextStep">>({ staysOnPage: true });
  const entries = useQueue();

  async function run({ visitId, customerName, version, on, done }: Settlement) {
    const { at, kind: timeKind } = reckonTime();
    const waiting = entries.find(({ kind, params }) => kind === "visits.settleNextStep" && params?.visitId === visitId);
    const sent = await command.run({
      // What the person says now takes the place of what has not gone yet.
      commandId: waiting?.commandId ?? newId(),
      kind: "visits.settleNextStep",
      params: { visitId },
      body: { version, on, done },
      lane: visitId,
      after: null,
      captured: { at: at.toISOString(), kind: timeKind },
      about: customerName,
      shown: { visitId, version: version + 1 },
      draft: null,
      opens: routes.visit({ visitId }),
    });
    if (sent) vibrate("light");
    // Refused because another was faster: what that one wrote is shown.
    else void queryClient.invalidateQueries();
    return sent;
  }
  return { ...command, run };
}

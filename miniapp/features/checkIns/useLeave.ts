import type { AnswerOf, BodyOf, CheckInView } from "@shared/contracts";
import { reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import type { QueueEntry } from "@/features/queue/createQueue";
import { queryClient } from "@/features/query/queryClient";
import { useQueue } from "@/features/queue/useQueue";
import { type QueuedCommand, useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { routes } from "@/routes";

/** When I left, as far as this phone knows: what waits to be sent is said already. */
export function leftAtBy(entries: readonly QueueEntry[], { checkInId, leftAt }: CheckInView): string | null {
  const entry = entries.find(
    ({ kind, params, look }) => kind === "checkIns.leave" && params?.checkInId === checkInId && look !== "refused",
  );
  // As it was handed in below.
  return leftAt ?? (entry ? (entry.body as Pick<BodyOf<"checkIns.leave">, "leftAt">).leftAt : null);
}

/** Says that I leave, by the queue: one tap, also without a network. */
export function useLeavePlace(): Omit<QueuedCommand<AnswerOf<"checkIns.leave">>, "run"> & {
  run: (checkIn: CheckInView) => Promise<void>;
} {
  const command = useQueuedCommand<AnswerOf<"checkIns.leave">>({ staysOnPage: true });
  const entries = useQueue();

  async function run({ checkInId, customerId, customerName }: CheckInView) {
    const { at, kind: timeKind } = reckonTime();
    const leftAt = at.toISOString();
    const sent = await command.run({
      commandId: newId(),
      kind: "checkIns.leave",
      params: { checkInId },
      body: { leftAt, timeKind },
      lane: customerId,
      // A tap that waits itself goes first.
      after: entries.find((entry) => `${entry.owner}:${entry.commandId}` === checkInId)?.commandId ?? null,
      captured: { at: leftAt, kind: timeKind },
      about: customerName,
      shown: { checkInId, leftAt },
      draft: null,
      opens: routes.checkIn(),
    });
    if (sent) vibrate("light");
    void queryClient.invalidateQueries({ queryKey: ["checkIns"] });
  }
  return { ...command, run };
}

import type { AnswerOf, BodyOf, VisitView } from "@shared/contracts";
import { confirmUntilOf } from "@shared/domain/companion";
import { tidiedLine } from "@shared/domain/tidyText";
import { companionsShapes } from "@/api/answerShapes/companions";
import { findColleagues, readNamed, removeCompanion } from "@/api/companions";
import { reckonTime, serverNow } from "@/api/serverClock";
import { isAnswerOf } from "@/api/sync";
import { newId } from "@/platform/newId";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueue } from "@/features/queue/useQueue";
import { type QueuedCommand, type Sent, useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { routes } from "@/routes";

export type Colleague = AnswerOf<"companions.find">["items"][number];
export type CompanionView = AnswerOf<"companions.name">["companions"][number];
export type NamedView = AnswerOf<"companions.read">["named"];

/** Those of the team, which are known without a network as well; with words whoever is found by them. */
export function useColleagues(typed: string): QueryView<AnswerOf<"companions.find">> {
  const words = tidiedLine(typed).trim();
  const keep = words === "" ? { keep: companionsShapes["companions.find"] } : {};
  return useApiQuery(["colleagues", words], () => findColleagues(words), keep);
}

/** Whom this phone has named at a visit and not sent yet. */
export const waitingNames = (entries: readonly QueueEntry[], visitId: string): CompanionView[] =>
  entries.flatMap(({ kind, params, shown, look }) =>
    kind === "companions.name" && params?.visitId === visitId && look !== "refused" && isAnswerOf(kind, shown)
      ? (shown as AnswerOf<"companions.name">).companions
      : [],
  );

interface Naming {
  visitId: string;
  customerName: string;
  colleagues: readonly Colleague[];
}

type Queued<Operation extends "companions.name" | "companions.answer", Said> = Omit<
  QueuedCommand<AnswerOf<Operation>>,
  "run"
> & { run: (said: Said) => Promise<Sent<AnswerOf<Operation>>> };

/** Names colleagues at a visit, by the queue: also at one whose record waits itself. */
export function useNameCompanions(): Queued<"companions.name", Naming> {
  const command = useQueuedCommand<AnswerOf<"companions.name">>({ staysOnPage: true });
  const entries = useQueue();

  async function run({ visitId, customerName, colleagues }: Naming) {
    const { at, kind: timeKind } = reckonTime();
    const confirmUntil = confirmUntilOf(serverNow()).toISOString();
    const companions = colleagues.map(({ memberId, name }): CompanionView => ({
      ...{ companionId: memberId, name, state: "open", hasLeft: false, confirmUntil, ownCheckInAt: null },
    }));
    const sent = await command.run({
      commandId: newId(),
      kind: "companions.name",
      params: { visitId },
      body: { memberIds: colleagues.map(({ memberId }) => memberId) },
      lane: visitId,
      // The record of the visit goes first.
      after: entries.find((entry) => `${entry.owner}:${entry.commandId}` === visitId)?.commandId ?? null,
      captured: { at: at.toISOString(), kind: timeKind },
      about: customerName,
      shown: { companions },
      draft: null,
      opens: routes.visit({ visitId }),
    });
    if (sent) vibrate("light");
    // The page of the visit, to which one goes back, has them at once.
    if (sent?.state === "confirmed") showAt(visitId, sent.answer.companions);
    void queryClient.invalidateQueries({ queryKey: ["visit", visitId] });
    return sent;
  }
  return { ...command, run };
}

const showAt = (visitId: string, companions: CompanionView[]): void =>
  void queryClient.setQueryData<AnswerOf<"visits.read">>(["visit", visitId], (page) => page && { ...page, companions });

/** Takes off whom I have named by mistake, before they have answered. */
export const useRemoveCompanion = (visitId: string): Command<string, AnswerOf<"companions.remove">> =>
  useCommand(async (commandId: string, companionId: string) => {
    const answer = await removeCompanion(companionId, { commandId });
    vibrate("light");
    showAt(visitId, answer.companions);
    void queryClient.invalidateQueries({ queryKey: ["visit", visitId] });
    return answer;
  });

/** A visit at which somebody has named me. */
export const useNamed = (companionId: string): QueryView<AnswerOf<"companions.read">> =>
  useApiQuery(["named", companionId], () => readNamed(companionId), { keep: companionsShapes["companions.read"] });

type Answered = Pick<BodyOf<"companions.answer">, "revision" | "wasThere">;

/** What I have said of a naming, and this phone has not sent yet; null where nothing is, or it waits for the person. */
export function answeredBy(entries: readonly QueueEntry[], companionId: string): Answered | null {
  const entry = entries.find(
    ({ kind, params, look }) =>
      kind === "companions.answer" && params?.companionId === companionId && (look === "waiting" || look === "sending"),
  );
  // As it is handed in below.
  return entry ? (entry.body as Answered) : null;
}

export function useAnswerNamed(): Queued<"companions.answer", { named: NamedView; wasThere: boolean }> {
  const command = useQueuedCommand<AnswerOf<"companions.answer">>({ staysOnPage: true });

  async function run({ named, wasThere }: { named: NamedView; wasThere: boolean }) {
    const { companionId, customerName, revision } = named;
    const { at, kind: timeKind } = reckonTime();
    const sent = await command.run({
      commandId: newId(),
      kind: "companions.answer",
      params: { companionId },
      body: { revision, wasThere },
      lane: companionId,
      after: null,
      captured: { at: at.toISOString(), kind: timeKind },
      about: customerName,
      shown: { named: { ...named, state: wasThere ? "confirmed" : "declined" } },
      draft: null,
      opens: routes.together({ id: companionId }),
    });
    if (sent) vibrate("light");
    if (sent?.state === "confirmed") queryClient.setQueryData(["named", companionId], sent.answer);
    else if (!sent) void queryClient.invalidateQueries();
    return sent;
  }
  return { ...command, run };
}

/** Of whose visit it is, as far as naming goes by it. */
export type VisitNamed = Pick<VisitView, "visitId" | "customerName" | "checkIn">;

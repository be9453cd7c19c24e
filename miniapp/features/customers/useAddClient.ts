import { useState, useSyncExternalStore } from "react";
import type { AnswerOf } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { onConnection, readConnection } from "@/api/connection";
import { reckonTime } from "@/api/serverClock";
import { wasOnline } from "@/platform/network";
import { vibrate } from "@/platform/haptics";
import type { Command } from "@/features/command/useCommand";
import type { Draft } from "@/features/draft/useDraft";
import { failureOf } from "@/features/failure";
import { commandQueue, errorOf } from "@/features/queue/commandQueue";
import { useQueueOfForm } from "@/features/queue/useQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useMe } from "@/features/session/useMe";
import { businessDayNow } from "@/features/time";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { answerClientAsked } from "./answerClientAsked";
import { createBodyOf, type CustomerForm } from "./customerForm";
import { clientAskedBy, foreseenClient, type SimilarCustomer, similarIn } from "./queuedClients";
import { isAnyNear, similarHere } from "./similarHere";
import { useCustomers } from "./useCustomers";

export interface AddClient {
  command: Pick<Command<never, never>, "busy" | "failure" | "forget">;
  /** Clients of this phone's own copy that it may be. */
  similarHere: SimilarCustomer[];
  /** Whether it is one of these is asked: nothing has been added. */
  asked: SimilarCustomer[] | null;
  /** What was sent has arrived before. */
  hasArrived: boolean;
  /**
   * Keeps it on this phone and sends it. @param known clients that it may be, as they are told on the page. @param isOther the person says that it is
   * none of those asked about. @returns its id; null where it was refused or is asked about
   */
  add: (known: readonly SimilarCustomer[], isOther?: boolean) => Promise<string | null>;
  /** It is this client: what waits at the one that was typed follows to it. False where nothing was kept of it. */
  join: (customerId: string) => boolean;
  /** It has arrived before: what waits of it has done its work. */
  letGo: () => void;
}

/** A new client goes by the queue, as what is recorded at it does: kept on this phone before anything else, sent at once where that works. */
export function useAddClient(
  { form, key, keep, drop }: Pick<Draft<CustomerForm>, "form" | "key" | "keep" | "drop">,
  { isNew, siteName, draftName }: { isNew: boolean; siteName: string; draftName: string },
): AddClient {
  const { t, language } = useWords();
  const me = useMe();
  const clients = useCustomers({ enabled: isNew }).data;
  const command = useQueuedCommand<AnswerOf<"customers.create">>();
  const queued = useQueueOfForm().find(({ commandId }) => commandId === form.commandId);
  const { reached } = useSyncExternalStore(onConnection, readConnection, readConnection);
  const [askedHere, setAskedHere] = useState<SimilarCustomer[] | null>(null);
  const [isForgotten, setForgotten] = useState(false);
  const here = isNew ? similarHere(form, clients ?? []) : [];

  const before = queued?.look === "refused" && queued.problem && !isForgotten ? queued.problem : null;
  const error = command.error instanceof ApiError ? command.error : before && errorOf(before);
  const isAsked = error?.code === "customer.maybeKnown";
  const askedBefore = queued && !isForgotten ? clientAskedBy(queued) : null;
  const asked = askedHere ?? (isAsked ? (askedBefore ?? similarIn({ ...error.details })) : null);

  function forget(): void {
    setAskedHere(null);
    setForgotten(true);
    command.forget();
  }

  return {
    command: { busy: command.busy, failure: error && failureOf(error, { t, language }), forget },
    similarHere: here,
    asked,
    hasArrived: error?.code === "command.reused",
    async add(known, isOther = false) {
      const isAway = !reached || !wasOnline();
      const doubles = !isOther && (isAway || isAnyNear(known)) ? [...known] : [];
      setAskedHere(doubles.length > 0 ? doubles : null);
      if (doubles.length > 0) return null;
      const seenHere = askedHere !== null && isOther ? askedHere.map(({ customerId }) => customerId) : [];
      const given = { ownerId: me.data?.member.memberId ?? "", today: businessDayNow(), siteName };
      const body = {
        ...createBodyOf(form, given),
        ...(isOther && askedHere === null && { isNewSeen: true as const }),
        ...(seenHere.length > 0 && { otherThanIds: seenHere }),
      };
      const { at, kind } = reckonTime();
      keep(form);
      setForgotten(false);
      const sent = await command.run({
        ...{ commandId: form.commandId, kind: "customers.create", body, lane: form.customerId, after: null },
        captured: { at: at.toISOString(), kind },
        about: body.shortName,
        shown: foreseenClient(body),
        draft: key,
        opens: routes.editCustomer({ draft: draftName }),
      });
      if (!sent) return null;
      vibrate("light");
      if (sent.state === "kept") return form.customerId;
      drop();
      return sent.answer.customerId;
    },
    join(customerId) {
      if (!queued) return false;
      answerClientAsked(queued, { sameAsId: customerId });
      return true;
    },
    letGo() {
      if (queued) void commandQueue.drop(queued.commandId);
      drop();
    },
  };
}

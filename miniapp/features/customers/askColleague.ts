import type { AnswerOf, CustomerView } from "@shared/contracts";
import { answerUntilOf, asksReason, questionStateBy } from "@shared/domain/visitQuestion";
import { needsPerson } from "@shared/domain/commandQueue";
import { reckonTime, serverNow } from "@/api/serverClock";
import { newId } from "@/platform/newId";
import { commandQueue } from "@/features/queue/commandQueue";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueue } from "@/features/queue/useQueue";
import { routes } from "@/routes";

export type Asked = NonNullable<CustomerView["asked"]>;
type Client = Pick<CustomerView, "customerId" | "shortName">;

/** How a question stands by now. */
const askedState = ({ state, answerUntil }: Asked): Asked["state"] =>
  questionStateBy({ state, answerUntil: new Date(answerUntil) }, serverNow());

/** The question waits on this phone itself, and goes by itself: one that was refused is asked anew. */
const isAsking = (entries: readonly QueueEntry[], customerId: string): boolean =>
  entries.some(
    ({ kind, params, look }) =>
      kind === "visitQuestions.ask" && params?.customerId === customerId && !needsPerson(look),
  );

/** Whether whoever checks in there now says why: not where that was said, or waits on this phone. */
export const needsReason = (entries: readonly QueueEntry[], asked: Asked | null | undefined): asked is Asked =>
  !!asked &&
  asked.reason === null &&
  asksReason(askedState(asked)) &&
  !entries.some(({ kind, params }) => kind === "visitQuestions.overrule" && params?.questionId === asked.questionId);

const sentNow = () => {
  const { at, kind } = reckonTime();
  return { captured: { at: at.toISOString(), kind }, draft: null, after: null };
};

/** What asking about a client needs to be drawn. @param colleague who works it too, as far as this phone knows */
export function useAskColleague(client: Client & Pick<CustomerView, "asked">, colleague: string) {
  const isWaiting = isAsking(useQueue(), client.customerId);
  const { asked = null } = client;
  return {
    ...{ name: client.shortName, colleague, isWaiting },
    asked: asked && { ...asked, state: askedState(asked) },
    onAsk: () => askColleague(client, colleague),
  };
}

/** Asks the colleague who works it too whether one may come: by the queue, once a day. */
function askColleague({ customerId, shortName }: Client, colleague: string): void {
  // A second tap, before this is drawn anew.
  if (isAsking(commandQueue.list(), customerId)) return;
  const askedAt = serverNow();
  const question: AnswerOf<"visitQuestions.ask">["question"] = {
    ...{ questionId: customerId, customerId, customerName: shortName, byName: "", askedName: colleague },
    ...{ askedAt: askedAt.toISOString(), answerUntil: answerUntilOf(askedAt).toISOString() },
    ...{ state: "open", word: null, reason: null, revision: 1 },
  };
  commandQueue.add({
    ...{ commandId: newId(), kind: "visitQuestions.ask", params: { customerId }, body: {}, lane: customerId },
    ...{ about: shortName, shown: { question }, opens: routes.customer({ id: customerId }) },
    ...sentNow(),
  });
}

/** Says why one goes there all the same, before the check-in itself. */
export function sayWhy(asked: Asked, { customerId, shortName }: Client, reason: string): void {
  if (!needsReason(commandQueue.list(), asked)) return;
  const { questionId, askedName, answerUntil, state, word } = asked;
  const question: AnswerOf<"visitQuestions.overrule">["question"] = {
    ...{ questionId, customerId, customerName: shortName, byName: "", askedName, askedAt: answerUntil, answerUntil },
    ...{ state, word, reason, revision: 1 },
  };
  commandQueue.add({
    ...{ commandId: newId(), kind: "visitQuestions.overrule", params: { questionId }, body: { reason } },
    ...{ lane: customerId, about: shortName, shown: { question }, opens: routes.customer({ id: customerId }) },
    ...sentNow(),
  });
}

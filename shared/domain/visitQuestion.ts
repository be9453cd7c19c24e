/** So long a colleague may answer whether one may come; then it has lapsed, and one goes by one's own judgement. */
export const answerWithinMs = 86_400_000;

/** Whether a colleague minds that one goes to a client of both: open until they have said so, or the asker needs no answer any more. */
export const questionStates = ["open", "welcome", "declined", "lapsed", "withdrawn"] as const;
export type QuestionState = (typeof questionStates)[number];

/** Of a word with the answer, and of the reason for going all the same. */
export const questionWordMax = 100;

export const answerUntilOf = (askedAt: Date): Date => new Date(askedAt.getTime() + answerWithinMs);

/** What has become of it by now: nobody answers after the last instant, though what ends it comes by the hour. */
export const questionStateBy = <State extends QuestionState>(
  { state, answerUntil }: { state: State; answerUntil: Date },
  now: Date,
): State | "lapsed" => (state === "open" && now > answerUntil ? "lapsed" : state);

/** Whether whoever goes there now says why: the colleague would rather that they did not. Asking alone makes nobody worse off. */
export const asksReason = (state: QuestionState): boolean => state === "declined";

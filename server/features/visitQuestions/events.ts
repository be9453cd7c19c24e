import { defineEvent, type NewEvent } from "../../outbox";
import type { QuestionRecord } from "./questionModel";

/** Somebody asks a colleague whether they may come to a client of both. */
export interface QuestionAsked {
  questionId: string;
}
export const questionAsked = defineEvent<QuestionAsked>("visitQuestion.asked");

interface About {
  questionId: string;
  customerId: string;
  customerName: string;
  askerId: string;
  askerName: string;
  memberId: string;
  memberName: string;
  /** Business time, ISO. */
  at: string;
}

/** The colleague has answered, or has not in time. */
export interface QuestionClosed extends About {
  state: "welcome" | "declined" | "lapsed";
  word: string | null;
}
export const questionClosed = defineEvent<QuestionClosed>("visitQuestion.closed");

/** The asker goes there all the same, and says why. */
export interface QuestionOverruled extends About {
  reason: string;
}
export const questionOverruled = defineEvent<QuestionOverruled>("visitQuestion.overruled");

/** The asker needs no answer any more. */
export interface QuestionWithdrawn {
  questionId: string;
}
export const questionWithdrawn = defineEvent<QuestionWithdrawn>("visitQuestion.withdrawn");

const placeOf = ({ _id }: QuestionRecord) => ({ partition: `visitQuestion:${_id}` }) as const;
const aboutOf = (
  { _id: questionId, customerId, customerName, askerId, askerName, memberId, memberName }: QuestionRecord,
  at: Date,
): About => ({ questionId, customerId, customerName, askerId, askerName, memberId, memberName, at: at.toISOString() });

export const askedEvent = (question: QuestionRecord): NewEvent =>
  questionAsked.of({
    ...placeOf(question),
    payload: { questionId: question._id },
    cause: `${question._id}:${question.revision}`,
  });

/** @param question as it was while it was open */
export const closedEvent = (
  question: QuestionRecord,
  { state, word, at }: Pick<QuestionClosed, "state" | "word"> & { at: Date },
): NewEvent =>
  questionClosed.of({
    ...placeOf(question),
    payload: { ...aboutOf(question, at), state, word },
    cause: `${question._id}:${question.revision + 1}`,
  });

export const overruledEvent = (question: QuestionRecord, reason: string, at: Date): NewEvent =>
  questionOverruled.of({
    ...placeOf(question),
    payload: { ...aboutOf(question, at), reason },
    cause: `${question._id}:${question.revision + 1}`,
  });

/** @param question as it was while it was open */
export const withdrawnEvent = (question: QuestionRecord): NewEvent =>
  questionWithdrawn.of({
    ...placeOf(question),
    payload: { questionId: question._id },
    cause: `${question._id}:${question.revision + 1}`,
  });

import type { AnswerOf, CustomerView } from "@shared/contracts";
import { addDays, type BusinessDay, daysOf, type Month, startOfDay } from "@shared/domain/time";
import { questionStateBy, questionStates } from "@shared/domain/visitQuestion";
import { AppError } from "@shared/errors";
import { sha256 } from "../../lib/ids";
import { findMembers } from "../members";
import { QuestionModel, type QuestionRecord } from "./questionModel";

const pageSize = 50;
const shownMax = 5;

export const questionIdOf = (customerId: string, askerId: string, on: BusinessDay): string =>
  `ask-${sha256(`${customerId}/${askerId}/${on}`).slice(0, 40)}`;

export const questionIfAny = (questionId: string): Promise<QuestionRecord | null> =>
  QuestionModel.findOne({ _id: questionId }).lean<QuestionRecord | null>();

/** @throws AppError "visitQuestion.unknown", also for whoever is neither asked by it nor asks */
export async function findQuestionOf(
  memberId: string,
  questionId: string,
  as: "askerId" | "memberId",
): Promise<QuestionRecord> {
  const question = await questionIfAny(questionId);
  if (question?.[as] !== memberId) throw new AppError("visitQuestion.unknown", `${questionId} is not ${memberId}'s`);
  return question;
}

/** One that waits for who is asked, and they are here; else null. @param now business time */
export async function openQuestionFor(questionId: string): Promise<QuestionRecord | null> {
  const question = await questionIfAny(questionId);
  const [open] = question?.state === "open" ? await ofThoseHere([question]) : [];
  return open ?? null;
}

/** What waits for those who are here, of one of them or of all, the oldest first, a page at a time. @param after null for the first one */
export async function pageOfOpenQuestions(
  after: string | null,
  { memberId, max = pageSize }: { memberId?: string; max?: number } = {},
): Promise<{ questions: QuestionRecord[]; next: string | null }> {
  const found = await openOnes(after, { ...(memberId !== undefined && { memberId }), max });
  const next = found.length >= max ? (found.at(-1)?.sortKey ?? null) : null;
  return { questions: await ofThoseHere(found), next };
}

/** The same, whoever has left. */
export function openOnes(
  after: string | null,
  { memberId, max = pageSize }: { memberId?: string; max?: number } = {},
): Promise<QuestionRecord[]> {
  const waiting = { ...(memberId !== undefined && { memberId }), state: "open" as const };
  return QuestionModel.find(after === null ? waiting : { ...waiting, sortKey: { $gt: after } })
    .sort({ sortKey: 1 })
    .limit(max)
    .lean<QuestionRecord[]>();
}

async function ofThoseHere(questions: readonly QuestionRecord[]): Promise<QuestionRecord[]> {
  const members = await findMembers([...new Set(questions.map(({ memberId }) => memberId))]);
  return questions.filter(({ memberId }) => members.get(memberId)?.active);
}

/** What somebody has asked by client, of today and yesterday: the newest of each that they have not taken back. */
export async function askedByClient(askerId: string, today: BusinessDay): Promise<Map<string, QuestionRecord>> {
  const days = [addDays(today, -1), today].map((on) => `${askerId}:${on}`);
  const found = await QuestionModel.find({ askerDay: { $in: days } }).lean<QuestionRecord[]>();
  const standing = found.filter(({ state }) => state !== "withdrawn");
  return new Map(standing.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1)).map((one) => [one.customerId, one]));
}

/** Those of these clients about which somebody has asked. */
export const clientsAskedAbout = (customerIds: readonly string[]): Promise<string[]> =>
  QuestionModel.distinct("customerId", { customerId: { $in: [...customerIds] } });

/** The newest questions about a client, whoever asked. @param customerIds all its ids */
export async function questionsAt(customerIds: readonly string[]): Promise<QuestionRecord[]> {
  const found = await Promise.all(
    customerIds.map((customerId) =>
      QuestionModel.find({ customerId }).sort({ customerId: 1, sortKey: -1 }).limit(shownMax).lean<QuestionRecord[]>(),
    ),
  );
  return found
    .flat()
    .sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1))
    .slice(0, shownMax);
}

/** What somebody has asked in a month. */
export const questionsOfMonth = (askerId: string, period: Month): Promise<QuestionRecord[]> =>
  QuestionModel.find({ askerMonth: `${askerId}:${period}` })
    .sort({ askerMonth: 1, sortKey: 1 })
    .lean<QuestionRecord[]>();

/** What somebody was asked in a month, the oldest first. */
export async function questionsToInMonth(memberId: string, period: Month): Promise<QuestionRecord[]> {
  const { from, to } = daysOf(period);
  const [first, after] = [from, addDays(to, 1)].map((day) => startOfDay(day).toISOString());
  const found = await Promise.all(
    questionStates.map((state) =>
      QuestionModel.find({ memberId, state, sortKey: { $gte: first, $lt: after } }).lean<QuestionRecord[]>(),
    ),
  );
  return found.flat().sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}

/** As who asks and who is asked see it, and who leads them. @param now business time */
export const presentQuestion = (question: QuestionRecord, now: Date): AnswerOf<"visitQuestions.read">["question"] => ({
  questionId: question._id,
  customerId: question.customerId,
  customerName: question.customerName,
  byName: question.askerName,
  askedName: question.memberName,
  askedAt: question.askedAt.toISOString(),
  answerUntil: question.answerUntil.toISOString(),
  state: questionStateBy(question, now),
  word: question.word ?? null,
  reason: question.reason ?? null,
  revision: question.revision,
});

/** What of it the asker's own list of clients carries; null where they have taken it back. */
export function presentAsked(question: QuestionRecord, now: Date): NonNullable<CustomerView["asked"]> | null {
  const { questionId, askedName, state, word, reason, answerUntil } = presentQuestion(question, now);
  return state === "withdrawn" ? null : { questionId, askedName, state, word, reason, answerUntil };
}

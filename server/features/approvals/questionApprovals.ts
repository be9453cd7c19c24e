import { openQuestionFor, pageOfOpenQuestions, type QuestionRecord } from "../visitQuestions";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Whoever is asked whether a colleague may come answers by themselves: no deputy does, and nobody above. */
export const questionApprovals: ApprovalKind = {
  name: "visitQuestion",
  find: async (questionId) => {
    const question = await openQuestionFor(questionId);
    return question && openOf(question);
  },
  page: async (after) => {
    const { questions, next } = await pageOfOpenQuestions(after);
    return { open: questions.map(openOf), next };
  },
  candidatesFor: async ({ id: memberId }, { after, max }) => {
    const { questions, next } = await pageOfOpenQuestions(after, { memberId, max });
    return { open: questions.map(openOf), next, decidable: () => Promise.resolve(questions.map(({ _id }) => _id)) };
  },
};

function openOf(question: QuestionRecord): OpenApproval {
  const { _id: questionId, revision, memberId, askerId, askerName, customerId, customerName, on, askedAt } = question;
  const answerUntil = question.answerUntil.toISOString();
  return {
    subjectId: questionId,
    revision,
    approvers: () => Promise.resolve([{ memberId, insteadOfIds: [] }]),
    requestedById: askerId,
    askedAt,
    told: { kind: "visitQuestion", questionId, customerId, repName: askerName, customerName, on, answerUntil },
  };
}

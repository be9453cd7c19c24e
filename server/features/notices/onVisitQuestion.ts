import type { EventHandler } from "../../outbox";
import type { QuestionClosed, QuestionOverruled } from "../visitQuestions";
import type { NoticeDeps } from "./deliver";
import { told } from "./tell";

/** Tells who has asked what the colleague says, or that there was no answer. */
export const questionTeller: EventHandler<QuestionClosed, NoticeDeps> = async (question, delivery, deps) =>
  told(
    [
      {
        noticeId: `visit_question_closed:${question.questionId}`,
        kind: "visit_question_closed",
        params: question,
        channel: "member",
        receiverId: question.askerId,
        cause: delivery.eventId,
        answersAct: false,
        at: new Date(question.at),
      },
    ],
    deps,
  );

/** Tells who was asked that the colleague goes all the same, and why. */
export const overruledTeller: EventHandler<QuestionOverruled, NoticeDeps> = async (question, delivery, deps) =>
  told(
    [
      {
        noticeId: `visit_question_overruled:${question.questionId}`,
        kind: "visit_question_overruled",
        params: question,
        channel: "member",
        receiverId: question.memberId,
        cause: delivery.eventId,
        answersAct: false,
        at: new Date(question.at),
      },
    ],
    deps,
  );

import type { BodyOf } from "@shared/contracts";
import { visitQuestionsAsked } from "./answerShapes/visitQuestions";
import { caller } from "./http";

const call = caller(visitQuestionsAsked);

export const readQuestion = (questionId: string) => call("visitQuestions.read", { params: { questionId } });
export const withdrawQuestion = (questionId: string, body: BodyOf<"visitQuestions.withdraw">) =>
  call("visitQuestions.withdraw", { params: { questionId }, body });
export const answerQuestion = (questionId: string, body: BodyOf<"visitQuestions.answer">) =>
  call("visitQuestions.answer", { params: { questionId }, body });

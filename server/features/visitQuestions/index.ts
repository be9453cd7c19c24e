export {
  questionAsked,
  questionClosed,
  type QuestionClosed,
  questionOverruled,
  type QuestionOverruled,
  questionWithdrawn,
} from "./events";
export { eraseQuestions } from "./eraseQuestions";
export { lapseQuestions } from "./lapseQuestions";
export { othersThere, type OtherThere } from "./othersThere";
export type { QuestionRecord } from "./questionModel";
export {
  askedByClient,
  clientsAskedAbout,
  openQuestionFor,
  pageOfOpenQuestions,
  presentAsked,
  presentQuestion,
  questionsAt,
  questionsOfMonth,
  questionsToInMonth,
} from "./questions";
export { visitQuestionsHandlers } from "./routes";

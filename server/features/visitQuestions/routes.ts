import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { answerQuestion, askColleague, overruleQuestion } from "./ask";
import { findQuestionOf, presentQuestion } from "./questions";
import { withdrawQuestion } from "./withdraw";

export const visitQuestionsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"visitQuestions"> => ({
  "visitQuestions.ask": ({ actor, params, body }) => askColleague(deps, { actor, ...params, body }),

  "visitQuestions.read": async ({ actor, params }) => ({
    question: presentQuestion(await findQuestionOf(actor.id, params.questionId, "memberId"), deps.clock.now()),
  }),

  "visitQuestions.answer": ({ actor, params, body }) => answerQuestion(deps, { actor, ...params, body }),

  "visitQuestions.withdraw": ({ actor, params, body }) => withdrawQuestion(deps, { actor, ...params, body }),

  "visitQuestions.overrule": ({ actor, params, body }) => overruleQuestion(deps, { actor, ...params, body }),
});

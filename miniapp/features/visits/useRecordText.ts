import { type AnsweredStep, answeredSteps, type StepAnswer, type VisitStep } from "@shared/domain/visitType";
import { useWords } from "@/texts";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { useTypeWords } from "./useVisitTypes";

/** What was answered at a step, in words: with who has signed, or how many photos there are. */
export function useAnswerText(): (answer: AnsweredStep) => string {
  const { t } = usePageWords(visitStepsWords);
  const wordOf = useTypeWords();
  return ({ value, files }) => {
    if (files === undefined) return wordOf(value);
    return value === "" ? t.visitSteps.photoCount({ count: files }) : t.visitSteps.signedBy({ name: value });
  };
}

/** One answer as those read it who see the record among others. */
export const answeredAt = (step: VisitStep, answer: StepAnswer): AnsweredStep => {
  const [said = { label: step.label, value: answer.value }] = answeredSteps({ steps: [step] }, [answer]);
  return said;
};

/** A record with what was answered at its type's steps, in one line: for lists and for those who read it among others. */
export function useRecordText(): (text: string, answers: readonly AnsweredStep[]) => string {
  const { t } = useWords();
  const wordOf = useTypeWords();
  const answerText = useAnswerText();
  return (text, answers) =>
    [text, ...answers.map((answer) => `${wordOf(answer.label)}${t.common.colon}${answerText(answer)}`)].join(" · ");
}

import type { AnswerOf } from "@shared/contracts";
import { useAskColleague } from "@/features/customers/askColleague";
import { useTimeline } from "@/features/customers/useTimeline";
import { useWithdrawQuestion } from "@/features/customers/useQuestion";
import { useCustomers } from "@/features/customers/useCustomers";
import { AskColleague } from "@/components/AskColleague";
import { known } from "@/texts";
import { askingWords } from "@/texts/areas/asking";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";

/** The same with what the history of the client has of it. */
export function AskedHere({ customerId, isServed }: Pick<QuestionsProps, "customerId" | "isServed">) {
  const { data } = useTimeline(customerId, isServed);
  return <Questions customerId={customerId} isServed={isServed} questions={data?.questions ?? []} />;
}

interface QuestionsProps {
  customerId: string;
  /** Whether I go there: who leads us reads what was asked. */
  isServed: boolean;
  questions: NonNullable<AnswerOf<"customers.timeline">["questions"]>;
}

/** Asking the colleague who works it too, and what was asked about coming here, by whoever: who minded, and why one went all the same. */
function Questions({ customerId, isServed, questions }: QuestionsProps) {
  const { t, f } = usePageWords(askingWords);
  const listed = useCustomers({ enabled: isServed }).data?.find((one) => one.customerId === customerId);
  const { otherThere, otherOwners = [], asked } = listed ?? {};
  const colleague = otherThere?.byName ?? otherOwners[0]?.name ?? asked?.askedName;
  const ask = useAskColleague(listed ?? { customerId, shortName: "" }, colleague ?? "");
  const withdraw = useWithdrawQuestion();
  const asks = isServed && listed !== undefined && colleague !== undefined;
  if (!asks && questions.length === 0) return null;
  return (
    <Card id="questions" title={t.asking.together}>
      {asks && <AskColleague {...ask} />}
      {asks && ask.asked?.state === "open" && (
        <Button
          id="ask-withdraw"
          kind="quiet"
          text={t.asking.withdraw}
          disabled={withdraw.busy}
          onTap={() => ask.asked && void withdraw.run(ask.asked.questionId)}
        />
      )}
      {withdraw.failure && <ErrorBlock id="ask-withdraw-error" failure={withdraw.failure} />}
      {questions
        // My own newest one stands above.
        .filter(({ questionId }) => !asks || questionId !== asked?.questionId)
        .map(({ questionId, byName, askedName, askedAt, state, word, reason }) => (
          <Words key={questionId} as="sub" id={`question-${questionId}`}>
            {f.sentences([
              t.asking.line({
                by: byName,
                name: askedName,
                time: f.instant(new Date(askedAt)),
                came: known(t.asking.lineStates, state) ?? t.common.newer,
              }),
              ...(word ? [t.asking.lineWord({ word })] : []),
              ...(reason ? [t.asking.lineWent({ by: byName, reason })] : []),
            ])}
          </Words>
        ))}
    </Card>
  );
}

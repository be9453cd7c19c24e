import { View } from "@tarojs/components";
import { usePraiseQuestion } from "@/features/sales/usePraise";
import { useWords } from "@/texts";
import { Button, Card, ErrorBlock, Words } from "@/ui";
import "./PraiseCard.scss";

/** A leader would like to praise my sale in the group, and I wanted to be asked. */
export function PraiseQuestion({ saleId }: { saleId: string }) {
  const { t } = useWords();
  const { question, answer } = usePraiseQuestion(saleId);
  const words = t.sales.praise.question;
  if (!question) return null;
  return (
    <Card id="praise-question" title={words.title({ name: question.byName })}>
      <View className="praise-quote">
        <Words>{question.text}</Words>
      </View>
      <Button
        id="praise-agree"
        kind="primary"
        text={words.agree}
        disabled={answer.busy}
        onTap={() => void answer.run(true)}
      />
      <Button id="praise-decline" text={words.decline} disabled={answer.busy} onTap={() => void answer.run(false)} />
      {answer.failure && <ErrorBlock id="praise-question-failed" failure={answer.failure} />}
    </Card>
  );
}

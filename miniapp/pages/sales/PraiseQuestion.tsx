import { View } from "@tarojs/components";
import { useState } from "react";
import { usePraiseQuestion } from "@/features/sales/usePraise";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";
import "./PraiseCard.scss";

/** A leader would like to praise my sale in the group, and I wanted to be asked. What follows from the answer is said in its place. */
export function PraiseQuestion({ saleId }: { saleId: string }) {
  const { t } = usePageWords(salePagesWords);
  const { question, answer } = usePraiseQuestion(saleId);
  const words = t.salePages.praise.question;
  const [answered, setAnswered] = useState<{ byName: string; agrees: boolean } | null>(null);
  if (!question)
    return answered ? (
      <Card id="praise-answered">
        <Words live="polite">{words[answered.agrees ? "agreed" : "declined"]({ name: answered.byName })}</Words>
      </Card>
    ) : null;
  const { byName, text } = question;

  async function reply(agrees: boolean) {
    if (await answer.run(agrees)) setAnswered({ byName, agrees });
  }
  return (
    <Card id="praise-question" title={words.title({ name: byName })}>
      <View className="praise-quote">
        <Words>{text}</Words>
      </View>
      <Button
        id="praise-agree"
        kind="primary"
        text={words.agree}
        disabled={answer.busy}
        onTap={() => void reply(true)}
      />
      <Button id="praise-decline" text={words.decline} disabled={answer.busy} onTap={() => void reply(false)} />
      {answer.failure && <ErrorBlock id="praise-question-failed" failure={answer.failure} />}
    </Card>
  );
}

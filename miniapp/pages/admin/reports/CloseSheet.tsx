import { useState } from "react";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { reportLengths } from "@/features/reports/useReport";
import { fieldWords } from "@/texts/areas/main/field";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, type Failure, Sheet, TextArea, Words } from "@/ui";

interface CloseSheetProps {
  /** Who reported it. */
  name: string;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSend: (answer: string) => void;
}

/** It is done, and what the person who reported it is told. */
export function CloseSheet({ name, busy, failure, onClose, onSend }: CloseSheetProps) {
  const { t } = usePageWords(fieldWords, reportsWords);
  const words = t.reports.list;
  const [answer, setAnswer] = useState("");
  const max = reportLengths.answer;
  const isLong = lengthSeen(answer.trim()) > max;
  return (
    <Sheet
      id="close-sheet"
      title={words.closeTitle}
      onClose={onClose}
      foot={
        <Button
          id="close-send"
          kind="primary"
          grow
          text={words.close}
          disabled={busy || isLong}
          onTap={() => onSend(answer)}
        />
      }
    >
      <Words as="sub" tone="quiet">
        {words.closeNote({ name })}
      </Words>
      <TextArea
        id="close-answer"
        label={words.answer}
        hint={words.answerHint}
        lengthMax={max}
        aside={t.field.visit.counter({ count: lengthSeen(answer), max })}
        value={answer}
        fault={isLong ? t.common.tooLong({ max }) : null}
        onChange={(typed) => setAnswer(tidiedText(typed))}
      />
      {failure && <ErrorBlock id="close-error" failure={failure} />}
    </Sheet>
  );
}

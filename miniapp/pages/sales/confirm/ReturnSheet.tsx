import { useState } from "react";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { useWords } from "@/texts";
import { Button, Choices, ErrorBlock, type Failure, Sheet, TextArea, Words } from "@/ui";

interface ReturnSheetProps {
  repName: string;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSend: (reason: string) => void;
}

const reasonMax = 200;

/** Why it goes back: a ready sentence or an own one, which the rep reads. */
export function ReturnSheet({ repName, busy, failure, onClose, onSend }: ReturnSheetProps) {
  const { t } = useWords();
  const words = t.sales.confirm;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const empty = reason.trim() === "";
  const long = lengthSeen(reason.trim()) > reasonMax;
  const ready = Object.values(words.reasons);
  return (
    <Sheet
      id="return-sheet"
      title={words.returnTitle}
      onClose={onClose}
      foot={
        <Button
          id="return-send"
          kind="primary"
          grow
          text={words.sendBack}
          disabled={busy}
          onTap={() => {
            setMissing(empty);
            if (!empty && !long) onSend(reason.trim());
          }}
        />
      }
    >
      <Words as="sub" tone="quiet">
        {words.returnNote({ name: repName })}
      </Words>
      <Choices
        id="return-reasons"
        label={words.returnTitle}
        value={ready.includes(reason) ? reason : null}
        options={ready.map((text) => ({ value: text, text }))}
        onChoose={setReason}
      />
      <TextArea
        id="return-reason-text"
        label={words.returnTitle}
        hint={words.reasonHint}
        lengthMax={reasonMax}
        aside={t.field.visit.counter({ count: lengthSeen(reason), max: reasonMax })}
        value={reason}
        fault={long ? t.common.tooLong({ max: reasonMax }) : missing && empty ? words.reasonMissing : null}
        onChange={(typed) => setReason(tidiedText(typed))}
      />
      {failure && <ErrorBlock id="return-error" failure={failure} />}
    </Sheet>
  );
}

import { useState } from "react";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Choices, ErrorBlock, type Failure, Sheet, TextArea, Words } from "@/ui";

interface ReasonSheetProps {
  /** What the names of its parts begin with, such as `return`. */
  id: string;
  /** The question: why. */
  title: string;
  /** Who reads the answer. */
  note: string;
  /** Ready sentences. */
  reasons: readonly string[];
  hint: string;
  /** Said where nothing was written. */
  missing: string;
  send: string;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSend: (reason: string) => void;
}

const reasonMax = 200;

/** Why somebody decides as they do: a ready sentence or an own one, which the person concerned reads. Nothing goes without one. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { id, title, note, reasons, hint, missing, send, busy, failure, onClose, onSend } = props;
  const { t } = usePageWords(fieldWords);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isEmpty = reason.trim() === "";
  const isLong = lengthSeen(reason.trim()) > reasonMax;
  return (
    <Sheet
      id={`${id}-sheet`}
      title={title}
      onClose={onClose}
      foot={
        <Button
          id={`${id}-send`}
          kind="primary"
          grow
          text={send}
          disabled={busy}
          onTap={() => {
            setTried(isEmpty);
            if (!isEmpty && !isLong) onSend(reason.trim());
          }}
        />
      }
    >
      <Words as="sub" tone="quiet">
        {note}
      </Words>
      <Choices
        id={`${id}-reasons`}
        label={title}
        value={reasons.includes(reason) ? reason : null}
        options={reasons.map((text) => ({ value: text, text }))}
        onChoose={setReason}
      />
      <TextArea
        id={`${id}-reason-text`}
        label={title}
        hint={hint}
        lengthMax={reasonMax}
        aside={t.field.visit.counter({ count: lengthSeen(reason), max: reasonMax })}
        value={reason}
        fault={isLong ? t.common.tooLong({ max: reasonMax }) : tried && isEmpty ? missing : null}
        onChange={(typed) => setReason(tidiedText(typed))}
      />
      {failure && <ErrorBlock id={`${id}-error`} failure={failure} />}
    </Sheet>
  );
}

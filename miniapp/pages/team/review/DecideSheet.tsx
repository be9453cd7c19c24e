import { useState } from "react";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { useWords } from "@/texts";
import { Button, Choices, ErrorBlock, type Failure, Sheet, TextArea, Words } from "@/ui";

interface DecideSheetProps {
  accepts: boolean;
  repName: string;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSend: (reason: string) => void;
}

const reasonMax = 200;

/** Why: a ready sentence or an own one, which the rep reads. */
export function DecideSheet({ accepts, repName, busy, failure, onClose, onSend }: DecideSheetProps) {
  const { t } = useWords();
  const words = t.team.review;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const title = accepts ? words.acceptTitle : words.rejectTitle;
  const empty = reason.trim() === "";
  const long = lengthSeen(reason.trim()) > reasonMax;
  const ready: string[] = Object.values(accepts ? words.acceptReasons : words.rejectReasons);
  return (
    <Sheet
      id="decide-sheet"
      title={title}
      onClose={onClose}
      foot={
        <Button
          id="decide-send"
          kind="primary"
          grow
          text={accepts ? words.accept : words.reject}
          disabled={busy}
          onTap={() => {
            setMissing(empty);
            if (!empty && !long) onSend(reason.trim());
          }}
        />
      }
    >
      <Words as="sub" tone="quiet">
        {words.reasonNote({ name: repName })}
      </Words>
      <Choices
        id="decide-reasons"
        label={title}
        value={ready.includes(reason) ? reason : null}
        options={ready.map((text) => ({ value: text, text }))}
        onChoose={setReason}
      />
      <TextArea
        id="decide-reason-text"
        label={title}
        hint={accepts ? words.acceptHint : words.rejectHint}
        lengthMax={reasonMax}
        aside={t.field.visit.counter({ count: lengthSeen(reason), max: reasonMax })}
        value={reason}
        fault={long ? t.common.tooLong({ max: reasonMax }) : missing && empty ? words.reasonMissing : null}
        onChange={(typed) => setReason(tidiedText(typed))}
      />
      {failure && <ErrorBlock id="decide-error" failure={failure} />}
    </Sheet>
  );
}

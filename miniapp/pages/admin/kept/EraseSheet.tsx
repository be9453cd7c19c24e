import { useState } from "react";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { type Erased, useEraseLeaver } from "@/features/privacy/useKept";
import { type PageTexts, usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Sheet, TextField, Words } from "@/ui";

interface EraseSheetProps {
  memberId: string;
  name: string;
  words: PageTexts["kept"];
  onClose: () => void;
  onDone: (erased: Erased) => void;
}

/** Before it is done: whose data it is, typed once more, and why. */
export function EraseSheet({ memberId, name, words, onClose, onDone }: EraseSheetProps) {
  const { t } = usePageWords();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const erasure = useEraseLeaver(memberId);
  const given = { name: typed.trim(), reason: reason.trim() };
  const nameFault = given.name === name ? null : words.nameDiffers;
  const reasonFault = given.reason === "" ? words.reasonMissing : null;

  async function confirm() {
    setTried(true);
    if (nameFault || reasonFault) return;
    const answer = await erasure.run(given);
    if (!answer) return;
    onDone(answer);
    onClose();
  }

  return (
    <Sheet
      id="erase-sheet"
      title={words.sheet}
      onClose={onClose}
      foot={
        <>
          <Button id="erase-not" text={t.common.cancel} onTap={onClose} />
          <Button
            id="erase-confirm"
            kind="danger"
            grow
            text={words.eraseNow}
            disabled={erasure.busy}
            onTap={() => void confirm()}
          />
        </>
      }
    >
      <Words as="head">{name}</Words>
      <TextField
        id="erase-name"
        required
        label={words.typeName}
        lengthMax={64}
        value={typed}
        fault={isTried ? nameFault : null}
        onChange={(value) => setTyped(tidiedLine(value))}
      />
      <TextField
        id="erase-reason"
        required
        label={words.reason}
        hint={words.reasonHint}
        lengthMax={200}
        value={reason}
        fault={isTried ? reasonFault : null}
        onChange={(value) => setReason(tidiedText(value))}
      />
      <Words as="sub" tone="quiet">
        {words.noted}
      </Words>
      {erasure.failure && <ErrorBlock id="erase-error" failure={erasure.failure} />}
    </Sheet>
  );
}

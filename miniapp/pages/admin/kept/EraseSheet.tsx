import { useState } from "react";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { type Erased, useEraseLeaver } from "@/features/privacy/useKept";
import { FinalSheet } from "@/components/FinalSheet";
import type { kept } from "@/texts/zhCN/kept";
import { TextField, Words } from "@/ui";

interface EraseSheetProps {
  memberId: string;
  name: string;
  words: typeof kept;
  onClose: () => void;
  onDone: (erased: Erased) => void;
}

/** Before it is done: whose data it is, typed once more, and why. */
export function EraseSheet({ memberId, name, words, onClose, onDone }: EraseSheetProps) {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const erasure = useEraseLeaver(memberId);
  const given = { name: typed.trim(), reason: reason.trim() };
  const nameFault = given.name === name ? null : words.nameDiffers;
  const reasonFault = given.reason === "" ? words.reasonMissing : null;

  return (
    <FinalSheet
      id="erase"
      title={words.sheet}
      now={words.eraseNow}
      command={erasure}
      given={() => {
        setTried(true);
        return nameFault || reasonFault ? null : { given };
      }}
      onClose={onClose}
      onDone={onDone}
    >
      <Words as="head">{name}</Words>
      <TextField
        id="erase-name"
        required
        label={words.typeName}
        lengthMax={64}
        value={typed}
        fault={isTried ? nameFault : null}
        onChange={(value) => {
          setTyped(tidiedLine(value));
          erasure.forget();
        }}
      />
      <TextField
        id="erase-reason"
        required
        label={words.reason}
        hint={words.reasonHint}
        lengthMax={200}
        value={reason}
        fault={isTried ? reasonFault : null}
        onChange={(value) => {
          setReason(tidiedText(value));
          erasure.forget();
        }}
      />
      <Words as="sub" tone="quiet">
        {words.noted}
      </Words>
    </FinalSheet>
  );
}

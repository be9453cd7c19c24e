import { useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine } from "@shared/domain/tidyText";
import type { SiteForm } from "@/features/customers/siteForm";
import { type Proposed, useProposePin } from "@/features/customers/usePins";
import { useWords } from "@/texts";
import { Button, ErrorBlock, TextField, Words } from "@/ui";
import { PinField } from "../PinField";

type Site = AnswerOf<"customers.read">["customer"]["sites"][number];

/** A confirmed pin that is wrong: where it is, and why, for a leader to decide. */
export function ProposePin({ customerId, site, was }: { customerId: string; site: Site; was: SiteForm["pin"] }) {
  const { t, f } = useWords();
  const words = t.customers.site.propose;
  const command = useProposePin(customerId, site.siteId);
  const [pin, setPin] = useState<Proposed["pin"] | null>(null);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const proposed = site.proposed ?? null;
  const missing = note.trim() === "" ? words.noteMissing : null;
  return (
    <>
      <Words as="sub" id="site-pin-locked">
        {proposed === null
          ? words.locked
          : words.waits({ name: proposed.byName, time: f.instant(new Date(proposed.at)) })}
      </Words>
      <PinField
        id="propose"
        pin={pin ?? was}
        was={was}
        confirms={false}
        isOpen={false}
        onPin={(next, accuracyM) => {
          command.forget();
          setPin(next && accuracyM !== null ? { ...next, accuracyM } : null);
        }}
      />
      {pin && (
        <>
          <TextField
            id="propose-note"
            required
            label={words.note}
            hint={words.noteHint}
            lengthMax={200}
            value={note}
            fault={tried ? missing : null}
            onChange={(typed) => {
              command.forget();
              setNote(tidiedLine(typed));
            }}
          />
          <Button
            id="propose-send"
            kind="plain"
            text={command.busy ? t.customers.edit.saving : words.send}
            disabled={command.busy}
            onTap={() => {
              setTried(true);
              if (missing !== null || lengthSeen(note.trim()) > 200) return;
              void command.run({ pin, note: note.trim() }).then((answer) => answer && setPin(null));
            }}
          />
          {command.failure && <ErrorBlock id="propose-error" failure={command.failure} />}
        </>
      )}
    </>
  );
}

import { useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { useGive } from "@/features/customers/useGive";
import type { CustomerPage } from "@/features/customers/useCustomer";
import type { QueryView } from "@/features/query/useApiQuery";
import { useBusinessDay } from "@/features/time";
import { givingWords } from "@/texts/areas/giving";
import { usePageWords } from "@/texts/pageWords";
import { Button, Choices, Empty, ErrorBlock, Sheet, TextField, Words } from "@/ui";

const reasonMax = 200;

/** To whom a client goes, and from when. */
export function GiveSheet({ page, onClose }: { page: QueryView<CustomerPage>; onClose: () => void }) {
  const { t, f } = usePageWords(givingWords);
  const words = t.giving;
  const today = useBusinessDay();
  const give = useGive(page);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { giving, customer } = page.data ?? {};
  if (!giving || !customer) return null;
  // Who could take it when it was chosen may be gone since.
  const to = giving.people.some(({ memberId }) => memberId === chosen) ? chosen : null;
  const run = () => {
    setTried(true);
    if (to === null) return;
    void give.run({ memberId: to, reason }).then((customerId) => {
      if (customerId !== null) onClose();
    });
  };
  const isPossible = giving.people.length > 0;
  return (
    <Sheet
      id="give"
      title={words.giveTitle({ name: customer.name })}
      onClose={onClose}
      foot={
        <>
          <Button id="give-not" text={words.giveNot} grow onTap={onClose} />
          {isPossible && (
            <Button id="give-now" kind="primary" text={words.giveNow} grow disabled={give.busy} onTap={run} />
          )}
        </>
      }
    >
      {isPossible ? (
        <>
          <Words as="sub" tone="quiet">
            {words.giveNote({ from: f.day(giving.from), beginsToday: giving.from === today })}
          </Words>
          <Choices
            id="give-to"
            label={words.giveTo}
            value={to}
            options={giving.people.map(({ memberId, name }) => ({ value: memberId, text: name }))}
            onChoose={(memberId) => {
              setChosen(memberId);
              // Something else is another command, whatever became of the one before.
              give.forget();
            }}
          />
          {tried && to === null && (
            <Words as="sub" tone="bad" live="polite" id="give-to-missing">
              {words.giveToMissing}
            </Words>
          )}
          <TextField
            id="give-reason"
            label={words.giveReason}
            hint={words.giveReasonHint}
            lengthMax={reasonMax}
            value={reason}
            onChange={(typed) => {
              setReason(tidiedLine(typed));
              give.forget();
            }}
          />
        </>
      ) : (
        <Empty text={words.giveNobody} />
      )}
      {give.failure && <ErrorBlock id="give-error" failure={give.failure} onRetry={run} />}
    </Sheet>
  );
}

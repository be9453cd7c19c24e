import { useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { type GivenClient, useGiveMany, useTakers } from "@/features/customers/useGiveMany";
import { givingWords } from "@/texts/areas/giving";
import { usePageWords } from "@/texts/pageWords";
import { Button, Choices, Empty, ErrorBlock, Loadable, Sheet, TextField, Words } from "@/ui";

const reasonMax = 200;
/** Those that stay as they are, and why. */
const stays = ["same", "arranged", "refused"] as const;

interface GiveManySheetProps {
  clients: readonly { customerId: string; name: string }[];
  onClose: () => void;
}

/** To whom the selected clients go; then which of them have gone, and why others have not. */
export function GiveManySheet({ clients, onClose }: GiveManySheetProps) {
  const { t } = usePageWords(givingWords);
  const words = t.giving;
  const takers = useTakers(clients.map(({ customerId }) => customerId));
  const give = useGiveMany();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [given, setGiven] = useState<{ items: readonly GivenClient[]; to: string } | null>(null);
  const people = takers.data?.people ?? [];
  const to = people.find(({ memberId }) => memberId === chosen) ?? null;
  const run = () => {
    setTried(true);
    if (to === null) return;
    const body = {
      customerIds: clients.map(({ customerId }) => customerId),
      ownerId: to.memberId,
      reason: reason.trim() || null,
    };
    void give.run(body).then((items) => items && setGiven({ items, to: to.name }));
  };
  const title = words.giveManyTitle({ count: clients.length });
  if (given)
    return (
      <Sheet
        id="give-many"
        title={title}
        onClose={onClose}
        foot={<Button id="give-many-done" kind="primary" text={t.common.close} grow onTap={onClose} />}
      >
        <Given given={given} clients={clients} />
      </Sheet>
    );
  return (
    <Sheet
      id="give-many"
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button id="give-many-not" text={words.giveNot} grow onTap={onClose} />
          {people.length > 0 && (
            <Button id="give-many-now" kind="primary" text={words.giveNow} grow disabled={give.busy} onTap={run} />
          )}
        </>
      }
    >
      <Loadable id="takers" {...takers} onRetry={() => void takers.refresh()}>
        {people.length === 0 ? (
          <Empty text={words.giveNobody} />
        ) : (
          <>
            <Words as="sub" tone="quiet">
              {words.giveManyNote}
            </Words>
            <Choices
              id="give-many-to"
              label={words.giveTo}
              value={to?.memberId ?? null}
              options={people.map(({ memberId, name }) => ({ value: memberId, text: name }))}
              onChoose={(memberId) => {
                setChosen(memberId);
                // Somebody else is another command, whatever became of the one before.
                give.forget();
              }}
            />
            {tried && to === null && (
              <Words as="sub" tone="bad" live="polite" id="give-many-to-missing">
                {words.giveToMissing}
              </Words>
            )}
            <TextField
              id="give-many-reason"
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
        )}
      </Loadable>
      {give.failure && <ErrorBlock id="give-many-error" failure={give.failure} onRetry={run} />}
    </Sheet>
  );
}

function Given({
  given: { items, to },
  clients,
}: {
  given: { items: readonly GivenClient[]; to: string };
  clients: GiveManySheetProps["clients"];
}) {
  const { t, f } = usePageWords(givingWords);
  const words = t.giving;
  const nameOf = (id: string) => clients.find(({ customerId }) => customerId === id)?.name ?? id;
  const days = [...new Set(items.flatMap(({ from }) => from ?? []))].sort();
  return (
    <>
      {days.map((day) => (
        <Words key={day} live="polite">
          {words.gaveMany({ name: to, day: f.day(day), count: items.filter(({ from }) => from === day).length })}
        </Words>
      ))}
      {stays.flatMap((why) => {
        const names = items.filter(({ is }) => is === why).map(({ customerId }) => nameOf(customerId));
        if (names.length === 0) return [];
        return [
          <Words key={why} as="sub" live="polite">
            {words.stayed[why]({ name: to, count: names.length, names: f.names(names) })}
          </Words>,
        ];
      })}
    </>
  );
}

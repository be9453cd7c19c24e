import { useState } from "react";
import { companionsMax } from "@shared/domain/companion";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back } from "@/features/navigation";
import { type Colleague, useColleagues, useNameCompanions } from "@/features/visits/useCompanions";
import { routes } from "@/routes";
import { companionsWords } from "@/texts/areas/main/companions";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, ErrorBlock, Loadable, Page, Row, TextField, Words } from "@/ui";

/** Colleagues are chosen, several at once, and asked by themselves. */
export function Naming({ visitId, customerName }: { visitId: string; customerName: string }) {
  const { t, f } = usePageWords(companionsWords);
  const words = t.companions.naming;
  usePageFrame({ title: words.title });
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<readonly Colleague[]>([]);
  const { data, state, failure, refresh } = useColleagues(typed);
  const command = useNameCompanions();
  const isChosen = ({ memberId }: Colleague) => chosen.some((one) => one.memberId === memberId);
  // Who was chosen stays in sight, whatever is looked for after that.
  const items = [...chosen, ...(data?.items ?? []).filter((one) => !isChosen(one))];
  const count = chosen.length;
  const toggle = (one: Colleague) => {
    command.forget();
    setChosen(isChosen(one) ? chosen.filter(({ memberId }) => memberId !== one.memberId) : [...chosen, one]);
  };
  const send = async () => {
    if (await command.run({ visitId, customerName, colleagues: chosen })) back(routes.visit({ visitId }));
  };
  return (
    <Page
      id="page-together"
      title={words.title}
      bar={
        <Button
          id="together-send"
          kind="primary"
          grow
          text={count === 0 ? words.chooseFirst : words.send({ count })}
          disabled={count === 0 || command.busy}
          onTap={() => void send()}
        />
      }
    >
      <Card {...(customerName && { title: customerName })}>
        <Words as="sub" tone="quiet">
          {words.note}
        </Words>
        <TextField
          id="together-search"
          kind="search"
          label={words.search}
          hint={words.search}
          value={typed}
          onChange={setTyped}
        />
        {command.failure && <ErrorBlock id="together-error" failure={command.failure} />}
      </Card>
      <Card id="together-people" flush title={typed.trim() === "" ? words.ofTeam : words.found}>
        {items.map((one) => (
          <Row
            key={one.memberId}
            id={`colleague-${one.memberId}`}
            text={one.name}
            opens={false}
            note={
              <Words as="sub" tone="quiet">
                {one.unitName}
              </Words>
            }
            {...(isChosen(one) && { value: <Words tone="brand">{words.chosen}</Words> })}
            label={f.said(one.name, one.unitName, isChosen(one) ? words.chosen : null)}
            {...((isChosen(one) || count < companionsMax) && { onTap: () => toggle(one) })}
          />
        ))}
        <Loadable id="together" state={state} failure={failure} onRetry={() => void refresh()}>
          {items.length === 0 && <Empty text={words.none} />}
        </Loadable>
        {count >= companionsMax && (
          <Words as="note" tone="quiet">
            {words.full({ max: companionsMax })}
          </Words>
        )}
      </Card>
    </Page>
  );
}

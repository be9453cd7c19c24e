import { useState } from "react";
import { useMemberList } from "@/features/staff/useMembers";
import { auditWords } from "@/texts/areas/audit";
import { usePageWords } from "@/texts/pageWords";
import { Button, ChoiceField, Choices, Empty, Loadable, Row, Sheet, TextField, Words } from "@/ui";

type Person = { memberId: string; name: string };

interface PersonFieldProps {
  /** Null: everybody. */
  chosen: Person | null;
  onChoose: (person: Person | null) => void;
}

/** More are found by a longer name. */
const shownMax = 20;

/** Of whom the looks are: anybody who is here or has left. */
export function PersonField({ chosen, onChoose }: PersonFieldProps) {
  const { t, f } = usePageWords(auditWords);
  const words = t.audit;
  const [isChoosing, setChoosing] = useState(false);
  const [state, setState] = useState<"here" | "left">("here");
  const [typed, setTyped] = useState("");
  const list = useMemberList(typed, { state, lacking: null });
  const choose = (person: Person | null) => {
    onChoose(person);
    setChoosing(false);
  };
  return (
    <>
      <ChoiceField
        id="audit-person"
        label={words.person}
        chosen={chosen?.name ?? null}
        hint={words.everybody}
        onTap={() => setChoosing(true)}
      />
      {isChoosing && (
        <Sheet id="person-sheet" title={words.choose} onClose={() => setChoosing(false)}>
          <Button id="person-all" text={words.everybody} onTap={() => choose(null)} />
          <Choices
            id="person-state"
            kind="segments"
            label={words.person}
            value={state}
            options={(["here", "left"] as const).map((value) => ({ value, text: words.states[value] }))}
            onChoose={setState}
          />
          <TextField
            id="person-search"
            kind="search"
            label={words.search}
            hint={words.search}
            value={typed}
            onChange={setTyped}
          />
          <Loadable id="persons" state={list.state} failure={list.failure} onRetry={() => void list.refresh()}>
            {list.items.length === 0 && <Empty text={words.nobody} />}
            {list.items.slice(0, shownMax).map(({ memberId, name, unitName }) => (
              <Row
                key={memberId}
                id={`person-${memberId}`}
                text={name}
                note={
                  unitName && (
                    <Words as="note" tone="quiet">
                      {unitName}
                    </Words>
                  )
                }
                label={f.said(name, unitName)}
                onTap={() => choose({ memberId, name })}
              />
            ))}
          </Loadable>
        </Sheet>
      )}
    </>
  );
}

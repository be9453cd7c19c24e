import { useState } from "react";
import { useMemberList } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, ChoiceField, Empty, Loadable, Row, Sheet, TextField, Words } from "@/ui";

interface SuperiorFieldProps {
  memberId: string;
  /** Null: the leader of their unit. */
  chosen: string | null;
  fault: string | null;
  onChoose: (member: { memberId: string; name: string } | null) => void;
}

/** Whom somebody reports to: anybody who is here, or, without one, whoever leads their unit. */
export function SuperiorField({ memberId, chosen, fault, onChoose }: SuperiorFieldProps) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const [isChoosing, setChoosing] = useState(false);
  const [typed, setTyped] = useState("");
  const list = useMemberList(typed, { state: "here", lacking: null });
  const choose = (member: { memberId: string; name: string } | null) => {
    onChoose(member);
    setChoosing(false);
  };
  return (
    <>
      <ChoiceField
        id="record-line"
        label={words.fields.reportsTo}
        chosen={chosen}
        hint={words.ofLeader}
        fault={fault}
        onTap={() => setChoosing(true)}
      />
      {isChoosing && (
        <Sheet id="line-sheet" title={words.chooseLeader} onClose={() => setChoosing(false)}>
          <Button id="line-leader" text={words.ofLeader} onTap={() => choose(null)} />
          <TextField
            id="line-search"
            kind="search"
            label={words.search}
            hint={words.search}
            value={typed}
            onChange={setTyped}
          />
          <Loadable id="line-choice" state={list.state} failure={list.failure} onRetry={() => void list.refresh()}>
            {list.items.length === 0 && <Empty text={words.none} />}
            {list.items
              .filter((member) => member.memberId !== memberId && member.state === "here")
              .slice(0, 20)
              .map((member) => (
                <Row
                  key={member.memberId}
                  id={`line-${member.memberId}`}
                  text={member.name}
                  note={
                    <Words as="note" tone="quiet">
                      {member.unitName ?? words.noUnit}
                    </Words>
                  }
                  label={f.said(member.name, member.unitName)}
                  onTap={() => choose(member)}
                />
              ))}
          </Loadable>
        </Sheet>
      )}
    </>
  );
}

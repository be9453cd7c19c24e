import { useState } from "react";
import { searchForm } from "@shared/domain/customerSearch";
import type { RolesRead } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Empty, RadioGroup, RadioMark, Row, TextField } from "@/ui";

interface UnitChoiceProps {
  units: RolesRead["units"];
  chosenId: string | null;
  fault: string | null;
  onChoose: (unitId: string) => void;
}

/** So many are seen at a glance; of more a part of the name tells. */
const shownMax = 8;

/** One of the company's departments. */
export function UnitChoice({ units, chosenId, fault, onChoose }: UnitChoiceProps) {
  const { t } = usePageWords(membersWords);
  const words = t.members;
  const [typed, setTyped] = useState("");
  const form = searchForm(typed);
  const shown = units.filter(({ name }) => searchForm(name).includes(form)).slice(0, shownMax);
  return (
    <>
      <TextField
        id="unit-search"
        kind="search"
        label={words.unit}
        hint={words.unitSearch}
        value={typed}
        fault={fault}
        onChange={setTyped}
      />
      {shown.length === 0 && <Empty text={words.unitNone} />}
      <RadioGroup id="units" label={words.unit} options={shown.map(({ unitId }) => ({ id: `unit-${unitId}` }))}>
        {shown.map(({ unitId, name }) => (
          <Row
            key={unitId}
            id={`unit-${unitId}`}
            text={name}
            lead={<RadioMark on={unitId === chosenId} />}
            checked={unitId === chosenId}
            opens={false}
            label={name}
            onTap={() => onChoose(unitId)}
          />
        ))}
      </RadioGroup>
    </>
  );
}

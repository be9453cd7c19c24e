import { useState } from "react";
import { type Role, roles } from "@shared/domain/actor";
import { useGrantRole, useRoles } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, RadioGroup, RadioMark, Row, Sheet, Words } from "@/ui";
import { DayChoice } from "./DayChoice";
import { RoleMeans } from "./RoleMeans";
import { roleLines } from "./roleText";
import { UnitChoice } from "./UnitChoice";

interface GrantSheetProps {
  memberId: string;
  name: string;
  today: string;
  onClose: () => void;
}

/** A rep is one by the team. */
const given = roles.filter((one) => one !== "rep");
const roleId = (role: Role) => `grant-role-choice-${role}`;

/** Which role, of which department, from when until when. Who sells in a team is a rep by the directory alone. */
export function GrantSheet({ memberId, name, today, onClose }: GrantSheetProps) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const [role, setRole] = useState<Role | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState(today);
  const [lastOn, setLastOn] = useState("");
  const [isTried, setTried] = useState(false);
  const units = useRoles().data?.units ?? [];
  const grant = useGrantRole(memberId);
  const needsUnit = role === "manager";
  const isOrderWrong = lastOn !== "" && lastOn < fromOn;
  const change = (act: () => void) => {
    grant.forget();
    act();
  };

  async function give() {
    setTried(true);
    if (role === null || (needsUnit && unitId === null) || isOrderWrong || fromOn < today) return;
    const given = { role, unitId: needsUnit ? unitId : null, fromOn, lastOn: lastOn === "" ? null : lastOn };
    if (await grant.run(given)) onClose();
  }

  return (
    <Sheet
      id="grant-sheet"
      title={words.grantTitle({ name })}
      onClose={onClose}
      foot={
        <>
          <Button id="grant-not" text={t.common.cancel} onTap={onClose} />
          <Button
            id="grant-send"
            kind="primary"
            grow
            text={words.grantNow}
            disabled={grant.busy}
            onTap={() => void give()}
          />
        </>
      }
    >
      <RadioGroup
        id="grant-role-choice"
        label={words.role}
        options={given.map((value) => ({ id: roleId(value), choose: () => change(() => setRole(value)) }))}
      >
        {given.map((value) => (
          <Row
            key={value}
            id={roleId(value)}
            text={t.common.roles[value]}
            note={<RoleMeans role={value} />}
            lead={<RadioMark on={value === role} />}
            checked={value === role}
            opens={false}
            label={f.said(t.common.roles[value], ...roleLines(value, { t, f }))}
            onTap={() => change(() => setRole(value))}
          />
        ))}
      </RadioGroup>
      {isTried && role === null && (
        <Words tone="warn" live="polite">
          {words.roleMissing}
        </Words>
      )}
      {needsUnit && (
        <UnitChoice
          units={units}
          chosenId={unitId}
          fault={isTried && unitId === null ? words.unitMissing : null}
          onChoose={(value) => change(() => setUnitId(value))}
        />
      )}
      <DayChoice
        id="grant-from"
        label={words.begins}
        value={fromOn}
        min={today}
        fault={fromOn < today ? words.roleFaults.past : null}
        onChange={(on) => change(() => setFromOn(on === "" ? today : on))}
      />
      <DayChoice
        id="grant-until"
        label={words.ends}
        value={lastOn}
        min={fromOn}
        fault={isOrderWrong ? words.roleFaults.order : null}
        onChange={(on) => change(() => setLastOn(on))}
        mayClear
      />
      {grant.failure && <ErrorBlock id="grant-error" failure={grant.failure} />}
    </Sheet>
  );
}

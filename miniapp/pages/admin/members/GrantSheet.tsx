import { useState } from "react";
import { type Role, roles } from "@shared/domain/actor";
import { useGrantRole, useRoles } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, Choices, ErrorBlock, Sheet, Words } from "@/ui";
import { DayChoice } from "./DayChoice";
import { roleOpens } from "./roleText";
import { UnitChoice } from "./UnitChoice";

interface GrantSheetProps {
  memberId: string;
  name: string;
  today: string;
  onClose: () => void;
}

/** Which role, of which department, from when until when. Who sells in a team is a rep by the directory alone. */
export function GrantSheet({ memberId, name, today, onClose }: GrantSheetProps) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const [role, setRole] = useState<Role>("finance");
  const [unitId, setUnitId] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState(today);
  const [lastOn, setLastOn] = useState("");
  const [isTried, setTried] = useState(false);
  const units = useRoles().data?.units ?? [];
  const grant = useGrantRole(memberId);
  const { opens, besides } = roleOpens(role, { t, f });
  const needsUnit = role === "manager";
  const isOrderWrong = lastOn !== "" && lastOn < fromOn;
  const change = (act: () => void) => {
    grant.forget();
    act();
  };

  async function give() {
    setTried(true);
    if ((needsUnit && unitId === null) || isOrderWrong || fromOn < today) return;
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
      <Choices
        id="grant-role-choice"
        field={{}}
        label={words.role}
        value={role}
        options={roles.filter((one) => one !== "rep").map((value) => ({ value, text: t.common.roles[value] }))}
        onChoose={(value) => change(() => setRole(value))}
      />
      <Words as="sub" tone="quiet">
        {f.sentences([words.overview.opensWith({ what: opens }), besides])}
      </Words>
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

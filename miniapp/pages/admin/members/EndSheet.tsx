import { useState } from "react";
import { type MemberRead, useGrantRole, useRevokeRole } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Sheet, Words } from "@/ui";
import { DayChoice } from "./DayChoice";
import { heldName } from "./roleText";

interface EndSheetProps {
  memberId: string;
  held: MemberRead["roles"][number];
  today: string;
  onClose: () => void;
}

/** When a role ends: another last day, none, or at once. */
export function EndSheet({ memberId, held, today, onClose }: EndSheetProps) {
  const { t } = usePageWords(membersWords);
  const words = t.members;
  const { role, unitId, fromOn } = held;
  const [lastOn, setLastOn] = useState(held.lastOn ?? "");
  const grant = useGrantRole(memberId);
  const revoke = useRevokeRole(memberId);
  const first = fromOn < today ? today : fromOn;
  const isBusy = grant.busy || revoke.busy;
  const failure = grant.failure ?? revoke.failure;

  async function end() {
    if (await grant.run({ role, unitId, fromOn: first, lastOn: lastOn === "" ? null : lastOn })) onClose();
  }

  return (
    <Sheet
      id="end-sheet"
      title={words.endTitle({ role: heldName(held, t) })}
      onClose={onClose}
      foot={
        <>
          <Button
            id="revoke-role"
            kind="danger"
            text={words.revoke}
            disabled={isBusy}
            onTap={() => void revoke.run({ role, unitId }).then((done) => done && onClose())}
          />
          <Button
            id="end-send"
            kind="primary"
            grow
            text={words.endNow}
            disabled={isBusy || lastOn === (held.lastOn ?? "")}
            onTap={() => void end()}
          />
        </>
      }
    >
      <DayChoice
        id="end-day"
        label={words.ends}
        value={lastOn}
        min={first}
        fault={lastOn !== "" && lastOn < first ? words.roleFaults.past : null}
        onChange={(on) => {
          grant.forget();
          revoke.forget();
          setLastOn(on);
        }}
        mayClear
      />
      <Words as="sub" tone="quiet">
        {words.revokeNote}
      </Words>
      {failure && <ErrorBlock id="end-error" failure={failure} />}
    </Sheet>
  );
}

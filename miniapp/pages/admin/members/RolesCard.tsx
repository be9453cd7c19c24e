import type { MemberRead } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Row, Words } from "@/ui";
import { byDirectoryText, heldName, heldText, spanText } from "./roleText";

type Held = MemberRead["roles"][number];

interface RolesCardProps {
  read: MemberRead;
  today: string;
  onGrant: () => void;
  onEnd: (held: Held) => void;
}

/** Which roles somebody has, since when, until when and by whom. */
export function RolesCard({ read, today, onGrant, onEnd }: RolesCardProps) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const isLasting = ({ lastOn }: Held) => lastOn === null || today <= lastOn;
  const mayChange = read.can.changeRoles && read.member.state === "here";
  return (
    <>
      <Card id="roles" flush title={words.roles}>
        {byDirectoryText(read, t).map((role) => (
          <Row
            key={role}
            text={role}
            value={
              <Words as="sub" tone="quiet">
                {words.byDirectory}
              </Words>
            }
          />
        ))}
        {read.byDirectory.length + read.roles.length === 0 && <Empty text={words.noRole} />}
        {read.roles.map((held) => {
          const by = held.byName === null ? words.byOperator : words.by({ name: held.byName });
          const note = f.said(spanText(held, { t, f }), by);
          return (
            <Row
              key={`${held.role} ${held.unitId} ${held.fromOn}`}
              id={`held-${held.role}-${held.fromOn}`}
              text={isLasting(held) ? heldText(held, today, { t, f }) : heldName(held, t)}
              note={
                <Words as="note" tone="quiet">
                  {note}
                </Words>
              }
              {...(!isLasting(held) && {
                value: (
                  <Words as="sub" tone="quiet">
                    {words.over}
                  </Words>
                ),
              })}
              label={f.said(heldName(held, t), !isLasting(held) && words.over, note)}
              {...(mayChange && isLasting(held) && { onTap: () => onEnd(held) })}
            />
          );
        })}
      </Card>
      {mayChange && <Button id="grant-role" text={words.grant} onTap={onGrant} />}
      {!read.can.changeRoles && (
        <Words as="note" tone="quiet">
          {words.ownNote}
        </Words>
      )}
    </>
  );
}

import { companionsMax, nameUntilOf } from "@shared/domain/companion";
import { clockTimeOf } from "@shared/domain/time";
import { open } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import { serverNow } from "@/features/time";
import { type CompanionView, useRemoveCompanion, type VisitNamed, waitingNames } from "@/features/visits/useCompanions";
import { routes } from "@/routes";
import { known } from "@/texts";
import { companionsWords } from "@/texts/areas/main/companions";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Row, Words } from "@/ui";

interface CompanionsProps {
  visit: VisitNamed;
  companions: readonly CompanionView[];
  /** For somebody else, who names nobody. */
  isOthers?: boolean;
}

/** Which colleagues were there, as its rep says, and what they say. */
export function Companions({ visit, companions, isOthers = false }: CompanionsProps) {
  const { t, f } = usePageWords(companionsWords);
  const words = t.companions;
  const { visitId, customerName, checkIn } = visit;
  const waiting = waitingNames(useQueue(), visitId);
  const remove = useRemoveCompanion(visitId);
  const count = companions.length + waiting.length;
  const mayName = !isOthers && count < companionsMax && serverNow() <= nameUntilOf(new Date(checkIn.checkedInAt));
  if (count === 0 && !mayName) return null;
  const noteOf = ({ state, hasLeft, confirmUntil, ownCheckInAt }: CompanionView) =>
    [
      known(words.states, state)?.({ until: f.instant(new Date(confirmUntil)) }) ?? t.common.newer,
      hasLeft && words.left,
      ownCheckInAt && words.ownCheckIn({ time: clockTimeOf(new Date(ownCheckInAt)) }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Card id="visit-companions" flush title={words.title}>
      {companions.map((companion) => (
        <Row
          key={companion.companionId}
          text={companion.name}
          note={<Note text={noteOf(companion)} />}
          {...(!isOthers &&
            companion.state === "open" && {
              value: (
                <Button
                  id={`companion-remove-${companion.companionId}`}
                  kind="quiet"
                  small
                  text={words.remove}
                  label={f.said(words.remove, companion.name)}
                  disabled={remove.busy}
                  onTap={() => void remove.run(companion.companionId)}
                />
              ),
            })}
        />
      ))}
      {remove.failure && <ErrorBlock id="companion-remove-error" failure={remove.failure} />}
      {waiting.map(({ companionId, name }) => (
        <Row key={companionId} text={name} note={<Note text={words.waiting} />} />
      ))}
      {mayName && (
        <Button
          id="visit-name-companions"
          kind="quiet"
          text={words.add}
          onTap={() => open(routes.together({ visitId, customer: customerName }))}
        />
      )}
    </Card>
  );
}

const Note = ({ text }: { text: string }) => (
  <Words as="sub" tone="quiet">
    {text}
  </Words>
);

import { isAwayOn } from "@shared/domain/absence";
import { useAbsence } from "@/features/approvals/useAbsence";
import { open } from "@/features/navigation";
import { useBusinessDay } from "@/features/time";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Words } from "@/ui";

/** While I am away: who decides meanwhile, and the way to change that. Else nothing waits for me without a word. */
export function AwayNote() {
  const { t, f } = useWords();
  const words = t.common.away;
  const today = useBusinessDay();
  const { data } = useAbsence();
  const absence = data?.absence;
  if (!data || !absence || !isAwayOn(absence, today)) return null;
  const { from, to, deputyId } = absence;
  const deputy = data.deputies.find(({ memberId }) => memberId === deputyId);
  return (
    <Card id="away-now" tone="warn">
      <Words live="polite">
        {words.now({ from: f.day(from), to: f.day(to), name: deputy?.name ?? words.nextInLine })}
      </Words>
      <Button id="change-away" kind="plain" small text={words.changeNow} onTap={() => open(routes.away())} />
    </Card>
  );
}

import { ratioOf, percentText } from "@shared/domain/moneyText";
import { openMonth, useLastMonth } from "@/features/earnings/chosenMonth";
import { useClosing } from "@/features/earnings/useClosing";
import { useStatement } from "@/features/earnings/useEarnings";
import { useTeam } from "@/features/teams/useTeam";
import { usePresentMonth } from "@/features/time";
import { closingText } from "@/components/closingText";
import { monthName } from "@/components/progressWords";
import { useWords } from "@/texts";
import { Card, Row, Words } from "@/ui";

/** In the first days of a month: where the one before stands, what happens next, and the way to it. */
export function LastMonth() {
  const { t, f } = useWords();
  const period = useLastMonth();
  const present = usePresentMonth();
  const { data } = useStatement(period);
  const closing = useClosing(period, data?.state === "closed");
  if (!data || data.lines.length === 0) return null;
  const month = monthName(period, present, f);
  return (
    <LastRow
      id="last-month"
      text={t.common.seeMonth({ month })}
      note={closingText(closing, { month, of: "pay" }, { t, f })}
      onTap={() => openMonth("money", period)}
    />
  );
}

/** The same of a team that the reader leads. */
export function LastTeamMonth({ unitId }: { unitId: string }) {
  const { t, f } = useWords();
  const period = useLastMonth();
  const present = usePresentMonth();
  const { data } = useTeam(unitId, period);
  const closing = useClosing(period);
  if (!data || data.team.doneFen === 0) return null;
  const { name, doneFen, targetFen } = data.team;
  const month = monthName(period, present, f);
  return (
    <LastRow
      id={`last-month-${unitId}`}
      text={t.today.manager.lastMonth({
        team: name,
        month,
        done: targetFen === null ? f.sales(doneFen) : percentText(ratioOf(doneFen, targetFen)),
      })}
      note={closingText(closing, { month, of: "team" }, { t, f })}
      onTap={() => openMonth("team", period)}
    />
  );
}

function LastRow({ id, text, note, onTap }: { id: string; text: string; note: string | null; onTap: () => void }) {
  const { f } = useWords();
  return (
    <Card flush>
      <Row
        id={id}
        text={text}
        {...(note !== null && {
          note: (
            <Words as="sub" tone="quiet">
              {note}
            </Words>
          ),
        })}
        label={f.said(text, note)}
        onTap={onTap}
      />
    </Card>
  );
}

import { ratioOf, percentText } from "@shared/domain/moneyText";
import { openMonth, useLastMonth } from "@/features/earnings/chosenMonth";
import { useStatement } from "@/features/earnings/useEarnings";
import { useTeam } from "@/features/teams/useTeam";
import { usePresentMonth } from "@/features/time";
import { monthName } from "@/components/progressWords";
import { useWords } from "@/texts";
import { Card, Row, Words } from "@/ui";

/** In the first days of a month: where the one before stands, what happens next, and the way to it. */
export function LastMonth() {
  const { t, f } = useWords();
  const period = useLastMonth();
  const present = usePresentMonth();
  const { data } = useStatement(period);
  if (!data || data.lines.length === 0) return null;
  const month = monthName(period, present, f);
  return (
    <LastRow
      id="last-month"
      text={t.earnings.seeMonth({ month })}
      note={data.state === "open" ? t.earnings.notClosed({ month }) : null}
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
  if (!data || data.team.doneFen === 0) return null;
  const { name, doneFen, targetFen } = data.team;
  return (
    <LastRow
      id={`last-month-${unitId}`}
      text={t.today.manager.lastMonth({
        team: name,
        month: monthName(period, present, f),
        done: targetFen === null ? f.sales(doneFen) : percentText(ratioOf(doneFen, targetFen)),
      })}
      note={t.today.manager.lastMonthNext}
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

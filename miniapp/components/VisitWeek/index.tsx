import type { AnswerOf } from "@shared/contracts";
import { useWords } from "@/texts";
import { Button, Card, Row, Words } from "@/ui";

interface VisitWeekProps {
  week: AnswerOf<"visits.week">;
  /** Where it leads to; without it there is no way on. */
  onGo?: () => void;
}

/** How many effective visits of the week are done, and what helps where that is behind. Nothing where nothing is expected. */
export function VisitWeek({ week, onGo }: VisitWeekProps) {
  const { t, f } = useWords();
  const words = t.today.visitWeek;
  const { done, target, perWeek, workingDays, dueByNow = 0, isBehind, to } = week;
  if (target === null) return null;
  const count = words.count({ done: String(done), target: String(target) });
  const until = done >= target ? words.reached : words.until({ day: f.day(to) });
  return (
    <Card id="visit-week" flush={!isBehind} {...(isBehind && { tone: "warn" as const })}>
      <Row
        text={words.title}
        note={
          <>
            <Words as="sub" tone={done >= target ? "ok" : "quiet"}>
              {until}
            </Words>
            {typeof perWeek === "number" && perWeek !== target && (
              <Words as="sub" tone="quiet" id="visit-week-days">
                {words.byDays({ perWeek: String(perWeek), days: String(workingDays) })}
              </Words>
            )}
          </>
        }
        value={<Words as="head">{count}</Words>}
      />
      {isBehind && (
        <>
          <Words id="visit-week-prompt" tone="warn">
            {words.behind}
          </Words>
          {dueByNow > done && (
            <Words as="sub" tone="quiet" id="visit-week-short">
              {words.short({ due: String(dueByNow), short: String(dueByNow - done) })}
            </Words>
          )}
          {onGo && <Button id="visit-week-go" kind="plain" text={words.go} onTap={onGo} />}
        </>
      )}
    </Card>
  );
}

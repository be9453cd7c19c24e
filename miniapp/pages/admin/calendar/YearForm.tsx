import { type MutableRefObject, type ReactNode, useEffect, useState } from "react";
import { type CalendarYear, type Days, useSetCalendar, usePreview } from "@/features/calendar/useCalendar";
import { isSameYear, type MonthShown, monthsShown } from "@/features/calendar/yearForm";
import { calendarWords } from "@/texts/areas/calendar";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Page, Row, Words } from "@/ui";
import { EffectsSheet } from "./EffectsSheet";
import { MonthSheet } from "./MonthSheet";

/** By year: what somebody has begun to change of it, and of which answer. */
export type BegunYears = Map<string, { begun: CalendarYear; days: Days }>;

interface YearFormProps {
  read: CalendarYear;
  title: string;
  choice: ReactNode;
  /** Whoever looks at another year in between finds what they have begun. */
  begunYears: MutableRefObject<BegunYears>;
}

/** A year by its months, and what is to be changed of it. It is saved once one has seen what becomes other. */
export function YearForm({ read, title, choice, begunYears }: YearFormProps) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar;
  const { year, source, changed, editableFrom, can } = read;
  const before = begunYears.current.get(year);
  const [begun, setBegun] = useState(before?.begun ?? read);
  const [days, setDays] = useState(before?.days ?? read.days);
  useEffect(() => {
    begunYears.current.set(year, { begun, days });
  }, [begunYears, year, begun, days]);
  const [month, setMonth] = useState<string | null>(null);
  const preview = usePreview(year);
  const command = useSetCalendar(year);
  const [effects, setEffects] = useState<NonNullable<Awaited<ReturnType<typeof preview.run>>>["effects"] | null>(null);
  const isOvertaken = begun.revision !== read.revision;
  const isSame = isSameYear(days, begun.days);
  const startAnew = () => {
    command.forget();
    preview.forget();
    setBegun(read);
    setDays(read.days);
  };
  // What others have written is shown at once where nothing was begun here.
  if (isOvertaken && isSame) startAnew();

  async function look() {
    const answer = await preview.run(days);
    if (answer) setEffects(answer.effects);
  }

  async function save() {
    const answer = await command.run({ revision: begun.revision, days });
    setEffects(null);
    if (answer) setBegun((now) => ({ ...now, revision: answer.revision, days }));
  }

  const failure = preview.failure ?? (isOvertaken ? null : command.failure);
  const shownMonth = month === null ? null : (monthsShown(year, days).find((one) => one.month === month) ?? null);
  return (
    <Page
      id="page-calendar"
      title={title}
      bar={
        can.set && (
          <Button
            id="calendar-save"
            kind="primary"
            grow
            text={preview.busy ? words.looking : isSame ? words.unchanged : words.save}
            disabled={isSame || preview.busy || command.busy || isOvertaken}
            onTap={() => void look()}
          />
        )
      }
      over={
        effects ? (
          <EffectsSheet
            effects={effects}
            busy={command.busy}
            onClose={() => setEffects(null)}
            onSave={() => void save()}
          />
        ) : (
          shownMonth && (
            <MonthSheet
              month={shownMonth.month}
              days={days}
              editableFrom={can.set ? editableFrom : null}
              onChange={setDays}
              onClose={() => setMonth(null)}
            />
          )
        )
      }
    >
      {choice}
      <Card id="calendar-source" {...(source === "none" && { tone: "warn" as const })}>
        <Words as="sub">{words.sources[source]}</Words>
        {changed && (
          <Words as="note" tone="quiet">
            {words.changed({ name: changed.byName, time: f.instant(new Date(changed.at)) })}
          </Words>
        )}
        {can.set && editableFrom.slice(0, 4) === year && (
          <Words as="note" tone="quiet">
            {words.closedHint({ day: f.day(editableFrom) })}
          </Words>
        )}
      </Card>
      {isOvertaken && !isSame && (
        <Card id="calendar-conflict" tone="warn">
          <Words live="assertive">{words.conflict}</Words>
          <Button id="calendar-anew" text={words.reload} onTap={startAnew} />
        </Card>
      )}
      {failure && (
        <Card>
          <ErrorBlock id="calendar-error" failure={failure} />
        </Card>
      )}
      <Card id="calendar-months" flush>
        {monthsShown(year, days).map((one) => (
          <MonthRow key={one.month} shown={one} onTap={() => setMonth(one.month)} />
        ))}
      </Card>
    </Page>
  );
}

function MonthRow({ shown, onTap }: { shown: MonthShown; onTap: () => void }) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar;
  const dates = (list: readonly string[]) =>
    f.names(list.map((on) => words.date({ day: String(Number(on.slice(8))) })));
  const note =
    f.said(
      shown.off.length > 0 && words.off({ days: dates(shown.off) }),
      shown.work.length > 0 && words.work({ days: dates(shown.work) }),
    ) || words.plain;
  const count = words.workingDays({ count: String(shown.workingDays) });
  return (
    <Row
      id={`month-${shown.month}`}
      text={f.month(shown.month)}
      note={
        <Words as="note" tone="quiet">
          {note}
        </Words>
      }
      value={<Words as="sub">{count}</Words>}
      label={f.said(f.month(shown.month), count, note)}
      onTap={onTap}
    />
  );
}

import { type ReactNode, useState } from "react";
import { type CalendarYear, useSetCalendar, usePreview, useYearDraft } from "@/features/calendar/useCalendar";
import { type MonthShown, monthsShown, spansOf } from "@/features/calendar/yearForm";
import { DraftNote } from "@/components/DraftNote";
import { calendarWords } from "@/texts/areas/calendar";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Page, Row, Words } from "@/ui";
import { EffectsSheet } from "./EffectsSheet";
import { MonthSheet } from "./MonthSheet";
import { SpanSheet } from "./SpanSheet";

/** A year by its months, and what is to be changed of it. It is saved once one has seen what becomes other. */
export function YearForm({ read, title, choice }: { read: CalendarYear; title: string; choice: ReactNode }) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar;
  const { year, source, isAnnounced, changed, editableFrom, can } = read;
  const typed = useYearDraft(read);
  const { days, isWhole, isSame, isOvertaken, edit } = typed;
  const [spans, setSpans] = useState(false);
  const [month, setMonth] = useState<string | null>(null);
  const preview = usePreview(year);
  const command = useSetCalendar(year);
  const [effects, setEffects] = useState<NonNullable<Awaited<ReturnType<typeof preview.run>>>["effects"] | null>(null);
  const startAnew = () => {
    command.forget();
    preview.forget();
    typed.drop();
  };

  async function look() {
    const answer = await preview.run(days);
    if (answer) setEffects(answer.effects);
  }

  async function save() {
    const answer = await command.run({ revision: typed.revision, days, ...(!isAnnounced && { isWhole }) });
    setEffects(null);
    if (answer) typed.saved(answer.revision);
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
            disabled={isSame || preview.busy || command.busy || isOvertaken || typed.isAhead}
            onTap={() => void look()}
          />
        )
      }
      over={
        effects ? (
          <EffectsSheet
            effects={effects}
            {...(!isAnnounced && { whole: words[isWhole ? "saysWhole" : "saysPart"]({ year }) })}
            busy={command.busy}
            onClose={() => setEffects(null)}
            onSave={() => void save()}
          />
        ) : spans ? (
          <SpanSheet
            year={year}
            editableFrom={editableFrom}
            days={days}
            onChange={(after) => edit({ days: after })}
            onClose={() => setSpans(false)}
          />
        ) : (
          shownMonth && (
            <MonthSheet
              month={shownMonth.month}
              days={days}
              editableFrom={can.set ? editableFrom : null}
              onChange={(after) => edit({ days: after })}
              onClose={() => setMonth(null)}
            />
          )
        )
      }
    >
      {choice}
      <DraftNote draft={typed.draft} />
      <Card id="calendar-source" {...((source === "none" || source === "part") && { tone: "warn" as const })}>
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
      {can.set && (
        <Card id="calendar-whole">
          {!isAnnounced && (
            <>
              <Choices
                id="calendar-is-whole"
                kind="segments"
                label={words.whole}
                value={isWhole ? "whole" : "part"}
                options={(["part", "whole"] as const).map((value) => ({ value, text: words.wholes[value] }))}
                onChoose={(value) => edit({ isWhole: value === "whole" })}
                field={{}}
              />
              <Words as="note" tone="quiet">
                {words.wholeNote}
              </Words>
            </>
          )}
          <Button id="calendar-span" text={words.span.open} onTap={() => setSpans(true)} />
        </Card>
      )}
      {isOvertaken && (
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

const dateOf = (on: string): string => String(Number(on.slice(8)));

function MonthRow({ shown, onTap }: { shown: MonthShown; onTap: () => void }) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar;
  const dates = (list: readonly string[]) =>
    f.names(
      spansOf(list).map(({ from, to }) =>
        from === to ? words.date({ day: dateOf(from) }) : words.dates({ from: dateOf(from), to: dateOf(to) }),
      ),
    );
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

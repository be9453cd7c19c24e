import { type ReactNode, useState } from "react";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { useCalendarYear } from "@/features/calendar/useCalendar";
import { usePageParams, usePullDown } from "@/features/navigation";
import { useCan, useMe } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { calendarWords } from "@/texts/areas/calendar";
import { usePageWords } from "@/texts/pageWords";
import { Choices, Loadable, Page } from "@/ui";
import { YearForm } from "./YearForm";

/** Which days are worked, year by year. `year`: another one than this. */
export default function Calendar() {
  const { t } = usePageWords(calendarWords);
  const wayOut = useWayOut();
  const words = t.calendar;
  usePageFrame({ title: words.title });
  const may = useCan()("calendar.read");
  const present = useMe().data?.today.slice(0, 4);
  const { year: asked } = usePageParams();
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen ?? (asked && /^20\d\d$/.test(asked) ? asked : present);
  if (may === false || !present || !year)
    return (
      <Page id="page-calendar" title={words.title}>
        {may === false && <NoRightCard id="calendar-back" text={words.noRight} {...wayOut} />}
      </Page>
    );
  const years = [...new Set([-1, 0, 1].map((n) => String(Number(present) + n)).concat(year))].sort();
  const choice = (
    <Choices
      id="calendar-year"
      kind="segments"
      label={words.year}
      value={year}
      options={years.map((value) => ({ value, text: value }))}
      onChoose={setChosen}
    />
  );
  return <Year key={year} year={year} title={words.title} choice={choice} />;
}

function Year({ year, title, choice }: { year: string; title: string; choice: ReactNode }) {
  const { data, state, failure, refresh } = useCalendarYear(year);
  usePullDown(refresh);
  if (data) return <YearForm read={data} title={title} choice={choice} />;
  return (
    <Page id="page-calendar" title={title}>
      {choice}
      <Loadable id="calendar" state={state} failure={failure} onRetry={() => void refresh()}>
        {null}
      </Loadable>
    </Page>
  );
}

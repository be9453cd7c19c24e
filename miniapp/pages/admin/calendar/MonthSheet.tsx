import { Text, View } from "@tarojs/components";
import type { Days } from "@/features/calendar/useCalendar";
import { toggled, weeksOf } from "@/features/calendar/yearForm";
import { calendarWords } from "@/texts/areas/calendar";
import { usePageWords } from "@/texts/pageWords";
import { a11y, Button, Sheet, Tap, Words } from "@/ui";
import "./index.scss";

interface MonthSheetProps {
  month: string;
  days: Days;
  /** Null: nothing may be changed. */
  editableFrom: string | null;
  onChange: (days: Days) => void;
  onClose: () => void;
}

/** A month's days: worked or off, and which of them by arrangement. A tap turns one round. */
export function MonthSheet({ month, days, editableFrom, onChange, onClose }: MonthSheetProps) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar;
  return (
    <Sheet
      id="month-sheet"
      title={f.month(month)}
      onClose={onClose}
      foot={<Button id="month-done" kind="primary" grow text={words.done} onTap={onClose} />}
    >
      <View className="calendar-week" {...a11y({ hidden: true })}>
        {words.weekdays.map((name) => (
          <View key={name} className="calendar-day">
            <Words as="note" tone="quiet">
              {name}
            </Words>
          </View>
        ))}
      </View>
      {weeksOf(month, days).map((week, n) => (
        <View key={n} className="calendar-week">
          {week.map((day, at) => {
            if (day === null) return <View key={at} className="calendar-day" />;
            const { on, isWorked, isSpecial } = day;
            const tone = isSpecial ? " calendar-day-special" : isWorked ? "" : " calendar-day-off";
            const word = isWorked ? words.isWorked : words.isOff;
            return (
              <Tap
                key={on}
                id={`day-${on}`}
                className={`calendar-day${tone}`}
                label={f.said(f.dayWithWeekday(on), word, isSpecial && words.special)}
                disabled={editableFrom === null || on < editableFrom}
                onTap={() => onChange(toggled(days, on))}
              >
                <Text>{String(Number(on.slice(8)))}</Text>
                <Words as="note">{word}</Words>
              </Tap>
            );
          })}
        </View>
      ))}
      {editableFrom !== null && (
        <View className="calendar-hint">
          <Words as="note" tone="quiet">
            {words.monthHint}
          </Words>
        </View>
      )}
    </Sheet>
  );
}

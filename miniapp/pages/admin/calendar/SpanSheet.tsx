import { useState } from "react";
import type { Days } from "@/features/calendar/useCalendar";
import { isSameYear, withSpan } from "@/features/calendar/yearForm";
import { calendarWords } from "@/texts/areas/calendar";
import { usePageWords } from "@/texts/pageWords";
import { Button, Choices, DateField, Sheet, Words } from "@/ui";

interface SpanSheetProps {
  year: string;
  editableFrom: string;
  days: Days;
  onChange: (days: Days) => void;
  onClose: () => void;
}

/** Several days in a row become off, or worked. */
export function SpanSheet({ year, editableFrom, days, onChange, onClose }: SpanSheetProps) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar.span;
  const first = `${year}-01-01`;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [kind, setKind] = useState<"off" | "work">("off");
  const isWrong = from !== "" && to !== "" && to < from;
  const after = from === "" || to === "" || isWrong ? null : withSpan(days, { from, to, kind });
  const isSame = after !== null && isSameYear(after, days);
  const bounds = { min: editableFrom > first ? editableFrom : first, max: `${year}-12-31` };
  const shown = (on: string) => (on === "" ? words.pick : f.dayWithWeekday(on));
  return (
    <Sheet
      id="span-sheet"
      title={t.calendar.span.open}
      onClose={onClose}
      foot={
        <>
          <Button id="span-not" text={t.common.cancel} onTap={onClose} />
          <Button
            id="span-apply"
            kind="primary"
            grow
            text={words.apply}
            disabled={after === null || isSame}
            onTap={() => {
              if (after) onChange(after);
              onClose();
            }}
          />
        </>
      }
    >
      <DateField id="span-from" label={words.from} value={from} shown={shown(from)} onChange={setFrom} {...bounds} />
      <DateField
        id="span-to"
        label={words.to}
        value={to}
        shown={shown(to)}
        fault={isWrong ? words.wrong : null}
        onChange={setTo}
        {...bounds}
      />
      <Choices
        id="span-kind"
        kind="segments"
        label={words.kind}
        value={kind}
        options={(["off", "work"] as const).map((value) => ({ value, text: words.kinds[value] }))}
        onChoose={setKind}
        field={{}}
      />
      <Words as="note" tone="quiet" live="polite">
        {isSame ? words.nothing : words.note}
      </Words>
    </Sheet>
  );
}

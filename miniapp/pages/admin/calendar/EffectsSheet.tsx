import type { Effects } from "@/features/calendar/useCalendar";
import { calendarWords } from "@/texts/areas/calendar";
import { usePageWords } from "@/texts/pageWords";
import { Button, Sheet, Words } from "@/ui";

interface EffectsSheetProps {
  effects: Effects;
  /** Whether the year is said to be complete. */
  whole?: string;
  busy: boolean;
  onClose: () => void;
  onSave: () => void;
}

/** Before it is saved: which days, months and cut-offs become other by it. */
export function EffectsSheet({ effects, whole, busy, onClose, onSave }: EffectsSheetProps) {
  const { t, f } = usePageWords(calendarWords);
  const words = t.calendar;
  const time = (at: string) => f.instant(new Date(at));
  return (
    <Sheet
      id="effects-sheet"
      title={words.effects}
      onClose={onClose}
      foot={
        <>
          <Button id="effects-not" text={t.common.cancel} onTap={onClose} />
          <Button id="effects-save" kind="primary" grow text={words.saveNow} disabled={busy} onTap={onSave} />
        </>
      }
    >
      {whole !== undefined && <Words>{whole}</Words>}
      {effects.days.length > 0 && <Words>{words.days({ days: f.names(effects.days.map((on) => f.day(on))) })}</Words>}
      {effects.workingDays.map(({ month, before, after }) => (
        <Words key={month} as="sub">
          {words.monthEffect({ month: f.month(month), before: String(before), after: String(after) })}
        </Words>
      ))}
      {effects.cutOffs.map(({ month, before, after }) => (
        <Words key={month} as="sub">
          {words.cutOffEffect({ month: f.month(month), before: time(before), after: time(after) })}
        </Words>
      ))}
      <Words as="note" tone="quiet">
        {words.cutOffKept}
      </Words>
      <Words as="note" tone="quiet">
        {words.quiet}
      </Words>
    </Sheet>
  );
}

import { useState } from "react";
import { addDays } from "@shared/domain/time";
import { nextStepDaysMax } from "@shared/domain/visit";
import { useWords } from "@/texts";
import { Button, DateField, ErrorBlock, type Failure, Sheet, Words } from "@/ui";

interface StepSheetProps {
  customerName: string;
  step: { text: string; on: string; doneAt: string | null };
  /** Business day. */
  today: string;
  /** What the reader's first tab is called, where it waits. */
  home: string;
  busy: boolean;
  failure: Failure | null;
  onSettle: (settled: { on: string; done: boolean }) => void;
  /** To the check-in there, where it is still to be done. */
  onGoThere?: () => void;
  onClose: () => void;
}

/** What becomes of a next step: done without a visit, on another day, or not done after all. */
export function StepSheet({
  customerName,
  step,
  today,
  home,
  busy,
  failure,
  onSettle,
  onGoThere,
  onClose,
}: StepSheetProps) {
  const { t, f } = useWords();
  const words = t.common.step;
  const [on, setOn] = useState("");
  const doneAt = step.doneAt && f.instant(new Date(step.doneAt));
  const isMove = on !== "" && on !== step.on;
  return (
    <Sheet
      id="step-sheet"
      title={words.title}
      onClose={onClose}
      foot={
        doneAt ? (
          <Button
            id="step-not-done"
            grow
            text={words.notDone({ home })}
            disabled={busy}
            onTap={() => onSettle({ on: step.on, done: false })}
          />
        ) : (
          <>
            <Button
              id="step-done"
              grow
              text={words.done}
              disabled={busy}
              onTap={() => onSettle({ on: step.on, done: true })}
            />
            {onGoThere && <Button id="step-go" kind="primary" grow text={words.goThere} onTap={onGoThere} />}
          </>
        )
      }
    >
      <Words as="head">{customerName}</Words>
      <Words>{`${f.dayWithWeekday(step.on)} ${step.text}`}</Words>
      <Words as="sub" tone="quiet">
        {doneAt ? words.doneAt({ time: doneAt }) : words.doneNote({ home })}
      </Words>
      {failure && <ErrorBlock id="step-error" failure={failure} />}
      {!doneAt && (
        <>
          <DateField
            id="step-on"
            label={words.move}
            value={on}
            min={today}
            max={addDays(today || step.on, nextStepDaysMax)}
            shown={on && f.dayWithWeekday(on)}
            onChange={setOn}
          />
          {isMove && (
            <Button
              id="step-move"
              text={words.moveTo({ day: f.dayWithWeekday(on) })}
              disabled={busy}
              onTap={() => onSettle({ on, done: false })}
            />
          )}
        </>
      )}
    </Sheet>
  );
}

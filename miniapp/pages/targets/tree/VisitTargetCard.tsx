import { useState } from "react";
import { addDays } from "@shared/domain/time";
import { visitsPerWeekMax } from "@shared/domain/visitTarget";
import { tidiedLine } from "@shared/domain/tidyText";
import { useBusinessDay } from "@/features/time";
import { useSetVisitTarget, useVisitTarget } from "@/features/visits/useVisitTarget";
import { targetsWords } from "@/texts/areas/targets";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Row, TextField, Words } from "@/ui";

/** How many effective visits a week are expected of each rep of a unit, and for whom it is theirs to say, from when on. */
export function VisitTargetCard({ unitId }: { unitId: string }) {
  const { t, f } = usePageWords(targetsWords);
  const words = t.targets.visits;
  const { data } = useVisitTarget(unitId);
  const command = useSetVisitTarget();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<"this" | "next">("next");
  const today = useBusinessDay();
  // Who may not read it finds nothing here.
  if (!data) return null;
  const { now, next, ofUnitName, settableFrom: first, revision } = data;
  // A week of which days are over is taken only by whoever says so.
  const hasBegun = first !== null && first < today;
  const from = hasBegun && chosen === "next" ? addDays(first, 7) : first;
  const perWeek = typed.trim() === "" ? null : Number(typed);
  const isWrong = perWeek !== null && !(Number.isInteger(perWeek) && perWeek >= 1 && perWeek <= visitsPerWeekMax);
  const asksNothing = now === null && next === null;
  // What was said above goes here, too: nobody has to say it on every level.
  const begin = ofUnitName !== null ? words.override : asksNothing ? words.begin : words.change;
  const countOf = (count: number | null) => (count === null ? words.none : words.count({ visits: String(count) }));

  async function save() {
    setTried(true);
    if (isWrong || from === null) return;
    if (await command.run({ unitId, revision, from, perWeek })) {
      setTyped("");
      setTried(false);
      setOpen(false);
    }
  }
  return (
    <Card id="visit-target" title={words.title}>
      <Row text={words.now} value={<Words>{countOf(now)}</Words>} />
      {next && <Row text={words.from({ day: f.day(next.from) })} value={<Words>{countOf(next.perWeek)}</Words>} />}
      {ofUnitName !== null && (
        <Words as="note" tone="quiet">
          {words.ofUnit({ name: ofUnitName })}
        </Words>
      )}
      {from !== null && !isOpen && (
        <Button id="visit-target-open" kind="plain" text={begin} onTap={() => setOpen(true)} />
      )}
      {from !== null && isOpen && (
        <>
          {hasBegun && (
            <Choices
              id="visit-target-week"
              kind="segments"
              label={words.week}
              value={chosen}
              options={[
                { value: "next", text: words.weeks.next },
                { value: "this", text: words.weeks.this },
              ]}
              onChoose={setChosen}
            />
          )}
          <TextField
            id="visit-target-count"
            label={words.set({ day: f.dayWithWeekday(from) })}
            hint={words.hint}
            kind="number"
            lengthMax={3}
            unit={words.unit}
            value={typed}
            fault={tried && isWrong ? words.wrong({ max: String(visitsPerWeekMax) }) : null}
            onChange={(value) => setTyped(tidiedLine(value))}
          />
          {from < today && (
            <Words as="sub" tone="warn" id="visit-target-past" live="polite">
              {words.past}
            </Words>
          )}
          <Words as="note" tone="quiet">
            {words.note}
          </Words>
          <Button
            id="visit-target-save"
            kind="plain"
            text={perWeek === null && !asksNothing ? words.clear : words.save}
            disabled={command.busy || (perWeek === null && asksNothing)}
            onTap={() => void save()}
          />
          {command.failure && <ErrorBlock id="visit-target-error" failure={command.failure} />}
        </>
      )}
    </Card>
  );
}

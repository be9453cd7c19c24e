import { useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { useAbsenceForm } from "@/features/approvals/useAbsence";
import { awayWords } from "@/texts/areas/away";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, DateField, ErrorBlock, RadioGroup, RadioMark, Row, Words } from "@/ui";

/** Days and deputy; what is noted stands above it, with the way back. */
export function AwayForm({ read }: { read: AnswerOf<"absences.read"> }) {
  const { t, f } = usePageWords(awayWords);
  const words = t.away;
  const { form, change, fault, save, end, command, today } = useAbsenceForm(read);
  const [said, setSaid] = useState<string | null>(null);
  // What is noted stands by itself, until it is to be changed.
  const [changes, setChanges] = useState(false);
  const { absence, deputies } = read;
  const isOpen = absence === null || changes;
  const nameOf = (deputyId: string | null) =>
    deputies.find(({ memberId }) => memberId === deputyId)?.name ?? words.nextLeader;
  const choices = [
    { id: "deputy-none", deputyId: null, name: words.nextLeader, note: words.nextLeaderNote },
    ...deputies.map(({ memberId, name, unitNames }) => ({
      id: `deputy-${memberId}`,
      deputyId: memberId,
      name,
      note: f.names(unitNames),
    })),
  ];
  const isChosen = (deputyId: string | null) => deputyId === form.deputyId;
  return (
    <>
      {absence && (
        <Card id="away-noted" tone="warn">
          <Words>
            {words.noted({ from: f.day(absence.from), to: f.day(absence.to), name: nameOf(absence.deputyId) })}
          </Words>
          {!changes && <Button id="away-change" text={words.change} onTap={() => setChanges(true)} />}
          <Button
            id="away-end"
            text={absence.from <= today ? words.back : words.takeBack}
            disabled={command.busy}
            onTap={() => void end().then((done) => done && setSaid(words.ended))}
          />
        </Card>
      )}
      {isOpen && (
        <>
          <Card title={words.when}>
            <DateField
              id="away-from"
              label={words.from}
              value={form.from}
              shown={f.dayWithWeekday(form.from)}
              onChange={(from) => from && change({ from, ...(form.to < from && { to: from }) })}
            />
            <DateField
              id="away-to"
              label={words.to}
              value={form.to}
              min={form.from}
              shown={f.dayWithWeekday(form.to)}
              fault={fault && words.faults[fault]}
              onChange={(to) => to && change({ to })}
            />
          </Card>
          <Card flush title={words.who}>
            <RadioGroup
              id="deputies"
              label={words.who}
              options={choices.map(({ id, deputyId }) => ({ id, choose: () => change({ deputyId }) }))}
            >
              {choices.map(({ id, deputyId, name, note }) => (
                <Row
                  key={id}
                  id={id}
                  text={name}
                  note={
                    <Words as="sub" tone="quiet">
                      {note}
                    </Words>
                  }
                  label={f.said(name, note)}
                  lead={<RadioMark on={isChosen(deputyId)} />}
                  checked={isChosen(deputyId)}
                  opens={false}
                  onTap={() => change({ deputyId })}
                />
              ))}
            </RadioGroup>
          </Card>
        </>
      )}
      {(isOpen || said || command.failure) && (
        <Card>
          {isOpen && (
            <Words as="sub" tone="quiet">
              {words.note}
            </Words>
          )}
          {said && (
            <Words live="polite" id="away-said">
              {said}
            </Words>
          )}
          {command.failure && <ErrorBlock id="away-error" failure={command.failure} />}
          {isOpen && (
            <Button
              id="away-save"
              kind="primary"
              text={words.save}
              disabled={command.busy}
              onTap={() =>
                void save().then((done) => {
                  setSaid(done ? words.saved : null);
                  if (done) setChanges(false);
                })
              }
            />
          )}
        </Card>
      )}
    </>
  );
}

import { useEffect, useRef, useState } from "react";
import type { VisitView } from "@shared/contracts";
import { addDays } from "@shared/domain/time";
import { keepPurpose, lastPurpose } from "@/features/checkIns/purposeMemory";
import { back, reveal } from "@/features/navigation";
import { hasRecord, purposes, useVisitRecord } from "@/features/visits/useVisit";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import {
  Button,
  Card,
  Choices,
  DateField,
  Empty,
  ErrorBlock,
  Loadable,
  Page,
  Skeleton,
  TextArea,
  TextField,
} from "@/ui";
import { CheckInHead } from "./CheckInHead";
import { Conditions } from "./Conditions";
import { VisitDone } from "./VisitDone";
import { VisitRead } from "./VisitRead";

const recordMax = 500;
/** A next step without a day is meant for about a week later. */
const nextStepDays = 7;

export function VisitForm({ checkInId, on }: { checkInId: string; on?: string }) {
  const { t, f } = useWords();
  const { checkIn, state, served, draft, command, outlook } = useVisitRecord(checkInId, on);
  const { form, change, offer, savedAt, refused, drop } = draft;
  const [done, setDone] = useState<VisitView | null>(null);
  const [missing, setMissing] = useState(false);
  useOfferedPurpose(checkIn?.customerId, offer);

  async function submit() {
    setMissing(!hasRecord(form));
    if (!hasRecord(form)) return reveal("visit-record");
    const visit = await command.run(form);
    if (!visit) return;
    keepPurpose(visit.customerId, visit.purpose);
    drop();
    setDone(visit);
  }

  const title = t.field.visit.title;
  if (done) return <VisitDone visit={done} />;
  // Written before, be it on another phone: there is one record, and it is read.
  if (checkIn?.visitId) return <VisitRead visitId={checkIn.visitId} />;
  if (state !== "ready" || !checkIn)
    return (
      <Page id="page-visit" title={title}>
        <Card>
          {state === "missing" ? (
            <Empty
              text={t.errors["checkIn.unknown"]}
              action={{ id: "to-check-in", text: t.field.title, onTap: () => back(routes.checkIn()) }}
            />
          ) : (
            <Loadable id="visit" {...served} onRetry={() => void served.refresh()}>
              <Skeleton />
            </Loadable>
          )}
        </Card>
      </Page>
    );
  return (
    <Page
      id="page-visit"
      title={title}
      bar={
        <>
          <Button id="visit-later" text={t.field.visit.later} onTap={() => back(routes.today())} />
          <Button
            id="visit-submit"
            kind="primary"
            grow
            text={command.busy ? t.field.visit.sending : t.field.visit.submit}
            disabled={command.busy}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <CheckInHead
        checkIn={checkIn}
        aside={refused ? t.field.visit.draftNotSaved : savedAt && t.field.visit.draftSaved({ time: savedAt })}
      />
      {command.failure && (
        <Card>
          <ErrorBlock id="visit-error" failure={command.failure} onRetry={() => void submit()} />
        </Card>
      )}
      <Card title={t.field.visit.purpose}>
        <Choices
          id="visit-purpose"
          label={t.field.visit.purpose}
          value={form.purpose}
          options={purposes.map((value) => ({ value, text: t.field.purposes[value] }))}
          onChoose={(purpose) => change({ purpose })}
        />
      </Card>
      <Card>
        <TextArea
          id="visit-record"
          required
          label={t.field.visit.record}
          hint={t.field.visit.recordHint}
          lengthMax={recordMax}
          aside={t.field.visit.counter({ count: form.record.length, max: recordMax })}
          fault={missing && !hasRecord(form) ? t.field.visit.recordMissing : null}
          value={form.record}
          onChange={(record) => change({ record })}
        />
        <TextField
          id="visit-people"
          label={t.field.visit.peopleMet}
          hint={t.field.visit.peopleMetHint}
          value={form.peopleMet}
          onChange={(peopleMet) => change({ peopleMet })}
        />
        <TextField
          id="visit-next"
          label={t.field.visit.nextStep}
          hint={t.field.visit.nextStepHint}
          lengthMax={200}
          value={form.nextStep}
          onChange={(nextStep) =>
            change({ nextStep, nextStepOn: form.nextStepOn || addDays(checkIn.on, nextStepDays) })
          }
        />
        {form.nextStep.trim() !== "" && (
          <DateField
            id="visit-next-on"
            label={t.field.visit.nextStepOn}
            value={form.nextStepOn}
            min={checkIn.on}
            shown={form.nextStepOn && f.dayWithWeekday(form.nextStepOn)}
            onChange={(nextStepOn) => change({ nextStepOn: nextStepOn || addDays(checkIn.on, nextStepDays) })}
          />
        )}
      </Card>
      <Conditions outlook={outlook} written={hasRecord(form)} />
    </Page>
  );
}

/** The purpose chosen at the check-in, once, unless the draft has another already. */
function useOfferedPurpose(
  customerId: string | undefined,
  offer: ReturnType<typeof useVisitRecord>["draft"]["offer"],
): void {
  const offered = useRef(false);
  useEffect(() => {
    if (!customerId || offered.current) return;
    offered.current = true;
    offer({ purpose: lastPurpose(customerId) });
  }, [customerId, offer]);
}

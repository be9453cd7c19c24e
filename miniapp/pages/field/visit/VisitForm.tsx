import { useEffect, useRef, useState } from "react";
import type { VisitView } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import { keepPurpose, lastPurpose } from "@/features/checkIns/purposeMemory";
import { back, reveal } from "@/features/navigation";
import { businessDayNow } from "@/features/time";
import {
  hasRecord,
  purposes,
  useVisitRecord,
  type VisitFaults,
  visitFaults,
  visitLengths,
  withNextStep,
} from "@/features/visits/useVisit";
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

/** Where each field stands, from top to bottom. */
const partOf: Record<keyof VisitFaults, string> = {
  record: "visit-record",
  peopleMet: "visit-people",
  nextStep: "visit-next",
  nextStepOn: "visit-next-on",
};

export function VisitForm({ checkInId, on }: { checkInId: string; on?: string }) {
  const { t, f } = useWords();
  const { checkIn, state, served, draft, command, outlook } = useVisitRecord(checkInId, on);
  const { form, change, offer, savedAt, refused, drop } = draft;
  const [done, setDone] = useState<VisitView | null>(null);
  const [tried, setTried] = useState(false);
  useOfferedPurpose(checkIn?.customerId, draft.begun, offer);
  const faults = visitFaults(form);
  // Too much is said at once, what is missing when it is sent.
  const wordsOf = (field: keyof VisitFaults, missing: string): string | null => {
    if (faults[field] === "tooLong" && field !== "nextStepOn") return t.common.tooLong({ max: visitLengths[field] });
    return tried && faults[field] === "missing" ? missing : null;
  };

  async function submit() {
    setTried(true);
    const first = (Object.keys(partOf) as (keyof VisitFaults)[]).find((field) => faults[field]);
    if (first) return reveal(partOf[first]);
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
        aside={refused ? t.common.draftRefused : savedAt && t.field.visit.draftSaved({ time: savedAt })}
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
          lengthMax={visitLengths.record}
          aside={t.field.visit.counter({ count: lengthSeen(form.record), max: visitLengths.record })}
          fault={wordsOf("record", t.field.visit.recordMissing)}
          value={form.record}
          onChange={(record) => change({ record: tidiedText(record) })}
        />
        <TextField
          id="visit-people"
          label={t.field.visit.peopleMet}
          hint={t.field.visit.peopleMetHint}
          value={form.peopleMet}
          fault={wordsOf("peopleMet", "")}
          onChange={(peopleMet) => change({ peopleMet: tidiedLine(peopleMet) })}
        />
        <TextField
          id="visit-next"
          label={t.field.visit.nextStep}
          hint={t.field.visit.nextStepHint}
          lengthMax={visitLengths.nextStep}
          value={form.nextStep}
          fault={wordsOf("nextStep", "")}
          onChange={(typed) => change(withNextStep(form, typed, businessDayNow()))}
        />
        {form.nextStep.trim() !== "" && (
          <DateField
            id="visit-next-on"
            label={t.field.visit.nextStepOn}
            value={form.nextStepOn}
            min={checkIn.on}
            shown={form.nextStepOn && f.dayWithWeekday(form.nextStepOn)}
            fault={wordsOf("nextStepOn", t.field.visit.nextStepOnMissing)}
            onChange={(nextStepOn) => change({ nextStepOn, dayChosen: nextStepOn !== "" })}
          />
        )}
      </Card>
      <Conditions outlook={outlook} written={hasRecord(form)} />
    </Page>
  );
}

/** The purpose chosen at the check-in, once, unless a draft was begun: then it has its own. */
function useOfferedPurpose(
  customerId: string | undefined,
  begun: boolean,
  offer: ReturnType<typeof useVisitRecord>["draft"]["offer"],
): void {
  const offered = useRef(false);
  useEffect(() => {
    if (!customerId || offered.current || begun) return;
    offered.current = true;
    offer({ purpose: lastPurpose(customerId) });
  }, [customerId, begun, offer]);
}

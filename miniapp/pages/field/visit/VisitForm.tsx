import { useEffect, useRef, useState } from "react";
import type { VisitView } from "@shared/contracts";
import { standingNow, standingOfTap } from "@/features/checkIns/dayStanding";
import { keepType } from "@/features/checkIns/typeMemory";
import { keepPurpose, lastPurpose } from "@/features/checkIns/purposeMemory";
import { back, reveal } from "@/features/navigation";
import { useVisitRecord } from "@/features/visits/useVisit";
import { hasRecord, isBlocking, visitFaults } from "@/features/visits/visitForm";
import { useContactNames } from "@/features/customers/useContactNames";
import { useStageMove } from "@/features/stages/useStageMove";
import { decidersText } from "@/components/decidersText";
import { DraftNote } from "@/components/DraftNote";
import { StageCard } from "@/components/StageCard";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, ErrorBlock, Loadable, Page, Skeleton } from "@/ui";
import { OwnPhotos } from "../OwnPhotos";
import { CheckInHead } from "./CheckInHead";
import { Conditions } from "./Conditions";
import { VisitDone } from "./VisitDone";
import { firstFault, VisitFields } from "./VisitFields";
import { VisitRead } from "./VisitRead";

export function VisitForm({ checkInId, on }: { checkInId: string; on?: string }) {
  const { t, f } = usePageWords(fieldWords, visitStepsWords);
  const visitRecord = useVisitRecord(checkInId, on);
  const { checkIn, state, served, draft, types, type, submit: send, busy, failure, outlook, missing } = visitRecord;
  const { form, change, offer, savedAt, refused, drop } = draft;
  const [done, setDone] = useState<VisitView | null>(null);
  const [tried, setTried] = useState(false);
  const [isSpeaking, setSpeaking] = useState(false);
  const { stopFirst } = usePageWords(fieldWords, visitStepsWords).t.visitSteps.voice;
  // Who has read what is missing may send it all the same: it is kept, and completed later.
  const [readMissing, setReadMissing] = useState(false);
  useOfferedPurpose(checkIn?.customerId, draft.begun, offer);
  const { customerId = "", customerName = "" } = checkIn ?? {};
  const contactNames = useContactNames(customerId);
  const stage = useStageMove({ customerId, customerName, recordName: checkInId });
  const faults = visitFaults(form, type);
  const incomplete = missing.length > 0;
  const isStuck = Object.values(faults).some(isBlocking);

  async function submit() {
    setTried(true);
    const first = firstFault(faults, type, readMissing);
    setReadMissing(incomplete);
    if (first) return reveal(first);
    if (stage.fault) return reveal("stage-reason");
    const { commandId } = form;
    const sent = await send();
    if (!sent) return;
    stage.send(commandId);
    keepPurpose(sent.visit.customerId, sent.visit.purpose);
    keepType(sent.visit.customerId, sent.visit.type.typeId);
    // What waits keeps its draft until it has arrived.
    if (sent.waits) return;
    drop();
    setDone(sent.visit);
  }

  const title = t.field.visit.title;
  if (done) return <VisitDone visit={done} />;
  // Written before, be it on another phone: there is one record, and it is read.
  if (checkIn?.visitId && !busy) return <VisitRead visitId={checkIn.visitId} />;
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
            text={
              busy
                ? t.field.visit.sending
                : isSpeaking
                  ? stopFirst
                  : t.field.visit[readMissing && incomplete && !isStuck ? "submitIncomplete" : "submit"]
            }
            disabled={busy || isSpeaking}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <CheckInHead
        checkIn={checkIn}
        standing={standingNow(checkIn)}
        aside={refused ? t.common.draftRefused : savedAt && t.field.visit.draftSaved({ time: savedAt })}
      />
      <OwnPhotos checkIn={checkIn} folded />
      {failure && (
        <Card>
          <ErrorBlock id="visit-error" failure={failure} onRetry={() => void submit()} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <VisitFields
        {...{ form, types, type, contactNames, faults, tried, change }}
        from={checkIn.on}
        onSpeaking={setSpeaking}
      />
      <StageCard
        id="stage"
        {...stage.form}
        from={stage.from}
        fault={stage.fault}
        tried={tried}
        onChange={stage.change}
      />
      <Conditions
        {...{ outlook, type, missing }}
        written={hasRecord(form)}
        check={standingOfTap(checkIn)}
        who={decidersText(checkIn.review?.deciderNames, "leader", { t, f })}
      />
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

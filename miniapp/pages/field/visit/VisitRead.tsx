import { useState } from "react";
import { visitOf } from "@/features/checkIns/queuedCheckIns";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { open } from "@/features/navigation";
import { useQueued } from "@/features/queue/useQueue";
import { useBusinessDay } from "@/features/time";
import { useCorrectable, type VisitPage } from "@/features/visits/useCorrection";
import { useSettleNextStep } from "@/features/visits/useSettleNextStep";
import { filesOf, useVisit } from "@/features/visits/useVisit";
import { StepSheet } from "@/components/StepSheet";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Button, Loadable, Page, Words } from "@/ui";
import { OwnPhotos } from "../OwnPhotos";
import { WaitingCards } from "../WaitingCards";
import { CheckInHead } from "./CheckInHead";
import { Companions } from "./Companions";
import { Earned } from "./Earned";
import { NewPeople } from "./NewPeople";
import { StandingCard } from "./StandingCard";
import { useVersions } from "./Versions";
import { VisitFacts } from "./VisitFacts";
import { VisitKept } from "./VisitKept";

/** A visit that has its record. */
export function VisitRead({ visitId }: { visitId: string }) {
  const queued = useQueued(visitId);
  const visit = queued && visitOf(queued);
  if (visit) return <VisitKept visit={visit} entry={queued} />;
  return <VisitArrived visitId={visitId} />;
}

function VisitArrived({ visitId }: { visitId: string }) {
  const { t } = usePageWords(fieldWords);
  const { data, state, failure, refresh } = useVisit(visitId);
  if (data?.rep) return <VisitOfRep page={data} rep={data.rep} />;
  if (data) return <VisitRecorded page={data} />;
  return (
    <Page id="page-visit" title={t.field.visit.title}>
      <Loadable id="visit" state={state} failure={failure} onRetry={() => void refresh()}>
        {null}
      </Loadable>
    </Page>
  );
}

/** What its rep reads of it, for whoever leads them: without what is the rep's to do, and without pay. */
function VisitOfRep({ page, rep }: { page: VisitPage; rep: NonNullable<VisitPage["rep"]> }) {
  const { t } = usePageWords(fieldWords, reviewWords);
  const { visit } = page;
  const versions = useVersions(page);
  return (
    <Page
      id="page-visit"
      title={t.field.visit.title}
      bar={
        <Button
          id="visit-client"
          grow
          text={t.customers.edit.see}
          onTap={() => open(routes.customer({ id: visit.customerId }))}
        />
      }
      over={versions.sheet}
    >
      <CheckInHead checkIn={visit.checkIn} standing={null} aside={null} rep={rep} />
      <StandingCard id="visit-standing" visit={visit} isOthers />
      <VisitFacts visit={visit} files={filesOf(page)} />
      <Companions visit={visit} companions={page.companions ?? []} isOthers />
      {versions.list}
      <Words as="note" tone="quiet" id="visit-looked">
        {t.review.looked({ name: rep.name })}
      </Words>
    </Page>
  );
}

function VisitRecorded({ page }: { page: VisitPage }) {
  const { t, f } = usePageWords(fieldWords);
  const { visit } = page;
  const words = t.field.visit.correct;
  const { isOpen, until } = useCorrectable(page);
  const versions = useVersions(page);
  const home = useHomeTab();
  const settle = useSettleNextStep();
  const today = useBusinessDay();
  const [stepOpen, setStepOpen] = useState(false);
  const at = until && f.instant(until);

  const closeStep = () => {
    settle.forget();
    setStepOpen(false);
  };
  async function settleStep(settled: { on: string; done: boolean }) {
    const { visitId, customerName, version } = visit;
    if (await settle.run({ visitId, customerName, version, ...settled })) setStepOpen(false);
  }
  return (
    <Page
      id="page-visit"
      title={t.field.visit.title}
      bar={
        <>
          {isOpen && (
            <Button
              id="visit-correct"
              text={words.open}
              onTap={() => open(routes.visit({ visitId: visit.visitId, correct: "1" }))}
            />
          )}
          <Button
            id="visit-record-sale"
            kind="primary"
            grow
            text={t.field.visit.recordSale}
            onTap={() => open(routes.recordSale({ customerId: visit.customerId }))}
          />
        </>
      }
      over={
        stepOpen && visit.nextStep ? (
          <StepSheet
            customerName={visit.customerName}
            step={visit.nextStep}
            today={today}
            home={home}
            busy={settle.busy}
            failure={settle.failure}
            onSettle={(settled) => void settleStep(settled)}
            onClose={closeStep}
          />
        ) : (
          versions.sheet
        )
      }
    >
      <CheckInHead checkIn={visit.checkIn} standing={null} aside={null} />
      <OwnPhotos checkIn={visit.checkIn} folded />
      <WaitingCards about={{ visitId: visit.visitId }} />
      <StandingCard id="visit-standing" visit={visit} />
      <VisitFacts visit={visit} files={filesOf(page)} onStep={() => setStepOpen(true)} />
      <Companions visit={visit} companions={page.companions ?? []} />
      <NewPeople visit={visit} />
      <Earned visit={visit} />
      {versions.list}
      <Words as="note" tone="quiet" id="visit-correctable">
        {isOpen && at ? words.until({ time: at }) : at ? words.closedAt({ time: at }) : words.closed}
      </Words>
    </Page>
  );
}

import { useState } from "react";
import { visitStanding } from "@shared/domain/visit";
import { useContactNames } from "@/features/customers/useContactNames";
import { back, replace, reveal } from "@/features/navigation";
import { serverNow } from "@/features/time";
import { useCorrectable, useCorrection, type VisitPage } from "@/features/visits/useCorrection";
import { filesOf, useVisit } from "@/features/visits/useVisit";
import { visitFaults } from "@/features/visits/visitForm";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Words } from "@/ui";
import { CheckInHead } from "./CheckInHead";
import { Recorded } from "./VisitFacts";
import { firstFault, VisitFields } from "./VisitFields";

/** A record that is completed or corrected. */
export function VisitCorrect({ visitId }: { visitId: string }) {
  const { t } = usePageWords(fieldWords);
  const { data, state, failure, refresh } = useVisit(visitId);
  if (data) return <CorrectionForm page={data} />;
  return (
    <Page id="page-visit-correct" title={t.field.visit.correct.title}>
      <Loadable id="visit" state={state} failure={failure} onRetry={() => void refresh()}>
        {null}
      </Loadable>
    </Page>
  );
}

function CorrectionForm({ page }: { page: VisitPage }) {
  const { t, f } = usePageWords(fieldWords, visitStepsWords);
  const { visit } = page;
  const { visitId } = visit;
  const words = t.field.visit.correct;
  const { draft, types, type, command, submit: send, differs, overtaken, keepMine, takeTheirs } = useCorrection(visit);
  const { form, change, savedAt, refused, drop } = draft;
  const edges = useCorrectable(page);
  const contactNames = useContactNames(visit.customerId);
  const [tried, setTried] = useState(false);
  const [isSpeaking, setSpeaking] = useState(false);
  const { stopFirst } = usePageWords(fieldWords, visitStepsWords).t.visitSteps.voice;
  const faults = visitFaults(form, type);

  async function submit() {
    setTried(true);
    // What counts by a step keeps it; what does not may be completed bit by bit.
    const first = firstFault(faults, type, !visit.effective);
    if (first) return reveal(first);
    const sent = await send();
    if (!sent) return;
    // What waits keeps its draft until it has arrived.
    if (sent.state === "confirmed") drop();
    replace(routes.visit({ visitId }));
  }

  const until = edges.until && f.instant(edges.until);
  return (
    <Page
      id="page-visit-correct"
      title={words.title}
      bar={
        <>
          <Button id="correct-later" text={t.field.visit.later} onTap={() => back(routes.visit({ visitId }))} />
          <Button
            id="correct-submit"
            kind="primary"
            grow
            text={command.busy ? words.sending : isSpeaking ? stopFirst : differs ? words.submit : words.unchanged}
            disabled={command.busy || isSpeaking || !differs || overtaken || !edges.isOpen}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <CheckInHead
        checkIn={visit.checkIn}
        standing={visitStanding(visit, serverNow())}
        aside={refused ? t.common.draftRefused : savedAt && t.field.visit.draftSaved({ time: savedAt })}
      />
      <Card id="correct-edges" tone={edges.isOpen ? undefined : "warn"}>
        <Words as="sub">
          {edges.isOpen && until
            ? words.until({ time: until })
            : until
              ? words.closedAt({ time: until })
              : words.closed}
        </Words>
        {edges.isOpen && (
          <Words as="sub" tone={edges.counts === "counts" ? "quiet" : "warn"} id="correct-counts">
            {words[edges.counts]({ time: f.instant(edges.mayCountUntil) })}
          </Words>
        )}
      </Card>
      {overtaken && (
        <Card id="correct-conflict" tone="warn" title={words.now}>
          <Words live="assertive">
            {words.conflict({ time: f.instant(new Date(visit.correctedAt ?? visit.recordedAt)) })}
          </Words>
          <Recorded recorded={visit} files={filesOf(page)} />
          <Button id="correct-keep-mine" text={words.keepMine} onTap={keepMine} />
          <Button id="correct-take-theirs" text={words.takeTheirs} onTap={takeTheirs} />
        </Card>
      )}
      {command.failure && !overtaken && (
        <Card>
          <ErrorBlock id="correct-error" failure={command.failure} onRetry={() => void submit()} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <VisitFields
        {...{ form, types, type, contactNames, faults, tried, change }}
        from={visit.on}
        onSpeaking={setSpeaking}
      />
    </Page>
  );
}

import { useState } from "react";
import { useContactNames } from "@/features/customers/useContactNames";
import { followUpFaults } from "@/features/followUps/followUpForm";
import { type FollowUpPage, useFollowUp, useFollowUpCorrection } from "@/features/followUps/useFollowUp";
import { back, replace, reveal } from "@/features/navigation";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { followUpWords } from "@/texts/areas/followUp";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Words } from "@/ui";
import { FollowUpFacts } from "./FollowUpFacts";
import { FollowUpFields } from "./FollowUpFields";
import { useOpenUntil } from "./FollowUpRead";

/** A follow-up that is corrected. */
export function FollowUpCorrect({ followUpId }: { followUpId: string }) {
  const { t } = usePageWords(followUpWords);
  const { data, state, failure, refresh } = useFollowUp(followUpId);
  if (data) return <CorrectForm page={data} />;
  return (
    <Page id="page-follow-up-correct" title={t.followUp.correctTitle}>
      <Card>
        <Loadable id="follow-up" state={state} failure={failure} onRetry={() => void refresh()}>
          {null}
        </Loadable>
      </Card>
    </Page>
  );
}

function CorrectForm({ page: { followUp, correctableUntil } }: { page: FollowUpPage }) {
  const { t, f } = usePageWords(fieldWords, followUpWords);
  const words = t.followUp;
  const read = routes.followUp({ followUpId: followUp.followUpId });
  const { draft, command, submit: send, differs, overtaken, keepMine, takeTheirs } = useFollowUpCorrection(followUp);
  const { form, change } = draft;
  const contactNames = useContactNames(followUp.customerId);
  const [tried, setTried] = useState(false);
  const until = useOpenUntil(correctableUntil);
  const faults = followUpFaults(form);

  async function submit() {
    setTried(true);
    if (faults.people) return reveal("follow-up-people");
    if (faults.record) return reveal("follow-up-record");
    if (await send()) replace(read);
  }
  return (
    <Page
      id="page-follow-up-correct"
      title={words.correctTitle}
      bar={
        <>
          <Button id="follow-up-later" text={t.field.visit.later} onTap={() => back(read)} />
          <Button
            id="follow-up-save"
            kind="primary"
            grow
            text={command.busy ? words.sending : differs ? words.saveCorrection : words.unchanged}
            disabled={command.busy || !differs || overtaken || until === null}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <Card id="follow-up-about" title={followUp.customerName} tone={until === null ? "warn" : undefined}>
        <Words as="sub">{until === null ? words.closed : words.until({ time: f.instant(until) })}</Words>
      </Card>
      {overtaken && (
        <>
          <Card id="follow-up-conflict" tone="warn">
            <Words live="assertive">{words.conflict}</Words>
            <Button id="follow-up-keep-mine" text={words.keepMine} onTap={keepMine} />
            <Button id="follow-up-take-theirs" text={words.takeTheirs} onTap={takeTheirs} />
          </Card>
          <FollowUpFacts id="follow-up-now" title={words.title} said={followUp} times={[]} />
        </>
      )}
      {command.failure && !overtaken && (
        <Card>
          <ErrorBlock id="follow-up-error" failure={command.failure} onRetry={() => void submit()} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <FollowUpFields {...{ form, contactNames, faults, tried, change }} />
    </Page>
  );
}

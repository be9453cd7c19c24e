import { useEffect, useRef, useState } from "react";
import { useCustomerName } from "@/features/customers/useCustomerName";
import { useContactNames } from "@/features/customers/useContactNames";
import { followUpFaults } from "@/features/followUps/followUpForm";
import { useFollowUpRecord } from "@/features/followUps/useFollowUp";
import { back, replace, reveal } from "@/features/navigation";
import { useStageMove } from "@/features/stages/useStageMove";
import { DraftNote } from "@/components/DraftNote";
import { StageCard } from "@/components/StageCard";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { followUpWords } from "@/texts/areas/followUp";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Page, Words } from "@/ui";
import { FollowUpFields } from "./FollowUpFields";

interface FollowUpNewProps {
  customerId: string;
  /** With whom one was in touch, where that is known already, such as after a call. */
  people: string;
  /** The name of the draft that is gone on with. */
  begun: string | undefined;
}

export function FollowUpNew({ customerId, people, begun: name }: FollowUpNewProps) {
  const { t } = usePageWords(fieldWords, followUpWords);
  const words = t.followUp;
  const customerName = useCustomerName(customerId);
  const { draft, command, submit: send } = useFollowUpRecord({ customerId, customerName, begun: name });
  const { form, change, offer, begun, savedAt, refused } = draft;
  const stage = useStageMove({ customerId, customerName, recordName: customerId });
  const contactNames = useContactNames(customerId);
  const [tried, setTried] = useState(false);
  const offered = useRef(false);
  useEffect(() => {
    if (people === "" || begun || offered.current) return;
    offered.current = true;
    offer({ people });
  }, [people, begun, offer]);
  const faults = followUpFaults(form);

  async function submit() {
    setTried(true);
    if (faults.people) return reveal("follow-up-people");
    if (faults.record) return reveal("follow-up-record");
    if (stage.fault) return reveal("stage-reason");
    const { commandId } = form;
    const sent = await send();
    if (sent) stage.send(commandId);
    if (sent) replace(routes.followUp({ followUpId: sent.followUpId }));
  }
  const saved = refused ? t.common.draftRefused : savedAt && t.field.visit.draftSaved({ time: savedAt });
  return (
    <Page
      id="page-follow-up-new"
      title={words.newTitle}
      bar={
        <>
          <Button
            id="follow-up-later"
            text={t.field.visit.later}
            onTap={() => back(routes.customer({ id: customerId }))}
          />
          <Button
            id="follow-up-submit"
            kind="primary"
            grow
            text={command.busy ? words.sending : words.submit}
            disabled={command.busy}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <Card id="follow-up-about" title={customerName}>
        <Words as="sub" tone="quiet">
          {words.note}
        </Words>
        {saved && (
          <Words as="note" tone="quiet" live="polite" id="follow-up-saved">
            {saved}
          </Words>
        )}
      </Card>
      {command.failure && (
        <Card>
          <ErrorBlock id="follow-up-error" failure={command.failure} onRetry={() => void submit()} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <FollowUpFields {...{ form, contactNames, faults, tried, change }} />
      <StageCard
        id="stage"
        {...stage.form}
        from={stage.from}
        fault={stage.fault}
        tried={tried}
        onChange={stage.change}
      />
    </Page>
  );
}

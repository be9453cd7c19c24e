import { useState } from "react";
import type { TimelineItemView } from "@shared/contracts";
import { useCustomer, useServes } from "@/features/customers/useCustomer";
import { useQueuedClients } from "@/features/customers/useCustomers";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { followUpWords } from "@/texts/areas/followUp";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Loadable, Page, Words } from "@/ui";
import { CustomerFacts } from "./CustomerFacts";
import { CustomerKept } from "./CustomerKept";
import { GiveSheet } from "./GiveSheet";
import { Merged, type MergedClient, UndoSheet } from "./Merged";
import { AskedHere } from "./Questions";
import { Timeline } from "./Timeline";
import { UndoStageSheet } from "./UndoStageSheet";

/** Where do we stand with this client? */
export default openedWith({ id: "id" }, CustomerOrKept);

function CustomerOrKept({ id }: { id: string }) {
  const { t } = useWords();
  usePageFrame({ title: t.customers.detail.title });
  const queued = useQueuedClients().get(id);
  return queued ? <CustomerKept queued={queued} /> : <CustomerDetail id={id} />;
}

function CustomerDetail({ id }: { id: string }) {
  const { t } = usePageWords(customerPagesWords, followUpWords);
  const words = t.customerPages.detail;
  const page = useCustomer(id);
  const { data, state, failure, refresh } = page;
  usePullDown(refresh);
  const serves = useServes(data);
  const [called, setCalled] = useState<string | null>(null);
  const [stage, setStage] = useState<TimelineItemView | null>(null);
  const [gives, setGives] = useState(false);
  const [undone, setUndone] = useState<MergedClient | null>(null);
  return (
    <Page
      id="page-customer"
      title={t.customers.detail.title}
      {...((data?.may.edit || serves) && {
        bar: (
          <>
            {data?.may.edit && (
              <Button
                id="edit-customer"
                text={words.edit}
                grow={!serves}
                onTap={() => open(routes.editCustomer({ id: data.customer.customerId }))}
              />
            )}
            {serves && (
              <Button
                id="write-follow-up"
                kind="primary"
                grow
                text={t.followUp.newTitle}
                onTap={() => open(routes.followUp({ customerId: id }))}
              />
            )}
          </>
        ),
      })}
      over={
        gives ? (
          <GiveSheet page={page} onClose={() => setGives(false)} />
        ) : undone ? (
          <UndoSheet page={page} merged={undone} onClose={() => setUndone(null)} />
        ) : (
          stage && <UndoStageSheet item={stage} onClose={() => setStage(null)} />
        )
      }
    >
      {data ? (
        <>
          {serves && called !== null && (
            <Card id="after-call">
              <Words live="polite">{t.followUp.afterCall({ name: called })}</Words>
              <Button
                id="after-call-write"
                text={t.followUp.newTitle}
                onTap={() => {
                  setCalled(null);
                  open(routes.followUp({ customerId: id, people: called }));
                }}
              />
              <Button id="after-call-not" kind="quiet" text={t.followUp.notNow} onTap={() => setCalled(null)} />
            </Card>
          )}
          <CustomerFacts page={data} onCall={setCalled} onGive={() => setGives(true)} />
          <Merged page={page} onUndo={setUndone} />
          <AskedHere customerId={data.customer.customerId} isServed={serves} />
          <Timeline customer={data.customer} onStage={setStage} />
        </>
      ) : (
        <Card>
          <Loadable id="customer" state={state} failure={failure} onRetry={() => void refresh()}>
            {null}
          </Loadable>
        </Card>
      )}
    </Page>
  );
}

import { needsPerson } from "@shared/domain/commandQueue";
import { answerClientAsked } from "@/features/customers/answerClientAsked";
import { choosePlace } from "@/features/customers/chosenPlace";
import { clientAskedBy, type QueuedClient } from "@/features/customers/queuedClients";
import { failureOf } from "@/features/failure";
import { open } from "@/features/navigation";
import { errorOf } from "@/features/queue/commandQueue";
import { ClientAsked } from "@/components/ClientAsked";
import { stageText } from "@/components/stageText";
import { keptText } from "@/components/keptText";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { fieldWords } from "@/texts/areas/main/field";
import { followUpWords } from "@/texts/areas/followUp";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Page, Row, StatusMark, Words } from "@/ui";

/** A client that is on this phone and has not arrived: it can be worked with, and what is recorded at it goes after it. */
export function CustomerKept({ queued: { entry, client } }: { queued: QueuedClient }) {
  const { t, f, language } = usePageWords(customerPagesWords, fieldWords, followUpWords, queueWords);
  const words = t.customers.waiting;
  const asked = clientAskedBy(entry);
  const failure =
    needsPerson(entry.look) && entry.problem && !asked ? failureOf(errorOf(entry.problem), { t, language }) : null;
  const { customerId } = client;
  return (
    <Page
      id="page-customer"
      title={t.customers.detail.title}
      bar={
        <>
          <Button
            id="kept-check-in"
            text={t.field.list.checkIn}
            grow
            onTap={() => {
              choosePlace(customerId);
              open(routes.checkIn());
            }}
          />
          <Button
            id="kept-sale"
            kind="primary"
            text={t.field.list.recordSale}
            grow
            onTap={() => open(routes.recordSale({ customerId }))}
          />
        </>
      }
    >
      <Card id="client-kept" tone="warn">
        <StatusMark about="queue" is={entry.look} />
        <Words live="polite" id="client-kept-words">
          {keptText(entry, words.kept, { t, f })}
        </Words>
        {failure && <ErrorBlock id="client-kept-error" failure={failure} />}
        {asked && (
          <ClientAsked
            id="client-kept"
            items={asked}
            onSame={(sameAsId) => answerClientAsked(entry, { sameAsId })}
            onOther={() => answerClientAsked(entry, { isNewSeen: true })}
          />
        )}
      </Card>
      <Card id="customer-facts" title={client.name} flush>
        <Row text={t.customerPages.detail.shortName} value={<Words as="sub">{client.shortName}</Words>} />
        <Row
          text={t.customerPages.detail.grade}
          value={<Words as="sub">{t.field.list.grade({ grade: client.grade })}</Words>}
        />
        <Row text={t.customerPages.detail.stage} value={<Words as="sub">{stageText(client.stage, t)}</Words>} />
        {client.sites.map(({ siteId, name, address }) => (
          <Row
            key={siteId}
            text={name}
            label={f.said(name, address)}
            note={
              <Words as="sub" tone="quiet">
                {address}
              </Words>
            }
          />
        ))}
      </Card>
      <Button id="kept-follow-up" text={t.followUp.newTitle} onTap={() => open(routes.followUp({ customerId }))} />
      <Button id="change-kept" kind="plain" text={words.change} onTap={() => open(entry.opens)} />
      <Button id="see-queue" kind="quiet" text={t.queue.open} onTap={() => open(routes.queue())} />
    </Page>
  );
}

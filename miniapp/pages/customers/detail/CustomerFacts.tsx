import { nextOwnersOn, ownersOn } from "@shared/domain/customer";
import { isUsedMeanwhile } from "@shared/domain/pin";
import { phoneText } from "@shared/domain/phone";
import { callContact } from "@/features/customers/callContact";
import { queuedSitesOf } from "@/features/customers/queuedClients";
import type { CustomerPage } from "@/features/customers/useCustomer";
import { open } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import { useBusinessDay } from "@/features/time";
import { decidersText } from "@/components/decidersText";
import { stageText } from "@/components/stageText";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { fieldWords } from "@/texts/areas/main/field";
import { givingWords } from "@/texts/areas/giving";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, StatusMark, Words } from "@/ui";

interface CustomerFactsProps {
  page: CustomerPage;
  /** Somebody of them is being called. */
  onCall: (name: string) => void;
  onGive: () => void;
}

/** What it is, whose it is, and where. */
export function CustomerFacts({ page: { customer, people, may, giving }, onCall, onGive }: CustomerFactsProps) {
  const { t, f } = usePageWords(customerPagesWords, fieldWords, givingWords);
  const words = t.customerPages.detail;
  const today = useBusinessDay();
  const here = new Set(customer.sites.map(({ siteId }) => siteId));
  const waiting = queuedSitesOf(useQueue()).filter(
    ({ customerId, site }) => customerId === customer.customerId && !here.has(site.siteId),
  );
  const nameOf = (memberId: string) => {
    const known = people.find((one) => one.memberId === memberId);
    return known?.hasLeft ? words.hasLeft(known) : (known?.name ?? words.formerMember);
  };
  const owners = customer.owners.filter(({ from, to }) => from <= today && (to === null || today <= to));
  const nextOn = nextOwnersOn(customer.owners, today);
  const next = nextOn === null ? [] : ownersOn(customer.owners, nextOn).map(({ memberId }) => memberId);
  const isOther = next.length !== owners.length || owners.some(({ memberId }) => !next.includes(memberId));
  const numbers = customer.externalIds.map(({ system, id }) => `${system} ${id}`);
  const facts: [id: string, label: string, value: string][] = [
    ["short-name", words.shortName, customer.shortName],
    ["grade", words.grade, t.field.list.grade({ grade: customer.grade })],
    ["stage", words.stage, stageText(customer.stage, t)],
    ...(customer.industry === null
      ? []
      : ([["industry", words.industry, customer.industry]] as [string, string, string][])),
    ["owners", words.owners, owners.length === 0 ? words.nobody : f.names(owners.map((one) => nameOf(one.memberId)))],
    ...(nextOn === null || next.length === 0 || !isOther
      ? []
      : ([["owners-next", t.giving.ownersFrom({ from: f.day(nextOn) }), f.names(next.map(nameOf))]] as [
          string,
          string,
          string,
        ][])),
    ...(customer.coServedByIds.length === 0
      ? []
      : ([["beside", words.coServed, f.names(customer.coServedByIds.map(nameOf))]] as [string, string, string][])),
    ...(customer.tags.length === 0
      ? []
      : ([["tags", words.tags, f.names(customer.tags)]] as [string, string, string][])),
    ...(customer.creditCode
      ? ([["credit-code", t.customerPages.edit.creditCode, customer.creditCode]] as [string, string, string][])
      : []),
    ...(numbers.length === 0 ? [] : ([["numbers", words.numbers, f.names(numbers)]] as [string, string, string][])),
  ];
  return (
    <>
      <Card id="customer-facts" title={customer.name} flush>
        {facts.map(([id, label, value]) => (
          <Row key={id} id={`fact-${id}`} text={label} value={<Words as="sub">{value}</Words>} />
        ))}
        {giving && <Row id="give-client" text={words.give} label={words.give} onTap={onGive} />}
      </Card>
      {customer.contacts && (
        <Card id="customer-contacts" title={words.contacts} flush>
          {customer.contacts.length === 0 && <Row id="no-contact" text={words.noContacts} />}
          {customer.contacts.map(({ contactId, name, role, phone, needs }) => (
            <Row
              key={contactId}
              id={`contact-${contactId}`}
              text={role === null ? name : `${name} · ${role}`}
              note={
                needs !== null && (
                  <Words as="sub" tone="quiet">
                    {needs}
                  </Words>
                )
              }
              value={
                <Words as="sub" tone={phone === null ? "quiet" : "brand"}>
                  {phone === null ? words.noPhone : phoneText(phone)}
                </Words>
              }
              {...(phone !== null && {
                label: words.call({ name, phone: phoneText(phone) }),
                onTap: () => {
                  callContact(phone);
                  onCall(name);
                },
              })}
            />
          ))}
        </Card>
      )}
      <Card id="customer-sites" title={words.sites} flush>
        {customer.sites.length === 0 && <Row id="no-site" text={words.noSite} />}
        {customer.sites.map((site) => {
          const status = site.proposed
            ? words.pinWaits({
                is: isUsedMeanwhile(site.proposed.source ?? "") ? "typed" : "new",
                who: decidersText(site.proposed.deciderNames, "leader", { t, f }),
              })
            : site.latDeg === null
              ? words.pin.none
              : words.pin[site.pinStatus];
          const radius = words.radius({ radius: f.distance(site.radiusM) });
          return (
            <Row
              key={site.siteId}
              id={`site-${site.siteId}`}
              text={site.name}
              label={f.said(site.name, site.address, radius, status)}
              note={
                <>
                  <Words as="sub" tone="quiet">
                    {site.address}
                  </Words>
                  <Words as="note" tone="quiet">
                    {radius}
                  </Words>
                </>
              }
              value={
                <Words as="sub" tone={site.latDeg === null ? "warn" : "quiet"}>
                  {status}
                </Words>
              }
              {...(may.edit && {
                onTap: () => open(routes.customerPin({ id: customer.customerId, site: site.siteId })),
              })}
            />
          );
        })}
        {waiting.map(({ entry, site }) => (
          <Row
            key={entry.commandId}
            id={`site-${site.siteId}`}
            text={site.name}
            label={f.said(site.name, site.address, t.status.queue[entry.look])}
            note={
              <Words as="sub" tone="quiet">
                {site.address}
              </Words>
            }
            value={<StatusMark about="queue" is={entry.look} />}
            onTap={() => open(routes.queue())}
          />
        ))}
        {may.edit && (
          <Row
            id="add-site"
            text={words.addSite}
            label={words.addSite}
            onTap={() => open(routes.customerPin({ id: customer.customerId }))}
          />
        )}
      </Card>
    </>
  );
}

import { useMemo, useState } from "react";
import type { CustomerView } from "@shared/contracts";
import { found, usePlaces, useQueuedClients } from "@/features/customers/useCustomers";
import { choosePlace } from "@/features/customers/chosenPlace";
import { useDemoStand } from "@/features/demo/useDemoStand";
import { open, usePullDown } from "@/features/navigation";
import { useRows } from "@/features/list/useRows";
import { PlaceRow } from "@/components/PlaceRow";
import { lastVisitText } from "@/components/lastVisitText";
import { stageText } from "@/components/stageText";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, Sheet, TextField, Words } from "@/ui";

/** My clients, nearest first once the phone knows where it is. A tap offers what can be done there. */
export function CustomerList() {
  const { t, f } = usePageWords(fieldWords);
  const { data, places, state, failure, refresh } = usePlaces();
  const [words, setWords] = useState("");
  const [opened, setOpened] = useState<CustomerView | null>(null);
  const waiting = useQueuedClients();
  useDemoStand(data);
  usePullDown(refresh);
  const shown = useMemo(() => {
    const wanted = new Set(found(data ?? [], words).map((customer) => customer.customerId));
    return places.filter((place) => wanted.has(place.customer.customerId));
  }, [data, places, words]);
  const { rows, more } = useRows(shown, words);
  const clients = new Set(shown.map((place) => place.customer.customerId)).size;
  return (
    <>
      <TextField
        id="search"
        kind="search"
        label={t.field.list.search}
        hint={t.field.list.search}
        value={words}
        onChange={setWords}
      />
      <Card
        id="customers"
        flush
        title={
          data
            ? t.field.list.found({
                clients,
                places: shown.length,
              })
            : t.common.tabs.customers
        }
      >
        <Loadable id="customers" state={state} failure={failure} onRetry={() => void refresh()}>
          {shown.length === 0 && <Empty text={words ? t.field.list.none : t.today.noCustomers} />}
          {rows.map((place) => (
            <PlaceRow
              key={place.key}
              id={`customer-${place.customer.customerId}`}
              name={place.name}
              distanceM={place.distanceM}
              preview={null}
              note={[
                t.field.list.grade({ grade: place.customer.grade }),
                waiting.has(place.customer.customerId) ? t.customers.waiting.note : lastVisitText(place.customer, t, f),
              ].join(" · ")}
              onTap={() => setOpened(place.customer)}
            />
          ))}
        </Loadable>
        {more && (
          <Button
            id="more-customers"
            kind="quiet"
            text={t.field.list.morePlaces({ left: more.left, isEach: clients === shown.length })}
            onTap={more.show}
          />
        )}
      </Card>
      <Button
        id="new-customer"
        kind="plain"
        text={t.customers.edit.newTitle}
        onTap={() => open(routes.editCustomer())}
      />
      {opened && (
        <Sheet
          id="customer-sheet"
          title={opened.name}
          onClose={() => setOpened(null)}
          foot={
            <>
              <Button
                id="customer-check-in"
                text={t.field.list.checkIn}
                grow
                onTap={() => {
                  choosePlace(opened.customerId);
                  setOpened(null);
                  open(routes.checkIn());
                }}
              />
              <Button
                id="customer-record-sale"
                kind="primary"
                text={t.field.list.recordSale}
                grow
                onTap={() => {
                  setOpened(null);
                  open(routes.recordSale({ customerId: opened.customerId }));
                }}
              />
            </>
          }
        >
          <Words as="sub" tone="quiet">
            {[t.field.list.grade({ grade: opened.grade }), stageText(opened.stage, t)].join(" · ")}
          </Words>
          {opened.sites.map((site) => (
            <Words key={site.siteId} as="sub" tone="quiet">
              {[opened.sites.length > 1 && site.name, site.address].filter(Boolean).join(" · ")}
            </Words>
          ))}
          <Words as="sub" tone="quiet">
            {lastVisitText(opened, t, f)}
          </Words>
          <Button
            id="customer-detail"
            kind="quiet"
            text={t.customers.detail.title}
            onTap={() => {
              setOpened(null);
              open(routes.customer({ id: opened.customerId }));
            }}
          />
        </Sheet>
      )}
    </>
  );
}

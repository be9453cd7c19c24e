import { useState } from "react";
import { useCustomer } from "@/features/customers/useCustomer";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Loadable, Page } from "@/ui";
import { CustomerFacts } from "./CustomerFacts";
import { Merged, type MergedClient, UndoSheet } from "./Merged";
import { Timeline } from "./Timeline";

/** Where do we stand with this client? */
export default openedWith({ id: "id" }, CustomerDetail);

function CustomerDetail({ id }: { id: string }) {
  const { t } = useWords();
  const words = t.customers.detail;
  usePageFrame({ title: words.title });
  const page = useCustomer(id);
  const { data, state, failure, refresh } = page;
  usePullDown(refresh);
  const [undone, setUndone] = useState<MergedClient | null>(null);
  return (
    <Page
      id="page-customer"
      title={words.title}
      {...(data?.may.edit && {
        bar: (
          <Button
            id="edit-customer"
            kind="primary"
            grow
            text={words.edit}
            onTap={() => open(routes.editCustomer({ id: data.customer.customerId }))}
          />
        ),
      })}
      over={undone && <UndoSheet page={page} merged={undone} onClose={() => setUndone(null)} />}
    >
      {data ? (
        <>
          <CustomerFacts page={data} />
          <Merged page={page} onUndo={setUndone} />
          <Timeline customerId={data.customer.customerId} />
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

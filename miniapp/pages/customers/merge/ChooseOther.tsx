import { useState } from "react";
import type { CustomerPage } from "@/features/customers/useCustomer";
import { useCustomerSearch } from "@/features/customers/useCustomerSearch";
import { useDoubles } from "@/features/customers/useMerge";
import { CustomerRow } from "@/components/CustomerRow";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { mergeWords } from "@/texts/areas/merge";
import { usePageWords } from "@/texts/pageWords";
import { Card, Earlier, Empty, Loadable, TextField, Words } from "@/ui";
import { SimilarRows } from "../edit/SimilarRows";

/** Which client is the same one: those that it may be first, then any that is looked for. */
export function ChooseOther({
  page: { customer, may },
  onChoose,
}: {
  page: CustomerPage;
  onChoose: (customerId: string) => void;
}) {
  const { t, f } = usePageWords(customerPagesWords, mergeWords);
  const words = t.merge;
  const doubles = useDoubles(customer.customerId);
  const [typed, setTyped] = useState("");
  const { asked, items, earlier, state, failure, refresh } = useCustomerSearch(typed);
  if (!may.merge)
    return (
      <Card>
        <Empty text={words.whoMay} />
      </Card>
    );
  const others = items.filter(({ customerId }) => customerId !== customer.customerId);
  return (
    <>
      <Card title={customer.name}>
        <Words>{words.which}</Words>
      </Card>
      {doubles.length > 0 && (
        <Card id="doubles" title={t.customerPages.edit.similar} flush>
          <SimilarRows items={doubles} onOpen={onChoose} name="double" />
        </Card>
      )}
      <TextField
        id="merge-search"
        kind="search"
        label={t.customerPages.list.search}
        hint={t.customerPages.list.search}
        lengthMax={40}
        value={typed}
        onChange={setTyped}
      />
      {asked !== null && (
        <Card id="merge-found" flush>
          <Loadable id="merge-found" state={state} failure={failure} onRetry={() => void refresh()}>
            {others.length === 0 && !earlier && (
              <Empty text={t.customerPages.list.none} note={t.customerPages.list.noneNote} />
            )}
            {others.map(({ customerId, name, ownerNames, address }) => (
              <CustomerRow
                key={customerId}
                id={`other-${customerId}`}
                {...{ name, address }}
                about={f.names(ownerNames)}
                onTap={() => onChoose(customerId)}
              />
            ))}
            <Earlier id="merge-more" earlier={earlier} />
          </Loadable>
        </Card>
      )}
    </>
  );
}

import { useState } from "react";
import type { CustomerView } from "@shared/contracts";
import { found } from "@/features/customers/useCustomers";
import { useRows } from "@/features/list/useRows";
import type { QueryView } from "@/features/query/useApiQuery";
import { fieldWords } from "@/texts/areas/main/field";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { usePageWords } from "@/texts/pageWords";
import { Button, ChoiceField, Empty, Loadable, RadioGroup, RadioMark, Row, Sheet, TextField } from "@/ui";

interface CustomerFieldProps {
  served: QueryView<CustomerView[]>;
  chosenId: string;
  fault: string | null;
  onChoose: (customerId: string) => void;
}

/** Whose contract it is. */
export function CustomerField({ served, chosenId, fault, onChoose }: CustomerFieldProps) {
  const { t } = usePageWords(fieldWords, saleFormsWords);
  const words = t.sales.record;
  const [choosing, setChoosing] = useState(false);
  const [typed, setTyped] = useState("");
  const customers = served.data ?? [];
  const chosen = customers.find((customer) => customer.customerId === chosenId);
  const { rows, more } = useRows(found(customers, typed), typed);
  return (
    <>
      <ChoiceField
        id="sale-customer"
        required
        label={words.customer}
        chosen={chosen?.name ?? null}
        hint={words.chooseCustomer}
        fault={fault}
        onTap={() => setChoosing(true)}
      />
      {choosing && (
        <Sheet id="customer-choice" title={words.chooseCustomer} onClose={() => setChoosing(false)}>
          <TextField
            id="customer-search"
            kind="search"
            label={t.field.list.search}
            hint={t.field.list.search}
            value={typed}
            onChange={setTyped}
          />
          <Loadable id="customer-choice" {...served} onRetry={() => void served.refresh()}>
            {rows.length === 0 && <Empty text={typed ? t.field.list.none : t.today.noCustomers} />}
            <RadioGroup
              id="customer-choices"
              label={words.chooseCustomer}
              options={rows.map((customer) => ({ id: idOf(customer) }))}
            >
              {rows.map((customer) => (
                <Row
                  key={customer.customerId}
                  id={idOf(customer)}
                  text={customer.name}
                  lead={<RadioMark on={customer.customerId === chosenId} />}
                  checked={customer.customerId === chosenId}
                  opens={false}
                  label={customer.name}
                  onTap={() => {
                    onChoose(customer.customerId);
                    setChoosing(false);
                  }}
                />
              ))}
            </RadioGroup>
          </Loadable>
          {more && (
            <Button id="more-choices" kind="quiet" text={t.field.list.more({ left: more.left })} onTap={more.show} />
          )}
        </Sheet>
      )}
    </>
  );
}

const idOf = ({ customerId }: { customerId: string }): string => `choose-${customerId}`;

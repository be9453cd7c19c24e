import { useState } from "react";
import type { CustomerView } from "@shared/contracts";
import { found } from "@/features/customers/useCustomers";
import { useWords } from "@/texts";
import { Empty, RadioMark, Row, Sheet, TextField, Words } from "@/ui";

interface CustomerFieldProps {
  customers: readonly CustomerView[];
  chosenId: string;
  fault: string | null;
  onChoose: (customerId: string) => void;
}

/** Whose contract it is. */
export function CustomerField({ customers, chosenId, fault, onChoose }: CustomerFieldProps) {
  const { t, f } = useWords();
  const words = t.sales.record;
  const [choosing, setChoosing] = useState(false);
  const [typed, setTyped] = useState("");
  const chosen = customers.find((customer) => customer.customerId === chosenId);
  return (
    <>
      <Row
        id="sale-customer"
        text={words.customer}
        value={
          <Words as="head" tone={chosen ? "plain" : "brand"}>
            {chosen?.shortName ?? words.chooseCustomer}
          </Words>
        }
        label={f.said(words.customer, chosen?.name ?? words.chooseCustomer)}
        onTap={() => setChoosing(true)}
      />
      {fault && (
        <Words as="sub" tone="bad" live="assertive" id="sale-customer-fault">
          {fault}
        </Words>
      )}
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
          {found(customers, typed).length === 0 && <Empty text={t.field.list.none} />}
          {found(customers, typed).map((customer) => (
            <Row
              key={customer.customerId}
              id={`choose-${customer.customerId}`}
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
        </Sheet>
      )}
    </>
  );
}

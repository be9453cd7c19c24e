import { amountText } from "@shared/domain/moneyText";
import { known, useWords } from "@/texts";
import { Amount, Row, StatusMark, Words } from "@/ui";

interface SaleRowProps {
  id: string;
  customerName: string;
  amountFen: number;
  state: "submitted" | "returned" | "confirmed" | "cancelled";
  /** Whose it is and when it was signed. */
  note: string;
  onTap: () => void;
}

/** A sale in a list. */
export function SaleRow({ id, customerName, amountFen, state, note, onTap }: SaleRowProps) {
  const { t, f } = useWords();
  return (
    <Row
      id={id}
      label={f.said(customerName, `${amountText(amountFen)} ${t.common.yuan}`, known(t.status.sale, state), note)}
      onTap={onTap}
      text={customerName}
      note={
        <Words as="sub" tone="quiet">
          {note}
        </Words>
      }
      value={
        <>
          <Amount fen={amountFen} plain />
          <StatusMark about="sale" is={state} />
        </>
      }
    />
  );
}

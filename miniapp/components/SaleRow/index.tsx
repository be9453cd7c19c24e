import type { QueueState } from "@shared/domain/commandQueue";
import { amountText } from "@shared/domain/moneyText";
import { known, useWords } from "@/texts";
import { Amount, Row, StatusMark, Words } from "@/ui";

interface SaleRowProps {
  id: string;
  customerName: string;
  amountFen: number;
  state: "submitted" | "returned" | "confirmed" | "cancelled";
  /** It is on this phone and has not arrived. */
  waits?: QueueState;
  /** Whose it is and when it was signed. */
  note: string;
  onTap: () => void;
}

/** A sale in a list. */
export function SaleRow({ id, customerName, amountFen, state, waits, note, onTap }: SaleRowProps) {
  const { t, f } = useWords();
  const word = waits ? known(t.status.queue, waits) : known(t.status.sale, state);
  return (
    <Row
      id={id}
      label={f.said(customerName, `${amountText(amountFen)} ${t.common.yuan}`, word, note)}
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
          {waits ? <StatusMark about="queue" is={waits} /> : <StatusMark about="sale" is={state} />}
        </>
      }
    />
  );
}

import type { SaleView } from "@shared/contracts";
import { useWords } from "@/texts";
import { Line, Row, Words } from "@/ui";

/** When a sale was signed, and by which contract. */
export function SignedRows({ sale }: { sale: Pick<SaleView, "signedOn" | "contractNo"> }) {
  const { t, f } = useWords();
  const words = t.sales.detail;
  return (
    <>
      <Row text={words.signedOn} value={<Words as="body">{f.dayWithWeekday(sale.signedOn)}</Words>} />
      <Line />
      <Row
        text={words.contractNo}
        value={
          <Words as="body" tone={sale.contractNo ? "plain" : "quiet"}>
            {sale.contractNo ?? words.none}
          </Words>
        }
      />
    </>
  );
}

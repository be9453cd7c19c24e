import type { SaleView } from "@shared/contracts";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Line, Row, Words } from "@/ui";

/** When a sale was signed, and by which contract. */
export function SignedRows({ sale }: { sale: Pick<SaleView, "signedOn" | "contractNo"> }) {
  const { t, f } = usePageWords(salePagesWords);
  const words = t.salePages.detail;
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

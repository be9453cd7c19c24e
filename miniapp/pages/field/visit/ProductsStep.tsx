import { isProductCount, visitTypeLimits } from "@shared/domain/visitType";
import { tidiedLine } from "@shared/domain/tidyText";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { FieldFrame, TextField } from "@/ui";

interface ProductsStepProps {
  id: string;
  label: string;
  required: boolean;
  fault: string | null;
  products: readonly string[];
  /** By product, as typed. */
  counts: Record<string, string>;
  /** It was to be sent: what is no number is marked from now on. */
  tried: boolean;
  onChange: (counts: Record<string, string>) => void;
}

/** How many of each product there are; one that is left empty says nothing. */
export function ProductsStep({ id, label, required, fault, products, counts, tried, onChange }: ProductsStepProps) {
  const words = usePageWords(visitStepsWords).t.visitSteps.products;
  const isWrong = (typed: string) => tried && typed !== "" && !isProductCount(typed);
  const count = products.filter((product) => isProductCount(counts[product] ?? "")).length;
  return (
    <FieldFrame id={id} {...{ label, required, fault }} aside={words.counted({ count, of: products.length })}>
      {products.map((product, n) => (
        <TextField
          key={product}
          // The first one is where a fault leads to.
          id={n === 0 ? id : `${id}-${n}`}
          label={product}
          kind="number"
          hint={words.hint}
          lengthMax={String(visitTypeLimits.count).length}
          value={counts[product] ?? ""}
          fault={isWrong(counts[product] ?? "") ? words.notCount : null}
          onChange={(typed) => onChange({ ...counts, [product]: tidiedLine(typed) })}
        />
      ))}
    </FieldFrame>
  );
}

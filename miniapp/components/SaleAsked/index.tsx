import type { SaleView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import type { SaleAsked as Asked } from "@shared/domain/saleQuestion";
import { useWords } from "@/texts";
import { Button, Words } from "@/ui";

interface SaleAskedProps {
  /** Of the buttons. */
  id: string;
  asked: Asked;
  sale: Pick<SaleView, "amountFen" | "signedOn">;
  /** It is another sale, or the sum is meant. */
  onYes: () => void;
  /** It is the earlier one, or is recorded already. */
  onSee: () => void;
  /** To put it right. */
  onChange: () => void;
}

/** What the server asks about a sale that this phone has sent, with one tap for each answer. */
export function SaleAsked({ id, asked, sale, onYes, onSee, onChange }: SaleAskedProps) {
  const { t, f } = useWords();
  const words = t.sales.record;
  const amount = amountText(sale.amountFen);
  switch (asked.kind) {
    case "repeated":
      return (
        <>
          <Words id={`${id}-asked`} tone="warn">
            {f.sentences([
              words.repeated.title,
              words.repeated.text({ day: f.day(sale.signedOn), amount, at: f.instant(new Date(asked.submittedAt)) }),
            ])}
          </Words>
          <Button id={`${id}-same`} text={words.repeated.same} onTap={onSee} />
          <Button id={`${id}-yes`} text={words.repeated.two} onTap={onYes} />
        </>
      );
    case "large":
      return (
        <>
          <Words id={`${id}-asked`} tone="warn">
            {f.sentences([
              words.large.title({ amount }),
              asked.limitFen === null
                ? t.errors["sale.amountLarge"]
                : words.large.text({ limit: f.sales(asked.limitFen) }),
            ])}
          </Words>
          <Button id={`${id}-change`} text={words.large.change} onTap={onChange} />
          <Button id={`${id}-yes`} text={words.large.submit} onTap={onYes} />
        </>
      );
    case "decided":
      return <Button id={`${id}-see`} text={words.seeSale} onTap={onSee} />;
  }
}

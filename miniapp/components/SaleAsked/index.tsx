import { View } from "@tarojs/components";
import type { SaleView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import type { SaleAsked as Asked } from "@shared/domain/saleQuestion";
import { largeText } from "@/components/largeText";
import { notesWords } from "@/texts/areas/main/notes";
import { usePageWords } from "@/texts/pageWords";
import { Button, ShowsAmounts, Words } from "@/ui";
import "./index.scss";

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
  const { t, f } = usePageWords(notesWords);
  const words = t.sales.record;
  const amount = amountText(sale.amountFen);
  switch (asked.kind) {
    case "repeated":
      return (
        <>
          <Question id={`${id}-asked`}>
            {f.sentences([
              words.repeated.title,
              words.repeated.text({ day: f.day(sale.signedOn), amount, at: f.instant(new Date(asked.submittedAt)) }),
            ])}
          </Question>
          <View className="sale-asked">
            <Button id={`${id}-same`} text={words.repeated.same} onTap={onSee} />
            <Button id={`${id}-yes`} text={words.repeated.two} onTap={onYes} />
          </View>
        </>
      );
    case "large":
      return (
        <>
          <Question id={`${id}-asked`}>
            {f.sentences([words.large.title({ amount }), largeText(asked.large, null, { t, f })])}
          </Question>
          <View className="sale-asked">
            <Button id={`${id}-change`} text={words.large.change} onTap={onChange} />
            <Button id={`${id}-yes`} text={words.large.submit} onTap={onYes} />
          </View>
        </>
      );
    case "decided":
      return (
        <View className="sale-asked">
          <Button id={`${id}-see`} text={words.seeSale} onTap={onSee} />
        </View>
      );
  }
}

/** Whether a sum is right is answered by whoever reads it. */
function Question({ id, children }: { id: string; children: string }) {
  return (
    <ShowsAmounts>
      <Words id={id} tone="warn">
        {children}
      </Words>
    </ShowsAmounts>
  );
}

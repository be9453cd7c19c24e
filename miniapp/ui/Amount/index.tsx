import { Text } from "@tarojs/components";
import { dots } from "@shared/domain/hiddenAmounts";
import { amountText, percentText, signedAmountText, type Exact } from "@shared/domain/moneyText";
import { known, useWords } from "@/texts";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useFrame } from "../frame";
import type { MoneyStatus } from "../StatusMark/statusMarks";
import "./index.scss";

type AmountProps = {
  fen: number;
  size?: "display" | "title" | "head" | "sub";
  /** With a plus where it is more. */
  signed?: boolean;
} & (
  | { status: MoneyStatus; plain?: never } // money that a person gets, in one of the four states
  | { plain: true; status?: never } // sales, targets, contracts
);

/** 9,999,999.99: more signs than that stand in smaller ones, so that they fit a small phone in the largest letters. */
const longest = 12;

/** `1,300.00 元`, always two decimals. Pay says its state to whoever cannot see the mark beside it. */
export function Amount({ fen, size = "head", signed, status }: AmountProps) {
  const { t } = useWords();
  const hidden = useFrame().amountsHidden;
  const text = signed ? signedAmountText(fen) : amountText(fen);
  const word = status && known(t.status.money, status);
  const label = `${text} ${t.common.yuan}${word ? ` ${word}` : ""}`;
  return (
    <Text
      className={classes("amount", `amount-${size}`, text.length > longest && "amount-long")}
      data-keep
      {...a11y({ role: "img", label: hidden ? dots : label })}
    >
      {hidden ? dots : text}
      <Text className="amount-unit"> {t.common.yuan}</Text>
    </Text>
  );
}

/** Sales and targets: `18.4万`; the full amount is in the text alternative. */
export function SalesFigure({ fen, size = "head" }: { fen: number; size?: "display" | "title" | "head" | "sub" }) {
  const { t, f } = useWords();
  const hidden = useFrame().amountsHidden;
  return (
    <Text
      className={classes("amount", `amount-${size}`)}
      data-keep
      {...a11y({ role: "img", label: hidden ? dots : `${amountText(fen)} ${t.common.yuan}` })}
    >
      {hidden ? dots : f.sales(fen)}
    </Text>
  );
}

/** Figures of attainment and share; an unknown one is a dash. */
export function Percent({ ratio, edges }: { ratio: Exact | null; edges?: readonly Exact[] }) {
  return <Text className="amount">{percentText(ratio, edges)}</Text>;
}

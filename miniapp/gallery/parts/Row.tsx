import { amountText } from "@shared/domain/moneyText";
import { Amount, Row, StatusMark, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { hugeFen, longName, longSentence } from "../given/names";

export const examples = examplesOf(
  "Row",
  Row,
  (words) => {
    const { say, f, t } = words;
    const text = say("海岳机械", "Haiyue Machinery");
    const note = say("上次 3月24日", "Last visit 24 March");
    return {
      text: { text },
      "text and note": { text, note },
      "with a value": { text: say("签单日", "Signed on"), value: <Words as="sub">{f.day("2026-03-26")}</Words> },
      "opens something": { text, note, onTap: nothing, label: f.said(text, note) },
      "opens an amount": {
        text,
        note,
        onTap: nothing,
        label: f.said(text, note, `${amountText(10_000_000)} ${t.common.yuan}`, t.status.sale.confirmed),
        value: (
          <>
            <Amount fen={10_000_000} plain />
            <StatusMark about="sale" is="confirmed" />
          </>
        ),
      },
      "long name, huge amount": {
        text: longName(words),
        note: longSentence(words),
        onTap: nothing,
        label: f.said(longName(words), longSentence(words), `${amountText(-hugeFen)} ${t.common.yuan}`),
        value: <Amount fen={-hugeFen} plain />,
      },
    };
  },
  "flush",
);

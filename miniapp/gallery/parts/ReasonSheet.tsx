import { type ComponentProps, useState } from "react";
import { ReasonSheet } from "@/components/ReasonSheet";
import { sales as enSales } from "@/texts/en/saleForms";
import { sales as zhSales } from "@/texts/zhCN/saleForms";
import { Button, Page } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { offline } from "../given/failures";
import { longName, longSentence } from "../given/names";

type Props = Omit<ComponentProps<typeof ReasonSheet>, "onClose"> & { page: string };

/** Over a page, open at once. */
function OverPage({ page, ...props }: Props) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Page
      id="page-below"
      title={page}
      over={isOpen && <ReasonSheet {...props} onClose={() => setOpen(false)} />}
      bar={<Button id="open-sheet" kind="primary" grow text={page} onTap={() => setOpen(true)} />}
    >
      {null}
    </Page>
  );
}

export const examples = examplesOf(
  "ReasonSheet",
  OverPage,
  (words) => {
    const { t, say } = words;
    const { returnTitle, returnNote, reasons, reasonHint, reasonMissing, sendBack } = (
      words.language === "en" ? enSales : zhSales
    ).confirm;
    const sheet = {
      page: t.sales.confirm.title,
      id: "return",
      title: returnTitle,
      note: returnNote({ name: say("李娜", "Li Na") }),
      reasons: Object.values(reasons),
      hint: reasonHint,
      missing: reasonMissing,
      send: sendBack,
      busy: false,
      failure: null,
      onSend: nothing,
    };
    return {
      open: sheet,
      busy: { ...sheet, busy: true },
      failed: { ...sheet, failure: offline(words) },
      "long name, long reasons": {
        ...sheet,
        note: returnNote({ name: longName(words) }),
        reasons: [...sheet.reasons, longSentence(words)],
      },
    };
  },
  "screen",
);

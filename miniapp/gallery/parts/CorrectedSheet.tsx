import { type ComponentProps, useState } from "react";
import { CorrectedSheet } from "@/components/CorrectedSheet";
import { Button, Page } from "@/ui";
import { examplesOf } from "../examples";
import { longName, longSentence } from "../given/names";

type Props = Omit<ComponentProps<typeof CorrectedSheet>, "onClose"> & { page: string };

/** Over a page, open at once. */
function OverPage({ page, ...props }: Props) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Page
      id="page-below"
      title={page}
      over={isOpen && <CorrectedSheet {...props} onClose={() => setOpen(false)} />}
      bar={<Button id="open-sheet" kind="primary" grow text={page} onTap={() => setOpen(true)} />}
    >
      {null}
    </Page>
  );
}

export const examples = examplesOf(
  "CorrectedSheet",
  OverPage,
  (words) => {
    const { t, say } = words;
    const sheet = {
      page: t.common.tabs.team,
      customerName: say("海岳机械", "Haiyue Machinery"),
      record: say("确认了交期，分两批到货", "Delivery agreed, in two lots"),
      earlier: [{ record: say("确认了交期", "Delivery agreed"), writtenAt: "2026-03-26T02:00:00.000Z" }],
    };
    return {
      once: sheet,
      "long, twice": {
        ...sheet,
        customerName: longName(words),
        record: longSentence(words),
        earlier: [...sheet.earlier, { record: longSentence(words), writtenAt: "2026-03-26T01:00:00.000Z" }],
      },
    };
  },
  "screen",
);

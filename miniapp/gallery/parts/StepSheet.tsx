import { type ComponentProps, useState } from "react";
import { StepSheet } from "@/components/StepSheet";
import { Button, Page } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { offline } from "../given/failures";
import { longName, longSentence } from "../given/names";

type Props = Omit<ComponentProps<typeof StepSheet>, "onClose"> & { page: string };

/** Over a page, open at once. */
function OverPage({ page, ...props }: Props) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Page
      id="page-below"
      title={page}
      over={isOpen && <StepSheet {...props} onClose={() => setOpen(false)} />}
      bar={<Button id="open-sheet" kind="primary" grow text={page} onTap={() => setOpen(true)} />}
    >
      {null}
    </Page>
  );
}

export const examples = examplesOf(
  "StepSheet",
  OverPage,
  (words) => {
    const { t, say } = words;
    const step = { text: say("演示", "Demo"), on: "2026-04-02", doneAt: null };
    const sheet = {
      page: t.field.visit.title,
      customerName: say("海岳机械", "Haiyue Machinery"),
      step,
      today: "2026-04-02",
      home: t.common.tabs.today,
      busy: false,
      failure: null,
      onSettle: nothing,
      onGoThere: nothing,
    };
    return {
      due: sheet,
      done: { ...sheet, step: { ...step, doneAt: "2026-04-02T02:00:00.000Z" } },
      "long, not saved": {
        ...sheet,
        customerName: longName(words),
        step: { ...step, text: longSentence(words) },
        failure: offline(words),
      },
    };
  },
  "screen",
);

import { type ComponentProps, useState } from "react";
import { Button, Page, Sheet, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName, longSentence } from "../given/names";

type Props = Omit<ComponentProps<typeof Sheet>, "onClose"> & { page: string; open: string };

/** A page whose button opens the sheet; it is open at once. */
function OverPage({ page, open, ...props }: Props) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Page
      id="page-below"
      title={page}
      over={isOpen && <Sheet {...props} onClose={() => setOpen(false)} />}
      bar={<Button id="open-sheet" kind="primary" grow text={open} onTap={() => setOpen(true)} />}
    >
      <Words>{page}</Words>
    </Page>
  );
}

export const examples = examplesOf(
  "Sheet",
  OverPage,
  (words) => {
    const { t, say } = words;
    const sheet = {
      id: "sheet",
      title: say("海岳机械", "Haiyue Machinery"),
      page: t.field.title,
      open: say("看结果", "See the verdict"),
      children: <Words>{longSentence(words)}</Words>,
    };
    const foot = (
      <>
        <Button text={t.common.cancel} grow onTap={nothing} />
        <Button kind="primary" grow text={say("写拜访记录", "Write the record")} onTap={nothing} />
      </>
    );
    const long = Array.from({ length: 20 }, (_, n) => <Words key={n}>{longSentence(words)}</Words>);
    return {
      open: sheet,
      "with buttons": { ...sheet, foot },
      "long title, more than a screen": { ...sheet, foot, title: longName(words), children: long },
    };
  },
  "screen",
);

import { type ComponentProps, useState } from "react";
import { Button, Page, Toast, Words } from "@/ui";
import { examplesOf } from "../examples";
import { longSentence } from "../given/names";

type Props = Omit<ComponentProps<typeof Toast>, "onGone" | "onUndo"> & {
  canUndo?: boolean;
  page: string;
  again: string;
};

/** A page with a main action, above which the toast stands. */
function OverPage({ page, again, canUndo, ...props }: Props) {
  const [isShown, setShown] = useState(true);
  const hide = () => setShown(false);
  return (
    <Page
      id="page-below"
      title={page}
      over={isShown && <Toast {...props} onGone={hide} {...(canUndo && { onUndo: hide })} />}
      bar={<Button kind="primary" grow text={again} onTap={() => setShown(true)} />}
    >
      <Words>{page}</Words>
    </Page>
  );
}

export const examples = examplesOf(
  "Toast",
  OverPage,
  (words) => {
    const { say } = words;
    const page = { page: say("我的销售", "My sales"), again: say("记销售", "Record a sale") };
    return {
      done: { ...page, text: say("已提交", "Submitted"), seconds: 60 },
      "can be taken back": { ...page, text: say("已提交 44,000.00 元", "Submitted 44,000.00"), canUndo: true },
      long: { ...page, text: longSentence(words), canUndo: true },
    };
  },
  "screen",
);

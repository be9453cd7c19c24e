import { type ComponentProps, useContext } from "react";
import { tabsOf } from "@/features/frame/tabs";
import { useWords } from "@/texts";
import { Button, Card, type Frame, FrameContext, Page, Row, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName, longSentence } from "../given/names";

type Props = ComponentProps<typeof Page> & { around?: Partial<Frame>; counts?: readonly number[] };

/** A page in a frame of its own: connection and tabs are the app's to say. */
function InFrame({ around, counts = [0, 0, 0, 0, 0], ...props }: Props) {
  const { t } = useWords();
  const frame = useContext(FrameContext);
  const tabs = tabsOf.manager.map(({ id, word, icon }, n) => ({
    id,
    text: t.common.tabs[word],
    icon,
    count: counts[n] ?? 0,
    open: nothing,
  }));
  return (
    <FrameContext.Provider value={{ ...frame, tabs, ...around }}>
      <Page {...props} />
    </FrameContext.Provider>
  );
}

const Broken = (): never => {
  throw new Error("This page breaks on purpose.");
};

export const examples = examplesOf(
  "Page",
  InFrame,
  (words) => {
    const { t, say } = words;
    const page = {
      id: "page-example",
      title: say("记销售", "Record a sale"),
      children: (
        <Card>
          <Words>{longSentence(words)}</Words>
        </Card>
      ),
    };
    const long = (
      <Card flush>
        {Array.from({ length: 20 }, (_, n) => (
          <Row key={n} text={`${longName(words)} ${n + 1}`} onTap={nothing} label={`${longName(words)} ${n + 1}`} />
        ))}
      </Card>
    );
    const submit = <Button kind="primary" grow text={say("提交 44,000.00 元", "Submit 44,000.00")} onTap={nothing} />;
    return {
      plain: page,
      "long title": { ...page, title: longName(words) },
      "tab page": { ...page, title: t.common.tabs.today, tab: 0 },
      "tab page, counts": { ...page, title: t.common.tabs.approvals, tab: 2, counts: [0, 0, 7, 0, 120] },
      "main action": { ...page, bar: submit, barNote: say("主管确认后才算", "It counts once it is confirmed") },
      "two actions over a long page": {
        ...page,
        children: long,
        bar: (
          <>
            <Button text={say("退回", "Return")} onTap={nothing} />
            {submit}
          </>
        ),
      },
      "no network": { ...page, around: { online: false, asOf: "14:05" } },
      "no network, nothing yet": { ...page, around: { online: false, asOf: null } },
      "something waits to be uploaded": {
        ...page,
        around: { waiting: { text: t.common.strip({ count: 2 }), open: nothing } },
      },
      "no network, and something waits": {
        ...page,
        around: { online: false, asOf: "14:05", waiting: { text: t.common.strip({ count: 2 }), open: nothing } },
      },
      broken: { ...page, children: <Broken /> },
    };
  },
  "screen",
);

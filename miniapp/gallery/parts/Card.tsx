import { Button, Card, Row, StatusMark, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName, longSentence } from "../given/names";

export const examples = examplesOf(
  "Card",
  Card,
  (words) => {
    const { say } = words;
    const sentence = <Words>{longSentence(words)}</Words>;
    return {
      plain: { children: sentence },
      titled: { title: say("本月", "This month"), children: sentence },
      "with a mark": {
        title: say("本月", "This month"),
        aside: <StatusMark about="money" is="earned" chip />,
        children: sentence,
      },
      "long title with a button": {
        title: longName(words),
        aside: <Button kind="quiet" small text={say("看全部客户", "All clients")} onTap={nothing} />,
        children: sentence,
      },
      "rows from edge to edge": {
        flush: true,
        title: say("离你最近", "Nearest"),
        children: (
          <>
            <Row text={say("海岳机械", "Haiyue")} onTap={nothing} />
            <Row text={longName(words)} onTap={nothing} />
          </>
        ),
      },
      brand: { tone: "brand", title: say("提示", "Note"), children: sentence },
      ok: { tone: "ok", title: say("有效", "Counted"), children: sentence },
      warn: { tone: "warn", title: say("存疑", "In doubt"), children: sentence },
      bad: { tone: "bad", title: say("没有存上", "Not saved"), children: sentence },
    };
  },
  "page",
);

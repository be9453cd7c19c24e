import { Tap, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName } from "../given/names";

export const examples = examplesOf("Tap", Tap, (words) => {
  const of = (text: string) => ({ label: text, onTap: nothing, children: <Words>{text}</Words> });
  return {
    plain: of(words.say("看", "See")),
    long: of(longName(words)),
    expanded: { ...of(words.say("收起", "Less")), expanded: true },
    disabled: { ...of(words.say("正在打卡…", "Checking in…")), disabled: true },
  };
});

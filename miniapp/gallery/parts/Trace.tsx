import { Trace } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName, longSentence } from "../given/names";

export const examples = examplesOf("Trace", Trace, (words) => {
  const { say } = words;
  const visit = { key: "visit", done: true, text: say("3月24日 有效拜访", "24 March, effective visit") };
  const paid = { key: "paid", done: false, text: say("4月3日 发放", "Paid on 3 April") };
  return {
    "from footstep to fen": {
      steps: [
        { ...visit, note: say("海岳机械 16:05，86 米", "Haiyue 16:05, 86 m"), onTap: nothing },
        { key: "sale", done: true, text: say("3月26日 销售单", "26 March, sale"), onTap: nothing },
        { key: "closing", done: false, text: say("3月 关账", "March is closed") },
        paid,
      ],
    },
    "a corrected record": {
      steps: [{ ...visit, note: longSentence(words), mark: words.t.field.visit.versions.corrected, onTap: nothing }],
    },
    "one step": { steps: [visit] },
    "nothing yet": { steps: [{ ...paid, key: "first" }, paid] },
    long: { steps: [{ ...visit, text: longName(words), note: longSentence(words), onTap: nothing }, paid] },
  };
});

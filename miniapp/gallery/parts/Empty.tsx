import { Empty } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longSentence } from "../given/names";

export const examples = examplesOf("Empty", Empty, (words) => {
  const { t, say } = words;
  return {
    "one sentence": { text: t.field.list.none },
    "with a note": { text: t.today.noIncomeYet, note: longSentence(words) },
    "with a way on": {
      text: t.today.noCustomers,
      action: { id: "empty-on", text: say("看客户", "See clients"), onTap: nothing },
    },
  };
});

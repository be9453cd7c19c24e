import { ChoiceField } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName } from "../given/names";

export const examples = examplesOf("ChoiceField", ChoiceField, (words) => {
  const { say } = words;
  const field = { label: say("客户", "Client"), hint: say("选一家", "Choose one"), chosen: null, onTap: nothing };
  return {
    "nothing chosen": { ...field, id: "choice-empty", required: true },
    chosen: { ...field, id: "choice-chosen", chosen: say("海岳机械", "Haiyue Machinery") },
    "long name": { ...field, id: "choice-long", chosen: longName(words) },
    wrong: { ...field, id: "choice-wrong", required: true, fault: say("先选一家客户", "Choose a client first") },
  };
});

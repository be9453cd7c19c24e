import { NoRightCard } from "@/components/NoRightCard";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("NoRightCard", NoRightCard, ({ say }) => {
  const page = {
    ...{ id: "gallery-back", onBack: nothing },
    text: say("成员资料由人事和管理员管", "HR and administrators look after members"),
  };
  return {
    "somebody can help": { ...page, names: [say("周敏", "Zhou Min"), say("林静", "Lin Jing")] },
    "nobody is known": { ...page, names: [] },
  };
});

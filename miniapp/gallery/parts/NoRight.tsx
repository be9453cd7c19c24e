import { NoRight } from "@/ui";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("NoRight", NoRight, ({ say }) => ({
  "somebody can help": { names: [say("周敏", "Zhou Min"), say("林静", "Lin Jing")] },
  "nobody is known": { names: [] },
  "with a way back": { names: [], onBack: nothing },
}));

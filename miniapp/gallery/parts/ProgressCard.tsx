import { ProgressCard } from "@/components/ProgressCard";
import { examplesOf } from "../examples";
import { hugeFen, longName } from "../given/names";
import { monthOf } from "../given/progress";

export const examples = examplesOf(
  "ProgressCard",
  ProgressCard,
  (words) => {
    const { t, f, say } = words;
    const card = {
      title: f.dayWithWeekday("2026-03-26"),
      aside: say("华南直销一组", "South China 1"),
      withoutTarget: t.today.noTarget({ month: say("3月", "March"), names: say("陈浩", "Chen Hao") }),
    };
    return {
      "nothing sold": { ...card, ...monthOf(0, 20_000_000) },
      behind: { ...card, ...monthOf(9_000_000, 20_000_000) },
      "near the target": { ...card, ...monthOf(19_999_999, 20_000_000) },
      reached: { ...card, ...monthOf(20_000_000, 20_000_000) },
      "far beyond": { ...card, ...monthOf(hugeFen, 20_000_000) },
      "no target": { ...card, ...monthOf(18_400_000, null) },
      "more returned than sold": { ...card, ...monthOf(-1_500_000, 20_000_000) },
      "huge, long team": { ...card, ...monthOf(hugeFen - 1, hugeFen), aside: longName(words) },
    };
  },
  "page",
);

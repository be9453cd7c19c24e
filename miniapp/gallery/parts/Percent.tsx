import { Percent } from "@/ui";
import { examplesOf } from "../examples";

export const examples = examplesOf("Percent", Percent, () => ({
  whole: { ratio: { n: 3, d: 4 } },
  "one decimal": { ratio: { n: 19, d: 22 } },
  none: { ratio: { n: 0, d: 1 } },
  "far above": { ratio: { n: 12_345, d: 100 } },
  "below an edge": { ratio: { n: 7_999, d: 10_000 }, edges: [{ n: 4, d: 5 }] },
  "not known": { ratio: null },
}));

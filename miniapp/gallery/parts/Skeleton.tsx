import { Skeleton } from "@/ui";
import { examplesOf } from "../examples";

export const examples = examplesOf("Skeleton", Skeleton, () => ({
  usual: {},
  "two rows": { rows: [60, 30] },
}));

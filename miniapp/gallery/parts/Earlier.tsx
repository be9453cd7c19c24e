import { Earlier } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { offline } from "../given/failures";

export const examples = examplesOf("Earlier", Earlier, (words) => {
  const earlier = { busy: false, failure: null, show: nothing };
  return {
    "there is more": { id: "earlier", earlier },
    "is being fetched": { id: "earlier-busy", earlier: { ...earlier, busy: true } },
    failed: { id: "earlier-failed", earlier: { ...earlier, failure: offline(words) } },
  };
});

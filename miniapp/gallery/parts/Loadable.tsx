import { Loadable, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { gone, noRight, offline } from "../given/failures";
import { longSentence } from "../given/names";

export const examples = examplesOf("Loadable", Loadable, (words) => {
  const block = { failure: null, onRetry: nothing, children: <Words>{longSentence(words)}</Words> };
  const failed = { ...block, state: "failed" as const };
  return {
    loading: { ...block, state: "loading" },
    ready: { ...block, state: "ready" },
    failed: { ...failed, id: "loadable", failure: offline(words) },
    gone: { ...failed, id: "loadable-gone", failure: gone(words) },
    "no right": { ...failed, id: "loadable-right", failure: noRight(words) },
  };
});

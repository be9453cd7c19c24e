import { ErrorBlock } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { gone, noRight, offline, refused } from "../given/failures";

export const examples = examplesOf("ErrorBlock", ErrorBlock, (words) => ({
  "no network": { id: "error-offline", failure: offline(words), onRetry: nothing },
  "refused, with a number": { id: "error-refused", failure: refused(words), onRetry: nothing },
  gone: { id: "error-gone", failure: gone(words), onBack: nothing },
  "no right": { id: "error-right", failure: noRight(words), onBack: nothing },
  "nothing to do here": { id: "error-still", failure: refused(words) },
}));

import type { clientErrors as chinese } from "../zhCN/clientErrors";

export const clientErrors: typeof chinese = {
  "customer.assignPast":
    "Today and past days keep their owners, since what was signed then counts for them. Nothing was changed. Choose tomorrow or a later day; whoever must visit today can serve the client beside its owner at once.",
  "customer.mergedSince":
    "There was another merge after this one. Nothing was undone, and the client stays as it is. Undo the later one first, then this one.",
  "customer.mergeTooLarge":
    "Together they would have too much: 50 places, 20 contacts and 20 tags at most. Nothing was merged. Remove what is there twice, then merge.",
  "customer.notMerged":
    "These two are not one at the moment; somebody may have undone it. Nothing was changed. Go back and look at them as they are now.",
  "customer.pinWaits":
    "Somebody has proposed a pin for a place that came with it, and waits. Nothing was undone. Decide on that pin, then undo the merge.",
  "customer.undoTooLate":
    "The merge is more than 7 days old and stays. The client remains as it is, and nobody's pay changes. If they are two after all, add the other one anew and record there from now on.",
  "duplicate.unknown":
    "This pair is gone: the two have become one, or are not alike any more. Nothing else has changed. Go back to the list and refresh it.",
  "siteCode.sheetGone":
    "This sheet is kept no more: it was there for 7 days. The code that is up still counts. To print another sheet, make a new code.",
};

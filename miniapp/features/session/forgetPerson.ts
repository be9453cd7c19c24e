import { takeTapped } from "@/features/checkIns/tappedElsewhere";
import { forgetChosen } from "@/features/customers/chosenPlace";
import { dropFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { forgetFailures } from "@/features/reports/seenFailures";
import { useSettings } from "@/features/settings/settingsStore";
import { forget, storedNames } from "@/platform/storage";

/** What is kept under names that begin so goes. @param but what stays all the same */
export function forgetNamed(beginnings: readonly string[], but: ReadonlySet<string> = new Set()): void {
  for (const name of storedNames())
    if (!but.has(name) && beginnings.some((beginning) => name.startsWith(beginning))) forget(name);
}

/** Nothing that this program has read, located or chosen for somebody stays in its memory. */
export function forgetRead(): void {
  queryClient.clear();
  dropFix();
  forgetChosen();
  takeTapped();
  forgetFailures();
  useSettings.getState().choose({ role: null });
}

/** The same, where another person has come: nor are answers to the one before kept on the phone. What they have written is. */
export function forgetPerson(memberId: string): void {
  forgetRead();
  forgetNamed([`copy:${memberId}:`]);
}

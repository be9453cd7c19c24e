import type { ExportView } from "@shared/contracts";
import type { PageWords } from "@/texts/pageWords";

/** What a table is of: which list, whose, and what it was narrowed to. */
export function exportText(
  { what, filter }: Pick<ExportView, "what" | "filter">,
  { t, f }: Pick<PageWords, "t" | "f">,
): string {
  const words = t.exports;
  const { view, period, state, words: searched } = filter;
  return [
    words.whats[what],
    words.views[view],
    period && f.month(period),
    state && words.states[state],
    searched && `“${searched}”`,
  ]
    .filter(Boolean)
    .join(" · ");
}

import type { ExportView } from "@shared/contracts";
import type { exportsWords } from "@/texts/areas/exports";
import type { WordsWith } from "@/texts/pageWords";

/** What a table is of: which list, whose, and what it was narrowed to. */
export function exportText(
  { what, filter }: Pick<ExportView, "what" | "filter">,
  { t, f }: Pick<WordsWith<typeof exportsWords>, "t" | "f">,
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

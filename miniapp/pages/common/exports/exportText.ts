import type { ExportView } from "@shared/contracts";
import type { exportsWords } from "@/texts/areas/exports";
import type { WordsWith } from "@/texts/pageWords";

/** What a table is of: which list, whose, and what it was narrowed to. */
export function exportText(
  { what, filter }: Pick<ExportView, "what" | "filter">,
  { t, f }: Pick<WordsWith<typeof exportsWords>, "t" | "f">,
): string {
  const words = t.exports;
  const { view, period, state, words: searched, chosen, ...narrowing } = filter;
  return [
    words.whats[what],
    chosen === undefined ? words.views[view] : words.chosen({ count: chosen }),
    period && f.month(period),
    state && words.states[state],
    narrowingText(narrowing, { t, f }),
    searched && `“${searched}”`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Which clients of a list: of a grade, whose pin is known so; empty for all. */
export const narrowingText = (
  { grade, pin }: Pick<ExportView["filter"], "grade" | "pin">,
  { t, f }: Pick<WordsWith<typeof exportsWords>, "t" | "f">,
): string => f.said(grade && t.exports.ofGrade({ grade }), pin && t.exports.pins[pin]);

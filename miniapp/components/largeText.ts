import type { Large } from "@shared/domain/sale";
import type { Formats, Texts } from "@/texts";

/** Why it is asked whether a sum is meant. @param repName of whom, for somebody else; null: of the reader */
export function largeText(than: Large | null, repName: string | null, { t, f }: { t: Texts; f: Formats }): string {
  const words = t.sales.record.large;
  if (than === null) return words.unsaid;
  return f.sentences([words[than.than]({ sum: f.money(than.fen), name: repName }), words.check]);
}

import type { Large } from "@shared/domain/sale";
import { type Formats, known } from "@/texts";
import type { notesWords } from "@/texts/areas/main/notes";
import type { TextsWith } from "@/texts/pageWords";

/** Why it is asked whether a sum is meant. @param repName of whom, for somebody else; null: of the reader */
export function largeText(
  than: Large | null,
  repName: string | null,
  { t, f }: { t: TextsWith<typeof notesWords>; f: Formats },
): string {
  const words = t.notes.large;
  const said = than && known(words.than, than.than);
  return said ? f.sentences([said({ sum: f.money(than.fen), name: repName }), words.check]) : words.unsaid;
}

import { usePrintedBy } from "@/features/tables/usePrintedBy";
import { titleOnPaper } from "@/platform/columns";
import { usePrinting } from "@/ui/usePrinting";
import "./paper.scss";

/** On paper: which page it is, and who has printed it, when. */
export function PaperFoot() {
  const by = usePrintedBy();
  const said = usePrinting(() => [titleOnPaper(), by()].join(" · "));
  return said === null ? null : <div className="desk-paper">{said}</div>;
}

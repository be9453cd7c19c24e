import { useSyncExternalStore } from "react";
import { usePrintedBy } from "@/features/tables/usePrintedBy";
import { onTitle, titleNow } from "@/platform/columns";
import { usePrinting } from "@/ui/usePrinting";
import "./paper.scss";

/** On paper: which page it is, and who has printed it, when. */
export function PaperFoot() {
  const title = useSyncExternalStore(onTitle, titleNow);
  const said = usePrinting(usePrintedBy());
  return said === null ? null : <div className="desk-paper">{[title, said].join(" · ")}</div>;
}

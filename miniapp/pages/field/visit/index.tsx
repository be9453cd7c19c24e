import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { useWords } from "@/texts";
import { VisitForm } from "./VisitForm";
import { VisitRead } from "./VisitRead";

/** What did I learn, and does this visit count? To write while there is no record, to read afterwards. */
export default function Visit() {
  const { t } = useWords();
  const { checkInId, visitId, on } = usePageParams();
  usePageFrame({ title: t.field.visit.title });
  if (visitId) return <VisitRead visitId={visitId} />;
  return <VisitForm checkInId={checkInId ?? ""} {...(on && { on })} />;
}

import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { useWords } from "@/texts";
import { VisitCorrect } from "./VisitCorrect";
import { VisitForm } from "./VisitForm";
import { VisitRead } from "./VisitRead";

/** What did I learn, and does this visit count? To write while there is no record, to read afterwards. */
export default function Visit() {
  const { t } = useWords();
  const { checkInId, visitId, on, correct } = usePageParams();
  usePageFrame({ title: correct ? t.field.visit.correct.title : t.field.visit.title });
  if (visitId && correct) return <VisitCorrect visitId={visitId} />;
  if (visitId) return <VisitRead visitId={visitId} />;
  return <VisitForm checkInId={checkInId ?? ""} {...(on && { on })} />;
}

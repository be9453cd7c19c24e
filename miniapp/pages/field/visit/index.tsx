import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { VisitCorrect } from "./VisitCorrect";
import { VisitForm } from "./VisitForm";
import { VisitRead } from "./VisitRead";

/** What did I learn, and does this visit count? To write while there is no record, to read afterwards. */
export default openedWith({ checkInId: "id?", visitId: "id?", on: "day?", correct: "id?" }, Visit, {
  oneOf: ["checkInId", "visitId"],
});

interface VisitAddress {
  checkInId?: string;
  visitId?: string;
  on?: string;
  correct?: string;
}

function Visit({ checkInId, visitId, on, correct }: VisitAddress) {
  const { t } = usePageWords(fieldWords);
  usePageFrame({ title: correct ? t.field.visit.correct.title : t.field.visit.title });
  if (visitId && correct) return <VisitCorrect visitId={visitId} />;
  if (visitId) return <VisitRead visitId={visitId} />;
  return <VisitForm checkInId={checkInId ?? ""} {...(on && { on })} />;
}

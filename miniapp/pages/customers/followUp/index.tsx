import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { followUpWords } from "@/texts/areas/followUp";
import { usePageWords } from "@/texts/pageWords";
import { FollowUpCorrect } from "./FollowUpCorrect";
import { FollowUpNew } from "./FollowUpNew";
import { FollowUpRead } from "./FollowUpRead";

/** What was said with a client without going there. */
export default openedWith(
  { customerId: "id?", people: "id?", draft: "id?", followUpId: "id?", correct: "id?" },
  FollowUp,
  {
    oneOf: ["customerId", "followUpId"],
  },
);

interface FollowUpAddress {
  customerId?: string;
  people?: string;
  draft?: string;
  followUpId?: string;
  correct?: string;
}

function FollowUp({ customerId = "", people = "", draft, followUpId, correct }: FollowUpAddress) {
  const { t } = usePageWords(followUpWords);
  const words = t.followUp;
  usePageFrame({ title: correct ? words.correctTitle : followUpId ? words.title : words.newTitle });
  if (followUpId && correct) return <FollowUpCorrect followUpId={followUpId} />;
  if (followUpId) return <FollowUpRead followUpId={followUpId} />;
  return <FollowUpNew customerId={customerId} people={people} begun={draft} />;
}

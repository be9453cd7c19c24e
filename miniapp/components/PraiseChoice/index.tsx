import { View } from "@tarojs/components";
import type { PublicPraise } from "@shared/contracts";
import { known } from "@/texts";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Choices, ErrorBlock, type Failure, Words } from "@/ui";
import "./index.scss";

interface PraiseChoiceProps {
  /** Null while it is not known; none: nobody has chosen, and nothing is chosen for them. */
  choice: PublicPraise | "none" | null;
  failure: Failure | null;
  onChoose: (choice: PublicPraise) => void;
}

/** Whether my group may hear my name with a win, and what each choice means. */
export function PraiseChoice({ choice, failure, onChoose }: PraiseChoiceProps) {
  const { t } = usePageWords(meWords);
  if (choice === null) return null;
  return (
    <View className="praise-choice">
      <Choices
        id="praise"
        kind="segments"
        label={t.me.praise}
        value={choice === "none" ? null : choice}
        options={(["yes", "ask", "no"] as const).map((value) => ({ value, text: t.me.praises[value] }))}
        onChoose={onChoose}
      />
      <Words as="note" tone="quiet">
        {known(t.me.praiseNote, choice)}
      </Words>
      {failure && <ErrorBlock id="praise-error" failure={failure} />}
    </View>
  );
}

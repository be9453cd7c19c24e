import { View } from "@tarojs/components";
import type { VisitRecord } from "@/features/visits/useVisit";
import { useWords } from "@/texts";
import { Card, ShapeMark, Words } from "@/ui";
import "./index.scss";

interface ConditionsProps {
  outlook: VisitRecord["outlook"];
  written: boolean;
  /** The leader has still to decide on the check-in. */
  inDoubt: boolean;
}

/** Does this visit count? Each condition with its mark, and in one sentence what is missing. */
export function Conditions({ outlook, written, inDoubt }: ConditionsProps) {
  const { t, f } = useWords();
  const words = t.field.visit;
  const accepted = !outlook.reason?.startsWith("checkIn.");
  const sentence = {
    "checkIn.outside": words.noCheckIn,
    "checkIn.unverified": words.waitsForReview,
    "checkIn.rejected": words.rejected,
    "record.late": words.tooLate,
    "record.missing": words.tooLate,
    alreadyCountedToday: words.alreadyCounted,
  };
  return (
    <Card id="conditions" title={words.counts}>
      <Condition met={accepted} text={words.conditionCheckIn} />
      <Condition met={written} text={words.conditionRecord} />
      <Words as="sub" tone={outlook.effective ? "quiet" : "warn"} id="outlook">
        {outlook.reason
          ? sentence[outlook.reason]
          : written
            ? inDoubt
              ? words.willCountInDoubt
              : words.willCount
            : words.oneStepLeft({ left: f.duration(outlook.leftMs) })}
      </Words>
    </Card>
  );
}

function Condition({ met, text }: { met: boolean; text: string }) {
  return (
    <View className="condition">
      <View className={met ? "mark-ok" : "mark-plain"}>
        <ShapeMark shape={met ? "tick" : "ring"} />
      </View>
      <View className="condition-words">
        <Words as="body">{text}</Words>
      </View>
    </View>
  );
}

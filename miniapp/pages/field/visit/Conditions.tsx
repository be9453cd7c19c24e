import { View } from "@tarojs/components";
import type { VisitStanding } from "@shared/domain/visit";
import type { VisitRecord } from "@/features/visits/useVisit";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, ShapeMark, Words } from "@/ui";
import "./index.scss";

interface ConditionsProps {
  outlook: VisitRecord["outlook"];
  type: VisitRecord["type"];
  /** The required steps that are left out. */
  missing: VisitRecord["missing"];
  written: boolean;
  /** How it stands once its record is complete. */
  check: VisitStanding;
  /** Who decides on the check-in, where it is in doubt. */
  who: string;
}

/** Does this visit count? Each condition with its mark, and in one sentence what is missing. */
export function Conditions({ outlook, type, missing, written, check, who }: ConditionsProps) {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.visit;
  const wordOf = useTypeWords();
  const hasSteps = type.steps.some(({ kind, required }) => required && kind !== "record");
  const steps = f.names(missing.map(({ label }) => wordOf(label)));
  const accepted = !outlook.reason?.startsWith("checkIn.");
  const sentence = {
    "checkIn.outside": words.noCheckIn,
    "checkIn.unverified": check === "waits" ? words.waitsForReview({ who }) : words.notVerified,
    "checkIn.rejected": check === "appealed" ? words.appealed : words.rejected,
    "record.late": words.tooLate,
    "record.missing": words.tooLate,
    "steps.missing": words.stepsLeft({ steps, left: f.duration(outlook.leftMs) }),
    alreadyCountedToday: words.alreadyCounted,
  };
  return (
    <Card id="conditions" title={words.counts}>
      <Condition met={accepted} text={words.conditionCheckIn} />
      <Condition met={written} text={words.conditionRecord} />
      {hasSteps && <Condition met={missing.every(({ kind }) => kind === "record")} text={words.conditionSteps} />}
      <Words as="sub" tone={outlook.effective ? "quiet" : "warn"} id="outlook">
        {outlook.reason
          ? sentence[outlook.reason]
          : written
            ? check === "inDoubt"
              ? words.willCountInDoubt({ who })
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

import { View } from "@tarojs/components";
import { amountText } from "@shared/domain/moneyText";
import type { PhoneVerdict } from "@/features/earnings/useVerification";
import { linesWords } from "@/texts/areas/lines";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { ShapeMark, Words } from "@/ui";
import "./index.scss";

/** What this phone got when it computed the month again. */
export function Verdict({ verdict }: { verdict: PhoneVerdict }) {
  const { t } = usePageWords(linesWords);
  const agrees = verdict.kind === "agrees";
  return (
    <View className={`phone-verdict phone-verdict-${verdict.kind}`}>
      <ShapeMark shape={agrees ? "tick" : "question"} />
      <View className="phone-verdict-words">
        <Words as="head" tone={agrees ? "ok" : "warn"} live="polite" id="verdict-words">
          {textOf(verdict, t)}
        </Words>
      </View>
    </View>
  );
}

function textOf(verdict: PhoneVerdict, t: TextsWith<typeof linesWords>): string {
  const words = t.lines;
  if (verdict.kind === "agrees") return words.agrees;
  if (verdict.kind === "cannot") return words.cannotVerify;
  return words.differs({ server: amountText(verdict.serverFen), phone: amountText(verdict.phoneFen) });
}

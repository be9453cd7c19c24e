import { amountText } from "@shared/domain/moneyText";
import type { PhoneVerdict } from "@/features/earnings/useVerification";
import { useWords } from "@/texts";
import { Card, Words } from "@/ui";

/** What this phone got when it computed the month again. */
export function Verdict({ verdict }: { verdict: PhoneVerdict }) {
  const { t } = useWords();
  const words = t.earnings.line;
  const text = {
    agrees: () => words.agrees,
    cannot: () => words.cannotVerify,
    differs: () =>
      verdict.kind === "differs"
        ? words.differs({ server: amountText(verdict.serverFen), phone: amountText(verdict.phoneFen) })
        : "",
  }[verdict.kind]();
  return (
    <Card id="verdict" tone={verdict.kind === "agrees" ? "ok" : verdict.kind === "differs" ? "bad" : "warn"}>
      <Words as="head" live="polite" id="verdict-words">
        {text}
      </Words>
    </Card>
  );
}

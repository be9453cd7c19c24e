import type { AnswerOf } from "@shared/contracts";
import { grouped } from "@shared/domain/moneyText";
import { planCheckWords } from "@/texts/areas/planCheck";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, type Failure, Words } from "@/ui";

interface PlanCheckCardProps {
  check: AnswerOf<"plans.report">["check"];
  /** Whoever may have it checked, where it was not. */
  mayAsk: boolean;
  busy: boolean;
  failure: Failure | null;
  onAsk: () => void;
}

/** How far the check of a version is, what it has looked at, and what it has not. */
export function PlanCheckCard({ check, mayAsk, busy, failure, onAsk }: PlanCheckCardProps) {
  const { t, f } = usePageWords(planCheckWords);
  const words = t.planCheck;
  const { state, report } = check;
  const isCut = report !== null && report.unfinished.length > 0;
  return (
    <Card id="plan-check" title={words.title} {...(isCut && { tone: "warn" as const })}>
      <Words live="polite">{standing()}</Words>
      {report && report.leftOut > 0 && <Words as="sub">{words.leftOut({ count: String(report.leftOut) })}</Words>}
      {isCut && (
        <Words as="sub" id="plan-check-unfinished">
          {words.unfinished({
            names: f.names(report.unfinished.flatMap((code) => (code in words.names ? words.names[code] : []))),
          })}
        </Words>
      )}
      {(state === "none" || state === "failed") && mayAsk && (
        <Button
          id="plan-check-ask"
          text={busy ? words.asking : words[state === "failed" ? "again" : "ask"]}
          disabled={busy}
          onTap={onAsk}
        />
      )}
      {failure && <ErrorBlock id="plan-check-error" failure={failure} onRetry={onAsk} />}
    </Card>
  );

  function standing(): string {
    if (report) {
      const count = report.findings.length + report.leftOut;
      const probes = grouped(String(report.probes));
      return count === 0 ? words.clean({ probes }) : words.found({ probes, count: String(count) });
    }
    if (state === "waiting") return words.waiting({ done: String(check.done), total: String(check.total) });
    return words[state === "failed" ? "failed" : "none"];
  }
}

import { grouped } from "@shared/domain/moneyText";
import { type PlanCheck, type PlanDetail, useCheckPlan } from "@/features/plans/usePlans";
import { planCheckWords } from "@/texts/areas/planCheck";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";

interface CheckCardProps {
  plan: Pick<PlanDetail, "planId" | "revision">;
  check: PlanCheck;
  /** Whoever may have it checked, where it was not. */
  mayAsk: boolean;
}

/** How far the check of a version is, what it has looked at, and what it has not. */
export function CheckCard({ plan, check, mayAsk }: CheckCardProps) {
  const { t, f } = usePageWords(planCheckWords);
  const words = t.planCheck;
  const ask = useCheckPlan(plan);
  const { state, report } = check;
  const isOpen = state === "none" || state === "failed";
  return (
    <Card
      id="plan-check"
      title={words.title}
      {...(report && report.unfinished.length > 0 && { tone: "warn" as const })}
    >
      <Words live="polite">{standing()}</Words>
      {report && report.leftOut > 0 && <Words as="sub">{words.leftOut({ count: String(report.leftOut) })}</Words>}
      {report && report.unfinished.length > 0 && (
        <Words as="sub" id="plan-check-unfinished">
          {words.unfinished({ names: f.names(report.unfinished.map((code) => words.names[code])) })}
        </Words>
      )}
      {isOpen && mayAsk && (
        <Button
          id="plan-check-ask"
          text={ask.busy ? words.asking : words[state === "failed" ? "again" : "ask"]}
          disabled={ask.busy}
          onTap={() => void ask.run(null)}
        />
      )}
      {ask.failure && <ErrorBlock id="plan-check-error" failure={ask.failure} onRetry={() => void ask.run(null)} />}
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

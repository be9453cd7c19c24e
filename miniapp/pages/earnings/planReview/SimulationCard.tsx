import type { AnswerOf } from "@shared/contracts";
import { grouped, percentText, ratioOf } from "@shared/domain/moneyText";
import { planCheckWords } from "@/texts/areas/planCheck";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, type Failure, Words } from "@/ui";

type Simulation = AnswerOf<"simulations.read">;
type Report = NonNullable<Simulation["report"]>;

interface SimulationCardProps {
  simulation: Simulation;
  busy: boolean;
  failure: Failure | null;
  onBegin: () => void;
}

/** So many of each list; who wants more reads the whole in a table. */
const shownMax = 5;

/** What a version would have cost, and who gains or loses by it. */
export function SimulationCard({ simulation, busy, failure, onBegin }: SimulationCardProps) {
  const { t } = usePageWords(planCheckWords);
  const words = t.planCheck.simulation;
  const { state, report, done, total, isCurrent, mayBegin, isWithheld = false } = simulation;
  const isOld = report !== null && !isCurrent;
  return (
    <Card id="plan-simulation" title={words.title} {...(isOld && { tone: "warn" as const })}>
      {state !== "done" && <Words live="polite">{standing()}</Words>}
      {isOld && <Words live="polite">{words.old}</Words>}
      {isWithheld && <Words live="polite">{words.withheld}</Words>}
      {report && <Told report={report} />}
      {mayBegin && state !== "waiting" && (
        <Button
          id="plan-simulate"
          text={busy ? words.asking : words[state === "none" ? "ask" : "again"]}
          disabled={busy}
          onTap={onBegin}
        />
      )}
      {failure && <ErrorBlock id="plan-simulation-error" failure={failure} onRetry={onBegin} />}
    </Card>
  );

  function standing(): string {
    if (state !== "waiting") return words[state === "failed" ? "failed" : "none"];
    return total === null
      ? words.waiting
      : words.counting({ done: grouped(String(done)), total: grouped(String(total)) });
  }
}

function Told({ report }: { report: Report }) {
  const { t, f } = usePageWords(planCheckWords);
  const words = t.planCheck.simulation;
  const { salesFen, beforeFen, afterFen, people, teams, components } = report;
  const differenceFen = afterFen - beforeFen;
  const count = (value: number) => grouped(String(value));
  const moved = (one: { name: string; beforeFen: number; afterFen: number }) =>
    words.moved({ name: one.name, before: f.money(one.beforeFen), after: f.money(one.afterFen) });
  const shareOf = (fen: number) => percentText(ratioOf(fen, salesFen));
  const told = [
    report.isMadeUp
      ? words.madeUp({ members: count(report.memberCount) })
      : words.span({
          ...{ from: f.month(report.from), to: f.month(report.to) },
          ...{ members: count(report.memberCount), months: count(report.monthCount) },
        }),
    salesFen > 0
      ? words.costShare({
          ...{ before: f.money(beforeFen), beforeShare: shareOf(beforeFen) },
          ...{ after: f.money(afterFen), afterShare: shareOf(afterFen) },
        })
      : words.cost({ before: f.money(beforeFen), after: f.money(afterFen) }),
    differenceFen === 0
      ? words.equal
      : words[differenceFen > 0 ? "more" : "less"]({ amount: f.money(Math.abs(differenceFen)) }),
    words.people({ winners: count(report.winners), losers: count(report.losers), same: count(report.same) }),
    words.median({ before: f.money(report.medianBeforeFen), after: f.money(report.medianAfterFen) }),
  ];
  const noted = [
    ...(report.exceptions > 0 ? [words.exceptions({ count: count(report.exceptions) })] : []),
    ...(report.nearCliffs > 0 ? [words.nearCliffs({ count: count(report.nearCliffs) })] : []),
    ...(report.unequalBands > 0 ? [words.unequal({ count: count(report.unequalBands) })] : []),
    ...report.fairness.flatMap(({ kind, count: often, amountFen }) =>
      kind in words.fairness ? words.fairness[kind]({ count: count(often), amount: f.money(amountFen ?? 0) }) : [],
    ),
    ...(people === null && !report.isMadeUp ? [words.hidden] : []),
  ];
  const lists = [
    { id: "gains", title: words.gains, rows: people?.gains ?? [] },
    { id: "losses", title: words.losses, rows: people?.losses ?? [] },
    { id: "teams", title: words.teams, rows: teams.length > 1 ? teams : [] },
    { id: "components", title: words.components, rows: components.length > 1 ? components : [] },
  ];
  return (
    <>
      {told.map((sentence) => (
        <Words key={sentence}>{sentence}</Words>
      ))}
      {noted.map((sentence) => (
        <Words key={sentence} as="sub">
          {sentence}
        </Words>
      ))}
      {lists.map(
        ({ id, title, rows }) =>
          rows.length > 0 && (
            <Words key={id} as="sub" id={`plan-simulation-${id}`}>
              {f.sentences([title, f.clauses(rows.slice(0, shownMax).map(moved))])}
            </Words>
          ),
      )}
    </>
  );
}

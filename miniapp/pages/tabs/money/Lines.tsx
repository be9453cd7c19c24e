import type { LineDoubtView, LineView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { totalsOf } from "@shared/domain/pay/evaluation/totals";
import { monthOf } from "@shared/domain/time";
import { open } from "@/features/navigation";
import { decidersText } from "@/components/decidersText";
import { monthName } from "@/components/progressWords";
import { routes } from "@/routes";
import { known } from "@/texts";
import { earningsWords } from "@/texts/areas/main/earnings";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Row, StatusMark, Words } from "@/ui";

interface LinesProps {
  period: string;
  lines: readonly LineView[];
  doubts: readonly LineDoubtView[];
}

/** Every amount of the month with its state; each opens the line that says where it comes from. */
export function Lines({ period, lines, doubts }: LinesProps) {
  const { t, f } = usePageWords(earningsWords);
  const inDoubt = (lineId: string): string | null => {
    const doubt = doubts.find((one) => one.lineId === lineId);
    if (!doubt) return null;
    const who = decidersText(doubt.deciderNames, "leader", { t, f });
    return t.earnings.inDoubt({ who, until: f.instant(new Date(doubt.decideUntil)) });
  };
  /** A sale of an earlier month is here because of when it was confirmed. */
  const dayOf = (saleId: string | null, on: string): string =>
    saleId !== null && monthOf(on) < period
      ? t.earnings.signedEarlier({ day: f.day(on), month: monthName(period, period, f) })
      : f.day(on);
  return (
    <>
      {repeated(lines).map((group) => (
        <GroupSum key={group[0]?.componentCode} lines={group} />
      ))}
      {newestFirst(lines).map((line) => {
        const about = [line.customerName, line.on && dayOf(line.saleId, line.on)].filter(Boolean).join(" · ");
        const amount = amountText(line.amountFen);
        const doubt = inDoubt(line.lineId);
        return (
          <Row
            key={line.lineId}
            id={`line-${line.lineId}`}
            text={line.name}
            note={
              <>
                <Words as="sub" tone="quiet">
                  {noteOf(line, about)}
                </Words>
                {doubt && (
                  <Words as="sub" tone="warn" id={`line-doubt-${line.lineId}`}>
                    {doubt}
                  </Words>
                )}
              </>
            }
            value={
              <>
                <Amount fen={line.amountFen} status={line.status} />
                <StatusMark about="money" is={line.status} />
              </>
            }
            label={t.earnings.lineLabel({
              name: f.said(line.name, about, doubt),
              amount,
              status: known(t.status.money, line.status) ?? "",
            })}
            onTap={() => open(routes.line({ period, lineId: line.lineId }))}
          />
        );
      })}
    </>
  );
}

/** Lines of one rule, where it has several. */
function repeated(lines: readonly LineView[]): LineView[][] {
  const groups = new Map<string, LineView[]>();
  for (const line of lines) groups.set(line.componentCode, [...(groups.get(line.componentCode) ?? []), line]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** What the lines of one rule come to; amounts in several states are never added together. */
function GroupSum({ lines }: { lines: readonly LineView[] }) {
  const { t } = usePageWords(earningsWords);
  const totals = totalsOf(lines);
  const [first] = lines;
  if (!first) return null;
  const countIn = (state: keyof LineView["states"]) => lines.filter(({ states }) => states[state] !== 0).length;
  return (
    <>
      {(["estimated", "earned", "payable", "paid"] as const)
        .filter((status) => totals[`${status}Fen`] !== 0)
        .map((status) => (
          <Row
            key={status}
            id={`sum-${first.componentCode}-${status}`}
            text={t.earnings.groupSum({ name: first.name, count: countIn(`${status}Fen`) })}
            value={
              <>
                <Amount fen={totals[`${status}Fen`]} status={status} />
                <StatusMark about="money" is={status} />
              </>
            }
          />
        ))}
    </>
  );
}

/** Whose order and when; where the line pays nothing, why. */
const noteOf = (line: LineView, about: string): string =>
  line.amountFen === 0 ? [about, line.sentence].filter(Boolean).join(" · ") : about || line.sentence;

/** Lines of the whole month first, then those of single facts, the newest on top. */
function newestFirst(lines: readonly LineView[]): LineView[] {
  return [...lines].sort((a, b) => (b.on ?? "9999").localeCompare(a.on ?? "9999"));
}

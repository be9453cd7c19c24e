import type { LineView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { known, useWords } from "@/texts";
import { Amount, Row, StatusMark, Words } from "@/ui";

/** Every amount of the month with its state; each opens the line that says where it comes from. */
export function Lines({ period, lines }: { period: string; lines: readonly LineView[] }) {
  const { t, f } = useWords();
  return (
    <>
      {newestFirst(lines).map((line) => {
        const about = [line.customerName, line.on && f.day(line.on)].filter(Boolean).join(" · ");
        const amount = amountText(line.amountFen);
        return (
          <Row
            key={line.lineId}
            id={`line-${line.lineId}`}
            text={line.name}
            note={
              <Words as="sub" tone="quiet">
                {noteOf(line, about)}
              </Words>
            }
            value={
              <>
                <Amount fen={line.amountFen} status={line.status} />
                <StatusMark about="money" is={line.status} />
              </>
            }
            label={t.earnings.lineLabel({
              name: f.said(line.name, about),
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

/** Whose order and when; where the line pays nothing, why. */
const noteOf = (line: LineView, about: string): string =>
  line.amountFen === 0 ? [about, line.sentence].filter(Boolean).join(" · ") : about || line.sentence;

/** Lines of the whole month first, then those of single facts, the newest on top. */
function newestFirst(lines: readonly LineView[]): LineView[] {
  return [...lines].sort((a, b) => (b.on ?? "9999").localeCompare(a.on ?? "9999"));
}

import type { SaleView } from "@shared/contracts";
import { percentOnScreen, ratioOf } from "@shared/domain/moneyText";
import { monthOf } from "@shared/domain/time";
import { useToday } from "@/features/today/useToday";
import { monthName } from "@/components/progressWords";
import { useWords } from "@/texts";
import { Card, Words } from "@/ui";

/** What the sale does to the team: `华南直销一队 63.8% → 68%`. */
export function TeamEffect({ sale }: { sale: SaleView }) {
  const { t, f } = useWords();
  const leads = useToday().data?.leads ?? [];
  const team = leads[0]?.team;
  // With several units it is not known here in which of them the rep is.
  if (leads.length !== 1 || !team || team.targetFen === null) return null;
  return (
    <Card>
      <Words id="team-effect">
        {t.sales.confirm.effect({
          team: team.name,
          from: percentOnScreen(ratioOf(team.doneFen, team.targetFen)),
          to: percentOnScreen(ratioOf(team.doneFen + sale.amountFen, team.targetFen)),
        })}
      </Words>
      {monthOf(sale.signedOn) !== team.period && (
        <Words as="sub" tone="quiet" id="counts-in">
          {t.sales.record.previewMonth({
            signed: monthName(monthOf(sale.signedOn), f),
            month: monthName(team.period, f),
          })}
        </Words>
      )}
    </Card>
  );
}

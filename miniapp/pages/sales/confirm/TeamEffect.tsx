import type { SaleView } from "@shared/contracts";
import { percentOnScreen, ratioOf } from "@shared/domain/moneyText";
import { useToday } from "@/features/today/useToday";
import { useWords } from "@/texts";
import { Card, Words } from "@/ui";

/** What the sale does to the team: `华南直销一队 63.8% → 68%`. */
export function TeamEffect({ sale }: { sale: SaleView }) {
  const { t } = useWords();
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
    </Card>
  );
}

import type { AnswerOf } from "@shared/contracts";
import { percentText, ratioOf } from "@shared/domain/moneyText";
import { usePresentMonth } from "@/features/time";
import { monthName } from "@/components/progressWords";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";

type Effect = AnswerOf<"sales.read">["teamEffects"][number];

/** What confirming does to each team that the sale counts for: `华南直销一队 3月完成 63.8% → 68%`. */
export function TeamEffect({ effects }: { effects: Effect[] }) {
  const { t, f } = usePageWords(saleFormsWords);
  const present = usePresentMonth();
  if (effects.length === 0) return null;
  const shown = (fen: number, { targetFen }: Effect) =>
    targetFen === null ? f.sales(fen) : percentText(ratioOf(fen, targetFen));
  return (
    <Card id="team-effects">
      {effects.map((effect) => (
        <Words key={`${effect.unitId} ${effect.period}`} id={`team-effect-${effect.unitId}`}>
          {t.sales.confirm.effect({
            team: effect.name,
            month: monthName(effect.period, present, f),
            from: shown(effect.doneBeforeFen, effect),
            to: shown(effect.doneFen, effect),
          })}
        </Words>
      ))}
    </Card>
  );
}

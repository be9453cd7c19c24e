import { View } from "@tarojs/components";
import { percentText } from "@shared/domain/moneyText";
import { useWords } from "@/texts";
import { Bullet, SalesFigure, Words } from "@/ui";
import { gapText, standingText, type Standing } from "../progressWords";
import "./index.scss";

interface TeamBulletProps {
  doneFen: number;
  targetFen: number | null;
  standing: Standing;
  leftFen: number;
  drawn: { done: number; pace: number | null };
  /** Null: not known. */
  workingDaysLeft: number | null;
  /** Who publishes targets, in words; empty where nobody is known. */
  publishers: string;
}

/** A team's month: figures, bullet, and what is missing in which time. */
export function TeamBullet({
  doneFen,
  targetFen,
  standing,
  leftFen,
  drawn,
  workingDaysLeft,
  publishers,
}: TeamBulletProps) {
  const { t, f } = useWords();
  if (targetFen === null)
    return (
      <>
        <SalesFigure fen={doneFen} size="display" />
        <Words tone="quiet">{t.common.team.noTarget({ names: publishers })}</Words>
      </>
    );
  const gap = gapText(standing, t);
  return (
    <>
      <View className="team-figures">
        <View className="team-sum">
          <SalesFigure fen={doneFen} size="title" />
          <Words as="sub" tone="quiet">
            {t.today.target({ target: f.sales(targetFen) })}
          </Words>
        </View>
        <View className="team-percent">
          <Words as="display">{percentText(standing.attainment)}</Words>
          {gap && (
            <Words as="sub" tone={standing.against?.kind === "behind" ? "warn" : "ok"}>
              {gap}
            </Words>
          )}
        </View>
      </View>
      <Bullet
        share={drawn.done}
        pace={drawn.pace}
        targetText={t.today.target({ target: f.sales(targetFen) })}
        paceText={t.today.pace({ percent: percentText(standing.timeGone) })}
        say={standingText(standing, f.sales(doneFen), t)}
      />
      <View className="team-left">
        <Words as="sub" tone="quiet">
          {leftFen === 0
            ? t.today.reached
            : workingDaysLeft === null
              ? t.today.left({ money: f.sales(leftFen) })
              : t.common.team.left({ money: f.sales(leftFen), days: workingDaysLeft })}
        </Words>
      </View>
    </>
  );
}

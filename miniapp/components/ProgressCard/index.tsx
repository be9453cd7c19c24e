import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { percentText } from "@shared/domain/moneyText";
import { useWords } from "@/texts";
import { Bullet, Card, Ring, SalesFigure, Words } from "@/ui";
import { gapText, standingText, type Standing } from "../progressWords";
import "./index.scss";

interface ProgressCardProps {
  doneFen: number;
  targetFen: number | null;
  standing: Standing;
  leftFen: number;
  drawn: { done: number; pace: number | null };
  /** Above the ring: the day, and whose target it is. */
  title: string;
  aside: string;
  /** In place of the ring while there is no target. */
  withoutTarget: string;
  /** Below it: what it pays. */
  children?: ReactNode;
}

/** How far am I? Ring, figures and time gone: the first card of 今日. */
export function ProgressCard(props: ProgressCardProps) {
  const { doneFen, targetFen, standing, leftFen, drawn, title, aside, withoutTarget, children } = props;
  const { t, f } = useWords();
  if (targetFen === null || !standing.attainment)
    return (
      <Card
        id="progress"
        title={title}
        aside={
          <Words as="sub" tone="quiet">
            {aside}
          </Words>
        }
      >
        <SalesFigure fen={doneFen} size="display" />
        <Words tone="quiet">{withoutTarget}</Words>
        {children}
      </Card>
    );
  const gap = gapText(standing, t);
  const say = standingText(standing, f.sales(doneFen), t);
  return (
    <Card
      id="progress"
      title={title}
      aside={
        <Words as="sub" tone="quiet">
          {aside}
        </Words>
      }
    >
      <View className="progress-top">
        <Ring
          share={drawn.done}
          text={percentText(standing.attainment)}
          say={t.today.progress({ percent: percentText(standing.attainment) })}
        />
        <View className="progress-figures">
          <SalesFigure fen={doneFen} size="display" />
          <Words as="sub" tone="quiet">
            {t.today.target({ target: f.sales(targetFen) })}
          </Words>
          {gap && (
            <Words as="sub" tone={standing.against?.kind === "behind" ? "warn" : "ok"} id="against">
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
        say={say}
      />
      <View className="progress-words">
        <Words as="head" id="progress-sentence">
          {t.today.progress({ percent: percentText(standing.attainment) })}
        </Words>
        <Words as="sub" tone="quiet">
          {leftFen > 0 ? t.today.left({ money: f.sales(leftFen) }) : t.today.reached}
        </Words>
      </View>
      {children}
    </Card>
  );
}

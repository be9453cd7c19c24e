import { percentText, type Exact } from "@shared/domain/moneyText";
import { isSameYear } from "@shared/domain/time";
import type { Formats, Texts } from "@/texts";

/** What a result says about itself; the same words wherever it is shown. */
export interface Standing {
  attainment: Exact | null;
  timeGone: Exact | null;
  against: { kind: "ahead" | "behind" | "even"; points: string } | null;
}

/** `快 5.6 个点`, `慢 26.4 个点`; nothing without a target. */
export function gapText(standing: Standing, t: Texts): string | null {
  if (!standing.against) return null;
  const { kind, points } = standing.against;
  if (kind === "even") return t.today.onPace;
  return kind === "ahead" ? t.today.ahead({ points }) : t.today.behind({ points });
}

/** A chart of it in one sentence. */
export function standingText(standing: Standing, done: string, t: Texts): string {
  const gap = gapText(standing, t);
  if (!standing.attainment || gap === null) return t.today.sayNoTarget({ done });
  return t.today.sayProgress({
    percent: percentText(standing.attainment),
    pace: percentText(standing.timeGone),
    gap,
  });
}

/** `3月` or `March`; `2025年12月` or `December 2025` where that is not the year of the present month. */
export const monthName = (period: string, present: string, f: Formats): string =>
  isSameYear(period, present) ? f.month(period).replace(/^\d{4}年| \d{4}$/g, "") : f.month(period);

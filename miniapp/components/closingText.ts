import type { Closing } from "@shared/domain/period";
import type { Formats, Texts } from "@/texts";

/** Who closes a month and when, and what holds until then; null where nothing is left to say. `of`: of one's pay, or a team's result. */
export function closingText(
  closing: Closing | null,
  { month, of }: { month: string; of: "pay" | "team" },
  { t, f }: { t: Texts; f: Formats },
): string | null {
  if (closing === null) return null;
  const { stage, cutOffAt, byNames } = closing;
  const words = t.common.closing;
  const by = words.by({ names: byNames && f.names(byNames) });
  const until = cutOffAt && f.instant(cutOffAt);
  switch (stage) {
    case "closed":
      return null;
    case "running":
      return until && words.running({ until });
    case "taking":
      return until && words.taking[of]({ month, by, until });
    case "waiting":
      return words.waiting[of]({ month, by, until });
  }
}

import { type Fen, sumFen } from "../../money";
import type { BusinessDay } from "../../time";
import type { Release } from "../types";

/** What of one line has been released so far, and what of it was given out or kept. */
export interface OwedLine {
  releases: readonly Release[];
  settledFen: Fen;
  /** The day on which the line's month was approved; null: not yet. */
  approvedOn: BusinessDay | null;
}

/** An amount that is due, above 0. */
export interface Order {
  lineId: string;
  tranche: number;
  channel: Release["channel"];
  fen: Fen;
  dueOn: BusinessDay;
}

/**
 * What is ordered on a day: all that is due by then and not given out. What waits for the close is due no sooner than its month was
 * approved. What was given out or lost went by the order of due days, so that nothing that is ordered is below 0.
 */
export const ordersOn = (owed: readonly OwedLine[], on: BusinessDay): Order[] =>
  owed.flatMap((line) => ordersOfLine(line, on));

function ordersOfLine({ releases, settledFen, approvedOn }: OwedLine, on: BusinessDay): Order[] {
  const inTurn = releases
    .filter((release) => release.fen > 0)
    .map((release) => ({ ...release, dueOn: dueOf(release, approvedOn) }))
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  const lostFen = sumFen(inTurn.map(({ fen }) => fen)) - sumFen(releases.map(({ fen }) => fen));
  let goneFen = settledFen + lostFen;
  return inTurn.flatMap(({ lineId, tranche, channel, fen, dueOn }) => {
    const takenFen = Math.max(0, Math.min(fen, goneFen));
    goneFen -= takenFen;
    return fen === takenFen || dueOn > on ? [] : [{ lineId, tranche, channel, fen: fen - takenFen, dueOn }];
  });
}

/** Later than any day, as long as nobody has approved the month. */
const never: BusinessDay = "9999-12-31";

function dueOf({ dueOn, isAhead }: Release, approvedOn: BusinessDay | null): BusinessDay {
  if (isAhead) return dueOn;
  return approvedOn === null ? never : approvedOn > dueOn ? approvedOn : dueOn;
}

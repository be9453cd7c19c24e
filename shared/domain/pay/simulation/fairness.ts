import { type Fen } from "../../money";
import { type Exact } from "../numbers/number";
import { isMore, meanOf } from "./spread";

/** What is compared of a month. */
export interface ComparedMonth {
  group: string;
  salesFen: Fen;
  afterFen: Fen;
}

/** Months with as good as the same sales, of groups that are paid differently for them. */
export interface UnequalPay {
  /** Sales from here on … */
  fromFen: Fen;
  /** … and below this. */
  belowFen: Fen;
  /** In the order of their names; the mean pay of a month, in fen. */
  groups: { group: string; monthCount: number; meanPayFen: Exact }[];
  /** Of the groups in the order of their names the first that is paid least, and the first that is paid most. */
  least: string;
  most: string;
}

export interface Fairness {
  /** Bands of sales in which groups are paid differently, from the lowest sales up. */
  unequal: UnequalPay[];
  /** Bands of sales in which there were months of several groups. */
  comparedCount: number;
}

/** Sales that differ by less count as the same. */
export const sameSalesFen: Fen = 1_000_000;

/** Same sales, different pay: groups side by side, band by band of sales. A month without sales has nothing to compare. */
export function fairnessOf(months: readonly ComparedMonth[]): Fairness {
  const bands = new Map<number, Map<string, Fen[]>>();
  for (const { group, salesFen, afterFen } of months) {
    if (salesFen <= 0) continue;
    const band = Math.floor(salesFen / sameSalesFen);
    const groups = bands.get(band) ?? new Map<string, Fen[]>();
    bands.set(band, groups.set(group, [...(groups.get(group) ?? []), afterFen]));
  }
  const compared = [...bands].filter(([, groups]) => groups.size > 1).sort(([a], [b]) => a - b);
  return {
    comparedCount: compared.length,
    unequal: compared.flatMap(([band, groups]) => unequalIn(band, groups) ?? []),
  };
}

function unequalIn(band: number, pays: ReadonlyMap<string, readonly Fen[]>): UnequalPay | null {
  const groups = [...pays]
    .flatMap(([group, amounts]) => {
      const meanPayFen = meanOf(amounts);
      return meanPayFen === null ? [] : [{ group, monthCount: amounts.length, meanPayFen }];
    })
    .sort((a, b) => (a.group < b.group ? -1 : 1));
  const [first] = groups;
  if (!first) return null;
  const least = groups.reduce((low, one) => (isMore(low.meanPayFen, one.meanPayFen) ? one : low), first);
  const most = groups.reduce((high, one) => (isMore(one.meanPayFen, high.meanPayFen) ? one : high), first);
  if (least === most) return null;
  const fromFen = band * sameSalesFen;
  return { fromFen, belowFen: fromFen + sameSalesFen, groups, least: least.group, most: most.group };
}

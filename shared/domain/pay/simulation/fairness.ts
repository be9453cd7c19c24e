import { type Fen, sumFen } from "../../money";
import { type Exact, ratioOf } from "../numbers/number";
import { isMore } from "./spread";

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

/** Months of a group within a band of sales, and what they are paid together. */
export interface PayBand {
  /** Sales from so many times `sameSalesFen` on. */
  band: number;
  group: string;
  monthCount: number;
  payFen: Fen;
}

/** A month without sales has nothing to compare. */
export const bandsOf = (months: readonly ComparedMonth[]): PayBand[] =>
  months.flatMap(({ group, salesFen, afterFen }) =>
    salesFen > 0 ? [{ band: Math.floor(salesFen / sameSalesFen), group, monthCount: 1, payFen: afterFen }] : [],
  );

/** Same sales, different pay: groups side by side, band by band of sales. */
export function fairnessOf(bands: readonly PayBand[]): Fairness {
  const byBand = new Map<number, Map<string, PayBand>>();
  for (const one of bands) {
    const groups = byBand.get(one.band) ?? new Map<string, PayBand>();
    byBand.set(one.band, groups.set(one.group, addBands(groups.get(one.group), one)));
  }
  const compared = [...byBand].filter(([, groups]) => groups.size > 1).sort(([a], [b]) => a - b);
  return {
    comparedCount: compared.length,
    unequal: compared.flatMap(([band, groups]) => unequalIn(band, [...groups.values()]) ?? []),
  };
}

export const addBands = (known: PayBand | undefined, one: PayBand): PayBand =>
  known ? { ...known, monthCount: known.monthCount + one.monthCount, payFen: sumFen([known.payFen, one.payFen]) } : one;

function unequalIn(band: number, pays: readonly PayBand[]): UnequalPay | null {
  const groups = pays
    .flatMap(({ group, monthCount, payFen }) => {
      const meanPayFen = ratioOf(payFen, monthCount);
      return meanPayFen === null ? [] : [{ group, monthCount, meanPayFen }];
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

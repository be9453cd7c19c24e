import type { Fen } from "./money";
import type { Posting } from "./pay";

/** What somebody brings along into the first paying day: owed by them, drawn in advance, earned and not given out yet, given out already. */
export const openingKinds = ["clawback", "draw", "unreleased", "paid"] as const;
export type OpeningKind = (typeof openingKinds)[number];

/** Where a table of balances stands: before a second person, back with a reason, on its way into the accounts, in them. */
export const openingStates = ["waiting", "returned", "posting", "posted"] as const;

/** One balance of a member, as their company's own books have it on the day before the first paying day. */
export interface OpeningBalance {
  memberId: string;
  kind: OpeningKind;
  /** The year or month that it is of; null where the books say none. */
  period: string | null;
  /** The document that it stands for; null for a balance that no document is named for. */
  item: string | null;
  amountFen: Fen;
}

/** What names a balance: stated again it takes the place of what was stated before. */
export const openingKeyOf = ({ memberId, kind, period, item }: Omit<OpeningBalance, "amountFen">): string =>
  [memberId, kind, period ?? "", item ?? ""].join("|");

/** Whether two balances hold the same money: a whole beside its parts, or a year beside its months. */
export function countsTwice(one: OpeningBalance, other: OpeningBalance): boolean {
  if (one.memberId !== other.memberId || one.kind !== other.kind || openingKeyOf(one) === openingKeyOf(other))
    return false;
  if (one.amountFen === 0 || other.amountFen === 0) return false;
  const [a, b] = [one.period, other.period];
  const overlaps = a === null || b === null || a.startsWith(b) || b.startsWith(a);
  return overlaps && (one.item === null || other.item === null || one.item === other.item);
}

const any = "*";
const keyOf = ({ memberId, kind }: OpeningBalance, period: string, item: string): string =>
  `balance:${[memberId, kind, period, item].join("|")}`;

/** What a balance is found by among others without reading them: see `keysAgainst`. None of one of 0, which holds nothing. */
export function keysOf(one: OpeningBalance): string[] {
  if (one.amountFen === 0) return [];
  const [period, item] = [one.period ?? "", one.item ?? ""];
  return [period, any].flatMap((of) => [keyOf(one, of, item), keyOf(one, of, any)]);
}

/** Under which keys of others a balance is held that `countsTwice` with this one; its own among them. */
export function keysAgainst(one: OpeningBalance): string[] {
  if (one.amountFen === 0) return [];
  const { period, item } = one;
  const months =
    period?.length === 4 ? Array.from({ length: 12 }, (_, n) => `${period}-${String(n + 1).padStart(2, "0")}`) : [];
  const periods = period === null ? [any] : [...new Set(["", period, period.slice(0, 4), ...months])];
  const items = item === null ? [any] : ["", item];
  return periods.flatMap((of) => items.map((what) => keyOf(one, of, what)));
}

/** The contra account of everything that was there before the first journal. */
export const openingAccount = "opening";

/** The account in which a balance stands, and whether it stands there in debit or in credit. */
const placeOf = (memberId: string, kind: OpeningKind): { account: string; sign: 1 | -1 } => {
  switch (kind) {
    case "clawback":
    case "draw":
      return { account: `receivable:${memberId}:${kind}`, sign: 1 };
    case "unreleased":
      return { account: `earned:${memberId}`, sign: -1 };
    case "paid":
      // What was given out is the turnover of cash; the journal says of whom.
      return { account: "cash:opening", sign: -1 };
  }
};

/** What a balance that is higher by `amountFen` than it stood changes in the accounts; the book adds up to 0. */
export function openingPostings(
  memberId: string,
  kind: OpeningKind,
  changes: readonly { lineId: string; amountFen: Fen }[],
): Posting[] {
  const { account, sign } = placeOf(memberId, kind);
  return changes
    .filter(({ amountFen }) => amountFen !== 0)
    .flatMap(({ lineId, amountFen }): Posting[] => [
      { book: "money", account, amountFen: sign * amountFen, lineId },
      { book: "money", account: openingAccount, amountFen: 0 - sign * amountFen, lineId },
    ]);
}

/**
 * Why opening balances refuse something: nobody has said from which day on the company pays; another table waits; it waits no more; the first
 * paying day has moved since; another table has come since it was read; some of it is in the accounts; what was typed or the table's own totals are not what it adds up to; a balance
 * stands in it twice; balances stand that hold as of the first paying day.
 */
export const openingRefusals = [
  "noFirstDay",
  "oneWaits",
  "closed",
  "dayMoved",
  "meanwhile",
  "begun",
  "controlsMissing",
  "controlsDiffer",
  "totalsDiffer",
  "countedTwice",
  "stands",
] as const;
export type OpeningRefusal = (typeof openingRefusals)[number];

/** How many rows, and how much of each kind. */
export type OpeningTotals = Record<"rows" | OpeningKind, number>;

export const noOpeningTotals: OpeningTotals = { rows: 0, clawback: 0, draw: 0, unreleased: 0, paid: 0 };

export interface TotalFault {
  what: "rows" | OpeningKind;
  /** As a person has it from her own books, or as the table's own total says. */
  stated: number;
  /** As the rows of the table add up. */
  read: number;
}

/** Where what a person has typed from her own books is not what the table adds up to: one fen is enough. */
export const totalFaults = (typed: OpeningTotals, read: OpeningTotals): TotalFault[] =>
  (["rows", ...openingKinds] as const)
    .filter((what) => typed[what] !== read[what])
    .map((what) => ({ what, stated: typed[what], read: read[what] }));

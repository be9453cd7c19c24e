import { type Fen, fen, sumFen } from "../../money";
import type { Month } from "../../time";
import type { LedgerBook, Cause, Journal, Line, Posting, Statement } from "../types";

/** Why somebody owes: what was paid was lost since, or was paid ahead. */
export type ReceivableKind = "clawback" | "draw";

export const receivableOf = (memberId: string, kind: ReceivableKind): string => `receivable:${memberId}:${kind}`;

/** An account with its balance, in debit (+) or credit (−). */
export interface AccountBalance {
  book: LedgerBook;
  account: string;
  amountFen: Fen;
}

/**
 * The journal that takes what is posted to what is right. Each of its two books sums to 0, so that no bug makes or loses money. Lines that
 * did not change post nothing.
 */
export function journalOfDifference(before: Statement, after: Statement, cause: Cause): Journal {
  return { memberId: after.memberId, period: after.period, cause, postings: postingsOfDifference(before, after) };
}

/** The postings of that journal, for whoever names its causes in another way. */
export function postingsOfDifference(before: Statement, after: Statement): Posting[] {
  const earlier = new Map(before.lines.map((line) => [line.id, line]));
  const later = new Map(after.lines.map((line) => [line.id, line]));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])];
  return ids.flatMap((lineId) => {
    const was = balancesOf(earlier.get(lineId), before.memberId);
    const is = balancesOf(later.get(lineId), after.memberId);
    return difference(was, is).map((balance): Posting => ({ ...balance, lineId }));
  });
}

/**
 * What a line means in the accounts. Estimated money is in the memorandum alone. Everything sure is an expense of the team against what
 * is owed: earned, payable, or already paid out; paid and lost since is receivable.
 */
function balancesOf(line: Line | undefined, memberId: string): AccountBalance[] {
  if (line === undefined) return [];
  const { estimatedFen, earnedFen, payableFen, paidFen, receivableFen = 0 } = line.states;
  const sureFen = earnedFen + payableFen + paidFen;
  const unit = line.segment.teamId ?? "none";
  // What was paid ahead is owed back, and no expense.
  const against = line.component.recoverable
    ? receivableOf(memberId, "draw")
    : `expense:${line.component.kind}:${unit}`;
  return [
    { book: "memorandum", account: `estimated:${memberId}`, amountFen: estimatedFen },
    { book: "memorandum", account: "estimated:company", amountFen: 0 - estimatedFen },
    { book: "money", account: against, amountFen: sureFen },
    { book: "money", account: `earned:${memberId}`, amountFen: 0 - earnedFen },
    // Payments leave through the payout's own journals: what was payable stays a credit here until then.
    { book: "money", account: `payable:${memberId}`, amountFen: 0 - (payableFen + paidFen + receivableFen) },
    { book: "money", account: receivableOf(memberId, "clawback"), amountFen: receivableFen },
  ];
}

function difference(was: readonly AccountBalance[], is: readonly AccountBalance[]): AccountBalance[] {
  const sums = new Map<string, AccountBalance>();
  const book = (balances: readonly AccountBalance[], sign: 1 | -1): void => {
    for (const balance of balances) {
      const key = `${balance.book}\n${balance.account}`;
      const sum = (sums.get(key)?.amountFen ?? 0) + sign * balance.amountFen;
      sums.set(key, { ...balance, amountFen: sum + 0 });
    }
  };
  book(was, -1);
  book(is, 1);
  return [...sums.values()].filter(({ amountFen }) => amountFen !== 0);
}

/** A month before anything was priced in it: what the first journal of a month starts from. */
export const emptyStatement = (memberId: string, period: Month): Statement => ({
  memberId,
  period,
  lines: [],
  totals: { amountFen: 0, estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 },
  exceptions: [],
});

/** The balance of each account that a statement stands for, those of 0 left out: what its journals add up to. */
export function statementBalances(statement: Statement): AccountBalance[] {
  const { memberId, period } = statement;
  return accountBalances(postingsOfDifference(emptyStatement(memberId, period), statement));
}

/** The sum of postings in each account, those of 0 left out, by book and account. */
export function accountBalances(postings: readonly Omit<Posting, "lineId">[]): AccountBalance[] {
  const sums = new Map<string, AccountBalance>();
  for (const { book, account, amountFen } of postings) {
    const key = `${book} ${account}`;
    sums.set(key, { book, account, amountFen: fen((sums.get(key)?.amountFen ?? 0) + amountFen) });
  }
  const keys = [...sums.keys()].sort();
  return keys.flatMap((key) => sums.get(key) ?? []).filter(({ amountFen }) => amountFen !== 0);
}

/** What a journal leaves in each book: 0 and 0. */
export function bookSums(journal: Pick<Journal, "postings">): Record<LedgerBook, Fen> {
  const sum = (book: LedgerBook): Fen =>
    sumFen(journal.postings.filter((one) => one.book === book).map((one) => one.amountFen));
  return { memorandum: sum("memorandum"), money: sum("money") };
}

import { type Fen, sumFen } from "../money";
import type { BookName, Cause, Journal, Line, Posting, Statement } from "./types";

/** Account and balance that a line has, in debit (+) and credit (−). */
interface Balance {
  book: BookName;
  account: string;
  amountFen: Fen;
}

/**
 * The journal that takes what is posted to what is right. Each of its two books sums to 0, so that no bug makes or loses money. Lines that
 * did not change post nothing.
 */
export function journalOfDifference(before: Statement, after: Statement, cause: Cause): Journal {
  const earlier = new Map(before.lines.map((line) => [line.id, line]));
  const later = new Map(after.lines.map((line) => [line.id, line]));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])];
  const postings = ids.flatMap((lineId) => {
    const was = balancesOf(earlier.get(lineId), before.memberId);
    const is = balancesOf(later.get(lineId), after.memberId);
    return difference(was, is).map((balance): Posting => ({ ...balance, lineId }));
  });
  return { memberId: after.memberId, period: after.period, cause, postings };
}

/**
 * What a line means in the accounts. Estimated money is in the memorandum alone. Everything sure is an expense of the team against what
 * is owed: earned, payable, or already paid out; paid and lost since is receivable.
 */
function balancesOf(line: Line | undefined, memberId: string): Balance[] {
  if (line === undefined) return [];
  const { estimatedFen, earnedFen, payableFen, paidFen, receivableFen = 0 } = line.states;
  const sureFen = earnedFen + payableFen + paidFen;
  const unit = line.segment.teamId ?? "none";
  return [
    { book: "memorandum", account: `estimated:${memberId}`, amountFen: estimatedFen },
    { book: "memorandum", account: "estimated:company", amountFen: 0 - estimatedFen },
    { book: "money", account: `expense:${line.component.kind}:${unit}`, amountFen: sureFen },
    { book: "money", account: `earned:${memberId}`, amountFen: 0 - earnedFen },
    // Payments leave through the payout's own journals: what was payable stays a credit here until then.
    { book: "money", account: `payable:${memberId}`, amountFen: 0 - (payableFen + paidFen + receivableFen) },
    { book: "money", account: `receivable:${memberId}:clawback`, amountFen: receivableFen },
  ];
}

function difference(was: readonly Balance[], is: readonly Balance[]): Balance[] {
  const sums = new Map<string, Balance>();
  const book = (balances: readonly Balance[], sign: 1 | -1): void => {
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

/** What a journal leaves in each book: 0 and 0. */
export function bookSums(journal: Journal): Record<BookName, Fen> {
  const sum = (book: BookName): Fen =>
    sumFen(journal.postings.filter((one) => one.book === book).map((one) => one.amountFen));
  return { memorandum: sum("memorandum"), money: sum("money") };
}

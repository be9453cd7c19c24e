import { accountBalances, bookSums, type Statement, statementBalances } from "@shared/domain/pay";
import { inTransaction } from "../../db";
import { journalIdOf, type JournalRecord, journalsOf } from "../../features/ledger";
import { readPlanWorld } from "../../features/plans";
import { readStoredMonth, recomputed, type StoredMonth } from "../../features/statements/storedMonth";
import { StatementModel } from "../../features/statements/statementModel";
import { type Difference, firstDifference, moneyOf, nothing } from "./difference";
import type { Progress } from "./progress";

/** Every month of every member: the statement from its facts, then the journals against the statement. */
export async function checkMonths(progress: Progress): Promise<Difference | null> {
  const months = await monthsInOrder();
  let world = await readPlanWorld();
  const members = new Set<string>();
  for (const { _id, memberId } of months) {
    const read = await inTransaction(async (session) => ({
      month: await readStoredMonth(_id, session),
      journals: await journalsOf(_id, session),
    }));
    const { month, journals } = read;
    if (!month) continue;
    let expected = await recomputed(month, world);
    if (expected === null) {
      // By a version that was published since the check began.
      world = await readPlanWorld();
      expected = await recomputed(month, world);
    }
    const difference = statementDifference(expected, month) ?? journalDifference(month, journals);
    if (difference) return { memberId, period: month.period, ...difference };
    members.add(memberId);
    progress.count("journals", journals.length);
    progress.step("months", months.length);
  }
  progress.count("members", members.size);
  return null;
}

/** By member, then by month: the first difference is the same one whenever it is looked for. */
async function monthsInOrder(): Promise<{ _id: string; memberId: string; period: string }[]> {
  const found: { _id: string; memberId: string; period: string }[] = [];
  const cursor = StatementModel.find({}, { memberId: 1, period: 1 }).lean().cursor();
  for await (const { _id, memberId, period } of cursor) found.push({ _id, memberId, period });
  const keyOf = ({ memberId, period }: (typeof found)[number]) => `${memberId} ${period}`;
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Place = Pick<Difference, "at" | "expected" | "found">;

function statementDifference(expected: Statement | null, { statement }: StoredMonth): Place | null {
  if (expected === null) return { at: "plans of the statement", expected: "published versions", found: "unknown ones" };
  const difference = firstDifference(expected, statement);
  return difference && { ...difference, at: `statement › ${difference.at}` };
}

function journalDifference(month: StoredMonth, journals: readonly JournalRecord[]): Place | null {
  return unevenJournal(journals) ?? gap(month, journals) ?? wrongBalance(month, journals);
}

function unevenJournal(journals: readonly JournalRecord[]): Place | null {
  for (const journal of journals) {
    const sums = bookSums(journal);
    for (const book of ["memorandum", "money"] as const) {
      if (sums[book] === 0) continue;
      return { at: `journal ${journal._id}, sum of book ${book}`, expected: moneyOf(0), found: moneyOf(sums[book]) };
    }
  }
  return null;
}

/** One journal for each revision, from the first one or from what an upgrade opened the ledger with. */
function gap({ repMonth, revision }: StoredMonth, journals: readonly JournalRecord[]): Place | null {
  const posted = new Set(journals.map((journal) => journal.revision));
  const [first] = journals;
  const isOpening = first?.causes.some(({ kind }) => kind === "upgrade") ?? false;
  for (let next = isOpening && first ? first.revision : 1; next <= revision; next += 1) {
    if (!posted.has(next)) return { at: `journal ${journalIdOf(repMonth, next)}`, expected: "one", found: nothing };
  }
  const surplus = journals.find(
    (journal) => journal.revision > revision || journal._id !== journalIdOf(repMonth, journal.revision),
  );
  return surplus ? { at: `journal ${surplus._id}`, expected: nothing, found: "one without its statement" } : null;
}

function wrongBalance({ statement }: StoredMonth, journals: readonly JournalRecord[]): Place | null {
  const balancesIn = (balances: ReturnType<typeof accountBalances>) =>
    new Map(balances.map(({ book, account, amountFen }) => [`${book} ${account}`, amountFen]));
  const expected = balancesIn(statementBalances(statement));
  const found = balancesIn(accountBalances(journals.flatMap(({ postings }) => postings)));
  for (const key of [...new Set([...expected.keys(), ...found.keys()])].sort()) {
    const [expectedFen = 0, foundFen = 0] = [expected.get(key), found.get(key)];
    if (expectedFen !== foundFen)
      return { at: `account ${key.replace(/^\S+ /, "")}`, expected: moneyOf(expectedFen), found: moneyOf(foundFen) };
  }
  return null;
}

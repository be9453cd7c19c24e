import { mongo } from "mongoose";
import { accountBalances, bookSums, statementBalances } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { inTransaction } from "../../db";
import { journalIdOf, journalsOf, type StatementJournal } from "../../features/ledger";
import { type OrganisationSnapshot, readOrganisationSnapshot } from "../../features/plans";
import { readStoredMonth, recomputed, type StoredMonth } from "../../features/statements/storedMonth";
import { StatementModel } from "../../features/statements/statementModel";
import { behindOf } from "./behind";
import { type Behind, type Checked, firstDifference, moneyOf, nothing, type Place } from "./difference";
import type { Progress } from "./progress";

/** Months looked at side by side: what each needs is read together. */
const monthsAtOnce = 20;

/** Every month of every member: the statement from its facts, the journals against it, and what it would be priced with now. */
export async function checkMonths(progress: Progress, running: Month): Promise<Checked> {
  const months = await monthsInOrder();
  const members = new Set<string>();
  let firstBehind: Behind | null = null;
  for (let from = 0; from < months.length; from += monthsAtOnce) {
    const some = months.slice(from, from + monthsAtOnce);
    const snapshot = await readOrganisationSnapshot();
    const looked = await Promise.all(some.map(({ _id }) => lookAtMonth(_id, snapshot)));
    for (const { month, difference, journalsCount } of looked.flatMap((one) => one ?? [])) {
      const { memberId, period } = month;
      if (difference) return { difference: { memberId, period, ...difference }, behind: firstBehind };
      members.add(memberId);
      progress.count("journals", journalsCount);
      progress.step("months", months.length);
    }
    const behind = await behindOf(
      looked.flatMap((one) => one?.month ?? []),
      { progress, running },
    );
    firstBehind ??= behind;
  }
  progress.count("members", members.size);
  return { difference: null, behind: firstBehind };
}

async function lookAtMonth(repMonth: string, snapshot: OrganisationSnapshot) {
  const { month, journals } = await inTransaction(async (session) => ({
    month: await readStoredMonth(repMonth, session),
    journals: await journalsOf(repMonth, session),
  }));
  if (!month) return null;
  const difference = (await statementDifference(month, snapshot)) ?? journalDifference(month, journals);
  return { month, difference, journalsCount: journals.length };
}

/** By member, then by month: the first difference is the same one whenever it is looked for. */
async function monthsInOrder(): Promise<{ _id: string; memberId: string; period: string }[]> {
  const found: { _id: string; memberId: string; period: string }[] = [];
  const cursor = StatementModel.find({}, { memberId: 1, period: 1 }).lean().cursor();
  for await (const { _id, memberId, period } of cursor) found.push({ _id, memberId, period });
  const keyOf = ({ memberId, period }: (typeof found)[number]) => `${memberId} ${period}`;
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function statementDifference(month: StoredMonth, snapshot: OrganisationSnapshot): Promise<Place | null> {
  try {
    // Again where it is by a version that was published since the plans were read.
    const expected = (await recomputed(month, snapshot)) ?? (await recomputed(month, await readOrganisationSnapshot()));
    if (!expected) return { at: "plans of the statement", expected: "published versions", found: "unknown ones" };
    const difference = firstDifference(expected, month.statement);
    return difference && { ...difference, at: `statement › ${difference.at}` };
  } catch (error) {
    if (error instanceof mongo.MongoError) throw error;
    return { at: "statement", expected: "one that can be computed", found: String(error) };
  }
}

function journalDifference(month: StoredMonth, journals: readonly StatementJournal[]): Place | null {
  return unevenJournal(journals) ?? gap(month, journals) ?? wrongBalance(month, journals);
}

function unevenJournal(journals: readonly StatementJournal[]): Place | null {
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
function gap({ repMonth, revision }: StoredMonth, journals: readonly StatementJournal[]): Place | null {
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

function wrongBalance({ statement }: StoredMonth, journals: readonly StatementJournal[]): Place | null {
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

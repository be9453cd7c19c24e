import { bookSums } from "@shared/domain/pay";
import { type OpeningKind, openingKeyOf, openingKinds, openingPostings } from "@shared/domain/opening";
import { inTransaction } from "../../db";
import { journalsByCauseOf } from "../../features/ledger";
import { JournalModel, type JournalRecord } from "../../features/ledger/journalModel";
import { balanceOf, sumsOf } from "../../features/openings";
import { BalanceModel, type BalanceRecord, BookModel, type BookRecord } from "../../features/openings/openingModel";
import { type Difference, moneyOf, nothing, type Place } from "./difference";
import type { Progress } from "./progress";

/** What each member has brought along, as tables were allowed, against the journals that put it into the accounts. */
export async function checkOpenings(progress: Progress): Promise<Difference | null> {
  const members = await BalanceModel.distinct("memberId", { number: { $gt: 0 } });
  const posted = await JournalModel.distinct("memberId", { repMonth: null });
  for (const memberId of [...new Set([...members, ...posted])].sort()) {
    const { balances, journals } = await inTransaction(async (session) => ({
      balances: await BalanceModel.find({ memberId, number: { $gt: 0 } }, null, { session })
        .sort({ number: 1 })
        .lean<BalanceRecord[]>(),
      journals: await journalsByCauseOf(memberId, session),
    }));
    const place = uneven(journals) ?? wrongChange(balances) ?? wrongBalance(memberId, balances, journals);
    const period = journals[0]?.period ?? null;
    if (place) return { memberId, period, ...place };
    for (const _journal of journals) progress.step("journals");
  }
  return wrongSums();
}

/** What the company's page tells of all of them together. */
async function wrongSums(): Promise<Difference | null> {
  const { book, byKind } = await inTransaction(async (session) => ({
    book: await BookModel.findOne({}, null, { session }).lean<BookRecord | null>(),
    byKind: await BalanceModel.aggregate<{ _id: OpeningKind; fen: number }>([
      { $match: { number: { $gt: 0 } } },
      { $group: { _id: "$kind", fen: { $sum: "$changeFen" } } },
    ]).session(session),
  }));
  const expected = sumsOf(byKind.map(({ _id: kind, fen }) => ({ kind, fen })));
  const found = book?.sums ?? sumsOf([]);
  for (const kind of openingKinds) {
    const [expectedFen, foundFen] = [expected[kind], found[kind]];
    if (expectedFen !== foundFen)
      return {
        ...{ memberId: null, period: null, at: `sum of opening balances, ${kind}` },
        ...{ expected: moneyOf(expectedFen), found: moneyOf(foundFen) },
      };
  }
  return null;
}

function uneven(journals: readonly JournalRecord[]): Place | null {
  for (const journal of journals) {
    const { money } = bookSums(journal);
    if (money !== 0)
      return { at: `journal ${journal._id}, sum of book money`, expected: moneyOf(0), found: moneyOf(money) };
  }
  return null;
}

/** Each says by how much it changed the one before it. */
function wrongChange(balances: readonly BalanceRecord[]): Place | null {
  const before = new Map<string, number>();
  for (const balance of balances) {
    const key = openingKeyOf(balanceOf(balance));
    const expected = balance.amountFen - (before.get(key) ?? 0);
    if (expected !== balance.changeFen)
      return { at: `opening balance ${balance._id}`, expected: moneyOf(expected), found: moneyOf(balance.changeFen) };
    before.set(key, balance.amountFen);
  }
  return null;
}

/** Each item of an account by itself: two that are wrong by the same sum in both directions are two differences. */
function wrongBalance(
  memberId: string,
  balances: readonly BalanceRecord[],
  journals: readonly JournalRecord[],
): Place | null {
  const wanted = balances.flatMap(({ _id: lineId, kind, changeFen }) =>
    openingPostings(memberId, kind, [{ lineId, amountFen: changeFen }]),
  );
  const [expected, found] = [byItem(wanted), byItem(journals.flatMap(({ postings }) => postings))];
  for (const place of [...new Set([...expected.keys(), ...found.keys()])].sort()) {
    const [expectedFen, foundFen] = [expected.get(place), found.get(place)];
    if (expectedFen === foundFen) continue;
    const shown = (fen: number | undefined) => (fen === undefined ? nothing : moneyOf(fen));
    return { at: `account ${place} at the opening`, expected: shown(expectedFen), found: shown(foundFen) };
  }
  return null;
}

function byItem(postings: readonly Pick<JournalRecord["postings"][number], "account" | "amountFen" | "lineId">[]) {
  const sums = new Map<string, number>();
  for (const { account, amountFen, lineId } of postings) {
    const place = `${account}, item ${lineId}`;
    sums.set(place, (sums.get(place) ?? 0) + amountFen);
  }
  return new Map([...sums].filter(([, fen]) => fen !== 0));
}

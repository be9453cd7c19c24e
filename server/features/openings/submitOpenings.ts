import type { ClientSession } from "mongoose";
import {
  countsTwice,
  noOpeningTotals,
  type OpeningBalance,
  type OpeningTotals,
  totalFaults,
} from "@shared/domain/opening";
import type { BusinessDay } from "@shared/domain/time";
import type { ControlTotal } from "@shared/domain/tables/controls";
import type { ImportSource } from "@shared/domain/importing";
import { remove, replace } from "../../db";
import type { NewEvent } from "../../outbox";
import { findMember } from "../members";
import { openingsStandFrom } from "../plans";
import { balanceOf } from "./balances";
import { readBook, writeBook } from "./book";
import { openingSubmitted } from "./events";
import { BalanceModel, type BalanceRecord, OpeningModel } from "./openingModel";
import { openingIfAny } from "./openings";
import { requireFirstDay } from "./planOpenings";
import { refused } from "./refuse";

/** What an import of opening balances knows once all its rows have been read. */
export interface ReadOpenings {
  importId: string;
  source: ImportSource;
  fileName: string;
  fileHash: string;
  by: { id: string; name: string };
  /** As the person has typed them; null where she has typed none. */
  typed: OpeningTotals | null;
  /** As the rows add up. */
  sums: Readonly<Record<string, number>>;
  /** Totals that the table states itself. */
  stated: readonly ControlTotal[];
}

/**
 * Refuses a table before anything of it is written: as long as another one waits, this one has been put before somebody, or its sums are not,
 * to the fen, what the person has typed from her own books and what the table's own totals say.
 * @throws AppError "opening.refused"
 */
export async function requireTotals({ importId, typed, sums, stated }: ReadOpenings): Promise<OpeningTotals> {
  await requireFirstDay();
  const [{ openId }, known] = await Promise.all([readBook(), openingIfAny(importId)]);
  if (known && known.state !== "returned") throw refused("closed", `${importId} was put before somebody`);
  await requireAlone(importId, openId);
  if (!typed) throw refused("controlsMissing", "no totals were typed");
  const read: OpeningTotals = { ...noOpeningTotals, ...sums };
  const faults = totalFaults(typed, read);
  if (faults.length > 0) throw refused("controlsDiffer", `${importId} does not add up`, { faults });
  const wrong = stated.filter(({ statedFen, readFen, noticedFen }) => statedFen !== readFen + noticedFen);
  if (wrong.length > 0) {
    const totals = wrong.map(({ what, stated: text, statedFen, readFen, noticedFen }) => ({
      ...{ what, text, statedFen, readFen: readFen + noticedFen },
    }));
    throw refused("totalsDiffer", `the totals of ${importId} say something else`, { totals });
  }
  return typed;
}

const atATime = 500;

/** What all rows of a table are held against; where it is another one at the end, it was held against what is no more. */
export interface OpeningsBase {
  /** Of the table that was put before somebody last. */
  lastNumber: number;
  payingOn: BusinessDay;
}

/**
 * Clears away what an earlier try of the same table has left.
 * @param write see `Fenced` of imports
 * @throws AppError "opening.refused" where another table waits by now: it would come into the accounts unseen by this one
 */
export async function beginOpenings(
  importId: string,
  write: (work: (session: ClientSession) => Promise<void>) => Promise<void>,
): Promise<OpeningsBase> {
  const payingOn = await requireFirstDay();
  const { openId, lastNumber } = await readBook();
  await requireAlone(importId, openId);
  await forgetUnposted(importId, write);
  return { lastNumber, payingOn };
}

async function requireAlone(importId: string, openId: string | null | undefined): Promise<void> {
  if (openId === null || openId === undefined || openId === importId) return;
  const other = await openingIfAny(openId);
  throw refused("oneWaits", `${openId} waits`, {
    name: other?.preparedBy.name ?? "",
    fileName: other?.fileName ?? "",
  });
}

async function forgetUnposted(importId: string, write: Parameters<typeof beginOpenings>[1]): Promise<void> {
  for (;;) {
    const left = await BalanceModel.find({ importId, number: null }, { _id: 1 })
      .limit(atATime)
      .lean<{ _id: string }[]>();
    if (left.length === 0) return;
    await write((session) => {
      for (const { _id } of left) remove(BalanceModel, { _id }, session);
      return Promise.resolve();
    });
  }
}

/**
 * Puts a table before a second person, once all of its rows are written; where every balance is in the accounts already, there is nothing to
 * decide on. Where another table or another first paying day has come since the first row, it is not: its rows were judged by the old ones.
 * @throws AppError "opening.refused"
 */
export async function submitOpenings(
  read: ReadOpenings,
  at: Date,
  base: OpeningsBase,
): Promise<{ write(session: ClientSession): Promise<void>; events: NewEvent[] }> {
  const { importId, source, fileName, fileHash, by } = read;
  const totals = await requireTotals(read);
  const [book, before, firstDay] = await Promise.all([readBook(), openingIfAny(importId), openingsStandFrom()]);
  const { payingOn } = base;
  if (firstDay.on !== payingOn)
    throw refused("dayMoved", `it was read as of ${payingOn}`, { before: payingOn, now: firstDay.on });
  if (book.lastNumber !== base.lastNumber) throw refused("meanwhile", `${importId} was held against older balances`);
  const counted = await countOnce(importId);
  if (counted.changes === 0) return { write: () => Promise.resolve(), events: [] };
  const number = book.lastNumber + 1;
  const revision = (before?.revision ?? 0) + 1;
  return {
    write: async (session) => {
      await firstDay.hold(session);
      replace(
        OpeningModel,
        {
          ...{
            _id: importId,
            schemaVersion: 1,
            number,
            state: "waiting",
            payingOn,
            source,
            fileName,
            fileHash,
            totals,
          },
          ...{ ...counted, preparedBy: { id: by.id, name: by.name }, preparedAt: at, decision: null, postedAt: null },
          revision,
        },
        session,
      );
      await writeBook(book, { openId: importId, lastNumber: number, none: null, noneAt: null }, session);
    },
    events: [
      openingSubmitted.of({
        payload: { importId },
        partition: `opening:${importId}`,
        cause: `${importId}:${revision}`,
      }),
    ],
  };
}

/** How much is put before somebody. @throws AppError "opening.refused" where a balance holds what another one holds */
async function countOnce(importId: string): Promise<{ changes: number; membersCount: number }> {
  let [changes, membersCount] = [0, 0];
  let own: OpeningBalance[] = [];
  const cursor = BalanceModel.find({ importId })
    .sort({ importId: 1, memberId: 1, _id: 1 })
    .lean<BalanceRecord[]>()
    .cursor();
  for await (const record of cursor) {
    const balance = balanceOf(record);
    if (own[0]?.memberId !== balance.memberId) [own, membersCount] = [[], membersCount + 1];
    if (own.some((other) => countsTwice(other, balance))) {
      const name = (await findMember(balance.memberId))?.name ?? "";
      throw refused("countedTwice", `${balance.memberId} has a balance twice`, { name, kind: balance.kind });
    }
    own.push(balance);
    changes += 1;
  }
  return { changes, membersCount };
}

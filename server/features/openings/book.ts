import type { ClientSession } from "mongoose";
import { byId, insert, updateAtRevision } from "../../db";
import { sumsOf } from "./balances";
import { BookModel, type BookRecord } from "./openingModel";

/** There is one for the company. */
const companyId = "company";
const books = byId<BookRecord>(BookModel);

export type Book = Pick<BookRecord, "openId" | "lastNumber" | "sums" | "membersCount" | "none" | "noneAt" | "revision">;

const empty = () => ({ openId: null, lastNumber: 0, sums: sumsOf([]), membersCount: 0, none: null, noneAt: null });

export const readBook = async (): Promise<Book> => (await books.get(companyId)) ?? { ...empty(), revision: 0 };

/** What the company's members bring along together, and how many there are of them. */
export const sumsInForce = async (): Promise<Pick<Book, "sums" | "membersCount">> => {
  const { sums, membersCount } = await readBook();
  return { sums, membersCount };
};

/** Writes where nobody has meanwhile; else it is read and decided again. */
export async function writeBook(
  { revision }: Pick<Book, "revision">,
  set: Partial<Omit<Book, "revision">>,
  session: ClientSession,
): Promise<void> {
  if (revision > 0) return updateAtRevision(BookModel, { id: companyId, revision, set }, session);
  await insert(BookModel, { _id: companyId, ...empty(), ...set, revision: 1 }, session);
}

import type { ClientSession } from "mongoose";
import { byId, insert, updateAtRevision } from "../../db";
import { BookModel, type BookRecord } from "./openingModel";

/** There is one for the company. */
const companyId = "company";
const books = byId<BookRecord>(BookModel);

export type Book = Pick<BookRecord, "openId" | "lastNumber" | "none" | "noneAt" | "revision">;

export const readBook = async (): Promise<Book> =>
  (await books.get(companyId)) ?? { openId: null, lastNumber: 0, none: null, noneAt: null, revision: 0 };

/** Writes where nobody has meanwhile; else it is read and decided again. */
export async function writeBook(
  { revision }: Pick<Book, "revision">,
  set: Partial<Omit<Book, "revision">>,
  session: ClientSession,
): Promise<void> {
  if (revision > 0) return updateAtRevision(BookModel, { id: companyId, revision, set }, session);
  const none = { openId: null, lastNumber: 0, none: null, noneAt: null };
  await insert(BookModel, { _id: companyId, ...none, ...set, revision: 1 }, session);
}

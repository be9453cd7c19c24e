import { releasesOfDraft } from "../release/releases";
import { openFactorsOf } from "../release/states";
import type { Assignment, MemberBook, Release } from "../types";
import { priceBook } from "./price";

/**
 * What the lines of a month have released, trigger by trigger: the amounts of a line add up to its payable and paid states. An open line has
 * released nothing, since it can still change.
 */
export function releasesOf(assignments: readonly Assignment[], book: MemberBook): Release[] {
  const { drafts } = priceBook(assignments, book);
  const sure = drafts.filter((draft) => openFactorsOf(draft, book).length === 0);
  return sure.flatMap((draft) => releasesOfDraft(draft, book, draft.env.source.index));
}

import { isFoundBy, keysToFind } from "@shared/domain/customerSearch";
import { sealedFilter } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { MemberModel, memberPhone, type MemberRecord } from "./memberModel";

export interface FoundMember {
  memberId: string;
  name: string;
}

/** So many are looked at a time, and so many times at most: a common name has thousands in a large company. */
const batchSize = 200;
const batchesMax = 5;

/**
 * Members who are here and whose names or phones the words find, by id, as long as more are wanted.
 * @param keep which of a batch the asker may see
 * @returns `isCut`: so many were looked through that not all of them were
 */
export async function findMembersByWords(
  { fieldKeys }: Pick<Deps, "fieldKeys">,
  words: string,
  { max, keep }: { max: number; keep: (found: FoundMember[]) => Promise<FoundMember[]> },
): Promise<{ found: FoundMember[]; isCut: boolean }> {
  const keys = keysToFind(words);
  const tail = /^\d{4}$/.test(words.trim()) && fieldKeys.all.length > 0 ? words.trim() : null;
  const withPhone = tail === null ? [] : await membersAt(sealedFilter(fieldKeys, memberPhone, "phoneLast4Index", tail));
  const byPhone = withPhone.filter(isHere);
  const found = byPhone.length === 0 ? [] : await keep(byPhone.map(foundOf));
  const seen = new Set(found.map(({ memberId }) => memberId));
  let batches = 0;
  // Each key by itself: from several at once no index goes on after a member.
  for (const searchKeys of keys) {
    for (let after: string | null = ""; after !== null && found.length <= max; batches += 1) {
      if (batches === batchesMax) return { found, isCut: true };
      const batch: MemberRecord[] = await membersAt({ searchKeys, _id: { $gt: after } });
      const named = batch.filter(
        (member) =>
          isHere(member) &&
          !seen.has(member._id) &&
          isFoundBy(words, { texts: [member.name], initials: member.initials ?? "", numbers: [], phoneTails: [] }),
      );
      for (const { _id } of named) seen.add(_id);
      if (named.length > 0) found.push(...(await keep(named.map(foundOf))));
      after = batch.length < batchSize ? null : (batch[batch.length - 1]?._id ?? null);
    }
  }
  return { found, isCut: false };
}

const membersAt = (filter: object): Promise<MemberRecord[]> =>
  MemberModel.find(filter).sort({ _id: 1 }).limit(batchSize).lean<MemberRecord[]>();

const isHere = ({ state }: MemberRecord): boolean => state === "active";
const foundOf = ({ _id, name }: MemberRecord): FoundMember => ({ memberId: _id, name });

import { isFoundBy, keysToFind, searchForm, searchKeysOf } from "@shared/domain/customerSearch";
import { nameInitialsOf, nameLettersOf } from "../../lib/initials";
import { MemberModel, type MemberRecord } from "./memberModel";
import { type Person, personOf } from "./people";

/** What a member is found and put in order by, made of the name. */
export type NameFields = Required<Pick<MemberRecord, "initials" | "searchKeys" | "sortKey">>;

export async function nameFieldsOf(memberId: string, name: string): Promise<NameFields> {
  const form = searchForm(name);
  const [initials, letters] = await Promise.all([nameInitialsOf(form), nameLettersOf(form)]);
  return {
    initials,
    searchKeys: searchKeysOf({ names: [name], initials, numbers: [] }),
    // Two of one name have their order as well, so that a page goes on where the last one ended.
    sortKey: `${letters} ${memberId}`,
  };
}

/** More of one name, or of one syllable, are told apart by another letter. */
const foundMax = 200;

/** Members whose name or pinyin initials have these words in them, in the order of their names, leavers too. */
export async function findPeopleByName(words: string): Promise<Person[]> {
  const keys = keysToFind(words);
  if (keys.length === 0) return [];
  const records = await MemberModel.find({ searchKeys: { $in: keys } })
    .limit(foundMax)
    .lean<MemberRecord[]>();
  return records
    .filter(({ name, initials }) => isFoundBy(words, { texts: [name], initials, numbers: [], phoneTails: [] }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .map(personOf);
}

/** A page of those who are here, or who have left, in the order of their names. @param after the sort key of the last one before */
export async function pageOfPeople(
  state: MemberRecord["state"],
  after: string | null,
  limit: number,
): Promise<{ people: Person[]; next: string | null }> {
  const records = await MemberModel.find(after === null ? { state } : { state, sortKey: { $gt: after } })
    .sort({ sortKey: 1 })
    .limit(limit + 1)
    .lean<MemberRecord[]>();
  const page = records.slice(0, limit);
  return { people: page.map(personOf), next: records.length > limit ? (page.at(-1)?.sortKey ?? null) : null };
}

/** How many are here, and how many have left. */
export async function countPeople(): Promise<{ here: number; left: number }> {
  const [here, left] = await Promise.all([
    MemberModel.countDocuments({ state: "active" }),
    MemberModel.countDocuments({ state: "left" }),
  ]);
  return { here, left };
}

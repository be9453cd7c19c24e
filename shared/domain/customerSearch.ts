import { lastFourOf, normalisedPhone } from "./phone";

/*
 * How a client is found. The phone holds its own clients against the words themselves; the server, which has all of them, first takes
 * those that have one key in common with the words, from an index, and then holds them against the words in the same way.
 */

/** What a client is found by. */
export interface SearchFields {
  /** Its names, and whatever else is read as words, such as addresses. */
  texts: readonly string[];
  /** The first letters of its names in pinyin, names apart by a space: `hyjx hyjx`. */
  initials: string;
  /** What other systems call it: `EXT-1`. */
  numbers: readonly string[];
  /** The last four digits of its people's phones: a whole number is held against those, too. */
  phoneTails: readonly string[];
}

// After NFKC: what stands between characters and is left out by whoever types.
const signs = /[\s\-\u2010-\u2015_.,;:!?'"`~()[\]{}<>/\\|&@#%*+=·•、，。；：（）【】《》“”‘’…]/g;

/** One form for names that are read as the same: width, case, spaces and signs make no difference. */
export const searchForm = (text: string): string => text.normalize("NFKC").toLowerCase().replace(signs, "");

/** Ends of names, also half typed: whoever types on stops where the name is told apart. */
const legalEnds =
  /(股份有限责任公司|有限责任公司|责任有限公司|股份有限公司|股份公司|有限公司|总公司|责任公司|公司|有限责任公?|股份有限公?|有限公?|股份|(特殊)?普通合伙(企业)?|有限合伙(企业)?|个体工商户)$/;
/** The same within a name: what stands before the word for a branch. */
const legalBeforeBranch =
  /(股份有限责任公司|有限责任公司|责任有限公司|股份有限公司|股份公司|有限公司|公司)(?=.{0,10}分公司$)/;
const latinEnds = /[\s,.]+(co[\s,.]+)?(ltd|limited|inc|llc|gmbh|corp|corporation)[\s.]*$/;
const theCountry = /\(中国\)/;

/**
 * A name without what every company is called: 新粤精工有限公司, 新粤精工股份 and 新粤精工(中国)有限公司 are the same as 新粤精工. Where something is
 * tells companies apart, and so does being a branch (新粤精工有限公司广州分公司 is 新粤精工广州分公司) or a group (集团): those stay.
 */
export function nameForm(name: string): string {
  const core = withoutEnds(writtenName(name).replace(theCountry, ""));
  // 海岳中国有限公司 is written without the brackets, too; what is called 新中国 is not.
  return core.replace(/(..)中国$/, "$1") || searchForm(name);
}

const writtenName = (name: string): string => name.normalize("NFKC").toLowerCase().trim().replace(latinEnds, "");

function withoutEnds(written: string): string {
  const form = searchForm(written);
  return /分公司$/.test(form) ? form.replace(legalBeforeBranch, "") : form.replace(legalEnds, "");
}

const isLatin = (form: string): boolean => /^[a-z0-9]+$/.test(form);

/** How much of a number has to be typed. */
const numberBeginningMin = 3;

const beginningsOf = (number: string): string[] =>
  Array.from({ length: Math.max(0, number.length - numberBeginningMin + 1) }, (_, n) =>
    number.slice(0, numberBeginningMin + n),
  );

/** Whether the words find it. No words find everything. */
export function isFoundBy(words: string, { texts, initials, numbers, phoneTails }: SearchFields): boolean {
  const form = searchForm(words);
  if (form === "") return true;
  const core = nameForm(words);
  if (texts.some((text) => searchForm(text).includes(form) || nameForm(text).includes(core))) return true;
  if (!isLatin(form)) return false;
  return (
    initials.split(" ").some((one) => one.includes(form)) ||
    phoneTails.includes(tailIn(words) ?? form) ||
    // A part of a number would find hundreds.
    (form.length >= numberBeginningMin && numbers.some((number) => searchForm(number).startsWith(form)))
  );
}

/** Of a whole number that was typed, what it is told apart by here. */
function tailIn(words: string): string | null {
  const phone = normalisedPhone(words);
  return phone && lastFourOf(phone);
}

/** Text in Chinese is found by one character on, and told apart by three; letters by two to four. */
const gramSizes = { name: [1, 2, 3], initials: [2, 3, 4] } as const;

function gramsOf(text: string, sizes: readonly number[]): string[] {
  const characters = Array.from(text);
  return sizes.flatMap((size) =>
    characters
      .slice(0, Math.max(0, characters.length - size + 1))
      .map((_, at) => characters.slice(at, at + size).join("")),
  );
}

/** What is stored with a client so that one look into an index finds it. */
export function searchKeysOf({
  names,
  initials,
  numbers,
}: {
  names: readonly string[];
  initials: string;
  numbers: readonly string[];
}): string[] {
  // A name is found by what it is called and by what is written, its kind of company too: as a rep's phone finds it.
  const forms = new Set(names.flatMap((name) => [nameForm(name), searchForm(name)]));
  const keys = [
    ...[...forms].flatMap((form) => gramsOf(form, gramSizes.name)).map((gram) => `n:${gram}`),
    ...initials
      .split(" ")
      .flatMap((one) => gramsOf(one, gramSizes.initials))
      .map((gram) => `p:${gram}`),
    ...numbers.flatMap((number) => beginningsOf(searchForm(number))).map((beginning) => `x:${beginning}`),
    ...names.map(sameNameKey),
  ];
  return [...new Set(keys)];
}

/** Clients of this key are called the same. */
export const sameNameKey = (name: string): string => `s:${nameForm(name)}`;

/**
 * One of which every client has that these words find by its name, initials or number; none where the words are too short to look among all.
 */
export function keysToFind(words: string): string[] {
  const form = searchForm(words);
  // The name of the kind of company finds all of them.
  const core = nameForm(words);
  // One letter, or one digit, is in every other name.
  if (core.length < (isLatin(core) ? 2 : 1)) return [];
  // The end of what was typed tells more: many names begin with the town.
  const lastOf = (text: string, sizes: readonly number[]) =>
    Array.from(text)
      .slice(-Math.max(...sizes))
      .join("");
  // Where the country was left out from its middle, it may be in the name that is meant, written without its brackets.
  const named = [core, withoutEnds(writtenName(words)) || core].map((text) => `n:${lastOf(text, gramSizes.name)}`);
  const byLetters = [
    `p:${lastOf(form, gramSizes.initials)}`,
    ...(form.length >= numberBeginningMin ? [`x:${form}`] : []),
  ];
  return [...new Set([...named, ...(isLatin(form) ? byLetters : [])])];
}

/** Of an address, so much is looked at: beyond it stand floors and doors. */
const addressLengthMax = 60;
const addressGrams = [2, 3] as const;

/** What is stored with a client so that one look into an index finds it by where it is. */
export const addressKeysOf = (addresses: readonly string[]): string[] => [
  ...new Set(
    addresses.flatMap((address) =>
      gramsOf(Array.from(searchForm(address)).slice(0, addressLengthMax).join(""), addressGrams),
    ),
  ),
];

/** Which every client has at whose address these words stand; null where they are too short, or a number that stands in every other one. */
export function addressKeyToFind(words: string): string | null {
  const form = Array.from(searchForm(words));
  const lengthMin = isLatin(form.join("")) ? 4 : 2;
  return form.length < lengthMin ? null : form.slice(-Math.max(...addressGrams)).join("");
}

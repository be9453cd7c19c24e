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
  /** The last four digits of its people's phones. */
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
  const whole = searchForm(name);
  const written = name.normalize("NFKC").toLowerCase().trim().replace(latinEnds, "").replace(theCountry, "");
  const form = searchForm(written);
  if (/分公司$/.test(form)) return form.replace(legalBeforeBranch, "");
  const core = form.replace(legalEnds, "");
  // 海岳中国有限公司 is written without the brackets, too; what is called 新中国 is not.
  const short = core.replace(/(?<=..)中国$/, "");
  return short || whole;
}

const isLatin = (form: string): boolean => /^[a-z0-9]+$/.test(form);

/** Whether the words find it. No words find everything. */
export function isFoundBy(words: string, { texts, initials, numbers, phoneTails }: SearchFields): boolean {
  const form = searchForm(words);
  if (form === "") return true;
  const core = nameForm(words);
  if (texts.some((text) => searchForm(text).includes(form) || nameForm(text).includes(core))) return true;
  if (!isLatin(form)) return false;
  return (
    initials.split(" ").some((one) => one.includes(form)) ||
    phoneTails.includes(form) ||
    // A part of a number would find hundreds.
    (form.length >= 3 && numbers.some((number) => searchForm(number).startsWith(form)))
  );
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

/** How much of a name has keys: what is longer is found by its beginning. */
const keyedLengthMax = 24;
const shortened = (text: string): string => Array.from(text).slice(0, keyedLengthMax).join("");

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
  const keys = [
    ...names.flatMap((name) => gramsOf(shortened(nameForm(name)), gramSizes.name)).map((gram) => `n:${gram}`),
    ...initials
      .split(" ")
      .flatMap((one) => gramsOf(shortened(one), gramSizes.initials))
      .map((gram) => `p:${gram}`),
    ...numbers.map((number) => `x:${searchForm(number)}`),
    ...names.map(sameNameKey),
  ];
  return [...new Set(keys)];
}

/** Clients of this key are called the same. */
export const sameNameKey = (name: string): string => `s:${nameForm(name)}`;

/** One of which a client that these words find has; none where the words are too short to look among all. */
export function keysToFind(words: string): string[] {
  // The name of the kind of company finds all of them.
  const form = nameForm(words);
  const characters = Array.from(form);
  // One letter, or one digit, is in every other name.
  if (characters.length < (isLatin(form) ? 2 : 1)) return [];
  // The end of what was typed tells more: many names begin with the town.
  const lastOf = (sizes: readonly number[]) =>
    characters.slice(-Math.min(characters.length, Math.max(...sizes))).join("");
  if (!isLatin(form)) return [`n:${lastOf(gramSizes.name)}`];
  return [`p:${lastOf(gramSizes.initials)}`, `x:${form}`];
}

import fc from "fast-check";
import { isFoundBy, keysToFind, nameForm, searchKeysOf } from "@shared/domain/customerSearch";

const fields = {
  texts: ["广州新粤精工有限公司", "新粤精工", "天河区体育西路 191 号"],
  initials: "gzxyjg xyjg",
  numbers: ["EXT-10042"],
  phoneTails: ["8000"],
};

describe("a client", () => {
  it.each([
    ["its name", "新粤精工"],
    ["a part of it", "粤精"],
    ["one character", "粤"],
    ["its name with spaces and in brackets", "（新粤） 精工"],
    ["its address", "体育西路191号"],
    ["the first letters in pinyin", "xyjg"],
    ["capitals", "XYJ"],
    ["the middle of its initials", "yj"],
    ["its number", "ext-10042"],
    ["the beginning of its number in wide letters", "ＥＸＴ１００"],
    ["the last digits of a phone", "8000"],
    ["the whole of it", "+86 138 0013 8000"],
    ["nothing typed", "  "],
  ])("is found by %s", (_what, words) => {
    expect(isFoundBy(words, fields)).toBe(true);
  });

  it.each([
    ["another name", "新越精工"],
    ["letters that are not together", "xg"],
    ["the middle of its number", "0042"],
    ["three digits of a phone", "800"],
    ["another whole number", "13800138001"],
    ["half of its number", "ex"],
  ])("is not found by %s", (_what, words) => {
    expect(isFoundBy(words, fields)).toBe(false);
  });

  it.each([
    "公司",
    "新粤精工有",
    "粤",
    "新粤",
    "粤精工",
    "新粤精工股份",
    "广州新粤精工有限公司",
    "xyjg",
    "gzxyjg",
    "jg",
    "EXT-10042",
    "新粤精工有限公司",
    "ext-1",
  ])("that 「%s」 finds has one of the keys by which the index is asked", (words) => {
    const { texts, initials, numbers } = fields;
    const keys = searchKeysOf({ names: texts.slice(0, 2), initials, numbers });
    expect(isFoundBy(words, fields)).toBe(true);
    expect(keysToFind(words).filter((key) => keys.includes(key))).not.toEqual([]);
  });

  it("is not looked for among all by one letter", () => {
    expect(["x", "8", "", " - "].map(keysToFind)).toEqual([[], [], [], []]);
  });

  it("is asked for by one key where a whole name is typed", () => {
    expect(keysToFind("广州新粤精工有限公司")).toEqual(["n:粤精工"]);
  });
});

it("whatever words find a client's name or number share a key with it", () => {
  const part = fc.constantFrom(
    ...["新", "粤", "海岳", "精工", "分", "中国", "（中国）", "股份", "有限", "公司", "股份有限公司", "分公司"],
    ...["abc", "B", "7", " ", ".", " Co., Ltd.", "某某某某某某某某某某"],
  );
  const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  const cut = fc.tuple(text, fc.nat(), fc.nat(), fc.boolean()).map(([name, from, to, isCut]) => {
    const begin = from % name.length;
    return { name, words: isCut ? name.slice(begin, begin + 1 + (to % name.length)) : name };
  });
  const said = fc.tuple(cut, text, fc.boolean());
  fc.assert(
    fc.property(said, fc.constantFrom("hyjg xyj", ""), ([{ name, words: ofName }, others, isOwn], initials) => {
      const words = isOwn ? ofName : others;
      const numbers = ["ABC-7001"];
      const keys = searchKeysOf({ names: [name], initials, numbers });
      const asked = keysToFind(words);
      // Too short to look among all: no letters, or one.
      fc.pre(asked.length > 0 && isFoundBy(words, { texts: [name], initials, numbers, phoneTails: [] }));
      expect(asked.some((key) => keys.includes(key))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ["新粤精工有限公司", "新粤精工"],
  ["新粤精工股份有限公司", "新粤精工"],
  ["新粤精工 （广州） 有限责任公司", "新粤精工广州"],
  ["ＡＢＣ科技", "abc科技"],
  ["有限公司", "有限公司"],
  ["新粤精工有限", "新粤精工"],
  ["新粤精工股份有限", "新粤精工"],
  ["新粤精工股份", "新粤精工"],
  ["新粤精工责任有限公司", "新粤精工"],
  ["新粤精工总公司", "新粤精工"],
  ["新粤精工（中国）有限公司", "新粤精工"],
  ["新粤(中国)精工有限公司", "新粤精工"],
  ["新粤精工中国有限公司", "新粤精工"],
  ["新中国有限公司", "新中国"],
  ["新粤精工有限公司广州分公司", "新粤精工广州分公司"],
  ["新粤精工广州分公司", "新粤精工广州分公司"],
  ["新粤精工（集团）股份有限公司", "新粤精工集团"],
  ["新粤投资中心(有限合伙)", "新粤投资中心"],
  ["XinYue Tools Co., Ltd.", "xinyuetools"],
  ["Zinc", "zinc"],
])("%s is called as %s", (name, form) => {
  expect(nameForm(name)).toBe(form);
});

it("keys of a long name stay few", () => {
  const name = "中华人民共和国广东省广州市天河区珠江新城华夏路某某某某某某某某股份有限公司";
  const keys = searchKeysOf({ names: [name, name], initials: "zhrmghggdsgzsthqzjxchxlmmmmmmmm", numbers: [] });
  expect(keys.length).toBeLessThan(220);
  expect(new Set(keys).size).toBe(keys.length);
});

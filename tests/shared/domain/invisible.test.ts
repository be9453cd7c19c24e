import { hasInk, hasInvisible } from "@shared/domain/invisible";

describe("a character that nobody can see", () => {
  it.each([
    ["a Hangul filler", "\u3164"],
    ["a half-width Hangul filler", "\uFFA0"],
    ["the fillers of Hangul letters", "\u115F\u1160"],
    ["a soft hyphen", "华\u00AD南"],
    ["the blank of Braille", "\u2800"],
    ["a Mongolian vowel separator", "a\u180E"],
    ["a space of no width", "a\u200Bb"],
    ["a mark of direction", "a\u200F"],
    ["an Arabic mark of direction", "\u061Cb"],
    ["a word joiner", "a\u2060b"],
    ["an invisible plus", "1\u20641"],
    ["a grapheme joiner", "a\u034Fb"],
    ["a vowel that is drawn as nothing", "\u17B4"],
    ["a musical note head of nothing", "\u{1D159}"],
    ["a musical control", "\u{1D173}"],
    ["a variant of a Latin letter", "a\uFE0F"],
    ["a variant of nothing", "\u{E0100}"],
    ["a tag", "a\u{E0061}"],
    ["a tag after an emoji that has none", "👍\u{E0061}b"],
    ["a joiner between letters", "a\u200Db"],
    ["a joiner after an emoji with nothing behind it", "👨\u200D"],
    ["two joiners in an emoji", "👨\u200D\u200D💻"],
    ["a byte order mark", "a\uFEFF"],
    ["a note between lines", "a\uFFF9b\uFFFB"],
    ["the place of an object", "\uFFFC"],
  ])("is found: %s", (_what, text) => {
    expect(hasInvisible(text)).toBe(true);
  });

  it.each([
    "海岳机械 HY-2026",
    "👨‍💻",
    "👩🏽‍🚀 出发",
    "👨‍👩‍👧‍👦",
    "🏳️‍🌈",
    "❤️‍🔥",
    "👁️‍🗨️",
    "1️⃣ 第一步，#️⃣",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "🇨🇳",
    "☎︎ 400",
    "葛\u{E0100}城",
    "Zoë, naïve, Ω",
    "a\u00A0b　c",
    "第一行\n第二行\t完",
  ])("is not seen in what people write: %s", (text) => {
    expect(hasInvisible(text)).toBe(false);
    expect(hasInk(text)).toBe(true);
  });
});

it.each([" ", "\u3000\u2003", "\n", "\u0301", "\u20DD", ""])("%j has nothing to see", (text) => {
  expect(hasInk(text)).toBe(false);
});

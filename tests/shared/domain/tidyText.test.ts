import { hasInvisible, lengthSeen } from "@shared/domain/invisible";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";

it.each([
  ["lines of Windows", "看了样机\r\n下周签", "看了样机\n下周签"],
  ["lines of an old Mac", "一\r二", "一\n二"],
  ["a zero-width space", "张\u200B主任", "张主任"],
  ["a mark of direction", "abc\u200Edef", "abcdef"],
  ["a joiner between letters", "می\u200Cخواهم", "میخواهم"],
  ["an override of direction", "a\u202Eb", "ab"],
  ["a soft hyphen and a filler", "合\u00AD同\u3164", "合同"],
  ["half of a character", "a\uD83Db", "ab"],
  ["a tab and a line, which stay", "a\tb\nc", "a\tb\nc"],
  ["a family", "👨‍👩‍👧‍👦 来了", "👨‍👩‍👧‍👦 来了"],
  ["two emoji with a joiner that belongs to neither", "👍🏽\u200B❤️\u200D好", "👍🏽❤️好"],
  ["a name with its drawing", "葛\u{E0100}先生\u200B👍", "葛\u{E0100}先生👍"],
])("keeps what was meant of %s", (_what, typed, meant) => {
  expect(tidiedText(typed)).toBe(meant);
  expect(hasInvisible(meant)).toBe(false);
});

it("keeps one line on one line", () => {
  expect(tidiedLine("HY-\r\n2026\t01")).toBe("HY- 2026 01");
});

it.each([
  ["张主任", 3],
  ["👨‍👩‍👧‍👦", 1],
  ["👍🏽❤️1️⃣", 3],
  ["🇨🇳🇯🇵", 2],
  ["葛\u{E0100}", 1],
  ["𠮷野家", 3],
  ["e\u0301", 1],
])("counts %s as a person does: %i", (text, length) => {
  expect(lengthSeen(text)).toBe(length);
});

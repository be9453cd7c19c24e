import { text } from "@shared/contracts/common";

const accepted = (value: string) => text(500).safeParse(value).success;
const family = "👨‍👩‍👧‍👦";

it("counts a text as a person does: the 500th sign may be a family", () => {
  expect(accepted("字".repeat(499) + family)).toBe(true);
  expect(accepted(family.repeat(500))).toBe(true);
  expect(accepted("字".repeat(500) + family)).toBe(false);
  expect(accepted("字".repeat(501))).toBe(false);
});

it("refuses what nobody can see and what is no text", () => {
  expect(["a\r\nb", "a\u200Bb", "a\u200Eb", " ", "\uD83D"].filter(accepted)).toEqual([]);
});

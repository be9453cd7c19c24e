import fc from "fast-check";
import { neutralised, restored } from "@shared/domain/tables/neutralised";

const signs = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "1", ",", ".", "a", " ", "%");
const texts = fc.oneof(fc.string(), fc.string({ unit: signs, maxLength: 8 }));

describe("a text that leaves in a table", () => {
  it("comes back as it was", () => {
    fc.assert(fc.property(texts, (text) => restored(neutralised(text)) === text));
  });

  it("never begins as a formula, unless it is a number", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const out = neutralised(text);
        return !/^[=+\-@\t\r]/.test(out) || /^[-+]?[\d,]+(\.\d+)?%?$/.test(out);
      }),
    );
  });

  it.each([
    ["-1,575.00", "-1,575.00"],
    ["+8", "+8"],
    ["-12.5%", "-12.5%"],
    ["海岳机械", "海岳机械"],
    ['=HYPERLINK("http://x","点我")', `'=HYPERLINK("http://x","点我")`],
    ["+86 571 8888", "'+86 571 8888"],
    ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["'=1", "''=1"],
  ])("as %j is written %j", (text, written) => {
    expect(neutralised(text)).toBe(written);
    expect(restored(written)).toBe(text);
  });
});

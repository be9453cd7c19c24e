import { creditCodeOf } from "@shared/domain/creditCode";

// Of well-known companies, as they publish them.
const known = ["9144030071526726XG", "91440300708461136T", "91110108551385082Q", "91110000802100433B"];

it.each(known)("takes %s", (code) => {
  expect(creditCodeOf(code)).toBe(code);
});

it("takes it however it is typed", () => {
  expect(creditCodeOf(" 9144 0300-7152 6726 xg ")).toBe("9144030071526726XG");
  expect(creditCodeOf("９１４４０３００７１５２６７２６ＸＧ")).toBe("9144030071526726XG");
});

it.each([
  ["too short", "9144030071526726X"],
  ["too long", "9144030071526726XG1"],
  ["with a letter that no code has", "9144030071526726OG"],
  ["empty", ""],
])("takes none that is %s", (_, typed) => {
  expect(creditCodeOf(typed)).toBeNull();
});

it("finds every slip of one character", () => {
  const code = "9144030071526726XG";
  for (let at = 0; at < code.length; at += 1)
    for (const sign of "0123456789ABCDEFGHJKLMNPQRTUWXY")
      if (sign !== code[at]) expect(creditCodeOf(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull();
});

it("finds every two neighbours that were typed the other way round", () => {
  const code = "9144030071526726XG";
  for (let at = 0; at < code.length - 1; at += 1) {
    const turned = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
    if (turned !== code) expect(creditCodeOf(turned)).toBeNull();
  }
});

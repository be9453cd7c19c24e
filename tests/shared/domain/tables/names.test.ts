import fc from "fast-check";
import { memberFinder, readMember } from "@shared/domain/tables/members";
import { comparedName, readId, readLine, readPhone, readText } from "@shared/domain/tables/texts";

const members = [
  { number: "00123", name: "林可欣", userid: "linkexin" },
  { number: "123", name: "贺知远", userid: "hezhiyuan" },
  { number: "0042", name: "沈星河", userid: "shenxinghe" },
  { number: "1007", name: "王芳", userid: "wangfang" },
  { number: "2031", name: "王芳", userid: "wangfang2" },
  { number: "5002", name: "阿依娜尔·艾山", userid: "ayinaer" },
];
const finder = memberFinder(members);
const who = (
  ...cells: Parameters<typeof readMember<(typeof members)[number]>> extends [unknown, ...infer C] ? C : never
) => {
  const reading = readMember(finder, ...cells);
  return "value" in reading ? reading.value.number : reading.held.reason;
};

it("never takes one employee number for another that differs by zeros", () => {
  expect([who("00123"), who("123"), who("000123")]).toEqual(["00123", "123", "member_unknown"]);
});

it("holds a number cell back that two employee numbers fit", () => {
  expect(who({ number: "123", format: "00000" })).toBe("member_ambiguous");
});

it("says so where a number cell fits an employee number only by zeros that it has not", () => {
  expect(readMember(finder, { number: "42", format: "" })).toMatchObject({ notices: ["number_padded"] });
  expect(readMember(finder, { number: "42", format: "0000" })).toMatchObject({ notices: [] });
});

it("holds a number back whose name is somebody else's", () => {
  expect(readMember(finder, "1007", "沈星河")).toMatchObject({
    held: { reason: "name_differs", candidates: ["1007", "0042"] },
  });
});

it("finds a name whatever blanks and dots are in it", () => {
  expect([who("", "沈 星\u3000河\u200b"), who("", "阿依娜尔•艾山"), who("", "阿依娜尔艾山")]).toEqual([
    "0042",
    "5002",
    "5002",
  ]);
});

it("names both where two colleagues have one name", () => {
  expect(readMember(finder, "", "王芳")).toEqual({
    held: { reason: "member_ambiguous", candidates: ["1007", "2031"] },
    about: "name",
  });
});

const idOf = (cell: Parameters<typeof readId>[0]) => {
  const reading = readId(cell);
  return "value" in reading ? reading.value : reading.held.reason;
};

it.each([
  ['="00042"', "00042"],
  ["'00042", "00042"],
  ["XS-1\t", "XS-1"],
  ["2.02603E+18", "id_digits_lost"],
  ["3月5日", "id_became_date"],
  ["/", "id_missing"],
])("reads the number %s as %s", (cell, id) => {
  expect(idOf(cell)).toBe(id);
});

it("keeps every number of up to fifteen digits, and calls a longer one lost", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (n) =>
      expect(idOf({ number: String(n), format: "" })).toBe(String(n)),
    ),
  );
  expect(idOf({ number: "2.02603311234567E+18", format: "" })).toBe("id_digits_lost");
});

it("keeps a text letter for letter, whatever a spreadsheet program would make of it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("=", "+", "-", "@", "{{", "'", "<"),
      fc.stringMatching(/^[a-z0-9(){}<>]{1,20}$/),
      (sign, rest) => {
        expect(readText(`${sign}${rest}`, 100)).toEqual({ value: `${sign}${rest}`, notices: [] });
      },
    ),
  );
});

it("holds a text back that has a sign which nobody can see or type", () => {
  expect(readLine("坏\u0000字", 100)).toEqual({ held: { reason: "control_character" } });
});

it("reads 龙䶮堂 and its name over two lines as one", () => {
  expect(readLine("龙䶮堂\n药业有限公司", 100)).toEqual({ value: "龙䶮堂药业有限公司", notices: [] });
});

it("compares names without their width, and letters of other alphabets never", () => {
  expect(comparedName("松间台（样例）Ａ")).toBe(comparedName("松间台(样例)a"));
  expect(comparedName("АВС")).not.toBe(comparedName("ABC"));
});

it.each([
  ["+86 139 0000 1003", "13900001003"],
  ["139-0000-2002", "13900002002"],
])("reads the phone %s as %s", (text, phone) => {
  expect(readPhone(text)).toEqual({ value: phone, notices: [] });
});

it("holds a phone back that has lost its digits, or is two", () => {
  expect(readPhone("1.39E+10")).toEqual({ held: { reason: "phone_digits_lost" } });
  expect(readPhone("13900001006、010-0000-1006")).toMatchObject({ held: { reason: "phone_two" } });
});

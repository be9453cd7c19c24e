import { lastFourOf, normalisedPhone } from "@shared/domain/phone";

describe("a phone number has one form", () => {
  it.each([
    ["13800138000", "8613800138000"],
    ["+86 138 0013 8000", "8613800138000"],
    ["86-138-0013-8000", "8613800138000"],
    ["0086 13800138000", "8613800138000"],
    ["＋８６（１３８）００１３８０００", "8613800138000"],
    ["8613800138000", "8613800138000"],
    ["020-8765 4321", "862087654321"],
    ["(0755) 8765-4321", "8675587654321"],
    ["+852 9123 4567", "85291234567"],
    ["+1 (415) 555-0123", "14155550123"],
  ])("%s", (text, expected) => {
    expect(normalisedPhone(text)).toBe(expected);
    expect(normalisedPhone(expected.startsWith("86") ? expected : `+${expected}`)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "10086",
    "12800138000",
    "138001380001",
    "138****8000",
    "020-87654321 转 12",
    "+86",
    "+012345678",
    "abc",
    "9123 4567",
  ])("and %p is none", (text) => {
    expect(normalisedPhone(text)).toBeNull();
  });

  it("whose last four digits people name it by", () => {
    expect(lastFourOf("8613800138000")).toBe("8000");
  });
});

import { lastFourOf, normalisedPhone, phoneText } from "@shared/domain/phone";

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

describe("A phone number is read", () => {
  it.each([
    ["8613800138000", "+86 138 0013 8000"],
    ["862081234567", "+86 20 8123 4567"],
    ["861081234567", "+86 10 8123 4567"],
    ["8675781234567", "+86 757 8123 4567"],
    ["867592123456", "+86 759 212 3456"],
    ["85291234567", "+85291234567"],
  ])("%s as %s, and typed so it is the same one", (phone, text) => {
    expect(phoneText(phone)).toBe(text);
    expect(normalisedPhone(text)).toBe(phone);
  });
});

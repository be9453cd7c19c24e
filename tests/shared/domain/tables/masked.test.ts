import { maskedNumber, withoutLongNumbers } from "@shared/domain/tables/masked";

it.each([
  ["13900000001", "•••••••0001"],
  ["+86 139-0000-0001", "+•• •••-••••-0001"],
  ["１３９００００００２１", "•••••••００２１"],
  ["1234", "1234"],
  ["", ""],
])("shows of the number %j its last digits", (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});

it.each([
  ["张三 13900000001 A", "张三 •••••••0001 A"],
  ["44010119900101123X", "•••••••••••••1123X".slice(-18)],
  ["2026-03-01 20260301 1,575.00", "2026-03-01 20260301 1,575.00"],
])("shows of %j what is no long number", (text, shown) => {
  expect(withoutLongNumbers(text)).toBe(shown);
});

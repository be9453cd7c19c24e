import fc from "fast-check";
import { amountLimitFen, readAmount } from "@shared/domain/tables/amounts";
import type { Reading } from "@shared/domain/tables/reading";

const fenOf = (reading: Reading<number>) => ("value" in reading ? reading.value : reading.held.reason);
const number = (stored: string, format = "") => ({ number: stored, format });

const amounts = fc.integer({ min: 1, max: amountLimitFen });
const written = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?=[\d,]*\.)/g, ",");

it("reads every amount that two decimals can write, with and without groups of three", () => {
  fc.assert(
    fc.property(amounts, (fen) => {
      expect(fenOf(readAmount(written(fen)))).toBe(fen);
      expect(fenOf(readAmount(grouped(written(fen))))).toBe(fen);
    }),
  );
});

it("reads one minus, wherever it stands, as the mirror image of the amount", () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom("-", "−", "－"), (fen, minus) => {
      for (const text of [
        `${minus}${written(fen)}`,
        `${written(fen)}${minus}`,
        `¥${minus}${written(fen)}`,
        `(${written(fen)})`,
      ]) {
        expect(fenOf(readAmount(text))).toBe(-fen);
      }
    }),
  );
});

it("reads a number cell as the fifteen digits that a spreadsheet program shows", () => {
  fc.assert(fc.property(amounts, (fen) => expect(fenOf(readAmount(number(String(fen / 100))))).toBe(fen)));
  expect(fenOf(readAmount(number("1800.4600000000003")))).toBe(180_046);
  expect(fenOf(readAmount(number("2E+4")))).toBe(2_000_000);
});

it("never reads an amount that is ten times too large or too small because of its separators", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,3}([.,]\d{1,3}){1,3}$/), (text) => {
      const read = fenOf(readAmount(text));
      const groups = /^\d{1,3}(,\d{3})+(\.\d{1,2}0*)?$/.test(text) || /^\d+(\.\d{1,2}0*)?$/.test(text);
      if (typeof read === "number") expect(groups).toBe(true);
    }),
  );
});

it.each([
  ["1,23", "amount_decimal_comma"],
  ["1.234,56", "amount_decimal_comma"],
  ["12,34,567.00", "amount_decimal_comma"],
  ["1.234.567", "amount_ambiguous"],
  ["1e5", "amount_exponent"],
  ["1.005", "amount_decimals"],
  ["--", "amount_missing"],
  ["131.77(已退款89.84)", "amount_with_note"],
  ["约 5000", "amount_with_note"],
  ["USD 1,000.00", "amount_currency"],
  ["1,5OO.00-", "amount_not_a_number"],
  ["(-1,350.00)", "amount_not_a_number"],
  ["壹万贰仟元整", "amount_not_a_number"],
  ["=1000+575", "amount_formula"],
  ["0.00", "amount_zero"],
  ["100,000,000.01", "amount_above_limit"],
])("holds %s back as %s", (text, reason) => {
  expect(fenOf(readAmount(text))).toBe(reason);
});

it("says that 12.5万 was multiplied", () => {
  expect(readAmount("12.5万")).toEqual({ value: 12_500_000, notices: ["unit_in_cell"] });
});

it("does not multiply yuan that are only shown in 万 once more", () => {
  expect(readAmount(number("125000", '0!.0,"万"'), { unitDigits: 4 })).toEqual({
    value: 12_500_000,
    notices: ["unit_by_format"],
  });
});

import { amountOf, formFaults, type SaleForm, tidiedAmount } from "@/features/sales/saleForm";
import { capitalFigures } from "@/features/sales/capitalFigures";

const today = "2026-03-26";
const form = (more: Partial<SaleForm> = {}): SaleForm => ({
  commandId: "c1",
  saleId: "s1",
  customerId: "c-haiyue",
  amount: "100000",
  signedOn: today,
  begunOn: today,
  contractNo: "",
  ...more,
});

it.each([
  ["100000", "100000"],
  ["100,000.00", "100000.00"],
  ["１２３．４５", "123.45"],
  ["0012", "12"],
  [".5", "0.5"],
  ["12.345", "12.34"],
  ["1.2.3", "1.23"],
  ["abc", ""],
  ["-5", "5"],
])("keeps of %s what is an amount: %s", (typed, kept) => {
  expect(tidiedAmount(typed)).toBe(kept);
});

it.each([
  ["100000", 10_000_000],
  ["0.01", 1],
  ["44000.5", 4_400_050],
  ["0", null],
  ["", null],
  ["12.", null],
])("reads %s yuan exactly", (typed, fen) => {
  expect(amountOf({ amount: typed })).toBe(fen);
});

it("finds nothing wrong with a sale of today", () => {
  expect(formFaults(form(), today)).toEqual({});
});

it("asks for a client and an amount", () => {
  expect(formFaults(form({ customerId: "", amount: "" }), today)).toEqual({ customerId: "missing", amount: "missing" });
});

it("refuses a contract of tomorrow, as the server does", () => {
  expect(formFaults(form({ signedOn: "2026-03-27" }), today)).toEqual({ signedOn: "sale.inFuture" });
});

it("leaves what is older than a year to finance", () => {
  expect(formFaults(form({ signedOn: "2024-12-31" }), today)).toEqual({ signedOn: "sale.tooOld" });
});

it.each([
  [4_400_000, "肆万肆仟元整"],
  [10_000_000, "壹拾万元整"],
  [1, "壹分"],
  [10, "壹角"],
  [12_345, "壹佰贰拾叁元肆角伍分"],
  [10_005, "壹佰元零伍分"],
  [100_050, "壹仟元伍角"],
  [1_000_100, "壹万零壹元整"],
  [100_010_000, "壹佰万零壹佰元整"],
  [10_000_000_000, "壹亿元整"],
  [10_000_000_100, "壹亿零壹元整"],
  [100_000_000_000_000, "壹万亿元整"],
  [2_050_300, "贰万零伍佰零叁元整"],
])("writes %i fen in the figures of a contract: %s", (fen, figures) => {
  expect(capitalFigures(fen)).toBe(figures);
});

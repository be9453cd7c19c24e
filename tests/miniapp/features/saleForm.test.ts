import { amountFault, formFaults, type SaleForm } from "@/features/sales/saleForm";
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

const limitFen = 10_000_000_000;

it.each([
  ["5k", false, "noSum"],
  ["-1", false, "noSum"],
  ["1e5", false, "noSum"],
  ["，5", false, "noSum"],
  // May still become 12.3456万.
  ["12.345", false, null],
  ["12.345", true, "noSum"],
  ["1,0", false, null],
  ["1,0", true, "noSum"],
  ["10万", true, null],
  ["", true, null],
])("says of 「%s」 in its place that it is no sum (field left: %s): %s", (amount, left, fault) => {
  expect(amountFault({ amount }, left)).toBe(fault);
});

it("takes amounts above 0 up to ten times the company's limit", () => {
  expect(formFaults(form({ amount: "0" }), today, limitFen)).toEqual({ amount: "noSum" });
  expect(formFaults(form({ amount: "10亿" }), today, limitFen)).toEqual({});
  expect(formFaults(form({ amount: "1000000000.01" }), today, limitFen)).toEqual({ amount: "sale.amountTooLarge" });
});

it("finds nothing wrong with a sale of today", () => {
  expect(formFaults(form(), today, limitFen)).toEqual({});
});

it("asks for a client and an amount", () => {
  expect(formFaults(form({ customerId: "", amount: "" }), today, limitFen)).toEqual({
    customerId: "missing",
    amount: "missing",
  });
});

it("refuses a contract of tomorrow, as the server does", () => {
  expect(formFaults(form({ signedOn: "2026-03-27" }), today, limitFen)).toEqual({ signedOn: "sale.inFuture" });
});

it("leaves what is older than a year to finance", () => {
  expect(formFaults(form({ signedOn: "2024-12-31" }), today, limitFen)).toEqual({ signedOn: "sale.tooOld" });
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

import { fenOfTypedAmount, mayBecomeAmount } from "@shared/domain/typedAmount";

it.each<[string, number]>([
  ["12000", 1_200_000],
  ["0012", 1_200],
  ["0.01", 1],
  ["1.", 100],
  [".5", 50],
  ["12.340", 1_234],
  ["1,000.5", 100_050],
  ["1，000", 100_000],
  ["12,345,678.90", 1_234_567_890],
  ["１２３．４５", 12_345],
  ["12。5", 1_250],
  [" 12 000 ", 1_200_000],
  ["10万", 10_000_000],
  ["5万元", 5_000_000],
  ["1.2345万", 1_234_500],
  ["1.2亿", 12_000_000_000],
  ["¥100", 10_000],
  ["￥1,000.00元", 100_000],
])("reads %s as %i fen", (typed, amountFen) => {
  expect(fenOfTypedAmount(typed)).toBe(amountFen);
});

it.each([
  "",
  ".",
  "-1",
  "−1",
  "+5",
  "1e5",
  "5k",
  "12.345",
  "1.2345678万",
  "，5",
  "1,00",
  "1,0000",
  "10,00,000",
  "1.2.3",
  "1.000,5",
  "abc",
  "10万5千",
  "万",
  "5%",
  "0x10",
  "99999999999999",
  "900000000000000亿",
])("takes 「%s」 for no sum, rather than for another one", (typed) => {
  expect(fenOfTypedAmount(typed)).toBeNull();
});

it.each(["1,0", "1,000.", "12.345", "1.23456", "¥", "1,234,5"])("waits for the rest of 「%s」", (typed) => {
  expect(mayBecomeAmount(typed)).toBe(true);
});

it.each(["5k", "-1", "1e5", "，5", "1.2.3", "万", "10万5", "abc", "1,0000"])(
  "「%s」 becomes no amount any more",
  (typed) => {
    expect(mayBecomeAmount(typed)).toBe(false);
  },
);

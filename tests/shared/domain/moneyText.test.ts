import {
  amountText,
  exactInWords,
  fenOfMoneyText,
  moneyText,
  percentText,
  ratioOf,
  salesInWords,
  salesText,
  signedAmountText,
} from "@shared/domain/moneyText";
import { decimal } from "@shared/domain/pay/numbers/number";
import fc from "fast-check";
import { runs } from "./pay/support/runs";

describe("an amount in a sentence", () => {
  it.each([
    [10_000_000, "10万元", "10万"],
    [12_500_000, "12.5万元", "12.5万"],
    [300_000, "3000元", "3000元"],
    [999_999, "9999.99元", "9999.99元"],
    [1_000_000, "1万元", "1万"],
    [1_050_000, "10500元", "10500元"],
    [1_100_000, "1.1万元", "1.1万"],
    [1_234_567, "12345.67元", "12345.67元"],
    [888_880, "8888.8元", "8888.8元"],
    [-10_000_000, "-10万元", "-10万"],
    [0, "0元", "0元"],
    [112_500_000_000, "112500万元", "112500万"],
  ])("of %d fen reads %s, short %s", (fen, long, short) => {
    expect([moneyText(fen, "long"), moneyText(fen, "short")]).toEqual([long, short]);
  });

  it("can be read back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 }),
        fc.constantFrom("long" as const, "short" as const),
        (fen, form) => {
          expect(fenOfMoneyText(moneyText(fen, form))).toBe(fen);
        },
      ),
      runs,
    );
    expect(fenOfMoneyText("10")).toBeNull();
  });
});

describe("an amount that is large or odd", () => {
  it.each([
    [10_000_000, "10万元", "10万元"],
    [300_000, "3000元", "3000元"],
    [1_234_567, "1.23万元", "12,345.67元"],
    [139_666_667, "139.67万元", "1,396,666.67元"],
    [180_150_000, "180.15万元", "1,801,500元"],
    [12_020_000_000, "1.2亿元", "1.202亿元"],
    [12_000_000_000, "1.2亿元", "1.2亿元"],
    [1_202_000_000, "1,202万元", "1,202万元"],
    [0, "0元", "0元"],
  ])("of %d fen is spelled as a sum like in a table, %s, and as one amount to the fen, %s", (fen, sales, pay) => {
    expect([salesInWords(fen, "long"), exactInWords(fen, "long")]).toEqual([sales, pay]);
  });

  it.each([139_666_667, 1_202_000_000, 12_020_000_000])("of %d fen reads in a sentence as in a row", (fen) => {
    expect(salesInWords(fen, "short")).toBe(salesText(fen).text);
  });
});

describe("a percentage in a sentence", () => {
  it.each([
    ["0.75", "75%"],
    ["0.1234", "12.34%"],
    ["0.12345", "12.35%"],
    ["0.99996", "99.99%"],
    ["0.999999999", "99.99%"],
    ["1", "100%"],
    ["1.00001", "100.01%"],
    ["0.0000312", "0.003%"],
    ["0.00005", "0.01%"],
    ["0", "0%"],
    ["-0.25", "−25%"],
    ["1.5", "150%"],
  ])("of %s reads %s", (ratio, text) => {
    expect(percentText(decimal(ratio))).toBe(text);
  });

  it("is a dash without a target", () => {
    expect(percentText(ratioOf(5, 0))).toBe("—");
  });
});

describe("numbers on a screen", () => {
  it.each([
    [130_000, "1,300.00", "+1,300.00"],
    [-22_500, "−225.00", "−225.00"],
    [0, "0.00", "0.00"],
    [100_000_000_005, "1,000,000,000.05", "+1,000,000,000.05"],
  ])("pay of %d fen reads %s, as a change %s", (fen, text, signed) => {
    expect([amountText(fen), signedAmountText(fen)]).toEqual([text, signed]);
  });

  it.each([
    [18_400_000, "18.4万", true],
    [66_666_667, "66.67万", false],
    [112_500_000_000, "11.25亿", true],
    [999_999, "9,999.99", true],
    [-18_400_000, "−18.4万", true],
    [0, "0", true],
  ])("sales of %d fen read %s (exact: %s)", (fen, text, exact) => {
    expect(salesText(fen)).toEqual({ text, exact });
  });

  it.each([
    ["0.75", [], "75%"],
    ["0.681", [], "68.1%"],
    ["0.6666", [], "66.66%"],
    ["0.79999", ["0.8"], "79.99%"],
    ["0.7999", ["0.8"], "79.99%"],
    ["0.99996", [], "99.99%"],
    ["0.8", ["0.8"], "80%"],
    ["0.0007111", [], "0.07%"],
    ["1.0000005", [], "100.01%"],
    ["1.278", [], "127.8%"],
    ["1.277777", [], "127.78%"],
    ["-0.25", [], "−25%"],
  ])("a ratio of %s beside edges %j reads %s", (ratio, edges, text) => {
    expect(percentText(decimal(ratio), edges.map(decimal))).toBe(text);
  });

  it("a percentage never reads like an edge that it has not reached", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom("0.6", "0.8", "0.9", "1", "1.2"),
        (done, target, edge) => {
          const ratio = ratioOf(done, target);
          const shown = decimal(percentText(ratio, [decimal(edge)]).replace("%", ""));
          const at = decimal(edge).n as number;
          const exact = Math.sign(done * Number(decimal(edge).d) - target * at);
          const read = Math.sign(Number(shown.n) * Number(decimal(edge).d) - 100 * Number(shown.d) * at);
          expect(read).toBe(exact);
        },
      ),
      runs,
    );
  });
});

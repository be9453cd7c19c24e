import type { BandTable, Table } from "@shared/domain/pay";
import { decimal, decimalText, fractionText } from "@shared/domain/pay/numbers/number";
import { commissionTiers } from "@shared/domain/pay/plans";
import { rowsOfRanges, tableFaults } from "@shared/domain/pay/check/tableFaults";
import { bandValue, exactTable, marginalParts, rowIndexOf, tiersAmount } from "@shared/domain/pay/formula/tables";
import fc from "fast-check";
import { runs } from "../support/runs";

const whole = exactTable(commissionTiers);
const marginal = exactTable({ ...commissionTiers, mode: "marginal" });
const amount = (table: ReturnType<typeof exactTable>, yuan: string, target: string | null = null) =>
  decimalText(tiersAmount(table, decimal(yuan), target === null ? null : decimal(target)).value);

describe("tiers", () => {
  it.each([
    ["0", "0", "0"],
    ["99999.99", "999.9999", "999.9999"],
    ["100000", "1500", "1000"],
    ["200000", "3000", "2500"],
    ["200000.01", "4000.0002", "2500.0002"],
    ["250000", "5000", "3500"],
    ["-150000", "-2250", "-1750"],
  ])("on %s yuan pay %s on the whole, %s part by part", (yuan, all, parts) => {
    expect([amount(whole, yuan), amount(marginal, yuan)]).toEqual([all, parts]);
  });

  it("look up a negative amount by its size", () => {
    expect(decimalText(bandValue(whole, decimal("-150000")).value)).toBe("0.015");
    expect(decimalText(bandValue(whole, decimal("-200000.01")).value)).toBe("0.02");
  });

  it("look up a negative amount by its size where the edges are multiples of a target, too", () => {
    const byRatio = exactTable({
      name: "档",
      by: "ratio",
      rows: [
        { upTo: "1", value: "0.01" },
        { upTo: null, value: "0.02" },
      ],
    });
    expect(decimalText(bandValue(byRatio, decimal("-150000"), decimal("100000")).value)).toBe("0.02");
    expect(decimalText(bandValue(byRatio, decimal("-1.5")).value)).toBe("0.01");
  });

  it("may have edges that are multiples of a target", () => {
    const ofTarget = {
      ...commissionTiers,
      rows: [
        { upTo: "0.8", includes: false, value: "0.01" },
        { upTo: null, value: "0.02" },
      ],
    };
    expect(amount(exactTable(ofTarget), "79999.99", "100000")).toBe("799.9999");
    expect(amount(exactTable(ofTarget), "80000", "100000")).toBe("1600");
    expect(amount(exactTable({ ...ofTarget, mode: "marginal" }), "100000", "100000")).toBe("1200");
  });

  /** Tables of any number of rows with rising edges, each edge in the lower or the upper row. */
  const tables: fc.Arbitrary<BandTable> = fc
    .array(
      fc.record({
        step: fc.integer({ min: 1, max: 50_000 }),
        includes: fc.boolean(),
        rate: fc.integer({ min: 0, max: 500 }),
      }),
      { maxLength: 8 },
    )
    .map((steps) => {
      let edge = 0;
      const rows = steps.map(({ step, includes, rate }) => {
        edge += step;
        return { upTo: String(edge), includes, value: `0.${String(rate).padStart(4, "0")}` };
      });
      return { name: "表", by: "money", rows: [...rows, { upTo: null, value: "0.05" }] };
    });
  const fenAmounts = fc.integer({ min: 0, max: 40_000_000 });

  it("have exactly one row for every amount", () => {
    fc.assert(
      fc.property(tables, fenAmounts, fc.boolean(), (table, fen, atEdge) => {
        expect(tableFaults(table)).toEqual([]);
        const edge = table.rows[0]?.upTo ?? null;
        const value = atEdge && edge !== null ? decimal(edge) : { n: fen, d: 100 };
        const holding = table.rows.filter((row, index) => {
          const below = table.rows[index - 1];
          const above =
            below === undefined ||
            below.upTo === null ||
            Number(below.upTo) * Number(value.d) < Number(value.n) ||
            (Number(below.upTo) * Number(value.d) === Number(value.n) && below.includes !== true);
          const within =
            row.upTo === null ||
            Number(value.n) < Number(row.upTo) * Number(value.d) ||
            (Number(value.n) === Number(row.upTo) * Number(value.d) && row.includes === true);
          return above && within;
        });
        expect(holding).toEqual([table.rows[rowIndexOf(exactTable(table), value)]]);
      }),
      runs,
    );
  });

  const byParts = (table: Parameters<typeof exactTable>[0]) => exactTable({ ...table, mode: "marginal" });

  it("pay the same either way inside the first row", () => {
    fc.assert(
      fc.property(tables, fenAmounts, (table, fen) => {
        const [all, parts, yuan] = [exactTable(table), byParts(table), { n: fen, d: 100 }];
        const [whole, inParts] = [all, parts].map((one) => fractionText(tiersAmount(one, yuan).value));
        if (rowIndexOf(all, yuan) === 0) expect(inParts).toBe(whole);
      }),
      runs,
    );
  });

  it("leave out nothing of what is paid part by part", () => {
    fc.assert(
      fc.property(tables, fenAmounts, (table, fen) => {
        const [parts, yuan] = [byParts(table), { n: fen, d: 100 }];
        const sum = marginalParts(parts, yuan).reduce(
          (total, part) => total + (Number(part.amount.n) / Number(part.amount.d)) * 100,
          0,
        );
        expect(Math.round(sum)).toBe(fen);
      }),
      runs,
    );
  });

  it("never pay less part by part for more", () => {
    fc.assert(
      fc.property(tables, fenAmounts, (table, fen) => {
        const [parts, yuan] = [byParts(table), { n: fen, d: 100 }];
        const more = tiersAmount(parts, { n: fen + 1, d: 100 }).value;
        const less = tiersAmount(parts, yuan).value;
        expect(Number(more.n) / Number(more.d)).toBeGreaterThanOrEqual(Number(less.n) / Number(less.d));
      }),
      runs,
    );
  });
});

describe("bands", () => {
  const team = exactTable({
    name: "团队系数",
    by: "ratio",
    rows: [
      { upTo: "0.8", includes: false, value: "0" },
      { upTo: "0.9", includes: false, value: "0.8" },
      { upTo: "1", includes: false, value: "1" },
      { upTo: null, value: "1.2" },
    ],
  });

  it.each([
    ["-0.5", "0"],
    ["0.7999999999999999999999999", "0"],
    ["0.8", "0.8"],
    ["0.895", "0.8"],
    ["0.9", "1"],
    ["0.995", "1"],
    ["1", "1.2"],
    ["99", "1.2"],
  ])("at %s give %s", (ratio, factor) => {
    expect(decimalText(bandValue(team, decimal(ratio)).value)).toBe(factor);
  });

  const linear = exactTable({
    name: "线性",
    by: "ratio",
    shape: "linear",
    rows: [
      { upTo: "0.6", value: "0.5" },
      { upTo: "0.9", value: "1" },
      { upTo: null, value: "1" },
    ],
  });

  it.each([
    ["0", "0.5"],
    ["0.6", "0.5"],
    ["0.75", "0.75"],
    ["0.9", "1"],
    ["5", "1"],
  ])("on a line at %s give %s", (ratio, factor) => {
    expect(decimalText(bandValue(linear, decimal(ratio)).value)).toBe(factor);
  });

  it("on a line stay exact between the points", () => {
    expect(fractionText(bandValue(linear, { n: 7, d: 10 }).value)).toBe("2/3");
  });
});

describe("a table is refused", () => {
  const rows = (list: BandTable["rows"], more: Partial<BandTable> = {}): Table => ({
    name: "表",
    by: "money",
    rows: list,
    ...more,
  });

  it.each<[string, Table, string]>([
    ["without rows", rows([]), "rows.empty"],
    [
      "with falling edges",
      rows([
        { upTo: "2", value: "0" },
        { upTo: "1", value: "0" },
        { upTo: null, value: "0" },
      ]),
      "rows.edgeOrder",
    ],
    [
      "with the same edge twice",
      rows([
        { upTo: "2", includes: true, value: "0" },
        { upTo: "2", includes: true, value: "0" },
        { upTo: null, value: "0" },
      ]),
      "rows.edgeOrder",
    ],
    ["that ends somewhere", rows([{ upTo: "2", value: "0" }]), "rows.notOpenAbove"],
    [
      "that is open in the middle",
      rows([
        { upTo: null, value: "0" },
        { upTo: null, value: "0" },
      ]),
      "rows.openInside",
    ],
    ["with a value that is no decimal", rows([{ upTo: null, value: "1.5%" }]), "rows.notDecimal"],
    [
      "that counts parts of ratios",
      rows([{ upTo: null, value: "1" }], { by: "ratio", mode: "marginal" }),
      "marginal.notMoney",
    ],
    [
      "whose line ends elsewhere than its last point",
      rows(
        [
          { upTo: "1", value: "1" },
          { upTo: null, value: "2" },
        ],
        { shape: "linear" },
      ),
      "linear.notConstantAbove",
    ],
    [
      "whose points belong to rows",
      rows(
        [
          { upTo: "1", includes: true, value: "1" },
          { upTo: null, value: "1" },
        ],
        { shape: "linear" },
      ),
      "linear.withEdges",
    ],
    [
      "that names a key twice",
      {
        kind: "lookup",
        name: "表",
        by: "origin",
        rows: [
          { key: "自有", value: "1" },
          { key: "自有", value: "2" },
        ],
        otherwise: "0",
      },
      "rows.keyTwice",
    ],
  ])("%s", (_name, table, code) => {
    expect(tableFaults(table).map((fault) => fault.code)).toContain(code);
  });

  it("unless one of two equal edges is alone in its row", () => {
    expect(
      tableFaults(
        rows([
          { upTo: "2", value: "0" },
          { upTo: "2", includes: true, value: "1" },
          { upTo: null, value: "2" },
        ]),
      ),
    ).toEqual([]);
  });
});

describe("ranges of an old rule book", () => {
  const range = (from: string | null, fromIncluded: boolean, to: string | null, toIncluded: boolean, value = "1") => ({
    from,
    fromIncluded,
    to,
    toIncluded,
    value,
  });

  it("become rows, in whatever order they come", () => {
    expect(
      rowsOfRanges([
        range("10", false, null, false, "3"),
        range(null, true, "5", false, "1"),
        range("5", true, "10", true, "2"),
      ]),
    ).toEqual({
      rows: [
        { upTo: "5", includes: false, value: "1" },
        { upTo: "10", includes: true, value: "2" },
        { upTo: null, includes: false, value: "3" },
      ],
    });
  });

  it.each([
    ["gap", [range(null, true, "5", false), range("5", false, null, false)]],
    ["gap", [range(null, true, "89", true), range("90", true, null, false)]],
    ["overlap", [range(null, true, "5", true), range("5", true, null, false)]],
    ["overlap", [range(null, true, "6", false), range("5", true, null, false)]],
    ["overlap", [range(null, true, null, false), range("5", true, null, false)]],
    ["rows.notOpenAbove", [range("0", true, "5", true)]],
    ["rows.empty", []],
  ])("with a %s are refused", (code, ranges) => {
    const result = rowsOfRanges(ranges);
    expect("faults" in result ? result.faults.map((fault) => fault.code) : []).toContain(code);
  });
});

import fc from "fast-check";
import {
  countsTwice,
  type OpeningBalance,
  openingKinds,
  openingPostings,
  totalFaults,
  noOpeningTotals,
} from "@shared/domain/opening";
import { bookSums } from "@shared/domain/pay";

const of = (more: Partial<OpeningBalance> = {}): OpeningBalance => ({
  ...{ memberId: "wangfang", kind: "clawback", period: null, item: null, amountFen: 100 },
  ...more,
});

it("posts every balance so that the book adds up to 0", () => {
  const change = fc.record({ lineId: fc.string(), amountFen: fc.integer({ min: -1e12, max: 1e12 }) });
  fc.assert(
    fc.property(fc.constantFrom(...openingKinds), fc.array(change), (kind, changes) => {
      expect(bookSums({ postings: openingPostings("wangfang", kind, changes) })).toEqual({ memorandum: 0, money: 0 });
    }),
  );
});

it.each([
  [
    "clawback",
    [
      ["receivable:wangfang:clawback", 500],
      ["opening", -500],
    ],
  ],
  [
    "draw",
    [
      ["receivable:wangfang:draw", 500],
      ["opening", -500],
    ],
  ],
  [
    "unreleased",
    [
      ["earned:wangfang", -500],
      ["opening", 500],
    ],
  ],
  [
    "paid",
    [
      ["cash:opening", -500],
      ["opening", 500],
    ],
  ],
] as const)("puts what is %s into its account", (kind, accounts) => {
  const postings = openingPostings("wangfang", kind, [{ lineId: "1", amountFen: 500 }]);
  expect(postings.map(({ account, amountFen }) => [account, amountFen])).toEqual(accounts);
});

it("posts nothing for a balance that stays", () => {
  expect(openingPostings("wangfang", "paid", [{ lineId: "1", amountFen: 0 }])).toEqual([]);
});

it.each([
  ["a whole beside one of its documents", of(), of({ item: "S1" }), true],
  ["two documents", of({ item: "S1" }), of({ item: "S2" }), false],
  ["a year beside one of its months", of({ period: "2025" }), of({ period: "2025-12" }), true],
  ["a year beside the next one", of({ period: "2025" }), of({ period: "2026" }), false],
  [
    "a document of a month beside the whole of that month",
    of({ period: "2025-12", item: "S1" }),
    of({ period: "2025-12" }),
    true,
  ],
  ["one document in two months", of({ period: "2025-11", item: "S1" }), of({ period: "2025-12", item: "S1" }), false],
  ["two kinds", of(), of({ kind: "draw", item: "S1" }), false],
  ["two people", of(), of({ memberId: "zhangsan", item: "S1" }), false],
  ["the same balance once more", of(), of({ amountFen: 7 }), false],
  ["a whole that is 0", of({ amountFen: 0 }), of({ item: "S1" }), false],
])("knows of %s whether it holds money twice", (_what, one, other, isTwice) => {
  expect([countsTwice(one, other), countsTwice(other, one)]).toEqual([isTwice, isTwice]);
});

it("finds a difference of one fen, and of one row", () => {
  const typed = { ...noOpeningTotals, rows: 2, paid: 100 };
  expect(totalFaults(typed, { ...typed, rows: 3, paid: 101 })).toEqual([
    { what: "rows", stated: 2, read: 3 },
    { what: "paid", stated: 100, read: 101 },
  ]);
  expect(totalFaults(typed, { ...typed })).toEqual([]);
});

import {
  confirmBy,
  judgeAmount,
  largeThan,
  nextSaleState,
  saleFaults,
  type SaleAction,
  type SaleState,
} from "@shared/domain/sale";

const limitFen = 10_000_000_000;
const draft = { customerId: "c1", amountFen: 10_000_000, signedOn: "2026-03-26" };

describe("recording a sale", () => {
  it("takes one signed today", () => {
    expect(saleFaults(draft, "2026-03-26", { limitFen })).toEqual([]);
  });

  it("refuses one from tomorrow", () => {
    expect(saleFaults({ ...draft, signedOn: "2026-03-27" }, "2026-03-26", { limitFen })).toEqual([
      { field: "signedOn", code: "sale.inFuture" },
    ]);
  });

  it("takes one of 366 days ago and refuses one of 367", () => {
    expect(saleFaults({ ...draft, signedOn: "2025-03-25" }, "2026-03-26", { limitFen })).toEqual([]);
    expect(saleFaults({ ...draft, signedOn: "2025-03-24" }, "2026-03-26", { limitFen })).toEqual([
      { field: "signedOn", code: "sale.tooOld" },
    ]);
  });
});

describe("the sum of a sale", () => {
  it.each([
    ["exactly the limit", limitFen, "fine"],
    ["a fen above it", limitFen + 1, "ask"],
    ["exactly ten times of it", limitFen * 10, "ask"],
    ["a fen above that", limitFen * 10 + 1, "refuse"],
  ])("of %s: %i is judged %s", (_what, amountFen, judged) => {
    expect(judgeAmount(amountFen, limitFen)).toBe(judged);
  });

  it("above the limit is taken from somebody who was asked about it, above ten times of it from nobody", () => {
    const fault = (amountFen: number, largeAmountSeen: boolean) =>
      saleFaults({ ...draft, amountFen, largeAmountSeen }, "2026-03-26", { limitFen }).map(({ code }) => code);
    expect(fault(limitFen + 1, false)).toEqual(["sale.amountLarge"]);
    expect(fault(limitFen + 1, true)).toEqual([]);
    expect(fault(limitFen * 10 + 1, true)).toEqual(["sale.amountTooLarge"]);
  });
});

describe("a sum far above what its rep usually sells", () => {
  const usual = { than: "largest", fen: 18_000_000 } as const;

  it.each([
    [179_999_999, null],
    [180_000_000, usual],
    [limitFen + 1, { than: "limit", fen: limitFen }],
  ])("of %i fen is large by: %j", (amountFen, than) => {
    expect(largeThan(amountFen, { limitFen, usual })).toEqual(than);
  });

  it.each([null, { than: "target", fen: 0 } as const])(
    "is asked about by the limit alone where there is %j",
    (none) => {
      expect(largeThan(limitFen, { limitFen, usual: none })).toBeNull();
    },
  );
});

describe("in the last three days of a month, a sale of that month is to be confirmed by its last day", () => {
  it.each([
    ["2026-03-28", "2026-03-28", null],
    ["2026-03-01", "2026-03-29", "2026-03-31"],
    ["2026-03-31", "2026-03-31", "2026-03-31"],
    ["2026-03-31", "2026-04-01", null],
    ["2026-02-28", "2026-03-31", null],
    ["2026-02-28", "2026-02-28", "2026-02-28"],
    // The last two days from Monday to Friday, where the month ends with a weekend.
    ["2026-05-01", "2026-05-27", null],
    ["2026-05-01", "2026-05-28", "2026-05-31"],
  ])("signed on %s and looked at on %s: %s", (signedOn, today, by) => {
    expect(confirmBy(signedOn, today)).toBe(by);
  });
});

describe("deciding on a sale", () => {
  it.each<[SaleState, SaleAction, ReturnType<typeof nextSaleState>]>([
    ["submitted", "confirm", { state: "confirmed" }],
    ["submitted", "return", { state: "returned" }],
    ["submitted", "withdraw", { state: "cancelled" }],
    ["submitted", "resubmit", { fault: "sale.alreadySubmitted" }],
    ["returned", "resubmit", { state: "submitted" }],
    ["returned", "withdraw", { state: "cancelled" }],
    ["returned", "confirm", { fault: "sale.alreadyReturned" }],
    ["returned", "return", { fault: "sale.alreadyReturned" }],
    ["confirmed", "confirm", { fault: "sale.alreadyConfirmed" }],
    ["confirmed", "return", { fault: "sale.alreadyConfirmed" }],
    ["confirmed", "withdraw", { fault: "sale.alreadyConfirmed" }],
    ["confirmed", "resubmit", { fault: "sale.alreadyConfirmed" }],
    ["cancelled", "confirm", { fault: "sale.notSubmitted" }],
  ])("%s, %s: %j", (state, action, expected) => {
    expect(nextSaleState(state, action)).toEqual(expected);
  });
});

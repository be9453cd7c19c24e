import { nextSaleState, saleFaults, type SaleAction, type SaleState } from "@shared/domain/sale";

const draft = { customerId: "c1", amountFen: 10_000_000, signedOn: "2026-03-26" };

describe("recording a sale", () => {
  it("takes one signed today", () => {
    expect(saleFaults(draft, "2026-03-26")).toEqual([]);
  });

  it("refuses one from tomorrow", () => {
    expect(saleFaults({ ...draft, signedOn: "2026-03-27" }, "2026-03-26")).toEqual([
      { field: "signedOn", code: "sale.inFuture" },
    ]);
  });

  it("takes one of 366 days ago and refuses one of 367", () => {
    expect(saleFaults({ ...draft, signedOn: "2025-03-25" }, "2026-03-26")).toEqual([]);
    expect(saleFaults({ ...draft, signedOn: "2025-03-24" }, "2026-03-26")).toEqual([
      { field: "signedOn", code: "sale.tooOld" },
    ]);
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

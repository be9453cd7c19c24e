import { evaluate, type Fact, standingFacts, takenBackVisits, type VisitFact } from "@shared/domain/pay";
import { assigned, book, event, plan, visit } from "../support/builders";

const each = plan({ components: [event({ code: "each", on: "visit", amount: "50元" })] });

const eachNew = plan({
  components: [event({ code: "new", on: "visit", amount: "50元", filter: { newCustomer: true } })],
});

const rejected = (fact: VisitFact): VisitFact => ({ ...fact, revision: fact.revision + 1, rejected: true });

function lost(credited: Fact[], paying = each): [string, number][] {
  const month = book(standingFacts(credited));
  const assignments = assigned(paying);
  const statement = evaluate(assignments, month);
  return takenBackVisits(assignments, { book: month, credited, statement }).map((one) => [one.factId, one.amountFen]);
}

it("a visit that was taken back is told with what it had paid", () => {
  expect(lost([visit("a"), rejected(visit("a")), visit("b")])).toEqual([["visit:a", 5_000]]);
});

it("a visit that counts again has lost nothing", () => {
  expect(lost([visit("a"), rejected(visit("a")), { ...visit("a"), revision: 3 }])).toEqual([]);
});

it("a visit in whose place another of the day counts has lost nothing", () => {
  expect(lost([visit("a"), rejected(visit("a")), { ...visit("b"), customerId: "customer-a" }])).toEqual([]);
});

it("of several that were taken back each says its own", () => {
  const gone = [visit("a"), rejected(visit("a")), visit("b"), rejected(visit("b"))];
  expect(lost(gone)).toEqual([
    ["visit:a", 5_000],
    ["visit:b", 5_000],
  ]);
});

describe("the first visit at a client", () => {
  const first: VisitFact = { ...visit("a"), newCustomer: true };
  const next: VisitFact = { ...visit("b"), customerId: "customer-a", on: "2026-03-20", countsOn: "2026-03-20" };

  it("is told with what it had paid where it was taken back, and nobody has been there since", () => {
    expect(lost([first, rejected(first)], eachNew)).toEqual([["visit:a", 5_000]]);
  });

  it("has lost nothing where the next one there is paid for in its place", () => {
    expect(lost([first, rejected(first), { ...next, revision: 2, newCustomer: true }], eachNew)).toEqual([]);
  });
});

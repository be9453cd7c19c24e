import { createHash } from "node:crypto";
import {
  bookSums,
  canonicalJson,
  evaluate,
  hashOf,
  increment,
  journalOfDifference,
  saleGains,
  sentenceOf,
  traceOf,
} from "@shared/domain/pay";
import { internetCompany, tutorialTiers } from "@shared/domain/pay/plans";
import fc from "fast-check";
import { times } from "../support/runs";
import { assigned, book, firstOrder, me, payment, refund, sale, team } from "../support/builders";

const cause = { kind: "sale", id: "s1" };
const order = sale(10_000_000);
const month = (facts: Parameters<typeof book>[0], state: "open" | "closed" = "open") =>
  evaluate(assigned(internetCompany), book(facts, { state }));
const tiers = (facts: Parameters<typeof book>[0], state: "open" | "closed" = "open") =>
  evaluate(assigned(tutorialTiers), book(facts, { state }));

describe("the journal of a difference", () => {
  it("books an order: expense of the team against what is earned", () => {
    expect(journalOfDifference(month([]), month([order]), cause)).toEqual({
      memberId: me,
      period: "2026-03",
      cause,
      postings: [
        { book: "money", account: `expense:提成:${team}`, amountFen: 150_000, lineId: "commission:sale:s1" },
        { book: "money", account: `earned:${me}`, amountFen: -150_000, lineId: "commission:sale:s1" },
      ],
    });
  });

  it("keeps what is estimated in the memorandum", () => {
    expect(journalOfDifference(tiers([]), tiers([order]), cause).postings).toEqual([
      { book: "memorandum", account: `estimated:${me}`, amountFen: 150_000, lineId: "commission" },
      { book: "memorandum", account: "estimated:company", amountFen: -150_000, lineId: "commission" },
    ]);
  });

  it("turns estimated money into owed money at the close", () => {
    const journal = journalOfDifference(tiers([order]), tiers([order], "closed"), { kind: "close", id: "2026-03" });
    expect(journal.postings.map(({ account, amountFen }) => [account, amountFen])).toEqual([
      [`estimated:${me}`, -150_000],
      ["estimated:company", 150_000],
      [`expense:提成:${team}`, 150_000],
      [`payable:${me}`, -150_000],
    ]);
  });

  it("asks back what was paid and then lost", () => {
    const small = sale(1_000_000);
    const paid = [small, firstOrder(small), payment("new-customer:newCustomer:s1", 50_000)];
    const journal = journalOfDifference(month(paid), month([...paid, refund(small, 1)]), {
      kind: "creditNote",
      id: "r",
    });
    const reward = journal.postings.filter((posting) => posting.lineId.startsWith("new-customer"));
    expect(reward.map(({ account, amountFen }) => [account, amountFen])).toEqual([
      [`expense:奖励:${team}`, -50_000],
      [`receivable:${me}:clawback`, 50_000],
    ]);
    expect(bookSums(journal)).toEqual({ memorandum: 0, money: 0 });
  });

  it("is empty where nothing changed", () => {
    expect(journalOfDifference(month([order]), month([order]), cause).postings).toEqual([]);
  });

  it("is reversed where the difference is", () => {
    const forth = journalOfDifference(month([]), month([order]), cause).postings;
    const back = journalOfDifference(month([order]), month([]), cause).postings;
    expect(back).toEqual(forth.map((posting) => ({ ...posting, amountFen: 0 - posting.amountFen })));
  });
});

describe("an increment", () => {
  it("is own part and effect on the other orders: 256.00 + 736.00 is what a higher tier brings", () => {
    const before = [sale(18_400_000)];
    const raised = sale(1_600_001, { id: "s2" });
    expect(increment(tiers(before), tiers([...before, raised]), "sale:s2")).toEqual({
      totalFen: 124_000,
      ownFen: 32_000,
      othersFen: 92_000,
    });
  });

  it("says what a part of less than half a fen was rounded from, beside what the order lifts", () => {
    const [before, tiny] = [[sale(20_000_000)], sale(1, { id: "s2" })];
    const assignments = assigned(tutorialTiers);
    const month = {
      assignments,
      before: tiers(before),
      after: tiers([...before, tiny]),
      book: book([...before, tiny]),
    };
    const gain = { ownFen: 0, othersFen: 100_000, formula: "0.01 × 2% = 0.0002 → 0.00" };
    expect(saleGains(month, ["sale:s2"], "zh-CN")).toMatchObject([gain]);
    const trace = traceOf(assignments, month.book, "commission", "sale:s2");
    expect(trace && sentenceOf(trace, "zh-CN")).toContain("算下来是 0.0002 元，取整到分是 0.00 元");
  });

  it("counts a sale and the new customer that it made as one event", () => {
    expect(increment(month([]), month([order, firstOrder(order)]), ["sale:s1", "newCustomer:s1"])).toEqual({
      totalFen: 200_000,
      ownFen: 200_000,
      othersFen: 0,
    });
  });
});

describe("canonical JSON and its hash", () => {
  it("do not depend on the order of keys or on absent values", () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined, a: null }], a: "中" })).toBe('{"a":"中","b":[{"a":null,"d":1}]}');
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
  });

  it("is SHA-256", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(hashOf(text)).toBe(createHash("sha256").update(JSON.stringify(text)).digest("hex"));
      }),
      times(500),
    );
  });
});

import { sumFen } from "@shared/domain/money";
import {
  bookSums,
  canonicalJson,
  evaluate,
  type Fact,
  increment,
  journalOfDifference,
  type Plan,
  receiptOf,
  saleGains,
  type Statement,
  verify,
} from "@shared/domain/pay";
import fc from "fast-check";
import { runs, times } from "./support/runs";
import { assigned, book, cashRefund, collection, event, firstOrder, me, period, plan, sale } from "./support/builders";
import { fullPlan } from "./support/fullPlan";
import { amountFen, histories, historiesOf, refundsOf, sales } from "./support/histories";

const assignments = assigned(fullPlan);
const cause = { kind: "test", id: "t" };
const empty: Statement = {
  memberId: me,
  period: "2026-03",
  lines: [],
  totals: { amountFen: 0, estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 },
  exceptions: [],
};

const amounts = (statement: Statement): Record<string, number> =>
  Object.fromEntries(statement.lines.filter((line) => line.amountFen !== 0).map((line) => [line.id, line.amountFen]));

describe("every statement", () => {
  it("is the sum of its lines, as of its postings", () => {
    fc.assert(
      fc.property(histories, (month) => {
        const statement = evaluate(assignments, month);
        expect(sumFen(statement.lines.map((line) => line.amountFen))).toBe(statement.totals.amountFen);
        const journal = journalOfDifference(empty, statement, cause);
        expect(bookSums(journal)).toEqual({ memorandum: 0, money: 0 });
        const posted = journal.postings.filter(
          ({ account }) => account.startsWith("expense:") || account === `estimated:${me}`,
        );
        expect(sumFen(posted.map((posting) => posting.amountFen))).toBe(statement.totals.amountFen);
      }),
      runs,
    );
  });

  it("has every fen of a line in one state and with one fact, or with the period", () => {
    fc.assert(
      fc.property(histories, (month) => {
        const { lines } = evaluate(assignments, month);
        const byState = lines.map(({ states }) =>
          sumFen([states.estimatedFen, states.earnedFen, states.payableFen, states.paidFen]),
        );
        const byFact = lines.map((line) => sumFen([...line.allocation.map(({ fen }) => fen), line.unallocatedFen]));
        expect([byState, byFact]).toEqual([lines.map((line) => line.amountFen), lines.map((line) => line.amountFen)]);
      }),
      runs,
    );
  });

  it("is the same in whatever order its facts and inputs come, and however often one is delivered", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }), (month, random) => {
        const shuffled = <Item>(items: Item[]): Item[] =>
          items
            .map((item, index) => ({ item, at: random[index] ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const again = {
          ...month,
          facts: shuffled([...month.facts, ...month.facts.slice(0, 3)]),
          given: shuffled(month.given),
        };
        expect(canonicalJson(evaluate(assignments, again))).toBe(canonicalJson(evaluate(assignments, month)));
      }),
      runs,
    );
  });

  it("is recomputed from its receipt, also after a journey through JSON", () => {
    fc.assert(
      fc.property(histories, (month) => {
        const receipt = receiptOf(assignments, month, evaluate(assignments, month));
        const travelled = JSON.parse(JSON.stringify(receipt)) as typeof receipt;
        expect(verify(travelled)).toEqual({ agrees: true, intact: true, differences: [] });
      }),
      times(200, 500),
    );
  });
});

describe("fact by fact", () => {
  it("journals and increments add up to what the whole month gives at once", () => {
    fc.assert(
      fc.property(historiesOf(3), (month) => {
        let before = empty;
        const sums = { posted: 0, brought: 0, unbalanced: 0, parted: 0 };
        month.facts.forEach((fact, index) => {
          const after = evaluate(assignments, { ...month, facts: month.facts.slice(0, index + 1) });
          const journal = journalOfDifference(before, after, cause);
          const { memorandum, money } = bookSums(journal);
          const owed = journal.postings.filter(({ account }) => /^(expense|estimated:xiaowang)/.test(account));
          const { totalFen, ownFen, othersFen } = increment(before, after, fact.id);
          sums.posted += sumFen(owed.map((one) => one.amountFen));
          sums.brought += totalFen;
          sums.unbalanced += Math.abs(memorandum) + Math.abs(money);
          sums.parted += Math.abs(totalFen - ownFen - othersFen);
          before = after;
        });
        const whole = evaluate(assignments, month);
        const fen = month.facts.length > 0 ? whole.totals.amountFen : 0;
        expect(sums).toEqual({ posted: fen, brought: fen, unbalanced: 0, parted: 0 });
      }),
      runs,
    );
  });
});

it("what is told of each confirmation, part by part, adds up to what the month pays", () => {
  fc.assert(
    fc.property(historiesOf(4), (month) => {
      const orders = month.facts.filter((fact) => fact.kind === "sale");
      const others = month.facts.filter(({ kind }) => kind !== "sale" && kind !== "newCustomer");
      const firsts = month.facts.filter((fact) => fact.kind === "newCustomer");
      let facts: Fact[] = others;
      let before = evaluate(assignments, { ...month, facts });
      const told = { own: 0, others: 0 };
      const beginFen = before.totals.amountFen;
      for (const order of orders) {
        const first = firsts.find(({ saleId }) => saleId === order.saleId);
        facts = [...facts, order, ...(first ? [first] : [])];
        const bookWith = { ...month, facts };
        const after = evaluate(assignments, bookWith);
        const ids: [string, ...string[]] = [order.id, ...(first ? [first.id] : [])];
        const gains = saleGains({ assignments, before, after, book: bookWith }, ids, "zh-CN");
        const { ownFen, othersFen } = increment(before, after, ids);
        // The rows of the preview, and the message's own part and rest, are one and the same sum.
        expect(sumFen(gains.map((gain) => gain.ownFen))).toBe(ownFen);
        expect(sumFen(gains.map((gain) => gain.othersFen))).toBe(othersFen);
        told.own += ownFen;
        told.others += othersFen;
        before = after;
      }
      const { totals } = evaluate(assignments, month);
      expect(beginFen + told.own + told.others).toBe(totals.amountFen);
    }),
    times(300, 2_000),
  );
});

describe("a sale that is refunded whole, in any number of parts", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 30_000_000 }), { maxLength: 4 });
  /** With one team all month, or a move on the 11th. */
  const places = fc.boolean();
  const placed = (of: Plan, moves: boolean) =>
    moves
      ? [
          ...assigned(of, { to: "2026-03-10", teamId: "u4" }),
          ...assigned({ ...of, code: "other" }, { from: "2026-03-11" }),
        ]
      : assigned(of);
  /** On the last day of the month, long after the sale. */
  const later = (facts: Fact[]) => facts.map((fact): Fact => ({ ...fact, on: "2026-03-31" }));

  it("leaves the month as if it had never been, where refunds count in the sale's month", () => {
    const plain = { ...fullPlan, components: fullPlan.components.filter((one) => one.refund !== "original") };
    fc.assert(
      fc.property(
        sales(6),
        amountFen,
        parts,
        fc.constantFrom("1", "0.7"),
        places,
        (others, fen, refunds, share, moves) => {
          const extra = saleOf(fen, share);
          const month = (facts: Parameters<typeof book>[0]) => evaluate(placed(plain, moves), book(facts));
          const facts = [...others, ...others.map(firstOrder)];
          const all = [...facts, extra, firstOrder(extra), ...later(refundsOf(extra, [...refunds, fen]))];
          expect(amounts(month(all))).toEqual(amounts(month(facts)));
        },
      ),
      runs,
    );
  });

  it("takes back its own pay alone, where the line of the sale loses its part", () => {
    const original = {
      ...fullPlan,
      components: fullPlan.components.filter((one) => one.code === "flat-original" || one.code === "marginal"),
      stacking: [],
    };
    fc.assert(
      fc.property(
        sales(6),
        amountFen,
        parts,
        fc.constantFrom("1", "0.7"),
        places,
        (others, fen, refunds, share, moves) => {
          const extra = saleOf(fen, share);
          const given = [
            {
              kind: "measure",
              code: "satisfaction",
              of: "member",
              period: "2026-03",
              value: { decimal: "0.8" },
            } as const,
          ];
          const of = (facts: Parameters<typeof book>[0]) =>
            evaluate(placed(original, moves), book(facts, { given: [...given] }));
          const kept = of([...others, extra]);
          const refunded = of([...others, extra, ...later(refundsOf(extra, [...refunds, fen]))]);
          const allocated = (statement: Statement, own: boolean) =>
            sumFen(
              statement.lines.flatMap((line) =>
                line.allocation.filter(({ factId }) => (factId === extra.id) === own).map((one) => one.fen),
              ),
            );
          expect(allocated(refunded, true)).toBe(0);
          expect(allocated(refunded, false)).toBe(allocated(kept, false));
        },
      ),
      runs,
    );
  });
});

describe("money of a sale that goes back whole, in any number of parts", () => {
  const amount = { name: "回款", kind: "measure", code: "collections.amount", of: "member", period: "month" } as const;
  const byMonth = (refund: "saleMonth" | "original") =>
    plan({ inputs: [amount], components: [period({ code: "a", amount: "回款 × 3%", basis: "回款", refund })] });
  const byFact = [
    event({ code: "in", on: "collection", amount: "金额 × 100%" }),
    event({ code: "out", on: "cashRefund", amount: "金额 × 100%" }),
  ];
  const ways = fc.constantFrom(
    byMonth("saleMonth"),
    byMonth("original"),
    plan({ components: byFact }),
    plan({ components: [event({ code: "in", on: "collection", amount: "金额 × 3%", refund: "original" })] }),
  );
  const sums = fc.array(fc.integer({ min: 1, max: 30_000_000 }), { minLength: 1, maxLength: 4 });

  it("leaves nothing of what was paid on it", () => {
    fc.assert(
      fc.property(ways, amountFen, sums, sums, (way, fen, came, cuts) => {
        const of = sale(fen, { id: "extra" });
        const collected = came.map((one, at) => collection(of, one, at));
        const total = sumFen(came);
        const back: number[] = [];
        for (const cut of [...cuts, total]) {
          const part = Math.min(cut, total - sumFen(back));
          if (part > 0) back.push(part);
        }
        const returned = back.map((one, at) => cashRefund(of, one, "2026-03-31", at));
        const { totals } = evaluate(assigned(way), book([of, ...collected, ...returned]));
        expect(totals.amountFen).toBe(0);
      }),
      runs,
    );
  });
});

const saleOf = (fen: number, share: string) => sale(fen, { id: "extra", share, rest: share === "1" ? "0" : "0.3" });

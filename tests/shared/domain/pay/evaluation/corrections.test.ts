import { sumFen } from "@shared/domain/money";
import {
  accountBalances,
  bookSums,
  canonicalJson,
  type Cause,
  emptyStatement,
  evaluate,
  type Fact,
  type FrozenMonth,
  journalOfDifference,
  type Journal,
  type Line,
  type MemberBook,
  type Plan,
  type Posting,
} from "@shared/domain/pay";
import { type AccountBalance } from "@shared/domain/pay/release/journal";
import { freeze, lowersPay, revise, revisedBook, type Revised } from "@shared/domain/pay/evaluation/corrections";
import { tutorialTiers } from "@shared/domain/pay/plans";
import { journalOfStep } from "@shared/domain/pay/release/steps";
import fc from "fast-check";
import {
  assigned,
  attainmentGiven,
  book,
  cashRefund,
  collection,
  event,
  me,
  ownSales,
  payment,
  period,
  plan,
  refund,
  sale,
  team,
} from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { histories, sales } from "../support/histories";
import { times } from "../support/runs";

const cause: Cause = { kind: "creditNote", id: "r1" };
const order = sale(21_000_000);
const returned = refund(order, 2_000_000);
const tiers = assigned(tutorialTiers);
const given = attainmentGiven("member", 0, 100_000_000).slice(1);
const approved = (facts: Fact[], assignments = tiers): FrozenMonth => freeze(assignments, book(facts, { given }));
const paidOf = (lineId: string, fen: number, id = "p1"): Fact => payment(lineId, fen, id);
const one = ({ corrections: [line] }: Revised): Line => {
  if (line === undefined) throw new Error("no correction");
  return line;
};

describe("a month that was approved", () => {
  it("stays as it is, and a refund that loses its tier takes 1,350.00 in the open month", () => {
    const month = approved([order]);
    const before = canonicalJson(month);
    const line = one(revise(month, { facts: [order, returned] }, { number: 1, cause }));
    expect(canonicalJson(month)).toBe(before);
    expect(line).toMatchObject({
      id: "2026-03@1:commission",
      amountFen: -135_000,
      allocation: [{ factId: "sale:s1", fen: -135_000 }],
      unallocatedFen: 0,
      corrects: { month: "2026-03", lineId: "commission" },
      reason: { code: "corrected", params: { month: "2026-03", cause: "creditNote", id: "r1" } },
    });
  });

  it("has what was paid already owed back", () => {
    const line = one(
      revise(approved([order]), { facts: [order, returned, paidOf("commission", 420_000)] }, { number: 1, cause }),
    );
    expect(line.states).toEqual({
      estimatedFen: 0,
      earnedFen: 0,
      payableFen: -135_000,
      paidFen: 0,
      receivableFen: 135_000,
    });
  });

  it("loses first what was earned and not released, then what was not paid yet", () => {
    const onMoney = assigned(
      plan({
        inputs: [ownSales],
        components: [
          period({
            code: "a",
            amount: "个人业绩 × 2%",
            basis: "个人业绩",
            pay: [{ share: "1", when: "collected", due: "次月5日" }],
          }),
        ],
      }),
    );
    const came = collection(order, 10_500_000, 1, "2026-03-20");
    const month = approved([order, came], onMoney);
    const paid = paidOf("a", 100_000);
    const taken = (fen: number) =>
      one(revise(month, { facts: [order, came, paid, refund(order, fen)] }, { number: 1, cause }));
    // 4,200.00, of which 2,100.00 was released and 1,000.00 paid.
    expect(taken(5_250_000).states).toMatchObject({ earnedFen: -105_000, payableFen: 0 });
    expect(taken(15_750_000).states).toEqual({
      estimatedFen: 0,
      earnedFen: -210_000,
      payableFen: -105_000,
      paidFen: 0,
    });
    expect(taken(21_000_000).states).toEqual({
      estimatedFen: 0,
      earnedFen: -210_000,
      payableFen: -210_000,
      paidFen: 0,
      receivableFen: 100_000,
    });
  });

  it("releases what comes later without any correction", () => {
    const onMoney = assigned(
      plan({
        components: [
          event({ code: "a", amount: "金额 × 2%", pay: [{ share: "1", when: "collected", due: "次月5日" }] }),
        ],
      }),
    );
    const month = approved([order], onMoney);
    const came = collection(order, 10_500_000, 1, "2026-05-20");
    const { corrections, released, frozen } = revise(
      month,
      { facts: [order], referred: [order, came] },
      { number: 1, cause },
    );
    expect([corrections, released]).toEqual([[], [{ lineId: "a:sale:s1", fen: 210_000, receivableFen: 0 }]]);
    const back = [came, cashRefund(order, 10_500_000, "2026-06-20"), paidOf("a:sale:s1", 200_000)];
    expect(revise(frozen, { facts: [order, ...back] }, { number: 2, cause }).released).toEqual([
      { lineId: "a:sale:s1", fen: -210_000, receivableFen: 200_000 },
    ]);
  });

  it("is corrected once for what is known once, and again for what comes after", () => {
    const first = revise(approved([order]), { facts: [order, returned] }, { number: 1, cause });
    const again = revise(first.frozen, { facts: [order, returned] }, { number: 2, cause });
    expect([again.corrections, again.released]).toEqual([[], []]);
    const more = refund(order, 9_000_001, { before: 2_000_000, at: 2 });
    const second = one(revise(first.frozen, { facts: [order, returned, more] }, { number: 2, cause }));
    // 99,999.99 is in the first tier: 1,000.00 in all.
    expect([second.id, second.amountFen]).toEqual(["2026-03@2:commission", -185_000]);
  });

  it("is corrected by another plan with its own facts", () => {
    const better = assigned({
      ...tutorialTiers,
      version: 2,
      tables: tutorialTiers.tables.map((table) =>
        table.kind === "lookup" ? table : { ...table, rows: table.rows.map((row) => ({ ...row, value: "0.03" })) },
      ),
    });
    const version: Cause = { kind: "plan", id: "tutorial@2" };
    const raised = revise(approved([order]), { facts: [order] }, { number: 1, cause: version, assignments: better });
    expect([one(raised).amountFen, lowersPay(raised.corrections)]).toEqual([210_000, false]);
    const lowered = revise(
      approved([order], better),
      { facts: [order] },
      { number: 1, cause: version, assignments: tiers },
    );
    expect([one(lowered).amountFen, lowersPay(lowered.corrections)]).toEqual([-210_000, true]);
  });

  it("keeps the results of others that it was approved with", () => {
    const byTeam = assigned(
      plan({
        inputs: [{ ...ownSales, name: "团队业绩", of: "team" }],
        components: [period({ code: "a", amount: "团队业绩 × 1%" })],
      }),
    );
    const month = freeze(byTeam, book([order], { given: attainmentGiven("team", 50_000_000, 1) }));
    expect(revise(month, { facts: [order, returned] }, { number: 1, cause }).corrections).toEqual([]);
  });
});

it("of a month that corrects an earlier one is corrected for its own lines alone", () => {
  const { corrections } = revise(approved([order]), { facts: [order, returned] }, { number: 1, cause });
  const own = sale(21_000_000, { id: "s9", on: "2026-04-10" });
  const april = freeze(tiers, book([own], { period: "2026-04", corrections }));
  expect(april.statement.lines.at(-1)).toEqual(corrections[0]);
  const same = revise(april, { facts: [own] }, { number: 1, cause });
  expect([same.corrections, same.released]).toEqual([[], []]);
  const after = revise(april, { facts: [own, refund(own, 2_000_000)] }, { number: 1, cause });
  expect(after.corrections.map(({ id, amountFen }) => [id, amountFen])).toEqual([["2026-04@1:commission", -135_000]]);
});

it("keeps what is not released to whoever has left, before its approval or after it", () => {
  const onMoney = assigned(
    plan({
      components: [
        event({
          ...{ code: "a", amount: "金额 × 2%", onLeave: "stop" },
          pay: [{ share: "1", when: "collected", due: "次月5日" }],
        }),
      ],
    }),
  );
  const came = collection(order, 10_500_000, 1, "2026-05-20");
  const released = (left: object, known: object) =>
    revise(freeze(onMoney, book([order], left)), { facts: [order], referred: [came], ...known }, { number: 1, cause })
      .released.length;
  expect([released({}, {}), released({ leftOn: "2026-04-30" }, {}), released({}, { leftOn: "2026-04-30" })]).toEqual([
    1, 0, 0,
  ]);
});

describe("a correction in the open month", () => {
  const april = (corrections: Line[]): MemberBook =>
    book([sale(5_000_000, { id: "s9", on: "2026-04-10" })], { period: "2026-04", given: [], corrections });
  const { corrections } = revise(approved([order]), { facts: [order, returned] }, { number: 1, cause });

  it("stands beside the month's own lines, and in none of their formulas", () => {
    const plain = evaluate(tiers, april([]));
    const corrected = evaluate(tiers, april(corrections));
    expect(corrected.lines.slice(0, -1)).toEqual(plain.lines);
    expect(corrected.lines.at(-1)).toEqual(corrections[0]);
    expect(corrected.totals.amountFen).toBe(plain.totals.amountFen - 135_000);
  });

  it("is booked against the expense of the unit, and against what was not paid", () => {
    const journal = journalOfDifference(evaluate(tiers, april([])), evaluate(tiers, april(corrections)), cause);
    expect(journal.postings).toEqual([
      { book: "money", account: `expense:提成:${team}`, amountFen: -135_000, lineId: "2026-03@1:commission" },
      { book: "money", account: `payable:${me}`, amountFen: 135_000, lineId: "2026-03@1:commission" },
    ]);
  });
});

/** One after the other, what became known of a month after its approval: each is revised at once. */
function follow(month: FrozenMonth, steps: readonly Fact[][]) {
  let frozen = month;
  const journals: Journal[] = [
    journalOfDifference(emptyStatement(me, "2026-03"), month.statement, { kind: "approval", id: "2026-03" }),
  ];
  steps.forEach((facts, at) => {
    const revised = revise(frozen, { facts }, { number: at + 1, cause });
    const open = (lines: Line[]) => ({ ...emptyStatement(me, "2026-04"), lines });
    journals.push(
      journalOfDifference(open([]), open(revised.corrections), cause),
      journalOfStep(me, "2026-04", { step: "released", releases: revised.released }, cause),
    );
    frozen = revised.frozen;
  });
  return { frozen, journals };
}

/** By account of a line, whichever correction of it was posted to. */
const balances = (postings: readonly Posting[]): AccountBalance[] =>
  accountBalances(
    postings.map((posting) => ({
      ...posting,
      account: `${posting.account} ${posting.lineId.replace(/^2026-03@\d+:/, "")}`,
    })),
  );

describe("random months that are revised", () => {
  const later = fc.array(
    fc.record({
      of: fc.nat(5),
      fen: fc.integer({ min: 1, max: 30_000_000 }),
      kind: fc.constantFrom("note", "came", "back", "paid", "late"),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const onMoney = plan({
    inputs: [ownSales],
    components: [
      event({
        code: "a",
        amount: "金额 × 1.5%",
        pay: [
          { share: "0.3333", when: "earned", due: "立即" },
          { share: "0.6667", when: "collected", due: "次月5日" },
        ],
      }),
      period({
        code: "b",
        amount: "个人业绩 × 0.777% + 100元",
        basis: "个人业绩",
        pay: [{ share: "1", when: "collected", due: "次月5日" }],
      }),
    ],
  });
  const plans = fc.constantFrom(fullPlan, onMoney, tutorialTiers);

  /** What became known, one fact after the other; a note takes at most what is left of its sale, and what is paid was payable. */
  function stepsOf(
    paying: Plan,
    month: MemberBook,
    own: Fact[],
    events: { of: number; fen: number; kind: string }[],
  ): Fact[][] {
    let facts = [...month.facts, ...own];
    return events.map(({ of, fen, kind }, at) => {
      const orders = facts.filter((fact) => fact.kind === "sale");
      const target = orders[of % Math.max(1, orders.length)];
      if (kind === "late") facts = [...facts, sale(fen, { id: `late${at}`, on: "2026-03-11" })];
      else if (kind === "paid") {
        const payable = evaluate(assigned(paying), { ...month, state: "closed", facts }).lines.filter(
          ({ states }) => states.payableFen > 0,
        );
        const line = payable[of % Math.max(1, payable.length)];
        if (line) facts = [...facts, payment(line.id, Math.min(fen, line.states.payableFen), `later${at}`)];
      } else if (target !== undefined && kind === "came")
        facts = [...facts, collection(target, fen, 100 + at, "2026-05-04")];
      else if (target !== undefined && kind === "back")
        facts = [...facts, cashRefund(target, fen, "2026-06-04", 100 + at)];
      else if (target !== undefined) {
        const before = sumFen(
          facts.flatMap((fact) =>
            fact.kind === "creditNote" && fact.saleId === target.saleId ? [0 - fact.amountFen] : [],
          ),
        );
        const taken = Math.min(fen, target.amountFen - before);
        if (taken > 0) facts = [...facts, refund(target, taken, { before, at: 100 + at })];
      }
      return facts;
    });
  }

  it("come to what they would be worth now with their corrections, line by line, and account by account", () => {
    fc.assert(
      fc.property(histories, sales(2), later, plans, (month, own, events, of) => {
        const extra = own.map((fact, at): Fact => ({ ...fact, id: `sale:x${at}`, saleId: `x${at}` }));
        const frozen = freeze(assigned(of), { ...month, facts: [...month.facts, ...extra] });
        const before = canonicalJson(frozen.statement);
        const steps = stepsOf(of, month, extra, events);
        const { frozen: followed, journals } = follow(frozen, steps);
        expect(canonicalJson(followed.statement)).toBe(before);
        const facts = steps.at(-1) ?? [];
        const now = evaluate(assigned(of), revisedBook(followed, { facts }));
        const amounts = new Map<string, number>();
        for (const line of [...followed.statement.lines, ...followed.corrections]) {
          const id = line.corrects?.lineId ?? line.id;
          amounts.set(id, (amounts.get(id) ?? 0) + line.amountFen);
        }
        expect([...amounts].filter(([, fen]) => fen !== 0).sort()).toEqual(
          now.lines.flatMap((line) => (line.amountFen === 0 ? [] : [[line.id, line.amountFen]])).sort(),
        );
        expect(journals.map(bookSums)).toEqual(journals.map(() => ({ memorandum: 0, money: 0 })));
        const approvedNow = journalOfDifference(emptyStatement(me, "2026-03"), now, cause);
        // What was given out since is the payouts' own posting: both sides have the receivable that it has left.
        expect(balances(journals.flatMap((journal) => journal.postings))).toEqual(balances(approvedNow.postings));
      }),
      times(300, 2_000),
    );
  });

  it("come to the same in one revision as in several, and in whatever order their facts came", () => {
    fc.assert(
      fc.property(histories, later, plans, (month, events, of) => {
        const frozen = freeze(assigned(of), month);
        const steps = stepsOf(of, month, [], events);
        const last = steps.at(-1) ?? month.facts;
        const sums = ({ corrections, released }: FrozenMonth) => {
          const amounts = new Map<string, number>();
          const add = (key: string, fen: number) => amounts.set(key, (amounts.get(key) ?? 0) + fen);
          for (const line of corrections) add(line.corrects?.lineId ?? "", line.amountFen);
          for (const line of corrections) add(`released ${line.corrects?.lineId ?? ""}`, line.states.payableFen);
          for (const { lineId, fen } of released) add(`released ${lineId}`, fen);
          return [...amounts].filter(([, fen]) => fen !== 0).sort();
        };
        const atOnce = follow(frozen, [[...last].reverse()]).frozen;
        expect(sums(atOnce)).toEqual(sums(follow(frozen, steps).frozen));
      }),
      times(300, 2_000),
    );
  });
});

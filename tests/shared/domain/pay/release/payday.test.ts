import { sumFen } from "@shared/domain/money";
import {
  accountBalances,
  bookSums,
  type Cause,
  emptyStatement,
  type Fact,
  journalOfDifference,
  type Journal,
  type Plan,
} from "@shared/domain/pay";
import { freeze, revise, revisedBook } from "@shared/domain/pay/evaluation/corrections";
import { releasesOf } from "@shared/domain/pay/evaluation/releases";
import {
  deductionsOf,
  dueForWriteOff,
  type DeductionLimits,
  type Receivable,
} from "@shared/domain/pay/release/deductions";
import { type Order, ordersOn, type OwedLine } from "@shared/domain/pay/release/payday";
import { journalOfStep, type MoneyStep } from "@shared/domain/pay/release/steps";
import fc from "fast-check";
import {
  assigned,
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
} from "../support/builders";
import { amountFen } from "../support/histories";
import { times } from "../support/runs";

const cause: Cause = { kind: "payday", id: "2026-04-03" };

describe("what is ordered on a day", () => {
  const paying = plan({
    components: [
      event({
        code: "a",
        amount: "金额 × 1%",
        pay: [
          { share: "0.2", when: "earned", due: "立即", channel: "redPacket" },
          { share: "0.5", when: "earned", due: "次月5日" },
          { share: "0.3", when: "date", due: "立即", on: "2026-12-31" },
        ],
      }),
    ],
  });
  const order = sale(10_000_000);
  const owed = (more: Partial<OwedLine> = {}): OwedLine[] => [
    {
      releases: releasesOf(assigned(paying), book([order], { state: "closed" })),
      settledFen: 0,
      approvedOn: "2026-04-02",
      ...more,
    },
  ];
  const fens = (orders: Order[]) => orders.map(({ fen, channel, dueOn }) => [fen, channel, dueOn]);
  const [packet, salary, kept] = [
    [20_000, "redPacket", "2026-03-10"],
    [50_000, null, "2026-04-03"],
    [30_000, null, "2026-12-31"],
  ];

  it("is all that is due by then, by its channel", () => {
    expect(fens(ordersOn(owed(), "2026-04-02"))).toEqual([packet]);
    expect(fens(ordersOn(owed(), "2026-04-03"))).toEqual([packet, salary]);
    expect(fens(ordersOn(owed(), "2027-01-01"))).toEqual([packet, salary, kept]);
  });

  it("is before its month's approval only what is released at its trigger", () => {
    expect(fens(ordersOn(owed({ approvedOn: null }), "2027-01-01"))).toEqual([packet]);
    expect(fens(ordersOn(owed({ approvedOn: "2026-04-08" }), "2026-04-07"))).toEqual([packet]);
    expect(fens(ordersOn(owed({ approvedOn: "2026-04-08" }), "2026-04-08"))).toEqual([
      packet,
      [50_000, null, "2026-04-08"],
    ]);
  });

  it("is what was not given out yet, in the order of the due days", () => {
    const on = (settledFen: number) => fens(ordersOn(owed({ settledFen }), "2027-01-01"));
    expect(on(20_000)).toEqual([salary, kept]);
    expect(on(20_001)).toEqual([[49_999, null, "2026-04-03"], kept]);
    expect(on(100_000)).toEqual([]);
    expect(on(100_001)).toEqual([]);
  });
});

describe("a deduction", () => {
  const owes = (more: Partial<Receivable>): Receivable => ({
    id: "r1",
    kind: "clawback",
    balanceFen: 135_000,
    arisenOn: "2026-04-20",
    bookedIn: "2026-04",
    ...more,
  });
  const limits: DeductionLimits = { shareMax: "0.2", minimumWageFen: 269_000 };
  const payday = (grossFen: number, more: object = {}) => ({
    month: "2026-04",
    grossFen,
    orders: [{ lineId: "commission", fen: grossFen }],
    ...more,
  });
  const taken = (...args: Parameters<typeof deductionsOf>) => deductionsOf(...args).deductedFen;

  it("is at most 20 % of the month's gross, rounded down, and the rest stays owed", () => {
    expect(deductionsOf(payday(500_004), [owes({})], limits)).toEqual({
      settled: [{ receivableId: "r1", kind: "clawback", fen: 100_000 }],
      kept: [{ lineId: "commission", fen: 100_000 }],
      deductedFen: 100_000,
      capFen: 100_000,
      leftFen: 35_000,
      waitsFen: 0,
    });
    expect([500_004, 500_005].map((gross) => taken(payday(gross), [owes({})], limits))).toEqual([100_000, 100_001]);
  });

  it("counts the payroll's part where it was imported, and is never more than our own payable of that day", () => {
    expect(taken(payday(100_000, { payrollGrossFen: 400_000 }), [owes({})], limits)).toBe(100_000);
    expect(taken(payday(60_000, { payrollGrossFen: 400_000 }), [owes({})], limits)).toBe(60_000);
  });

  it("leaves the minimum wage to the fen", () => {
    expect([269_000, 269_001, 300_000].map((gross) => taken(payday(gross), [owes({})], limits))).toEqual([
      0, 1, 31_000,
    ]);
    expect(taken(payday(269_000), [owes({})], { ...limits, minimumWageFen: null })).toBe(53_800);
  });

  it("takes the oldest first, and is kept from the orders as they are listed", () => {
    const orders = [
      { lineId: "a", fen: 30_000 },
      { lineId: "b", fen: 470_000 },
    ];
    const older = owes({ id: "r0", kind: "draw", balanceFen: 60_000, arisenOn: "2026-02-01", bookedIn: "2026-02" });
    const { settled, kept } = deductionsOf(payday(500_000, { orders }), [owes({}), older], limits);
    expect(settled.map((one) => [one.receivableId, one.fen])).toEqual([
      ["r0", 60_000],
      ["r1", 40_000],
    ]);
    expect(kept).toEqual([
      { lineId: "a", fen: 30_000 },
      { lineId: "b", fen: 70_000 },
    ]);
  });

  it("waits for the next payday where it arose after the cut-off", () => {
    const late = owes({ bookedIn: "2026-05" });
    expect(deductionsOf(payday(500_000), [late], limits)).toMatchObject({
      deductedFen: 0,
      leftFen: 135_000,
      waitsFen: 135_000,
    });
    expect(taken(payday(500_000, { month: "2026-05" }), [late], limits)).toBe(100_000);
  });

  it("takes nothing of a month below 0", () => {
    expect(deductionsOf(payday(-1, { orders: [] }), [owes({})], limits)).toMatchObject({
      deductedFen: 0,
      settled: [],
      kept: [],
    });
  });

  it("may be given up after twelve months, the oldest first", () => {
    const [one, two] = [owes({ arisenOn: "2026-04-20" }), owes({ id: "r2", arisenOn: "2026-03-31" })];
    const due = (on: string) => dueForWriteOff([one, two, owes({ id: "r3", balanceFen: 0 })], on).map(({ id }) => id);
    expect([due("2027-03-30"), due("2027-03-31"), due("2027-04-20")]).toEqual([[], ["r2"], ["r2", "r1"]]);
  });
});

describe("each step of money", () => {
  const parts = [
    { lineId: "a", fen: 100 },
    { lineId: "b", fen: 50 },
  ];
  const settled = [{ receivableId: "r1", kind: "clawback" as const, fen: 150 }];
  const steps: [string, MoneyStep, [string, number][]][] = [
    [
      "is handed to its channel",
      { step: "handed", channel: "payroll", parts },
      [
        ["payable:xiaowang", 150],
        ["transit:payroll:xiaowang", -150],
      ],
    ],
    [
      "is there again where it failed",
      { step: "failed", channel: "payroll", parts },
      [
        ["payable:xiaowang", -150],
        ["transit:payroll:xiaowang", 150],
      ],
    ],
    [
      "is paid once it has arrived",
      { step: "confirmed", channel: "payroll", parts },
      [
        ["cash:payroll", -150],
        ["transit:payroll:xiaowang", 150],
      ],
    ],
    [
      "is kept for what is owed",
      { step: "deducted", parts, settled },
      [
        ["payable:xiaowang", 150],
        ["receivable:xiaowang:clawback", -150],
      ],
    ],
    [
      "is given up at the unit's expense",
      { step: "writtenOff", unitId: "u3", settled },
      [
        ["expense:writeOff:u3", 150],
        ["receivable:xiaowang:clawback", -150],
      ],
    ],
    [
      "is paid ahead",
      { step: "drawn", parts },
      [
        ["payable:xiaowang", -150],
        ["receivable:xiaowang:draw", 150],
      ],
    ],
    [
      "becomes payable in a month that was approved",
      { step: "released", releases: [{ lineId: "a", fen: -40, receivableFen: 30 }] },
      [
        ["earned:xiaowang", -40],
        ["payable:xiaowang", 10],
        ["receivable:xiaowang:clawback", 30],
      ],
    ],
  ];

  it.each(steps)("%s", (_, step, expected) => {
    const journal = journalOfStep(me, "2026-04", step, cause);
    expect(accountBalances(journal.postings).map(({ account, amountFen: fen }) => [account, fen])).toEqual(expected);
    expect(bookSums(journal)).toEqual({ memorandum: 0, money: 0 });
  });

  it.each<[string, MoneyStep]>([
    ["nothing", { step: "handed", channel: "payroll", parts: [{ lineId: "a", fen: 0 }] }],
    ["less than nothing", { step: "confirmed", channel: "payroll", parts: [{ lineId: "a", fen: -1 }] }],
    [
      "a deduction of other than what it settles",
      { step: "deducted", parts, settled: settled.map((one) => ({ ...one, fen: 149 })) },
    ],
  ])("is refused for %s", (_, step) => {
    expect(() => journalOfStep(me, "2026-04", step, cause)).toThrow(RangeError);
  });
});

it("posts what a draw pays as owed, and not as an expense", () => {
  const draw = plan({
    components: [
      period({
        code: "d",
        kind: "预支",
        amount: "3000元",
        recoverable: true,
        pay: [{ share: "1", when: "earned", due: "次月5日" }],
      }),
    ],
  });
  const { statement } = freeze(assigned(draw), book([]));
  const { postings } = journalOfDifference(emptyStatement(me, "2026-03"), statement, cause);
  expect(postings.map(({ account, amountFen: fen }) => [account, fen])).toEqual([
    ["receivable:xiaowang:draw", 300_000],
    ["payable:xiaowang", -300_000],
  ]);
});

/** A month from its approval on, told by days: money, refunds, paydays with deductions, payouts that arrive or fail. */
function live(of: Plan, facts: readonly Fact[], days: readonly { kind: string; fen: number }[]) {
  const assignments = assigned(of);
  let frozen = freeze(assignments, book([...facts]));
  let known = [...facts];
  let number = 0;
  const journals: Journal[] = [journalOfDifference(emptyStatement(me, "2026-03"), frozen.statement, cause)];
  const post = (step: MoneyStep) => journals.push(journalOfStep(me, "2026-04", step, cause));
  const balance = (account: string) =>
    accountBalances(journals.flatMap(({ postings }) => postings)).find((one) => one.account === account)?.amountFen ??
    0;
  const paidOn = (lineId: string) =>
    sumFen(known.flatMap((fact) => (fact.kind === "payment" && fact.lineId === lineId ? [fact.amountFen] : [])));
  const give = (lineId: string, fen: number) => known.push(payment(lineId, fen, `p${known.length}`));
  const note = (fact: Fact) => {
    known = [...known, fact];
    number += 1;
    const revised = revise(frozen, { facts: known }, { number, cause });
    const open = { ...emptyStatement(me, "2026-04"), lines: revised.corrections };
    journals.push(journalOfDifference(emptyStatement(me, "2026-04"), open, cause));
    post({ step: "released", releases: revised.released });
    frozen = revised.frozen;
  };
  const payday = (on: string, fails: boolean) => {
    const releases = releasesOf(assignments, revisedBook(frozen, { facts: known }));
    const owed = [...new Set(releases.map(({ lineId }) => lineId))].map((lineId): OwedLine => ({
      releases: releases.filter((one) => one.lineId === lineId),
      settledFen: paidOn(lineId),
      approvedOn: "2026-04-02",
    }));
    const orders = owed.flatMap((line) => {
      const due = ordersOn([line], on);
      const fen = sumFen(due.map((order) => order.fen));
      return due[0] && fen > 0 ? [{ lineId: due[0].lineId, fen }] : [];
    });
    const grossFen = sumFen(orders.map(({ fen }) => fen));
    const owedFen = balance(`receivable:${me}:clawback`);
    const receivables: Receivable[] = [
      { id: "owed", kind: "clawback", balanceFen: owedFen, arisenOn: "2026-04-01", bookedIn: "2026-04" },
    ];
    const { settled, kept, deductedFen } = deductionsOf({ month: "2026-04", grossFen, orders }, receivables, {
      shareMax: "0.2",
      minimumWageFen: null,
    });
    if (deductedFen > 0) {
      post({ step: "deducted", parts: kept, settled });
      for (const part of kept) give(part.lineId, part.fen);
      // What is owed is of lines that have paid more than they released: the first of them first.
      let leftFen = deductedFen;
      for (const lineId of new Set([
        ...frozen.statement.lines.map(({ id }) => id),
        ...frozen.corrections.flatMap((line) => line.corrects?.lineId ?? []),
      ])) {
        const released = sumFen(releases.flatMap((one) => (one.lineId === lineId ? [one.fen] : [])));
        const back = Math.min(leftFen, Math.max(0, paidOn(lineId) - released));
        if (back > 0) give(lineId, 0 - back);
        leftFen -= back;
      }
    }
    const sent = orders.flatMap(({ lineId, fen }) => {
      const left = fen - sumFen(kept.flatMap((part) => (part.lineId === lineId ? [part.fen] : [])));
      return left > 0 ? [{ lineId, fen: left }] : [];
    });
    post({ step: "handed", channel: "payroll", parts: sent });
    post({ step: fails ? "failed" : "confirmed", channel: "payroll", parts: sent });
    if (!fails) for (const part of sent) give(part.lineId, part.fen);
  };
  days.forEach(({ kind, fen }, at) => {
    const on = `2026-0${4 + Math.floor(at / 3)}-1${at % 3}`;
    const target = known.find((fact) => fact.kind === "sale");
    if (kind === "payday" || target?.kind !== "sale") payday(on, fen % 5 === 0);
    else if (kind === "came") note(collection(target, fen, 50 + at, on));
    else if (kind === "back") note(cashRefund(target, fen, on, 50 + at));
    else {
      const before = sumFen(known.flatMap((fact) => (fact.kind === "creditNote" ? [0 - fact.amountFen] : [])));
      const taken = Math.min(fen, target.amountFen - before);
      if (taken > 0) note(refund(target, taken, { before, at: 50 + at }));
    }
  });
  return { journals, balance };
}

it("lets no account be what it cannot be, whatever comes between paydays", () => {
  const of = plan({
    inputs: [ownSales],
    components: [
      event({ code: "a", amount: "金额 × 1.5%", pay: [{ share: "1", when: "collected", due: "立即" }] }),
      period({
        code: "b",
        amount: "个人业绩 × 1%",
        basis: "个人业绩",
        pay: [{ share: "1", when: "earned", due: "次月5日" }],
      }),
    ],
  });
  const days = fc.array(
    fc.record({
      kind: fc.constantFrom("payday", "came", "back", "note"),
      fen: fc.integer({ min: 1, max: 20_000_000 }),
    }),
    { minLength: 1, maxLength: 9 },
  );
  fc.assert(
    fc.property(amountFen, amountFen, days, (first, second, events) => {
      const { journals, balance } = live(of, [sale(first), sale(second, { id: "s2" })], events);
      expect(journals.map(bookSums)).toEqual(journals.map(() => ({ memorandum: 0, money: 0 })));
      // Owed to the member is a credit; what the member owes a debit; nothing stays with a channel; cash only leaves.
      expect(balance(`payable:${me}`)).toBeLessThanOrEqual(0);
      expect(balance(`receivable:${me}:clawback`)).toBeGreaterThanOrEqual(0);
      expect(balance(`transit:payroll:${me}`)).toBe(0);
      expect(balance("cash:payroll")).toBeLessThanOrEqual(0);
    }),
    times(300, 2_000),
  );
});

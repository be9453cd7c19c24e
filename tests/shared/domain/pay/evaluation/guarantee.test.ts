import fc from "fast-check";
import {
  bookSums,
  emptyStatement,
  evaluate,
  journalOfDifference,
  type PeriodComponent,
  type Plan,
  planFaults,
} from "@shared/domain/pay";
import { sumFen } from "@shared/domain/money";
import { assigned, book, ownSales, period, plan, sale } from "../support/builders";
import { times } from "../support/runs";

/** 4,000 at least: the last part pays what the others lack of it. */
const guaranteed = plan({
  inputs: [ownSales, { name: "其他合计", kind: "lines", components: ["commission"] }],
  components: [
    period({ code: "commission", kind: "提成", basis: "个人业绩", amount: "个人业绩 × 2%" }),
    period({ code: "guarantee", name: "保底", kind: "底薪", amount: "最大(0元, 4000元 − 其他合计)" }),
  ],
});
const paid = (of: Plan, soldFen: number) =>
  Object.fromEntries(
    evaluate(assigned(of), book([sale(soldFen)])).lines.map(({ id, amountFen }) => [id, amountFen] as const),
  );

describe("a guarantee", () => {
  it.each([
    [0, 0, 400_000],
    [19_999_950, 399_999, 1],
    [20_000_000, 400_000, 0],
    [50_000_000, 1_000_000, 0],
  ])("beside what sales of %d fen pay is what that lacks", (soldFen, commission, guarantee) => {
    expect(paid(guaranteed, soldFen)).toEqual({ commission, guarantee });
  });

  it("of a quarter sums up what is settled with it, and not the lines of its last month", () => {
    const [commission, guarantee] = guaranteed.components as [PeriodComponent, PeriodComponent];
    const faultsOf = (more: Partial<PeriodComponent>) =>
      planFaults({
        ...guaranteed,
        components: [
          { ...commission, ...more },
          { ...guarantee, period: "quarter" },
        ],
      });
    expect(faultsOf({}).map(({ path, code }) => [path, code])).toEqual([
      ["components.guarantee.amount", "lines.otherPeriod"],
    ]);
    expect(faultsOf({ period: "quarter" })).toEqual([]);
  });

  it("is the larger of the two and never both", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (soldFen) => {
        const { commission = 0, guarantee = 0 } = paid(guaranteed, soldFen);
        expect(commission + guarantee).toBe(Math.max(commission, 400_000));
      }),
      times(300, 2_000),
    );
  });

  it("is one for the month however often somebody moves, for who sells nothing", () => {
    const days = fc.uniqueArray(fc.integer({ min: 2, max: 31 }), { maxLength: 5 });
    fc.assert(
      fc.property(days, (moves) => {
        const starts = [1, ...moves.sort((a, b) => a - b)].map((date) => `2026-03-${String(date).padStart(2, "0")}`);
        const assignments = starts.flatMap((from, at) => {
          const next = starts[at + 1];
          const to = next === undefined ? null : `2026-03-${String(Number(next.slice(8)) - 1).padStart(2, "0")}`;
          return assigned(guaranteed, { from, to, teamId: `u${at}` });
        });
        const { lines } = evaluate(assignments, book([]));
        expect(sumFen(lines.map(({ amountFen }) => amountFen))).toBe(400_000);
      }),
      times(300, 2_000),
    );
  });
});

describe("a draw", () => {
  const draw = plan({
    components: [
      period({
        ...{ code: "draw", name: "预支", kind: "预支", amount: "3000元", recoverable: true },
        pay: [{ share: "1", when: "earned", due: "次月5日" }],
      }),
    ],
  });

  it("is payable and owed back by as much, and no expense", () => {
    const statement = evaluate(assigned(draw), book([], { state: "closed" }));
    const journal = journalOfDifference(emptyStatement("xiaowang", "2026-03"), statement, { kind: "test", id: "1" });
    expect(bookSums(journal)).toEqual({ memorandum: 0, money: 0 });
    expect(journal.postings.map(({ account, amountFen }) => [account, amountFen])).toEqual([
      ["receivable:xiaowang:draw", 300_000],
      ["payable:xiaowang", -300_000],
    ]);
  });

  it("is sound as a part of a period", () => {
    expect(planFaults(draw)).toEqual([]);
  });
});

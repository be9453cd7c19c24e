import { sumFen } from "@shared/domain/money";
import { type Component, evaluate, type Fact, type MemberBook, type Plan, type Tranche } from "@shared/domain/pay";
import { releasesOf } from "@shared/domain/pay/evaluation/releases";
import fc from "fast-check";
import { assigned, book, cashRefund, collection, event, lineOf, period, plan, refund, sale } from "../support/builders";
import { fullPlan } from "../support/fullPlan";
import { amountFen, histories, refundsOf } from "../support/histories";
import { times } from "../support/runs";

const half = { share: "0.5", when: "earned", due: "次月5日" } as const;
const paying = (...pay: Tranche[]): Plan => plan({ components: [event({ code: "a", amount: "金额 × 1.5%", pay })] });
const onMoney = (more: Partial<Tranche> = {}) => paying({ share: "1", when: "collected", due: "次月5日", ...more });
const released = (of: Plan, month: MemberBook) =>
  releasesOf(assigned(of), month).map(({ fen, dueOn, factId }) => [factId, fen, dueOn]);
const closed = (...facts: Fact[]) => book(facts, { state: "closed" });

describe("what is released to somebody who has left", () => {
  const order = sale(10_000_000, { on: "2026-03-10" });
  const money = [collection(order, 4_000_000, 1, "2026-04-20"), collection(order, 6_000_000, 2, "2026-04-21")];
  const of = (onLeave: Component["onLeave"]): Plan => {
    const pay: Tranche[] = [{ share: "1", when: "collected", due: "次月5日" }];
    return plan({ components: [event({ code: "a", amount: "1000元", pay, ...(onLeave && { onLeave }) })] });
  };
  const fens = (onLeave: Component["onLeave"], more: Partial<MemberBook>, ...facts: Fact[]) =>
    releasesOf(assigned(of(onLeave)), { ...closed(order, ...money, ...facts), ...more }).map(({ fen }) => fen);

  it.each<[string, Component["onLeave"], number[]]>([
    ["as ever", "continue", [40_000, 60_000]],
    ["not any more after the last day", "stop", []],
    ["for 41 days yet, to the day", { untilDays: 41 }, [40_000]],
    ["for 42 days yet, to the day", { untilDays: 42 }, [40_000, 60_000]],
  ])("is paid %s", (_, onLeave, released) => {
    expect(fens(onLeave, { leftOn: "2026-03-10" })).toEqual(released);
  });

  it("is all that comes as long as nobody has left", () => {
    expect(fens("stop", {})).toEqual([40_000, 60_000]);
  });

  it("goes back with money given back, and no further than it had come", () => {
    const back = cashRefund(order, 7_000_000, "2026-05-02");
    expect(fens({ untilDays: 41 }, { leftOn: "2026-03-10" }, back)).toEqual([40_000, -10_000]);
  });
});

describe("what money releases of a line", () => {
  const order = sale(12_345_678);
  const third = (at: number, on: string) => collection(order, 4_115_226, at, on);

  it("is rounded to date, so that three equal collections of 41,152.26 release 617.28, 617.29 and 617.28 of 1,851.85", () => {
    const month = closed(order, third(1, "2026-03-20"), third(2, "2026-04-20"), third(3, "2026-05-20"));
    expect(released(onMoney(), month)).toEqual([
      ["collection:s1-1", 61_728, "2026-04-03"],
      ["collection:s1-2", 61_729, "2026-05-05"],
      ["collection:s1-3", 61_728, "2026-06-05"],
    ]);
    expect(lineOf(onMoney(), month, "a:sale:s1").states).toMatchObject({ earnedFen: 0, payableFen: 185_185 });
  });

  it("is due in turn: what is paid already is the part that was due first", () => {
    const money = [third(1, "2026-03-20"), third(2, "2026-04-20")];
    const paid = (fen: number): Fact => ({
      ...third(9, "2026-04-03"),
      kind: "payment",
      lineId: "a:sale:s1",
      amountFen: fen,
      channel: "payroll",
    });
    const dueOn = (...facts: Fact[]) => lineOf(onMoney(), closed(order, ...money, ...facts), "a:sale:s1").dueOn;
    expect([dueOn(), dueOn(paid(61_727)), dueOn(paid(61_728)), dueOn(paid(123_457))]).toEqual([
      "2026-04-03",
      "2026-04-03",
      "2026-05-05",
      null,
    ]);
  });

  it("goes back with money that is given back", () => {
    const month = closed(
      order,
      third(1, "2026-03-20"),
      third(2, "2026-04-20"),
      cashRefund(order, 4_115_226, "2026-05-20"),
    );
    expect(released(onMoney(), month).map(([, fen]) => fen)).toEqual([61_728, 61_729, -61_729]);
  });

  it("is all of the line as soon as all that is left of the contract has come", () => {
    const month = closed(order, refund(order, 8_230_452), third(1, "2026-03-20"));
    expect(released(onMoney(), month)).toEqual([["collection:s1-1", 61_728, "2026-04-03"]]);
    expect(lineOf(onMoney(), month, "a:sale:s1").states).toMatchObject({ earnedFen: 0, payableFen: 61_728 });
  });

  it("is nothing before the last fen, where it must be paid in full", () => {
    const all = onMoney({ when: "paidInFull" });
    const first = collection(order, 12_345_677, 1, "2026-03-20");
    expect(released(all, closed(order, first))).toEqual([]);
    expect(released(all, closed(order, first, collection(order, 1, 2, "2026-05-20")))).toEqual([
      ["collection:s1-2", 185_185, "2026-06-05"],
    ]);
  });

  it.each([
    ["invoiced", "invoice"],
    ["accepted", "acceptance"],
  ] as const)("waits for what the tranche names: %s", (when, kind) => {
    const is: Fact = { ...collection(order, 12_345_678, 1, "2026-03-20"), id: kind, kind };
    expect(released(onMoney({ when }), closed(order, third(1, "2026-03-20")))).toEqual([]);
    expect(released(onMoney({ when }), closed(order, is))).toEqual([[kind, 185_185, "2026-04-03"]]);
  });
});

describe("a tranche", () => {
  const order = sale(10_000_000, { on: "2026-03-10", countsOn: "2026-03-12" });

  it("on a day of the plan is released at the close, and due on that day", () => {
    const later = paying(half, { share: "0.5", when: "date", due: "立即", on: "2027-01-31" });
    expect(released(later, book([order]))).toEqual([]);
    expect(released(later, closed(order))).toEqual([
      [null, 75_000, "2026-04-03"],
      [null, 75_000, "2027-01-31"],
    ]);
  });

  it.each([
    [undefined, "2026-03-19"],
    ["signedOn", "2026-03-19"],
    ["confirmedOn", "2026-03-23"],
  ] as const)("of 7 working days runs from the day that the plan names: %s", (after, dueOn) => {
    const reward = paying({ share: "1", when: "earned", due: "7个工作日", ...(after && { after }) });
    expect(released(reward, book([order]))).toEqual([[null, 150_000, dueOn]]);
  });

  it("of working days after the signature is due no sooner than its money has come", () => {
    const reward = onMoney({ due: "7个工作日", after: "signedOn" });
    const on = (day: string) => released(reward, book([order, collection(order, 10_000_000, 1, day)]))[0]?.[2];
    expect([on("2026-03-13"), on("2026-03-27")]).toEqual(["2026-03-19", "2026-03-27"]);
  });
});

describe("releases of random months", () => {
  const tranches = fc.constantFrom<Tranche[]>(
    [{ share: "1", when: "collected", due: "次月5日" }],
    [half, { share: "0.5", when: "collected", due: "立即" }],
    [
      { share: "0.3333", when: "invoiced", due: "次月15日" },
      { share: "0.3333", when: "paidInFull", due: "7个工作日" },
      { share: "0.3334", when: "date", due: "立即", on: "2026-12-31" },
    ],
  );
  const both = (pay: Tranche[]) =>
    plan({
      inputs: [{ name: "业绩", kind: "measure", code: "sales.confirmed", of: "member", period: "month" }],
      components: [
        event({ code: "a", amount: "金额 × 1.5%", pay }),
        period({ code: "b", amount: "业绩 × 0.777%", basis: "业绩", pay }),
      ],
    });

  it("add up to what the lines have payable and paid", () => {
    fc.assert(
      fc.property(histories, tranches, fc.boolean(), (month, pay, full) => {
        const assignments = assigned(full ? fullPlan : both(pay));
        const { totals } = evaluate(assignments, month);
        const sum = sumFen(releasesOf(assignments, month).map(({ fen }) => fen));
        const estimatedPaid = totals.payableFen + totals.paidFen - sum;
        // What is paid of a line that is estimated again was released before.
        expect(month.state === "closed" ? estimatedPaid : Math.min(0, estimatedPaid)).toBe(0);
      }),
      times(300, 2_000),
    );
  });

  it("by orders and of the whole line are no fen more or less than the line, however many small orders it is of", () => {
    const on = (when: Tranche["when"], share: string): Tranche => ({ share, when, due: "次月5日" });
    const pays = fc.constantFrom<Tranche[]>(
      [on("collected", "0.5"), on("earned", "0.5")],
      [on("earned", "0.5"), on("collected", "0.5")],
      [on("collected", "0.3"), on("earned", "0.3"), on("paidInFull", "0.4")],
    );
    const orders = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pays, orders, (pay, fens) => {
        const sold = fens.map((fen, at) => sale(fen, { id: `s${at}` }));
        const came = sold.map((one) => collection(one, one.amountFen));
        const { lines } = evaluate(assigned(both(pay)), closed(...sold, ...came));
        expect(lines.map(({ states }) => [states.earnedFen, states.payableFen])).toEqual(
          lines.map((line) => [0, line.amountFen]),
        );
      }),
      times(300, 2_000),
    );
  });

  it("are the whole line once all of its money has come, in whatever order and parts, and nothing once it went back", () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 30_000_000 }), { maxLength: 5 });
    const parts = (whole: number, sums: number[]) => {
      const list: number[] = [];
      for (const sum of [...sums, whole]) {
        const part = Math.min(sum, whole - sumFen(list));
        if (part > 0) list.push(part);
      }
      return list;
    };
    fc.assert(
      fc.property(amountFen, cuts, cuts, cuts, fc.boolean(), (fen, came, back, refunds, turned) => {
        const order = sale(fen);
        const notes = refundsOf(order, refunds).slice(0, 2);
        const left = fen + sumFen(notes.map((note) => ("amountFen" in note ? note.amountFen : 0)));
        const days = ["2026-03-20", "2026-03-28", "2026-04-02", "2026-04-20", "2026-05-07", "2026-06-11"];
        if (turned) days.reverse();
        const money = parts(left, came).map((sum, at) => collection(order, sum, at, days[at]));
        const returned = parts(left, back).map((sum, at) => cashRefund(order, sum, "2026-07-01", at));
        const of = both([{ share: "1", when: "collected", due: "次月5日" }]);
        const states = (...more: Fact[]) => evaluate(assigned(of), closed(order, ...notes, ...more)).totals;
        expect(states(...money)).toMatchObject({ earnedFen: 0 });
        expect(states(...money, ...returned)).toMatchObject({ payableFen: 0 });
      }),
      times(300, 2_000),
    );
  });

  it("are at most half a fen from the exact part of what has come, after every single collection", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 1, maxLength: 6 }),
        (fen, came) => {
          const order = sale(fen);
          const money = came.map((sum, at) => collection(order, sum, at, `2026-03-${20 + at}`));
          const { amountFen: lineFen } = lineOf(onMoney(), closed(order), "a:sale:s1");
          let [releasedFen, cameFen] = [0, 0];
          const found = new Map(
            releasesOf(assigned(onMoney()), closed(order, ...money)).map((one) => [one.factId, one.fen]),
          );
          money.forEach((one) => {
            releasedFen += found.get(one.id) ?? 0;
            cameFen += one.amountFen;
            const exact = BigInt(lineFen) * BigInt(Math.min(cameFen, fen)) * 2n;
            const off = exact - BigInt(releasedFen) * BigInt(fen) * 2n;
            expect(off <= BigInt(fen) && off >= -BigInt(fen)).toBe(true);
          });
        },
      ),
      times(300, 2_000),
    );
  });
});

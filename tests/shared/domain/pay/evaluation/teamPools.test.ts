import fc from "fast-check";
import {
  type Assignment,
  type Component,
  divideTeam,
  evaluate,
  formulaText,
  type MemberBook,
  type Plan,
  planFaults,
  type PoolRule,
  receiptOf,
  sentenceOf,
  type TeamBook,
  type TeamMember,
  traceOf,
  verify,
} from "@shared/domain/pay";
import { teamPool } from "@shared/domain/pay/plans";
import { sumFen } from "@shared/domain/money";
import { assigned, attainmentGiven, book, me, ownSales, period, plan, sale, team } from "../support/builders";
import { readBack } from "../support/readBack";
import { times } from "../support/runs";

const member = (memberId: string, more: Partial<TeamMember> & { soldFen?: number } = {}): TeamMember => {
  const { soldFen = 0, ...fields } = more;
  return { memberId, days: 31, isThereOnLastDay: true, measures: { "sales.confirmed": { fen: soldFen } }, ...fields };
};

const teamBook = (members: TeamMember[], doneFen: number, more: Partial<TeamBook> = {}): TeamBook => ({
  teamId: team,
  period: "2026-03",
  state: "closed",
  given: attainmentGiven("team", doneFen, 100_000_000),
  calendar: book([]).calendar,
  members,
  ...more,
});

const teamPlan = (pool: PoolRule, more: Partial<Plan["components"][number]> = {}): Plan =>
  plan({
    code: "pool",
    subject: "team",
    inputs: [{ ...ownSales, name: "团队业绩", of: "team" }],
    components: [period({ code: "p", name: "奖金池", amount: "团队业绩 × 1%", pool, ...more })],
  });

const partsOf = (of: Plan, month: TeamBook) => divideTeam(assigned(of), month);
const fensOf = (of: Plan, month: TeamBook) =>
  Object.fromEntries([...partsOf(of, month).parts].map(([id, parts]) => [id, parts.map((part) => part.partFen)]));

describe("a team's plan", () => {
  it("gives everybody of a team that reaches its target their 1,000 (V110)", () => {
    const eight = ["a", "b", "c", "d", "e", "f", "g", "h"].map((id) => member(id));
    const { parts } = partsOf(teamPool, teamBook(eight, 100_000_000));
    expect([...parts.values()].map(([part]) => part?.partFen)).toEqual(eight.map(() => 100_000));
    expect(parts.get("a")?.[0]).toMatchObject({ poolFen: 800_000, weight: "1", weightsSum: "8" });
  });

  it("gives nobody anything a fen below its target and says why", () => {
    const { parts } = partsOf(teamPool, teamBook([member(me)], 99_999_999));
    expect(parts.get(me)).toMatchObject([
      { partFen: 0, reason: { code: "condition.notMet" } },
      { partFen: 0, reason: { code: "pool.noWeight" } },
    ]);
  });

  it("gives nobody what cannot be told to the fen", () => {
    const huge = period({ code: "p", amount: "60000000000000元", pool: { give: "each", by: "equal" } });
    const two = [member("a"), member("b")];
    const { parts, exceptions } = partsOf({ ...teamPool, components: [huge] }, teamBook(two, 0));
    expect([...parts.values()].map(([part]) => [part?.partFen, part?.reason?.code])).toEqual([
      [0, "tooLarge"],
      [0, "tooLarge"],
    ]);
    expect(exceptions).toEqual([{ lineId: null, code: "tooLarge", params: { component: "p" } }]);
  });

  it("keeps the rest of a member's month where two parts are more than can be counted", () => {
    const two = {
      ...teamPool,
      components: ["p", "q"].map((code) => ({ ...teamPool.components[0], code }) as Component),
    };
    const pools = two.components.map(({ code: component }) => ({
      ...{ planCode: two.code, planVersion: 1, component, teamId: team, period: "2026-03" },
      ...{ poolFen: 6e15, weight: "1", weightsSum: "1", partFen: 6e15 },
    }));
    const { lines, exceptions } = evaluate(assigned(two), book([], { pools }));
    expect(lines.map(({ amountFen }) => amountFen)).toEqual([6e15, 0]);
    expect(exceptions).toMatchObject([{ lineId: `${two.code}.q:${team}`, code: "tooLarge" }]);
  });

  describe("tells a member who gets nothing", () => {
    const share = { give: "total", by: "share", code: "sales.confirmed" } as const;
    const toldOf = (more: Partial<Plan["components"][number]>, pool: PoolRule, month: Partial<TeamBook>) => {
      const of = teamPlan(pool, more);
      const members = [member(me), member("a")];
      const { parts } = partsOf(of, teamBook(members, 100_000, { given: teamBook([], 100_000).given, ...month }));
      const own = book([], { state: "closed", pools: parts.get(me) ?? [], period: month.period ?? "2026-03" });
      const trace = traceOf(assigned(of), own, `pool.p:${team}`);
      return trace && [sentenceOf(trace, "zh-CN"), sentenceOf(trace, "en")];
    };
    const inFebruary = { given: attainmentGiven("team", 100_000, 1).map((one) => ({ ...one, period: "2026-02" })) };

    it("that what comes later is the whole team's", () => {
      const quarter = toldOf(
        { period: "quarter" },
        { give: "total", by: "equal" },
        { period: "2026-02", ...inFebruary },
      );
      expect(quarter).toEqual([
        "这一项到2026年3月结算，按现在的数整个团队是 10.00 元，本月 0.00 元。",
        "This is settled in March 2026; by now it comes to 10.00 CNY for the whole team, so 0.00 this month.",
      ]);
    });

    it("that what was given already is the whole team's", () => {
      const settled = [{ component: "p", period: "2026-Q1", fen: 1_000 }];
      const quarter = toldOf({ period: "quarter", settle: "toDate" }, { give: "total", by: "equal" }, { settled });
      expect(quarter?.[0]).toBe("整个团队到现在一共 10.00 元，前几个月已经计过，本月 0.00 元。");
    });

    it("which of somebody's results is lacking, by its name", () => {
      const lacking = toldOf({}, share, { members: [member(me, { soldFen: 1 }), member("a", { measures: {} })] });
      expect(lacking).toEqual([
        "还没有「销售额」的数，这一项先记 0.00 元；请找人事，补上后自动重算。",
        "There is no figure for sales yet: 0.00 for now. Ask HR for it; then it is calculated anew.",
      ]);
    });
  });

  it("divides an amount by what each has sold, to the fen", () => {
    const sellers = [member("a", { soldFen: 1 }), member("b", { soldFen: 1 }), member("c", { soldFen: 1 })];
    expect(
      fensOf(teamPlan({ give: "total", by: "share", code: "sales.confirmed" }), teamBook(sellers, 10_000)),
    ).toEqual({ a: [34], b: [33], c: [33] });
  });

  it("leaves out of the division whose sales are below 0", () => {
    const sellers = [member("a", { soldFen: 300 }), member("b", { soldFen: -100 }), member("c", { soldFen: 100 })];
    expect(
      fensOf(teamPlan({ give: "total", by: "share", code: "sales.confirmed" }), teamBook(sellers, 40_000)),
    ).toEqual({ a: [300], b: [0], c: [100] });
  });

  it("divides by weights agreed on, among those who are there", () => {
    const weights = { a: "0.5", b: "0.3", c: "0.2" };
    const there = [member("a"), member("b", { isThereOnLastDay: false }), member("c"), member("d")];
    expect(fensOf(teamPlan({ give: "total", by: "fixed", weights }), teamBook(there, 70_000))).toEqual({
      ...{ a: [500], b: [0], c: [200], d: [0] },
    });
  });

  it.each([
    [15, true, 100],
    [14, true, 0],
    [31, false, 0],
  ])("has for somebody of %d days, there on the last one: %s, %d fen", (days, isThereOnLastDay, partFen) => {
    const of = teamPlan({ give: "total", by: "equal" });
    const { parts } = partsOf(of, teamBook([member(me, { days, isThereOnLastDay })], 10_000));
    expect(parts.get(me)?.[0]?.partFen).toBe(partFen);
  });

  it("has its own rule of who shares in it", () => {
    const of = teamPlan({ give: "total", by: "equal", members: { daysMin: 1, onLastDay: false } });
    const month = teamBook([member("a"), member("b", { days: 1, isThereOnLastDay: false })], 10_000);
    expect(fensOf(of, month)).toEqual({ a: [50], b: [50] });
  });

  it("says by name that an amount finds nobody", () => {
    const { exceptions } = partsOf(teamPlan({ give: "total", by: "equal" }), teamBook([member("a", { days: 3 })], 100));
    expect(exceptions).toMatchObject([{ code: "pool.undivided", params: { component: "奖金池", amountFen: 1 } }]);
  });

  it("gives nobody anything by what somebody's number is missing of", () => {
    const of = teamPlan({ give: "total", by: "share", code: "satisfaction" });
    const month = teamBook([member("a", { measures: { satisfaction: { decimal: "4" } } }), member("b")], 10_000);
    expect(fensOf(of, month)).toEqual({ a: [0], b: [0] });
    expect(partsOf(of, month).exceptions).toMatchObject([{ code: "undefined", params: { name: "satisfaction" } }]);
  });

  it("tells before a quarter's end that it is given then", () => {
    const of = teamPlan({ give: "total", by: "equal" }, { period: "quarter" });
    const { parts } = partsOf(of, { ...teamBook([member(me, { days: 3 })], 0), period: "2026-02" });
    expect(parts.get(me)).toMatchObject([{ period: "2026-Q1", partFen: 0, reason: { code: "settled.later" } }]);
  });
});

describe("a member's part of a team's amount", () => {
  const base = plan({ inputs: [ownSales], components: [period({ code: "own", amount: "个人业绩 × 2%" })] });
  const both = (of: Plan, more: Partial<Assignment> = {}) => [...assigned(base), ...assigned(of, more)];
  const of = teamPlan({ give: "total", by: "share", code: "sales.confirmed" });
  const month = (plans: Plan, members: TeamMember[], more: Partial<MemberBook> = {}): MemberBook =>
    book([sale(1_000_000)], {
      ...{ state: "closed", ...more },
      pools: partsOf(plans, teamBook(members, 90_000_000)).parts.get(me) ?? [],
    });
  const shared = [member(me, { soldFen: 3_333_333 }), member("wanglei", { soldFen: 5_000_000 })];

  it("stands beside what the own plan pays", () => {
    const { lines, exceptions } = evaluate(both(of), month(of, shared));
    expect(exceptions).toEqual([]);
    expect(lines.map(({ id, amountFen }) => [id, amountFen])).toEqual([
      ["own", 20_000],
      [`pool.p:${team}`, 360_000],
    ]);
    expect(lines[1]).toMatchObject({
      pool: { poolFen: 900_000, weight: "33333.33", weightsSum: "83333.33", partFen: 360_000 },
      unallocatedFen: 360_000,
    });
  });

  it("is estimated while the month is open", () => {
    const line = evaluate(both(of), month(of, shared, { state: "open" })).lines[1];
    expect(line).toMatchObject({ states: { estimatedFen: 360_000 }, openFactors: ["团队业绩"] });
  });

  it("reads in words and in a formula that computes", () => {
    const trace = traceOf(both(of), month(of, shared), `pool.p:${team}`);
    expect(trace && sentenceOf(trace, "zh-CN")).toBe(
      "团队一共 9,000.00 元，按销售额 33,333.33 ÷ 83,333.33 分给你，得 3,600.00 元。",
    );
    expect(trace && sentenceOf(trace, "en")).toBe(
      "The team's 9,000.00 CNY shared by sales 33,333.33 ÷ 83,333.33, giving 3,600.00 CNY.",
    );
    expect(trace && formulaText(trace, "zh-CN")).toBe("9,000.00 × 33,333.33 ÷ 83,333.33 = 3,600.00");
  });

  it("says of equal parts among how many", () => {
    const equal = teamPlan({ give: "total", by: "equal" });
    const three = [member("a"), member("b"), member(me)];
    const trace = traceOf(both(equal), month(equal, three), `pool.p:${team}`);
    expect(trace && sentenceOf(trace, "zh-CN")).toBe("团队一共 9,000.00 元，3 人平分，得 3,000.00 元。");
  });

  it("says that everybody has the same", () => {
    const each = teamPlan({ give: "each", by: "equal" }, { amount: "1000元" });
    const trace = traceOf(both(each), month(each, shared), `pool.p:${team}`);
    expect(trace && sentenceOf(trace, "zh-CN")).toBe("团队 2 人每人一份，一共 2,000.00 元，得 1,000.00 元。");
    expect(trace && formulaText(trace, "zh-CN")).toBe("1,000.00");
  });

  it("says why somebody who joined late has none", () => {
    const late = [member(me, { days: 10, soldFen: 1 }), member("wanglei", { soldFen: 1 })];
    const trace = traceOf(both(of), month(of, late), `pool.p:${team}`);
    expect(trace && sentenceOf(trace, "zh-CN")).toBe(
      "你这个月在这个团队 10 天，不满 15 天，不参加分配，这一项 0.00 元。",
    );
  });

  it("is an exception by name where the book lacks it", () => {
    const { lines, exceptions } = evaluate(both(of), book([]));
    expect(lines.find(({ id }) => id === `pool.p:${team}`)?.amountFen).toBe(0);
    expect(exceptions).toMatchObject([{ code: "undefined", params: { name: "奖金池" } }]);
  });

  it("comes from each team that somebody was in", () => {
    const assignments = [
      ...assigned(base),
      ...assigned(of, { to: "2026-03-12" }),
      ...assigned(of, { from: "2026-03-13", teamId: "u4" }),
    ];
    const pools = [team, "u4"].flatMap(
      (teamId) => partsOf(of, { ...teamBook(shared, 90_000_000), teamId }).parts.get(me) ?? [],
    );
    const { lines } = evaluate(assignments, book([], { pools }));
    expect(lines.map(({ id }) => id)).toEqual(["own", `pool.p:${team}`, "pool.p:u4"]);
  });

  it("names nobody else in a receipt that computes again", () => {
    const weights = { [me]: "2", wanglei: "1" };
    const fixed = teamPlan({ give: "total", by: "fixed", weights });
    const mine = month(fixed, shared);
    const receipt = receiptOf(both(fixed), mine, evaluate(both(fixed), mine));
    expect(JSON.stringify(receipt)).not.toContain("wanglei");
    expect(verify(receipt)).toMatchObject({ agrees: true });
    expect(receipt.statement.lines[1]?.amountFen).toBe(600_000);
  });
});

describe("a team's plan is refused", () => {
  const codes = (of: Plan) => planFaults(of).map(({ code }) => code);
  const some: PoolRule = { give: "total", by: "equal" };

  it("unless all is sound", () => {
    expect(codes(teamPool)).toEqual([]);
    expect(codes(teamPlan(some))).toEqual([]);
  });

  it.each<[string, Plan, string]>([
    ["that looks at one person", { ...teamPlan(some), inputs: [{ ...ownSales, name: "团队业绩" }] }, "pool.ownInput"],
    [
      "that divides nothing",
      plan({ subject: "team", components: [period({ code: "a", amount: "1元" })] }),
      "pool.missing",
    ],
    ["as a member's", { ...teamPlan(some), subject: "member" }, "pool.ofMember"],
    ["that gives each a share", teamPlan({ give: "each", by: "fixed", weights: { a: "1" } }), "pool.eachEqual"],
    ["that divides by no measure", teamPlan({ give: "total", by: "share" }), "pool.code"],
    ["with a weight of 0", teamPlan({ give: "total", by: "fixed", weights: { a: "0" } }), "pool.weights"],
    ["for 32 days", teamPlan({ ...some, members: { daysMin: 32, onLastDay: true } }), "pool.members"],
    [
      "that is paid on collections",
      teamPlan(some, { pay: [{ share: "1", when: "collected", due: "次月5日" }] }),
      "pool.pay",
    ],
  ])("%s", (_, of, code) => {
    expect(codes(of)).toContain(code);
  });
});

it("parts of a team's amount add up to it, whatever it is divided by and whoever is first", () => {
  const someMember = fc.record({
    id: fc.uuid(),
    days: fc.integer({ min: 1, max: 31 }),
    isThere: fc.boolean(),
    soldFen: fc.integer({ min: -1_000_000, max: 99_999_999 }),
    weight: fc.integer({ min: 1, max: 9_999 }),
  });
  const members = fc.uniqueArray(someMember, { selector: ({ id }) => id, minLength: 1, maxLength: 97 });
  const by = fc.constantFrom("equal" as const, "share" as const, "fixed" as const);
  const doneFen = fc.integer({ min: -99_999_999, max: 999_999_999 });
  fc.assert(
    fc.property(members, by, doneFen, (some, way, done) => {
      const pool: PoolRule = {
        ...{ give: "total", by: way },
        ...(way === "share" && { code: "sales.confirmed" }),
        ...(way === "fixed" && { weights: Object.fromEntries(some.map(({ id, weight }) => [id, `${weight / 100}`])) }),
      };
      const of = teamPlan(pool);
      const inOrder = some.map(({ id, days, isThere, soldFen }) =>
        member(id, { days, isThereOnLastDay: isThere, soldFen }),
      );
      const { parts, exceptions } = partsOf(of, teamBook(inOrder, done));
      const all = [...parts.values()].flat();
      const wholeFen = all[0]?.poolFen ?? 0;
      const given = sumFen(all.map(({ partFen }) => partFen));
      expect(given).toBe(exceptions.length > 0 ? 0 : wholeFen);
      expect(partsOf(of, teamBook([...inOrder].reverse(), done)).parts).toEqual(parts);
      const pools = all.filter(({ partFen }) => partFen !== 0).slice(0, 1);
      const trace = traceOf(assigned(of), book([], { pools }), `pool.p:${team}`);
      const read = trace && pools.length > 0 ? readBack(formulaText(trace, "zh-CN")) : null;
      if (read) expect(read.computedFen).toBe(read.printedFen);
    }),
    times(300, 2_000),
  );
});

import type { AnswerOf } from "@shared/contracts";
import { sumFen } from "@shared/domain/money";
import type { Plan } from "@shared/domain/pay";
import * as plans from "@shared/domain/pay/plans";
import fc from "fast-check";
import type { SaleIncrement } from "../../../../server/features/sales";
import {
  type Company,
  confirm,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  move,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { length } from "../../../support/length";
import { stored } from "../../../support/testDatabase";

const wan = 1_000_000;

const start = (plan: Plan) =>
  prepare(async (company) => {
    const team = await givenTeam(company, { reps: [{}, {}] });
    const next = await givenTeam(company, { reps: [{}] });
    const [rep, colleague] = team.reps;
    await givenPlan(company, { ...plan, scope: { orgUnits: [team.unitId, next.unitId] } });
    await givenTargets(company, [
      [rep, 40 * wan],
      [colleague, 60 * wan],
      [next.reps[0], 30 * wan],
    ]);
    const half = { share: "0.5" };
    const customers = {
      own: await givenCustomer(company, { owner: rep }),
      another: await givenCustomer(company, { owner: rep }),
      shared: await givenCustomer(company, {
        owners: [
          { memberId: rep.memberId, ...half },
          { memberId: colleague.memberId, ...half },
        ],
      }),
    };
    return { team, next, rep, colleague, customers, colleagues: await givenCustomer(company, { owner: colleague }) };
  });

interface World {
  company: Company;
  team: Team;
  next: Team;
  rep: Person;
  colleague: Person;
  customers: Record<"own" | "another" | "shared", Customer>;
  colleagues: Customer;
}

type Preview = AnswerOf<"sales.preview">;
const totalOf = ({ totalFen, ownFen, othersFen, rewardsFen }: Preview): number => {
  expect(ownFen + othersFen + rewardsFen).toBe(totalFen);
  return totalFen;
};

const previewOf = ({ company, rep }: World, customer: Customer, amountFen: number, signedOn: string) =>
  company.as(rep).call("sales.preview", undefined, { customerId: customer.customerId, amountFen, signedOn });

/** The parts that the message about a sale names. */
async function told(saleId: string): Promise<Pick<Preview, "ownFen" | "othersFen" | "rewardsFen" | "period">> {
  const [notice] = await stored("notices", { _id: `${saleId}:rep` });
  const { increment, period } = (notice as unknown as { params: { increment: SaleIncrement; period: string } }).params;
  const { ownFen, othersFen, rewards = [] } = increment;
  return { ownFen, othersFen, rewardsFen: sumFen(rewards.map(({ fen }) => fen)), period };
}

/** What 今日 says of the running month, by what 收入 shows of it line by line. */
async function saysWhatIsIn({ company, rep }: World, period: string): Promise<void> {
  const [today, { lines }] = await Promise.all([company.as(rep).call("today.read"), company.statement(rep, period)]);
  if (today.period !== period) return;
  const [commission, besides] = [true, false].map((isCommission) =>
    lines.filter(({ kind }) => (kind === "提成") === isCommission),
  );
  const allOf = (some: typeof lines = []) => sumFen(some.map(({ amountFen }) => amountFen));
  expect(today.mine).toMatchObject({
    monthFen: allOf(lines),
    commissionFen: allOf(commission),
    commissionEstimatedFen: sumFen((commission ?? []).map(({ states }) => states.estimatedFen)),
    besidesFen: allOf(besides),
  });
}

async function payOf({ company, rep }: World, period: string): Promise<number> {
  await company.workAll();
  return sumFen((await company.statement(rep, period)).lines.map(({ amountFen }) => amountFen));
}

const amountFen = fc.oneof(
  fc.integer({ min: 1, max: 60 * wan }),
  fc.constantFrom(1, 99, 10 * wan, 20 * wan, 20 * wan + 1, 50 * wan),
);
const sold = fc.record({
  amountFen,
  customer: fc.constantFrom("own" as const, "another" as const, "shared" as const),
  lastMonth: fc.boolean(),
});
const history = fc.record({
  others: fc.integer({ min: 0, max: 80 * wan }),
  moves: fc.boolean(),
  /** Of one moment: nothing has come to the units between them. */
  together: fc.array(sold, { minLength: 1, maxLength: 3 }),
  waits: fc.boolean(),
  afterMonthEnd: sold,
});

type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;
type Sold = History["afterMonthEnd"];

type TeamEffects = AnswerOf<"sales.read">["teamEffects"];

/** What the two teams have done in a month, once the ticks have come. */
async function doneByTeam({ company, team, next }: World, period: string): Promise<Record<string, number>> {
  await company.workAll();
  const read = async ({ unitId }: Team) =>
    (await company.as(company.finance).call("teams.read", { unitId, period })).team.doneFen;
  return { [team.unitId]: await read(team), [next.unitId]: await read(next) };
}

/** What the page of whoever confirms has said of a month, team by team. */
function saidOfTeams(effects: readonly TeamEffects[number][], period: string): Record<string, number> {
  const said: Record<string, number> = {};
  for (const { unitId, doneBeforeFen, doneFen, ...of } of effects)
    if (of.period === period) said[unitId] = (said[unitId] ?? 0) + doneFen - doneBeforeFen;
  return said;
}

/** Looks at what a sale would bring, and has it confirmed at once. */
async function promised(world: World, { amountFen: fen, customer, lastMonth }: Sold, today: string) {
  const { company, rep } = world;
  const of = world.customers[customer];
  const signedOn = lastMonth ? "2026-02-20" : today;
  const preview = await previewOf(world, of, fen, signedOn);
  const sale = await givenSale(company, { rep, customer: of, amountFen: fen, signedOn });
  const { teamEffects } = await company.as(company.finance).call("sales.read", { saleId: sale.saleId });
  await confirm(company, sale, company.finance);
  return { preview, saleId: sale.saleId, teamEffects };
}

async function isKept(world: World, given: History): Promise<void> {
  const { company, rep, next } = world;
  company.app.clock.set("2026-03-31T10:00:00+08:00");
  if (given.moves) await move(company, rep, next, { joinedOn: "2026-03-16" });
  if (given.others > 0)
    await givenConfirmedSale(company, { rep: world.colleague, customer: world.colleagues, amountFen: given.others });
  if (given.waits) await givenSale(company, { rep, customer: world.customers.own });
  const days = [
    { now: "2026-03-31T10:05:00+08:00", period: "2026-03", sales: given.together },
    { now: "2026-04-02T10:00:00+08:00", period: "2026-04", sales: [given.afterMonthEnd] },
  ];
  for (const { now, period, sales } of days) {
    company.app.clock.set(now);
    const beforeFen = await payOf(world, period);
    const teamsBefore = await doneByTeam(world, period);
    const promises = [];
    for (const one of sales) promises.push(await promised(world, one, now.slice(0, 10)));
    const difference = (await payOf(world, period)) - beforeFen;
    await saysWhatIsIn(world, period);
    expect({ period, fen: sumFen(promises.map(({ preview }) => totalOf(preview))) }).toEqual({
      period,
      fen: difference,
    });
    const said = saidOfTeams(
      promises.flatMap(({ teamEffects }) => teamEffects),
      period,
    );
    const teamsAfter = await doneByTeam(world, period);
    for (const [unitId, doneFen] of Object.entries(teamsAfter))
      expect({ unitId, fen: said[unitId] ?? 0 }).toEqual({ unitId, fen: doneFen - (teamsBefore[unitId] ?? 0) });
    for (const { preview, saleId } of promises) {
      const { ownFen, othersFen, rewardsFen } = preview;
      expect(await told(saleId)).toEqual({ ownFen, othersFen, rewardsFen, period: preview.period });
      expect(sumFen(preview.gains.map(({ fen }) => fen))).toBe(totalOf(preview));
      expect(sumFen(preview.gains.map((gain) => gain.ownFen + gain.othersFen))).toBe(totalOf(preview));
      expect(preview.pending.count).toBe(given.waits ? 1 : 0);
    }
  }
}

const { internetCompany, manufacturingGroup, tutorialTiers, saasCompany, consumerGoods } = plans;
/** The other two pay by kinds of components that these and the one by chance have as well: they are for the soak. */
const published = (
  [
    ["the plan by results of team and company", manufacturingGroup],
    ["the plan of the SaaS company", saasCompany],
    ["the plan of the consumer goods company", consumerGoods],
    ["the flat plan", internetCompany],
    ["the plan with tiers and a bonus", tutorialTiers],
  ] satisfies [string, Plan][]
).slice(0, length(3, 5));

const percent = (min: number, max: number) => fc.integer({ min, max }).map((value) => `${value / 100}`);

/** Tiers, a factor by the team's result, a rate on each order, a bonus over the target and a reward for a first order. */
const randomPlan = fc
  .record({
    rates: fc.tuple(percent(0, 5), percent(0, 5), percent(0, 5)),
    edge: fc.integer({ min: 1, max: 50 }),
    factors: fc.tuple(percent(0, 100), percent(0, 150), percent(0, 150)),
    team: percent(10, 99),
    includes: fc.boolean(),
    order: fc.integer({ min: 0, max: 30 }),
    over: fc.integer({ min: 1, max: 150 }),
    bonus: fc.integer({ min: 0, max: 5_000 }),
  })
  .map(({ rates, edge, factors, team, includes, order, over, bonus }): Plan => ({
    ...tutorialTiers,
    code: "random",
    validFrom: "2026-01-01",
    inputs: [
      { name: "个人业绩", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
      { name: "个人完成率", kind: "attainment", code: "sales.confirmed", of: "member", period: "month" },
      { name: "团队完成率", kind: "attainment", code: "sales.confirmed", of: "team", period: "month" },
    ],
    tables: [
      {
        name: "阶梯表",
        by: "money",
        mode: "whole",
        rows: [
          { upTo: `${edge * 10_000}`, includes, value: rates[0] },
          { upTo: `${edge * 20_000}`, includes, value: rates[1] },
          { upTo: null, value: rates[2] },
        ],
      },
      {
        name: "团队系数",
        by: "ratio",
        rows: [
          { upTo: team, includes, value: factors[0] },
          { upTo: "1", includes, value: factors[1] },
          { upTo: null, value: factors[2] },
        ],
      },
    ],
    components: [
      {
        code: "tiers",
        name: "阶梯提成",
        kind: "提成",
        grain: "period",
        period: "month",
        basis: "个人业绩",
        amount: "阶梯(个人业绩, 阶梯表) × 系数(团队完成率, 团队系数)",
        refund: "saleMonth",
      },
      {
        code: "order",
        name: "单笔提成",
        kind: "提成",
        grain: "event",
        on: "sale",
        amount: `金额 × ${order / 10}%`,
        refund: "saleMonth",
      },
      {
        code: "over",
        name: "超额奖金",
        kind: "奖金",
        grain: "period",
        period: "month",
        when: `个人完成率 > ${over}%`,
        amount: `${bonus}元`,
      },
      {
        code: "first",
        name: "新客户奖励",
        kind: "奖励",
        grain: "event",
        on: "newCustomer",
        oncePer: "customer",
        amount: "500元",
        refund: "saleMonth",
      },
    ],
    stacking: [],
    examples: [
      { name: "没有业绩", given: { 个人业绩: "0元", 个人完成率: "0", 团队完成率: "0" }, expect: { over: "0元" } },
    ],
  }));
const drawn = fc
  .sample(randomPlan, { numRuns: length(1, 20), seed: 11 })
  .map((plan, index): [string, Plan] => [`random plan ${index + 1}`, plan]);

it("says the figures of the month that the sale counts in", async () => {
  const world = await start(plans.internetCompany)();
  world.company.app.clock.set("2026-03-26T10:00:00+08:00");
  const preview = await previewOf(world, world.customers.own, 10 * wan, "2026-02-20");
  expect(preview).toMatchObject({ period: "2026-03", month: { doneBeforeFen: 0, doneFen: 10 * wan } });
  const sold = { rep: world.rep, customer: world.customers.own, amountFen: 10 * wan, signedOn: "2026-02-20" };
  await givenConfirmedSale(world.company, sold);
  expect((await world.company.as(world.rep).call("today.read")).mine).toMatchObject({ doneFen: 10 * wan });
});

it("brings nothing of a client who was somebody else's on that day", async () => {
  const world = await start(plans.internetCompany)();
  const customer = await givenCustomer(world.company, { owner: world.colleague, coServedBy: [world.rep] });
  const preview = await previewOf(world, customer, 10 * wan, "2026-03-26");
  expect(preview).toMatchObject({ creditFen: 0, gains: [], month: { doneBeforeFen: 0, doneFen: 0 } });
});

it("counts that the own sale takes the team and the company to where their factors leave 0", async () => {
  const world = await start(plans.manufacturingGroup)();
  const { company, rep, colleague, customers, colleagues } = world;
  company.app.clock.set("2026-03-26T10:00:00+08:00");
  await givenConfirmedSale(company, { rep: colleague, customer: colleagues, amountFen: 70 * wan });
  await givenConfirmedSale(company, { rep, customer: customers.own, amountFen: 5 * wan });
  expect(await payOf(world, "2026-03")).toBe(0);
  const { preview, saleId } = await promised(
    world,
    { amountFen: 40 * wan, customer: "own", lastMonth: false },
    "2026-03-26",
  );
  const { ownFen, othersFen, rewardsFen } = preview;
  expect([ownFen > 0, othersFen > 0]).toEqual([true, true]);
  expect(await payOf(world, "2026-03")).toBe(totalOf(preview));
  expect(await told(saleId)).toEqual({ ownFen, othersFen, rewardsFen, period: "2026-03" });
});

it("tells a leader before they confirm what the own team gets of a sale that is shared with another team", async () => {
  const world = await start(plans.internetCompany)();
  const { company, team, next, rep } = world;
  company.app.clock.set("2026-04-01T10:00:00+08:00");
  const owners = [rep, next.reps[0]].map(({ memberId }) => ({ memberId, share: "0.5" }));
  const customer = await givenCustomer(company, { owners });
  const { saleId, ...sale } = await givenSale(company, {
    rep,
    customer,
    amountFen: 10 * wan,
    signedOn: "2026-03-31",
  });
  const effectsFor = async (person: Person) =>
    (await company.as(person).call("sales.read", { saleId })).teamEffects.map(({ name: _name, ...effect }) => effect);
  // Confirmed in April, it counts in April.
  const months = { period: "2026-04", doneBeforeFen: 0, doneFen: 5 * wan, targetFen: null };
  expect(await effectsFor(team.manager)).toEqual([{ unitId: team.unitId, ...months }]);
  expect(await effectsFor(rep)).toEqual([]);
  await confirm(company, { saleId, ...sale }, team.manager);
  expect(await doneByTeam(world, "2026-04")).toEqual({ [team.unitId]: 5 * wan, [next.unitId]: 5 * wan });
  expect(await effectsFor(team.manager)).toEqual([]);
});

/** What the card about the newest sale says in big letters, and in the rows before those of the month. */
function cardOf({ company, rep }: World) {
  const { content } = company.app.wecom.member(rep.memberId).messages.at(-1) ?? {};
  const { emphasis_content: big, horizontal_content_list: rows = [] } = (content ?? {}) as {
    emphasis_content?: { title: string };
    horizontal_content_list?: { keyname: string; value: string }[];
  };
  return [big?.title ?? null, ...rows.slice(0, -2).map(({ keyname, value }) => `${keyname}: ${value}`)];
}

/** What of the month's lines is this sale's. */
async function allocatedTo({ company, rep }: World, saleId: string): Promise<number> {
  const period = "2026-03";
  const { lines } = await company.statement(rep, period);
  const opened = await Promise.all(
    lines.map(({ lineId }) => company.as(rep).call("statements.line", { period, lineId })),
  );
  const parts = opened.flatMap(({ sales }) => sales).filter((sale) => sale.saleId === saleId);
  return sumFen(parts.map(({ allocatedFen }) => allocatedFen ?? 0));
}

describe("an order that takes the whole month into a higher tier", () => {
  const given = async (soldFen: number, amountFen: number) => {
    const world = await start(plans.tutorialTiers)();
    world.company.app.clock.set("2026-03-26T10:00:00+08:00");
    const before = { rep: world.rep, customer: world.customers.own, amountFen: soldFen, signedOn: "2026-03-25" };
    await givenConfirmedSale(world.company, before);
    const beforeFen = await payOf(world, "2026-03");
    const { saleId, preview } = await promised(world, { amountFen, customer: "own", lastMonth: false }, "2026-03-26");
    return { world, saleId, preview, grownFen: (await payOf(world, "2026-03")) - beforeFen };
  };

  it("has one figure for its own part: before it, in its message, and on its line", async () => {
    const { world, saleId, preview } = await given(15 * wan, 10 * wan);
    expect(preview).toMatchObject({ ownFen: 200_000, othersFen: 75_000 });
    expect(cardOf(world)).toEqual(["+2,000.00 元", "本月另计: 销售提成 +750.00"]);
    expect(await allocatedTo(world, saleId)).toBe(200_000);
  });

  it.each([
    ["a tier", 20 * wan, "销售提成 +1,000.00", 100_000],
    ["the bonus above the target", 48 * wan, "超额奖金 +5,000.00", 500_000],
  ])(
    "is said to bring nothing itself where it is of one fen, beside what it lifts: %s",
    async (_, soldFen, row, fen) => {
      const { world, saleId, preview, grownFen } = await given(soldFen, 1);
      expect({ ownFen: preview.ownFen, grownFen }).toEqual({ ownFen: 0, grownFen: fen });
      expect(cardOf(world)).toEqual([null, `本月另计: ${row}`]);
      expect(await allocatedTo(world, saleId)).toBe(0);
    },
  );
});

describe("what is promised before a sale is what the message says and what the month pays", () => {
  it.each([...published, ...drawn])("to the fen, by %s", async (_, plan) => {
    const begin = start(plan);
    await fc.assert(
      fc.asyncProperty(history, async (given) => isKept(await begin(), given)),
      { numRuns: length(1, 40), seed: 26 + plan.code.length, endOnFailure: true },
    );
  });
});

import mongoose, { type mongo } from "mongoose";
import type { Plan } from "@shared/domain/pay";
import { syncDirectory } from "../../../../server/features/members";
import { performanceSubscriptions } from "../../../../server/features/performance";
import { workAll } from "../../../../server/outbox";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  type Customer,
  departmentIdOf,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { forget, lookAt, putStored, stored, storedCounts } from "../../../support/testDatabase";
import { whenRead } from "../../../support/whenRead";

/*
 * Months that were right when they were priced, and whose inputs have changed since without anybody pricing them again: each
 * statement agrees with what it was computed from, and yet it is not what people should see. The second team is paid by its own and the company's result too.
 */

const start = prepare(async (company) => {
  const first = await givenTeam(company, { reps: [{}, {}] });
  const second = await givenTeam(company, { reps: [{}, {}, {}] });
  const [rep, colleague] = first.reps;
  const [ahead, seller] = second.reps;
  await givenPlan(company, { scope: { orgUnits: [first.unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [second.unitId] } });
  const targetsFen = [66_666_667, 25_000_000, 30_000_000, 20_000_000, 30_000_000];
  const people = [...first.reps, ...second.reps];
  await givenTargets(
    company,
    people.map((person, n) => [person, targetsFen[n] ?? 0]),
  );
  const ofSeller = await givenCustomer(company, { owner: seller });
  return { first, second, rep, colleague, ahead, seller, ofSeller };
});

let company: Company;
let first: Team;
let second: Team;
let rep: Person;
let colleague: Person;
let ahead: Person;
let seller: Person;
let ofSeller: Customer;
const whole = new Map<string, mongo.Document[]>();

beforeAll(async () => {
  ({ company, first, second, rep, colleague, ahead, seller, ofSeller } = await start());
  await company.app.tokenOf(seller.memberId); // kept with the rest, for tests that let her sell
  await givenConfirmedSale(company, { rep });
  await givenConfirmedSale(company, { rep: ahead, amountFen: 30_000_000 });
  await company.workAll();
  await company.workAll(); // what a first pricing leaves behind is due two seconds later
  expect(await stored("events")).toEqual([]);
  expect(await checkedLedger()).toMatchObject({ difference: null, counts: { behind: 0, beingPriced: 0 } });
  for (const name of Object.keys(await storedCounts())) whole.set(name, await stored(name));
});

afterEach(async () => {
  await forget(...whole.keys());
  for (const [name, documents] of whole) if (documents.length > 0) await putStored(name, documents);
});

const collectionOf = (name: string) => mongoose.connection.collection<{ _id: string }>(name);
/** Behind the product's back, as if the event had been lost that went with it. */
const change = (collection: string, id: string, set: mongo.Document) =>
  lookAt(() => collectionOf(collection).updateOne({ _id: id }, { $set: set }));
const raiseTarget = () => change("targets", `${rep.memberId}:sales.confirmed:2026-03`, { valueFen: 123_456 });
/** The second team has sold more, and its sum is right; what follows from that for its people is lost. */
const teamHasGoneOn = async () => {
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 100 });
  // Sums alone: their people's pay follows in ticks, and one may end at any moment.
  await workAll(company.app.deps, performanceSubscriptions);
  await forget("events");
};
/** Another version of the rep's plan. */
const putVersion = async (rules: object) => {
  const [record] = await stored("plans", { _id: "flat-internet@1" });
  const plan = { ...(record?.plan as Plan), version: 2, ...rules }; // stored as the engine takes it
  await putStored("plans", [{ ...record, _id: "flat-internet@2", plan }]);
};
const difference = async () => (await checkedLedger()).difference;
const raised = () =>
  `member ${rep.memberId}, period 2026-03, target of the member: by now 1,234.56, stands with 666,666.67`;

/** A delivery that prices or leads to pricing, as it waits in the queue. */
const putQueued = (subscription: string, type: string, payload: mongo.Document, state = "due") =>
  putStored("events", [
    {
      ...{ _id: `late@${subscription}`, schemaVersion: 2, eventId: "late", subscription, type, payload, state },
      ...{
        partition: `member:${rep.memberId}`,
        cause: "late",
        requestId: null,
        attempts: 0,
        bugs: 0,
        asked: 0,
        failure: null,
      },
      ...{ createdAt: new Date(), dueAt: new Date(Date.now() + 30_000) },
    },
  ]);
const repriceOf = ({ memberId }: Person) => ({ memberId, period: "2026-03", cause: { kind: "targets", id: "late" } });

const ofUnit = (unitId: string) => ({ unitId, period: "2026-03" });
/** Its reps and their manager. */
const teamSize = () => second.reps.length + 1;

describe("a month that nobody has priced again is named by", () => {
  it("the target that is another one", async () => {
    await raiseTarget();
    expect(await difference()).toBe(raised());
  });

  it("the team's result that has gone on, also where its factor has not moved", async () => {
    await teamHasGoneOn();
    expect(await difference()).toBe(
      `member ${second.manager.memberId}, period 2026-03, measure sales.confirmed of company ${companyUnitId}: by now 400,001.00, stands with 400,000.00`,
    );
  });

  it("the team that the person has moved to", async () => {
    const putInto = ({ unitId }: Team) =>
      company.app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(unitId)] });
    putInto(second);
    await syncDirectory(company.app.deps);
    await forget("events");
    putInto(first);
    const plans = [
      `by now .* in ${first.unitId} from 2026-03-01 to 2026-03-26`,
      `.* in ${second.unitId} from 2026-03-27 to 2026-03-31`,
      `stands with .* in ${first.unitId} from 2026-03-01 to 2026-03-31`,
    ];
    expect(await difference()).toMatch(
      new RegExp(`^member ${rep.memberId}, period 2026-03, plans: ${plans.join(", ")}$`),
    );
  });

  it("the plan of which another version is in force", async () => {
    await putVersion({ validFrom: "2026-03-01" });
    expect(await difference()).toContain(
      `by now flat-internet@2 in ${first.unitId} from 2026-03-01 to 2026-03-31, stands with flat-internet@1 in ${first.unitId} from`,
    );
  });

  it("what fails, where it could not be priced now", async () => {
    await putVersion({ validFrom: "2026-03-01", scope: { members: [rep.memberId] }, components: null });
    expect(await difference()).toMatch(
      new RegExp(
        `^member ${rep.memberId}, period 2026-03, statement: by now nothing, since it fails \\(TypeError: .*\\), stands with what it was$`,
      ),
    );
  });

  it("and counted with the others that are behind", async () => {
    await raiseTarget();
    await change("targets", `${ahead.memberId}:sales.confirmed:2026-03`, { valueFen: 1 });
    expect(await checkedLedger()).toMatchObject({ difference: raised(), counts: { behind: 2, beingPriced: 0 } });
  });
});

it("names what is wrong in itself before what is behind", async () => {
  await raiseTarget();
  await change("statements", `${ahead.memberId}:2026-03`, { "statement.totals.amountFen": 1 });
  expect(await difference()).toContain(
    `member ${ahead.memberId}, period 2026-03, statement › totals › amountFen: expected`,
  );
});

it("names no plan that begins next month, nor what only that one asks for", async () => {
  const team = { name: "团队业绩", kind: "measure", code: "sales.confirmed", of: "team", period: "month" };
  await putVersion({ validFrom: "2026-04-01", inputs: [team] });
  expect(await difference()).toBeNull();
});

describe("a month whose pricing is on its way is no difference", () => {
  const beingPriced = { difference: null, counts: { behind: 0, beingPriced: 1 } };

  it.each([
    ["its own pricing", "statements.reprice", "statement.reprice", () => repriceOf(rep)],
    ["a move of the person", "statements.followMember", "member.moved", () => repriceOf(rep)],
    [
      "the target",
      "statements.followTargets",
      "target.published",
      () => ({ period: "2026-03", subjectIds: [rep.memberId] }),
    ],
    ["a plan", "statements.followPlan", "plan.published", () => ({ code: "flat-internet", version: 1 })],
  ])("by %s", async (_, subscription, type, payload) => {
    await raiseTarget();
    await putQueued(subscription, type, payload());
    expect(await checkedLedger()).toMatchObject(beingPriced);
  });

  it.each([
    ["the result of the company", "statements.followUnit", "unitResult.changed", () => ofUnit(companyUnitId)],
    ["the sum of the team", "performance.rollUp", "rollup.due", () => ofUnit(second.unitId)],
    ["the team's place", "statements.followUnitMove", "unit.moved", () => ({ ...ofUnit(second.unitId), cause: {} })],
  ])("by %s", async (_, subscription, type, payload) => {
    await teamHasGoneOn();
    await putQueued(subscription, type, payload());
    expect(await checkedLedger()).toMatchObject({ difference: null, counts: { behind: 0, beingPriced: teamSize() } });
  });
});

it.each([
  ["another person's pricing", "statements.reprice", "statement.reprice", () => repriceOf(colleague)],
  ["another month's", "statements.reprice", "statement.reprice", () => ({ ...repriceOf(rep), period: "2026-02" })],
  ["another team's result", "statements.followUnit", "unitResult.changed", () => ofUnit(first.unitId)],
  ["a message", "notices.send", "notice.send", () => repriceOf(rep)],
])("is not excused by %s in the queue", async (_, subscription, type, payload) => {
  await raiseTarget();
  await putQueued(subscription, type, payload());
  expect(await difference()).toBe(raised());
});

describe("a unit's sum", () => {
  const behind = () =>
    `period 2026-03, sum of unit ${second.unitId}, sales.confirmed: by now 300,000.00, stands with 299,999.00`;
  /** Nobody has rolled up the team's last sale, nor anything that follows from it. */
  const loseRollUp = async () => {
    const less = async (id: string) => {
      const [unit] = await stored("unitSummaries", { _id: id });
      const sums = unit?.sums as Record<string, number>; // as roll-ups store it
      await change("unitSummaries", id, { sums: { ...sums, "sales.confirmed": (sums["sales.confirmed"] ?? 0) - 100 } });
    };
    for (const unitId of [second.unitId, branchUnitId, companyUnitId]) await less(`${unitId}:2026-03`);
  };

  it("is named before what is paid by it, where its people have brought something else", async () => {
    await loseRollUp();
    expect(await difference()).toBe(behind());
  });

  it("is named with what was given up", async () => {
    await loseRollUp();
    await putQueued("performance.rollUp", "rollup.due", ofUnit(second.unitId), "dead");
    expect(await difference()).toBe(`${behind()}; working it off was given up, which npm run outbox lists`);
  });

  it("is no difference, as what it pays, while it is about to be rolled up", async () => {
    await loseRollUp();
    await putQueued("performance.rollUp", "rollup.due", ofUnit(second.unitId));
    expect(await checkedLedger()).toMatchObject({ difference: null, counts: { behind: 0, beingPriced: teamSize() } });
  });
});

describe("what a member has brought to a unit", () => {
  const summaryId = () => `${second.unitId}:${ahead.memberId}:2026-03`;
  const at = () => `member ${ahead.memberId}, period 2026-03, brought to unit ${second.unitId}`;

  it("is named where the credits say something else", async () => {
    await change("memberSummaries", summaryId(), { sums: { "sales.confirmed": 1 } });
    expect(await difference()).toBe(`${at()}, customers.new: expected 1, found 0`);
  });

  it("is named where nobody has summed it up", async () => {
    await lookAt(() => collectionOf("memberSummaries").deleteOne({ _id: summaryId() }));
    expect(await difference()).toBe(`${at()}: expected a sum, found nothing`);
  });
});

it("keeps the plans of a month that is so long past that no move is followed into it, but not its target", async () => {
  await putVersion({ validFrom: "2026-03-01" });
  expect(await checkedLedger("2027-02")).toMatchObject({ difference: expect.stringContaining("plans") as unknown });
  expect(await checkedLedger("2027-03")).toMatchObject({ difference: null, counts: { withOldPlans: 1 } });
  await change("targets", `${seller.memberId}:sales.confirmed:2026-03`, { valueFen: 1 });
  expect((await checkedLedger("2027-03")).difference).toContain(
    `member ${seller.memberId}, period 2026-03, target of the member`,
  );
});

it("says of a month whose pricing was given up where that is to be seen", async () => {
  await raiseTarget();
  await putQueued("statements.reprice", "statement.reprice", repriceOf(rep), "dead");
  expect(await difference()).toBe(`${raised()}; working it off was given up, which npm run outbox lists`);
});

it("looks again at a month that is priced while it is looked at", async () => {
  await raiseTarget();
  await putQueued("statements.reprice", "statement.reprice", repriceOf(rep));
  // Its own inputs have been read by then; the queue is read after that, when there is nothing left in it.
  const priced = whenRead("unitSummaries", (when, nth) =>
    when === "after" && nth === 1 ? company.workAll() : undefined,
  );
  const { difference: said, counts } = await checkedLedger().finally(priced.end);
  expect([said, counts.behind, counts.beingPriced]).toEqual([null, 0, 0]);
  expect(await stored("events")).toEqual([]);
});

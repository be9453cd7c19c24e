import { randomUUID } from "node:crypto";
import { type BodyOf, contracts } from "@shared/contracts";
import type { Plan } from "@shared/domain/pay";
import { KeyedQueue } from "../../../../server/lib/keyedQueue";
import {
  givenMember,
  givenPlan,
  givenRep,
  givenTeam,
  prepare,
  type Company,
  type Person,
  type Team,
  type TeamMember,
  givenPlanCheck,
} from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { stored } from "../../../support/testDatabase";

/*
 * A publication is judged by the plans in force and by the day, and written a moment later. Commands of two processes do not wait
 * for each other: each process has queues of its own, and so here there are none.
 */

// As the example of a contract is: its type is wider.
const flat = contracts["plans.draft"].example.body.plan as BodyOf<"plans.draft">["plan"];

const start = prepare(async (company) => {
  const { unitId, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  const newcomer = await givenRep(company);
  const another = await givenTeam(company);
  const secondOfHr = await givenMember(company, { roles: ["hr"] });
  await givenPlan(company, { scope: { orgUnits: [unitId] } });
  return { rep, secondOfHr, newcomer, another };
});

let company: Company;
let rep: Person;
let secondOfHr: Person;
let newcomer: TeamMember;
let another: Team;
beforeEach(async () => {
  ({ company, rep, secondOfHr, newcomer, another } = await start());
  jest.spyOn(KeyedQueue.prototype, "runAll").mockImplementation((_keys, work) => work());
});
afterEach(() => jest.restoreAllMocks());

/** @returns its publication, which may be sent several times */
async function inReview(code: string, validFrom: string, scope: Plan["scope"]) {
  const plan = { ...flat, code, validFrom, scope };
  const commandOf = (revision: number) => ({ commandId: randomUUID(), revision });
  await company.as(company.hr).call("plans.draft", undefined, { ...commandOf(0), plan });
  await givenPlanCheck(`${code}@1`);
  await company.as(company.hr).call("plans.submit", { planId: `${code}@1` }, commandOf(1));
  const body = commandOf(2);
  return () => company.as(secondOfHr).call("plans.publish", { planId: `${code}@1` }, body);
}

/** Something happens after a publication has been judged and before it is written. */
async function whilePublishing(publish: () => Promise<unknown>, meanwhile: () => Promise<unknown>): Promise<void> {
  const held = holdNextTransaction();
  const published = publish();
  published.catch(() => undefined);
  try {
    await Promise.race([held.reached, published]);
    await meanwhile();
  } finally {
    held.release();
  }
  await published;
}

it("puts one of two first plans in force that two processes publish for the same people at once", async () => {
  company.app.clock.set("2026-03-27T09:00:00+08:00");
  const scope = { orgUnits: [newcomer.team.unitId] };
  const first = await inReview("first", "2026-03-27", scope);
  const second = await inReview("second", "2026-03-27", scope);
  await expect(whilePublishing(first, second)).rejects.toMatchObject({
    code: "plan.faulty",
    problem: { faults: [{ code: "scope.conflict", planIds: ["second@1"] }] },
  });
  await company.workAll();
  const [month] = await stored("statements", { _id: `${newcomer.memberId}:2026-03` });
  const ofToday = (month?.plansUsed as { code: string; to: string }[]).filter(({ to }) => to > "2026-03-27");
  expect(ofToday.map(({ code }) => code)).toEqual(["second"]);
});

it("puts both in force where they are for different people", async () => {
  company.app.clock.set("2026-03-27T09:00:00+08:00");
  const first = await inReview("first", "2026-03-27", { orgUnits: [newcomer.team.unitId] });
  const second = await inReview("second", "2026-04-01", { orgUnits: [another.unitId] });
  await whilePublishing(first, second);
  const published = await stored("plans", { state: "published" });
  expect(published.map(({ _id }) => String(_id))).toEqual(expect.arrayContaining(["first@1", "second@1"]));
});

it("answers a publication that is sent to two processes at once with one and the same answer", async () => {
  const publish = await inReview("first", "2026-04-01", { orgUnits: [newcomer.team.unitId] });
  const answer = { planId: "first@1", state: "published", revision: 3 };
  expect(await Promise.all([publish(), publish(), publish()])).toEqual([answer, answer, answer]);
  // Published once: each part that follows it has one delivery.
  const deliveries = await stored("events", { type: "plan.published" });
  expect(deliveries.map(({ subscription }) => subscription as string)).toEqual([
    "approvals.settlePublished",
    "notices.planPublished",
    "statements.followPlan",
  ]);
});

it("does not put a plan in force that was to begin tomorrow, where tomorrow has come meanwhile", async () => {
  company.app.clock.set("2026-03-31T23:59:58+08:00");
  const publish = await inReview("first", "2026-04-01", { members: [rep.memberId] });
  const midnight = async () => company.app.clock.set("2026-04-01T00:00:01+08:00");
  await expect(whilePublishing(publish, midnight)).rejects.toMatchObject({ code: "plan.insidePeriod" });
  expect(await stored("plans", { _id: "first@1", state: "published" })).toEqual([]);
});

import { randomUUID } from "node:crypto";
import { type Company, givenTeam, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  return { rep, colleague };
});

let company: Company;
let rep: Person;
let colleague: Person;
beforeEach(async () => {
  ({ company, rep, colleague } = await start({ now: "2026-03-26T09:00:00+08:00" }));
});

const on = "2026-03-26";
const say = (stops: string[], { at = "2026-03-26T08:59:00+08:00", commandId = randomUUID(), day = on } = {}) => {
  const written = { at, timeKind: "anchored" as const };
  return company.as(rep).call("dayPlans.set", { on: day }, { commandId, stops, written });
};
const read = async (person = rep) => (await company.as(person).call("dayPlans.read", { on })).plan?.stops ?? null;

it("is the same on another phone of its person, and nobody else's", async () => {
  await say(["a/s1", "b/s1"]);
  expect(await read()).toEqual(["a/s1", "b/s1"]);
  expect(await read(colleague)).toBeNull();
});

it("is as it was said last, in whatever order the network brings it", async () => {
  await say(["b/s1", "a/s1"], { at: "2026-03-26T08:50:00+08:00" });
  const { plan } = await say(["a/s1"], { at: "2026-03-26T08:40:00+08:00" });
  expect(plan.stops).toEqual(["b/s1", "a/s1"]);
  expect(await read()).toEqual(["b/s1", "a/s1"]);
  await say([], { at: "2026-03-26T08:55:00+08:00" });
  expect(await read()).toEqual([]);
});

it("is one change where it arrives twice at once", async () => {
  const commandId = randomUUID();
  const [first, again] = await Promise.all([say(["a/s1"], { commandId }), say(["a/s1"], { commandId })]);
  expect(again).toEqual(first);
  expect(await stored("dayPlans")).toMatchObject([{ memberId: rep.memberId, revision: 1 }]);
});

it("is of days about today alone", async () => {
  await expect(say([], { day: "2026-05-01" })).rejects.toMatchObject({ code: "input.invalid" });
  expect(await stored("dayPlans")).toEqual([]);
});

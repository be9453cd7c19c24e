import { randomUUID } from "node:crypto";
import type { BodyOf, CheckInView } from "@shared/contracts";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  return { rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
let checkIn: CheckInView;
beforeEach(async () => {
  ({ company, rep, colleague, customer } = await start({ now: "2026-03-26T10:02:00+08:00" }));
  await givenConsent(company, rep);
  checkIn = await givenCheckIn(company, { rep, customer });
  company.app.clock.set("2026-03-26T10:40:00+08:00");
});

const left = "2026-03-26T02:27:00.000Z";
const leave = (more: Partial<BodyOf<"checkIns.leave">> = {}, who = rep) => {
  const body = { commandId: randomUUID(), leftAt: left, timeKind: "anchored" as const, ...more };
  return company.as(who).call("checkIns.leave", { checkInId: checkIn.checkInId }, body);
};
const leftAt = async () => (await company.as(rep).call("checkIns.mine", { on: "2026-03-26" })).items[0]?.leftAt;

it("keeps when somebody left, as the phone says", async () => {
  expect(await leftAt()).toBeNull();
  expect(await leave()).toMatchObject({ leftAt: left });
  expect(await leftAt()).toBe(left);
});

it("keeps it once, also when the tap arrives twice", async () => {
  const body = { commandId: randomUUID() };
  const [first, again] = await Promise.all([leave(body), leave(body)]);
  expect(again).toEqual(first);
});

it("stays as it was said first", async () => {
  await leave();
  await expect(leave({ leftAt: "2026-03-26T10:35:00+08:00" })).rejects.toMatchObject({
    status: 409,
    code: "checkIn.alreadyLeft",
  });
  expect(await leftAt()).toBe(left);
});

it.each([
  ["on another day", "2026-03-27T00:10:00+08:00"],
  ["that is impossible and heard of on another day", "2026-03-26T10:01:59+08:00"],
])("takes no time %s", async (_, at) => {
  company.app.clock.set("2026-03-27T08:00:00+08:00");
  await expect(leave({ leftAt: at })).rejects.toMatchObject({ status: 422, code: "checkIn.leftTooLate" });
});

it("is when it was heard of where the phone's clock was set back behind the check-in", async () => {
  const said = { leftAt: "2026-03-26T09:10:00+08:00", timeKind: "uncertain" } as const;
  expect(await leave(said)).toMatchObject({ leftAt: "2026-03-26T02:40:00.000Z" });
});

it("is no later than it was heard of, whatever the phone's clock says", async () => {
  expect(await leave({ leftAt: "2026-03-26T10:41:00+08:00" })).toMatchObject({ leftAt: "2026-03-26T02:40:00.000Z" });
});

it("comes with what a phone has kept", async () => {
  const item = {
    ...{ commandId: randomUUID(), kind: "checkIns.leave", params: { checkInId: checkIn.checkInId } },
    body: { leftAt: left, timeKind: "anchored" },
  };
  await company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items: [item] });
  expect(await leftAt()).toBe(left);
});

it("is nobody else's to say", async () => {
  await expect(leave({}, colleague)).rejects.toMatchObject({ code: "checkIn.unknown" });
});

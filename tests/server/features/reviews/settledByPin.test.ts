import { randomUUID } from "node:crypto";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenPhoto,
  givenTeam,
  type Person,
  prepare,
  withoutPin,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{}] });
  const [rep] = reps;
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
  await givenConsent(company, rep);
  await withoutPin(company, customer);
  return { manager, rep, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, customer } = await start());
});

/** A check-in at a place without a pin, which its rep's photo proposes. */
async function proposed(more: { timeKind?: "uncertain" } = {}): Promise<void> {
  const fix = { ...customer.site.pin, accuracyM: 18, kind: "live" as const };
  const body = { ...checkInBody(company, customer, { northM: 0 }), fix, ...more };
  const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
  const photoId = await givenPhoto(company, rep);
  const answer = { commandId: randomUUID(), revision: checkIn.review?.revision ?? 0, text: "在大门口", photoId };
  await company.as(rep).call("checkIns.answer", { checkInId: checkIn.checkInId }, answer);
}

async function accept(reason: string | null = null): Promise<void> {
  const asked = (await company.as(manager).call("pins.list", {})).items;
  const items = asked.map(({ proposalId, revision }) => ({ proposalId, revision }));
  await company.as(manager).call("pins.decide", undefined, { commandId: randomUUID(), accepted: true, reason, items });
  await company.workAll();
  await company.workAll();
}

const both = "陈浩认可了这次打卡：这里的定位点已经确认，以后打卡按它算";

it("tells the rep of a check-in that is accepted with its pin once, of both", async () => {
  await proposed();
  await accept();
  expect(company.toldTo(rep)).toEqual([both]);
});

it("hands on what the leader has said to it", async () => {
  await proposed();
  await accept("以后走东门");
  expect(company.toldTo(rep)).toEqual([`${both}。以后走东门`]);
});

it("tells of the pin by itself where the check-in goes on waiting", async () => {
  await proposed({ timeKind: "uncertain" });
  await accept();
  expect(company.toldTo(rep)).toEqual(["陈浩确认了你提议的定位点，以后在这里打卡按它算。"]);
});

import { randomUUID } from "node:crypto";
import { pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  const each = pharmaCompanyPerVisit.components.filter(({ code }) => code === "visit-allowance");
  const travel = each.map((one) => ({ ...one, code: "travel", name: "交通补贴", nameEn: "Travel", amount: "6.81元" }));
  const components = [...pharmaCompanyPerVisit.components, ...travel];
  const stacking = [{ name: "合计", components: components.map(({ code }) => code), policy: "sum" as const }];
  await givenPlan(company, { ...pharmaCompanyPerVisit, stacking, components, scope: { orgUnits: [unitId] } });
  return { manager, rep, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let at: { manager: Person; rep: Person; customer: Customer };
beforeEach(async () => {
  ({ company, ...at } = await start());
  await givenConsent(company, at.rep);
});

it("the message about a check-in that was not accepted says of which amounts the loss is made", async () => {
  const { manager, rep, customer } = at;
  const checkIn = await givenCheckIn(company, { rep, customer, northM: 215 });
  await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
  await company.workAll();
  const decision = { commandId: randomUUID(), revision: 1, accepted: false, reason: "问过客户了" };
  await company.as(manager).call("reviews.decide", { checkInId: checkIn.checkInId }, decision);
  await company.workAll();
  const [told] = (await company.as(rep).call("notices.list", {})).items;
  expect(told?.rows.slice(0, 2)).toEqual([
    { name: "收入", value: "本月 −56.81 元" },
    { name: "其中", value: "外勤补贴 −50.00 交通补贴 −6.81" },
  ]);
});

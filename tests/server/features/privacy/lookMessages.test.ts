import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenSale,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ name: "小王" }], manager: { name: "陈浩" } });
  const [rep] = team.reps;
  return { team, manager: team.manager, rep, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let team: Team;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, manager, rep, customer } = await start());
  await givenConsent(company, rep);
});

async function wish(lookMessages: boolean): Promise<void> {
  const { revision } = (await company.app.me(rep.memberId)).member;
  await company.as(rep).call("me.setLookMessages", undefined, { commandId: company.newId(), revision, lookMessages });
}
const lookAtMember = (by: Person = manager) =>
  company.as(by).call("teams.member", { unitId: team.unitId, memberId: rep.memberId, period: "2026-03" });
const told = async () => {
  await company.workAll();
  return company.toldTo(rep).filter((sentence) => sentence.includes("看了你的"));
};
const minutes = (count: number) => company.app.clock.advance({ minutes: count });
const howTo = "你设置了有人看就发消息，可以在「谁看过我」里关掉。";

it("tells nobody of looks who has not wished it", async () => {
  await lookAtMember();
  expect(await told()).toEqual([]);
  expect((await company.app.me(rep.memberId)).member.lookMessages).toBe(false);
});

it("tells whoever wishes it who has looked, and at what", async () => {
  await wish(true);
  await lookAtMember();
  expect(await told()).toEqual([`陈浩 看了你的业绩和拜访。${howTo}`]);
  expect((await company.app.me(rep.memberId)).member.lookMessages).toBe(true);
});

it("tells of a look at a check-in behind a sale", async () => {
  await wish(true);
  await givenVisit(company, { rep, customer, nextStep: null });
  const { saleId } = await givenSale(company, { rep, customer });
  await company.as(manager).call("sales.read", { saleId });
  expect(await told()).toEqual([`陈浩 看了你的拜访和打卡。${howTo}`]);
});

it("says several looks of one person within half an hour once", async () => {
  await wish(true);
  await givenVisit(company, { rep, customer, nextStep: null });
  const { saleId } = await givenSale(company, { rep, customer });
  // On both sides of the half hour.
  company.app.clock.set("2026-03-26T10:25:00+08:00");
  await lookAtMember();
  await company.workAll();
  minutes(10);
  await company.as(manager).call("sales.read", { saleId });
  await lookAtMember();
  expect(await told()).toHaveLength(1);
  minutes(26);
  await lookAtMember();
  expect(await told()).toHaveLength(2);
});

it("lists each look all the same", async () => {
  await wish(true);
  await givenVisit(company, { rep, customer, nextStep: null });
  const { saleId } = await givenSale(company, { rep, customer });
  await lookAtMember();
  await company.as(manager).call("sales.read", { saleId });
  expect((await company.as(rep).call("privacy.looked", {})).items).toHaveLength(2);
});

it("says nothing more once the wish is taken back, also of a look before that", async () => {
  await wish(true);
  await lookAtMember();
  await wish(false);
  minutes(40);
  await lookAtMember();
  expect(await told()).toEqual([]);
});

it("says a look anew that comes after the wish was taken back and given again", async () => {
  await wish(true);
  await lookAtMember();
  await wish(false);
  expect(await told()).toEqual([]);
  await wish(true);
  minutes(5);
  await company.as(company.finance).call("me.read");
  const { saleId } = await givenSale(company, { rep, customer });
  await givenVisit(company, { rep, customer, nextStep: null });
  await company.as(manager).call("sales.read", { saleId });
  expect(await told()).toHaveLength(1);
});

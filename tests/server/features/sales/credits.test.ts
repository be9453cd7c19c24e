import mongoose from "mongoose";
import { manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import type { SaleView } from "@shared/contracts";
import { syncDirectory } from "../../../../server/features/members";
import type { SaleConfirmed } from "../../../../server/features/sales";
import { unitSalesAfterFen, unitSalesOn } from "../../../../server/features/statements";
import {
  confirm,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  givenVisit,
  prepare,
  type Company,
  type Customer,
  type Person,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { lookAt, stored, storedCounts } from "../../../support/testDatabase";

const wan = 1_000_000;
const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}, {}, {}] });
  const { manager } = team;
  const [rep, colleague, byTiers, serving] = team.reps;
  const other = await givenTeam(company, { reps: [{}, {}, {}] });
  const [otherRep, otherSeller, leaver] = other.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  await givenPlan(company, { ...tutorialTiers, scope: { members: [byTiers.memberId, serving.memberId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  await givenTargets(
    company,
    [...team.reps, otherRep, otherSeller].map((one) => [one, 30_000_000] as const),
  );
  const customer = await givenCustomer(company, { owner: rep });
  const ofColleague = await givenCustomer(company, { owner: colleague });
  const shared = await givenCustomer(company, { owner: byTiers, coServedBy: [serving] });
  const ofSeller = await givenCustomer(company, { owner: otherSeller });
  return {
    team,
    other,
    manager,
    rep,
    colleague,
    byTiers,
    serving,
    otherRep,
    leaver,
    otherSeller,
    customer,
    ofColleague,
    shared,
    ofSeller,
  };
});

let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let colleague: Person;
let byTiers: Person;
let serving: Person;
let otherRep: Person;
let leaver: Person;
let otherSeller: Person;
let customer: Customer;
let ofColleague: Customer;
let shared: Customer;
let ofSeller: Customer;
beforeEach(async () => {
  ({
    company,
    team,
    other,
    manager,
    rep,
    colleague,
    byTiers,
    serving,
    otherRep,
    leaver,
    otherSeller,
    customer,
    ofColleague,
    shared,
    ofSeller,
  } = await start());
});
afterEach(async () => {
  expect((await checkedLedger()).difference).toBeNull();
});

interface Owner {
  memberId: string;
  share: string;
  from?: string;
  to?: string | null;
}
/** As if it had been arranged long ago. */
const owned = (customerId: string, owners: Owner[]) =>
  lookAt(() =>
    mongoose.connection
      .collection<{ _id: string }>("customers")
      .updateOne(
        { _id: customerId },
        { $set: { owners: owners.map((one) => ({ from: "2025-01-01", to: null, ...one })) } },
      ),
  );
const creditsOfSale = async ({ saleId }: SaleView) =>
  (await stored("credits", { kind: "sale" }))
    .filter(({ _id }) => String(_id).startsWith(`sale:${saleId}:`))
    .map(({ memberId, unitId, amountFen }): unknown[] => [memberId, unitId, amountFen]);
const payOf = async (person: Person) =>
  (await company.statement(person)).lines.reduce((sum, line) => sum + line.amountFen, 0);
const teamDone = async (unitId: string) =>
  (await company.as(company.finance).call("teams.read", { unitId, period: "2026-03" })).team.doneFen;
const incrementsOf = async ({ saleId }: SaleView) => {
  const events = [...(await stored("events")), ...(await stored("eventLog"))];
  // As the confirmation left it.
  const payloads = events
    .filter(({ type }) => type === "sale.confirmed")
    .map(({ payload }) => payload as SaleConfirmed);
  return payloads.find((payload) => payload.saleId === saleId)?.increments ?? [];
};

it("is not decided on by somebody who owns the customer, whoever has recorded it", async () => {
  await owned(customer.customerId, [{ memberId: manager.memberId, share: "1" }]);
  const sale = await givenSale(company, { rep, customer, amountFen: 10 * wan });
  await expect(confirm(company, sale, manager)).rejects.toMatchObject({ code: "sale.ownConfirmation" });
  expect(await stored("facts", { kind: "sale" })).toHaveLength(0);
});

describe("a sale of a client that a leader owns a part of", () => {
  const given = async () => {
    await owned(customer.customerId, [
      { memberId: manager.memberId, share: "0.5" },
      { memberId: rep.memberId, share: "0.5" },
    ]);
    return givenSale(company, { rep, customer, amountFen: 10 * wan });
  };
  const leader = () => company.as(manager);

  it("is none of what the leader decides on", async () => {
    const { saleId } = await given();
    const waiting = await givenSale(company, { rep: colleague, customer: ofColleague, amountFen: wan });
    const toDecide = (await leader().call("sales.list", { view: "toDecide" })).items;
    expect(toDecide).toMatchObject([{ saleId: waiting.saleId, mayDecide: true }]);
    expect((await leader().call("todos.mine")).items).toMatchObject([{ kind: "sale", subjectId: waiting.saleId }]);
    expect((await leader().call("sales.read", { saleId })).sale).toMatchObject({
      state: "submitted",
      mayDecide: false,
    });
    expect((await company.as(company.finance).call("sales.read", { saleId })).sale.mayDecide).toBe(true);
  });

  const confirmedByFinance = async () => {
    const sale = await given();
    await confirm(company, sale, company.finance);
    await company.workAll();
    return sale.saleId;
  };

  it("is not theirs to praise once another has confirmed it", async () => {
    const saleId = await confirmedByFinance();
    expect((await leader().call("sales.read", { saleId })).sale.mayPraise).toBe(false);
    await expect(leader().call("praise.read", { saleId })).rejects.toMatchObject({ code: "right.missing" });
  });

  it("asks them for no praise in a message", async () => {
    const saleId = await confirmedByFinance();
    const told = await stored("notices", { receiverId: manager.memberId });
    expect(told.map(({ _id }) => String(_id))).toEqual([`${saleId}:owner:${manager.memberId}`]);
  });
});

it("credits what a co-serving rep records to the client's owner", async () => {
  const sale = await givenConfirmedSale(company, { rep: serving, customer: shared, amountFen: 10 * wan });
  await company.workAll();
  expect(await creditsOfSale(sale)).toEqual([[byTiers.memberId, team.unitId, 10 * wan]]);
  expect((await company.as(serving).call("today.read")).mine?.doneFen).toBe(0);
  expect((await company.as(byTiers).call("today.read")).mine?.doneFen).toBe(10 * wan);
  expect(company.toldTo(byTiers)).toEqual(["恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!"]);
  expect(company.toldTo(serving)).toEqual([
    "恭喜你完成10万元订单,继续加油!这一单计给这家客户的负责人，你这里不计佣金。",
  ]);
});

it("names the client's owner to whoever records it and to whoever decides", async () => {
  const draft = { customerId: shared.customerId, amountFen: 10 * wan, signedOn: "2026-03-26" };
  const { othersNames } = await company.as(serving).call("sales.preview", undefined, draft);
  const { saleId } = await givenSale(company, { rep: serving, customer: shared, amountFen: 10 * wan });
  const { countsFor } = await company.as(manager).call("sales.read", { saleId });
  expect(othersNames).toEqual([byTiers.name]);
  expect(countsFor).toEqual([{ memberId: byTiers.memberId, name: byTiers.name }]);
});

it("splits a sale between owners of two teams, each in the own team and by the own plan", async () => {
  await owned(customer.customerId, [
    { memberId: otherRep.memberId, share: "0.3" },
    { memberId: rep.memberId, share: "0.7" },
  ]);
  await givenConfirmedSale(company, { rep: otherSeller, customer: ofSeller, amountFen: 120 * wan });
  await givenConfirmedSale(company, { rep: colleague, customer: ofColleague, amountFen: 120 * wan });
  await company.workAll();
  const sale = await givenConfirmedSale(company, { rep, customer, amountFen: 10 * wan + 1 });
  await company.workAll();
  expect(await creditsOfSale(sale)).toEqual([
    [rep.memberId, team.unitId, 7 * wan + 1],
    [otherRep.memberId, other.unitId, 3 * wan],
  ]);
  expect([await teamDone(team.unitId), await teamDone(other.unitId)]).toEqual([127 * wan + 1, 123 * wan]);
  const increments = await incrementsOf(sale);
  expect(increments.map(({ memberId, teamId, creditFen }) => [memberId, teamId, creditFen])).toEqual([
    [rep.memberId, team.unitId, 7 * wan + 1],
    [otherRep.memberId, other.unitId, 3 * wan],
  ]);
  expect(increments.every(({ ownFen }) => ownFen > 0)).toBe(true);
  expect(JSON.stringify(company.app.wecom.member(otherRep.memberId).messages)).toContain("3万 / 10万");
});

it("tells a leader how far the own team came, whatever it has recorded since for clients of another", async () => {
  await owned(customer.customerId, [{ memberId: otherRep.memberId, share: "1" }]);
  const first = await givenConfirmedSale(company, { rep: colleague, customer: ofColleague, amountFen: 10 * wan });
  const later = await givenConfirmedSale(company, { rep, customer, amountFen: 50 * wan });
  expect([await unitSalesOn(team.unitId, "2026-03-26"), await unitSalesOn(other.unitId, "2026-03-26")]).toEqual([
    { amountFen: 10 * wan, count: 1 },
    { amountFen: 50 * wan, count: 1 },
  ]);
  const before = new Date(new Date(first.confirmedAt ?? "").getTime() - 1);
  const after = (unitId: string, instant: Date) => unitSalesAfterFen(unitId, "2026-03", instant);
  expect([await after(team.unitId, before), await after(other.unitId, before)]).toEqual([10 * wan, 50 * wan]);
  expect(await after(other.unitId, new Date(later.confirmedAt ?? ""))).toBe(0);
});

it("stands on the visits of those whom it credits, before and after it is confirmed", async () => {
  await givenConsent(company, serving);
  await givenConsent(company, byTiers);
  await givenVisit(company, { rep: serving, customer: shared });
  const visit = await givenVisit(company, { rep: byTiers, customer: shared });
  const sale = await givenSale(company, { rep: serving, customer: shared, amountFen: 10 * wan });
  const behind = async () =>
    (await company.as(manager).call("sales.read", { saleId: sale.saleId })).footsteps.map(({ visitId }) => visitId);
  expect(await behind()).toEqual([visit.visitId]);
  const looked = await stored("auditEntries", { action: "checkIn.read" });
  expect(looked).toMatchObject([{ subject: `member:${byTiers.memberId}`, detail: { visitIds: [visit.visitId] } }]);
  await confirm(company, sale, manager);
  expect(await behind()).toEqual([visit.visitId]);
  const [fact] = await stored("facts", { kind: "sale" });
  expect(fact?.fact).toMatchObject({ visitIds: [visit.visitId] });
});

it("notes whose visits somebody sees behind a line of pay, where the client is shared", async () => {
  await owned(shared.customerId, [
    { memberId: serving.memberId, share: "0.5" },
    { memberId: byTiers.memberId, share: "0.5" },
  ]);
  await givenConsent(company, serving);
  await givenConsent(company, byTiers);
  const own = await givenVisit(company, { rep: serving, customer: shared });
  const others = await givenVisit(company, { rep: byTiers, customer: shared });
  await givenConfirmedSale(company, { rep: serving, customer: shared, amountFen: 10 * wan });
  const as = company.as(serving);
  const lineId = (await company.statement(serving)).lines[0]?.lineId ?? "";
  for (const _look of ["made", "kept"]) {
    const { sales } = await as.call("statements.line", { period: "2026-03", lineId });
    const seen = sales.flatMap(({ footsteps }) => footsteps.map(({ visitId }) => visitId));
    expect(seen.sort()).toEqual([own.visitId, others.visitId].sort());
    // Another look, and no refresh of a page that stays open.
    company.app.clock.advance({ minutes: 30 });
  }
  const look = {
    subject: `member:${byTiers.memberId}`,
    detail: { period: "2026-03", lineId, visitIds: [others.visitId] },
  };
  expect(await stored("auditEntries", { action: "checkIn.read" })).toMatchObject([look, look]);
});

it("counts for the team and pays nobody where the client had no owner that day", async () => {
  await owned(customer.customerId, []);
  const sale = await givenConfirmedSale(company, { rep, customer, amountFen: 10 * wan });
  await company.workAll();
  expect(await creditsOfSale(sale)).toEqual([[`house:${team.unitId}`, team.unitId, 10 * wan]]);
  expect(await teamDone(team.unitId)).toBe(10 * wan);
  expect(await payOf(rep)).toBe(0);
  expect(await stored("statements", { memberId: `house:${team.unitId}` })).toEqual([]);
  const { members } = await company.as(manager).call("teams.read", { unitId: team.unitId, period: "2026-03" });
  expect(members).toContainEqual({
    memberId: `house:${team.unitId}`,
    name: "公司户",
    doneFen: 10 * wan,
    targetFen: null,
  });
  expect(members?.reduce((sum, one) => sum + one.doneFen, 0)).toBe(10 * wan);
  expect(company.toldTo(rep).join()).toContain("计入公司户");
});

it("gives the part of an owner who had left to the house", async () => {
  await owned(customer.customerId, [
    { memberId: leaver.memberId, share: "0.4" },
    { memberId: rep.memberId, share: "0.6" },
  ]);
  company.app.wecom.removeMember(leaver.memberId);
  await syncDirectory(company.app.deps);
  const before = await givenConfirmedSale(company, { rep, customer, amountFen: 10 * wan, signedOn: "2026-03-26" });
  company.app.clock.set("2026-03-27T09:00:00+08:00");
  const after = await givenConfirmedSale(company, { rep, customer, amountFen: 10 * wan, signedOn: "2026-03-27" });
  expect(await creditsOfSale(before)).toEqual([
    [rep.memberId, team.unitId, 6 * wan],
    [leaver.memberId, other.unitId, 4 * wan],
  ]);
  expect(await creditsOfSale(after)).toEqual([
    [`house:${team.unitId}`, team.unitId, 4 * wan],
    [rep.memberId, team.unitId, 6 * wan],
  ]);
});

it("stays with the owner of the day it was signed when another owns the client the next morning", async () => {
  const sale = await givenSale(company, { rep, customer, amountFen: 10 * wan });
  await owned(customer.customerId, [
    { memberId: rep.memberId, share: "1", to: "2026-03-26" },
    { memberId: byTiers.memberId, share: "1", from: "2026-03-27" },
  ]);
  company.app.clock.set("2026-03-27T09:00:00+08:00");
  await confirm(company, sale, manager);
  expect(await creditsOfSale(sale)).toEqual([[rep.memberId, team.unitId, 10 * wan]]);
});

it("is refused without a trace while the shares of its day do not add up", async () => {
  await owned(customer.customerId, [
    { memberId: rep.memberId, share: "0.5" },
    { memberId: byTiers.memberId, share: "0.499" },
  ]);
  const sale = await givenSale(company, { rep, customer, amountFen: 10 * wan });
  await company.app.tokenOf(manager.memberId);
  const before = await storedCounts();
  await expect(confirm(company, sale, manager)).rejects.toMatchObject({ status: 409, code: "customer.sharesWrong" });
  expect(await storedCounts()).toEqual(before);
});

it("confirms sales of the same two people in opposite order at once, each once, also when sent twice", async () => {
  const halves = (...ids: string[]) => ids.map((memberId) => ({ memberId, share: "0.5" }));
  await owned(customer.customerId, halves(rep.memberId, byTiers.memberId));
  await owned(shared.customerId, halves(byTiers.memberId, rep.memberId));
  const sales = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      n % 2 === 0
        ? givenSale(company, { rep, customer, amountFen: 10 * wan + n })
        : givenSale(company, { rep: byTiers, customer: shared, amountFen: 10 * wan + n }),
    ),
  );
  const bodies = sales.map((sale) => ({ sale, body: { commandId: company.newId(), revision: sale.revision } }));
  const answers = await Promise.all(
    [...bodies, ...[...bodies].reverse()].map(({ sale, body }) =>
      company.as(manager).call("sales.confirm", { saleId: sale.saleId }, body),
    ),
  );
  const [first, again] = [answers.slice(0, 6), answers.slice(6).reverse()];
  expect(again).toEqual(first);
  const doneFen = async (memberId: string) => (await company.as(memberId).call("today.read")).mine?.doneFen ?? 0;
  expect((await doneFen(rep.memberId)) + (await doneFen(byTiers.memberId))).toBe(
    sales.reduce((sum, one) => sum + one.amountFen, 0),
  );
});

describe("what a sale brings", () => {
  it("is its own part, and apart from it what it lifts elsewhere by reaching a higher rate", async () => {
    await givenConfirmedSale(company, { rep: byTiers, customer: shared, amountFen: 19 * wan });
    const before = await payOf(byTiers);
    const sale = await givenConfirmedSale(company, { rep: byTiers, customer: shared, amountFen: 2 * wan });
    const [increment, ...more] = await incrementsOf(sale);
    expect(more).toEqual([]);
    const { ownFen = 0, othersFen = 0, others = [], zeroReason } = increment ?? {};
    expect(ownFen + othersFen).toBe((await payOf(byTiers)) - before);
    expect(ownFen).toBe(40_000);
    expect(othersFen).toBe(95_000);
    expect(others.reduce((sum, { fen }) => sum + fen, 0)).toBe(othersFen);
    expect(zeroReason).toBeNull();
  });

  it("is 0.00 for an order of 0.01 that lifts the month, told with what that was rounded from", async () => {
    await givenConfirmedSale(company, { rep: byTiers, customer: shared, amountFen: 20 * wan });
    const before = await payOf(byTiers);
    const sale = await givenConfirmedSale(company, { rep: byTiers, customer: shared, amountFen: 1 });
    const [increment] = await incrementsOf(sale);
    expect(increment).toMatchObject({ ownFen: 0, zeroReason: { kind: "line" } });
    expect(increment?.othersFen).toBe((await payOf(byTiers)) - before);
    expect(increment?.othersFen).toBeGreaterThan(0);
    await company.workAll();
    expect(company.toldTo(byTiers)).toContain(
      "恭喜你完成0.01元订单,继续加油!客户 3月26日 签单 0.01 元，算下来是 0.0002 元，取整到分是 0.00 元。",
    );
  });
});

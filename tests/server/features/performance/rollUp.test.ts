import { manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import { canonicalJson, evaluate } from "@shared/domain/pay";
import { syncDirectory } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  type Customer,
  departmentIdOf,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
  visitBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const { manager } = team;
  const [rep, colleague] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const other = await givenTeam(company, { reps: [{}, {}, {}] });
  const [otherRep, seller, third] = other.reps;
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  await givenPlan(company, { ...tutorialTiers, scope: { members: [colleague.memberId] } });
  await givenTargets(company, [
    [rep, 66_666_667],
    [otherRep, 30_000_000],
    [seller, 40_000_000],
    [third, 30_000_000],
  ]);
  const [ofColleague, ofOtherRep, ofSeller, ofThird] = [
    await givenCustomer(company, { owner: colleague }),
    await givenCustomer(company, { owner: otherRep }),
    await givenCustomer(company, { owner: seller }),
    await givenCustomer(company, { owner: third }),
  ];
  return {
    team,
    other,
    manager,
    rep,
    colleague,
    otherRep,
    seller,
    third,
    customer,
    ofColleague,
    ofOtherRep,
    ofSeller,
    ofThird,
  };
});

let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let colleague: Person;
let otherRep: Person;
let seller: Person;
let third: Person;
let customer: Customer;
let ofColleague: Customer;
let ofOtherRep: Customer;
let ofSeller: Customer;
let ofThird: Customer;
beforeEach(async () => {
  ({
    company,
    team,
    other,
    manager,
    rep,
    colleague,
    otherRep,
    seller,
    third,
    customer,
    ofColleague,
    ofOtherRep,
    ofSeller,
    ofThird,
  } = await start());
});

const doneOf = async (person: Person, unitId: string) =>
  (await company.as(person).call("teams.read", { unitId, period: "2026-03" })).team.doneFen;

it("moves team, branch and company by the sum of what their members sold", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000 });
  await givenConfirmedSale(company, { rep: otherRep, customer: ofOtherRep, amountFen: 7_000_000 });
  await company.workAll();
  expect(await doneOf(rep, team.unitId)).toBe(15_000_000);
  expect(await doneOf(company.finance, other.unitId)).toBe(7_000_000);
  expect(await doneOf(company.finance, branchUnitId)).toBe(22_000_000);
  expect(await doneOf(company.finance, companyUnitId)).toBe(22_000_000);
});

it("shows members to the unit's leaders only", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  await company.workAll();
  const asLeader = await company.as(manager).call("teams.read", { unitId: team.unitId, period: "2026-03" });
  expect(asLeader.members).toContainEqual({
    memberId: rep.memberId,
    name: rep.name,
    doneFen: 10_000_000,
    targetFen: 66_666_667,
  });
  const asMember = await company.as(colleague).call("teams.read", { unitId: team.unitId, period: "2026-03" });
  expect(asMember.members).toBeNull();
});

it("shows strangers nothing of a unit", async () => {
  for (const unitId of [team.unitId, companyUnitId, "u99"]) {
    const call = company.as(otherRep).call("teams.read", { unitId, period: "2026-03" });
    await expect(call).rejects.toMatchObject({ status: 403, code: "right.missing" });
  }
});

it("prices team-mates again when the team's factor moves", async () => {
  await givenConfirmedSale(company, { rep: otherRep, customer: ofOtherRep, amountFen: 30_000_000 });
  await company.workAll();
  const before = await company.statement(otherRep);
  expect(before.lines.every((line) => line.amountFen === 0)).toBe(true);

  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 170_000_000 });
  await company.workAll();
  const after = await company.statement(otherRep);
  expect(after.lines.reduce((sum, line) => sum + line.amountFen, 0)).toBeGreaterThan(0);
  expect(after.revision).toBeGreaterThan(before.revision);
});

it("stores exactly what a full recomputation gives", async () => {
  await givenConfirmedSale(company, { rep: otherRep, customer: ofOtherRep, amountFen: 30_000_000 });
  await givenConfirmedSale(company, { rep: third, customer: ofThird, amountFen: 45_000_000 });
  await givenConfirmedSale(company, { rep: colleague, customer: ofColleague, amountFen: 20_000_001 });
  await company.workAll();
  for (const memberId of [otherRep.memberId, third.memberId, seller.memberId, colleague.memberId]) {
    const month = await readMonthState(memberId, "2026-03");
    const full = evaluate(month.assignments, month.book);
    if (month.stored === null) expect(month.book.facts).toEqual([]);
    else expect(canonicalJson(month.stored)).toBe(canonicalJson(full));
  }
});

describe("when the company's tree changes", () => {
  const sync = () => syncDirectory(company.app.deps);
  const moveDepartment = (id: number, parentId: number) => {
    const leaders = [departmentIdOf(team.unitId), 9].includes(id) ? [manager.memberId] : [];
    company.app.wecom.putDepartment({ id, name: `部门${id}`, parentId, leaders });
  };

  it("keeps the pay and the sums of a team that is moved to another branch", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    await company.workAll();
    moveDepartment(9, 1);
    moveDepartment(departmentIdOf(team.unitId), 9);
    await sync();
    await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000 });
    await company.workAll();
    expect(await doneOf(company.finance, "u9")).toBe(15_000_000);
    expect(await doneOf(company.finance, branchUnitId)).toBe(0);
    expect(await doneOf(company.finance, companyUnitId)).toBe(15_000_000);
    expect((await company.statement(rep)).lines.filter((line) => line.kind === "提成")).toHaveLength(2);
  });

  it("pays the people of a team that was moved by the plan there, before anybody sells", async () => {
    moveDepartment(9, 1);
    moveDepartment(10, 9);
    company.app.wecom.putMember({ userid: rep.memberId, department: [10] });
    await sync();
    company.app.clock.set("2026-03-27T09:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000, signedOn: "2026-03-27" });
    await company.workAll();
    expect((await readMonthState(rep.memberId, "2026-03")).stored?.totals.amountFen).toBe(0);
    moveDepartment(10, departmentIdOf(team.unitId));
    await sync();
    await company.workAll();
    expect([await doneOf(company.finance, "u9"), await doneOf(company.finance, team.unitId)]).toEqual([0, 10_000_000]);
    const { stored, assignments, book } = await readMonthState(rep.memberId, "2026-03");
    expect(canonicalJson(stored)).toBe(canonicalJson(evaluate(assignments, book)));
    company.app.clock.set("2026-03-28T09:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000, signedOn: "2026-03-28" });
    expect((await readMonthState(rep.memberId, "2026-03")).stored?.totals.amountFen).toBeGreaterThan(0);
  });

  it("pays what was sold before a team was moved by the plan of its day", async () => {
    moveDepartment(9, 1);
    moveDepartment(10, departmentIdOf(team.unitId));
    company.app.wecom.putMember({ userid: rep.memberId, department: [10] });
    await sync();
    company.app.clock.set("2026-03-27T09:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000, signedOn: "2026-03-27" });
    await company.workAll();
    const paid = async () => (await readMonthState(rep.memberId, "2026-03")).stored?.totals.amountFen;
    const before = await paid();
    moveDepartment(10, 9);
    await sync();
    company.app.clock.set("2026-03-28T09:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000, signedOn: "2026-03-28" });
    await company.workAll();
    expect([before, await paid()]).toEqual([200_000, 200_000]);
    expect([await doneOf(company.finance, team.unitId), await doneOf(company.finance, "u9")]).toEqual([0, 15_000_000]);
  });

  it("leaves what was sold in a month that is over where it counted then, when something late comes in for it", async () => {
    await givenConsent(company, rep);
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    company.app.clock.set("2026-03-31T19:30:00+08:00");
    const { checkInId } = await givenCheckIn(company, { rep, customer });
    company.app.clock.set("2026-04-01T10:00:00+08:00");
    moveDepartment(9, 1);
    moveDepartment(departmentIdOf(team.unitId), 9);
    await sync();
    await company.as(rep).call("visits.record", undefined, visitBody(company, { checkInId }));
    await company.workAll();
    expect([await doneOf(company.finance, branchUnitId), await doneOf(company.finance, "u9")]).toEqual([10_000_000, 0]);
  });

  it("counts what members of a team below a team sold", async () => {
    moveDepartment(10, departmentIdOf(team.unitId));
    company.app.wecom.putMember({ userid: rep.memberId, department: [10] });
    await sync();
    company.app.clock.set("2026-03-27T09:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000, signedOn: "2026-03-27" });
    await givenConfirmedSale(company, {
      rep: colleague,
      customer: ofColleague,
      amountFen: 3_000_000,
      signedOn: "2026-03-27",
    });
    await company.workAll();
    expect(await doneOf(company.finance, "u10")).toBe(10_000_000);
    expect(await doneOf(company.finance, team.unitId)).toBe(13_000_000);
    expect(await doneOf(company.finance, companyUnitId)).toBe(13_000_000);
  });

  it("prices a leaver again when the factor of the days that were worked moves", async () => {
    await givenConfirmedSale(company, {
      rep: otherRep,
      customer: ofOtherRep,
      amountFen: 30_000_000,
      signedOn: "2026-03-20",
    });
    await company.workAll();
    company.app.wecom.removeMember(otherRep.memberId);
    await sync();
    await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 170_000_000 });
    await company.workAll();
    const month = await readMonthState(otherRep.memberId, "2026-03");
    expect(month.stored?.totals.amountFen).toBeGreaterThan(0);
    expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
  });
});

import { pharmaCompany, pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { unitId, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const hospitals = [await givenCustomer(company, { owner: rep }), await givenCustomer(company, { owner: rep })];
  return { unitId, rep, colleague, hospitals };
});

let company: Company;
let unitId: string;
let rep: Person;
let colleague: Person;
let hospitals: Customer[];
const begin = async (plan: typeof pharmaCompany) => {
  const given = await start();
  ({ company, unitId, rep, colleague, hospitals } = given);
  await givenPlan(company, { ...plan, scope: { orgUnits: [unitId] } });
  await givenConsent(company, rep);
};
const hospital = (n: number): Customer => {
  const one = hospitals[n];
  if (!one) throw new Error(`no hospital ${n}`);
  return one;
};
const earnedBy = (visitId: string, who = rep) => company.as(who).call("statements.ofVisit", { visitId });

describe("a visit that is paid for by itself", () => {
  beforeEach(() => begin(pharmaCompanyPerVisit));

  it("says what it has brought, and where that stands", async () => {
    const { visitId } = await givenVisit(company, { rep, customer: hospital(0) });
    const { period, lines } = await earnedBy(visitId);
    expect(period).toBe("2026-03");
    expect(lines).toMatchObject([{ name: "外勤补贴", ofVisitFen: 5_000, status: "earned" }]);
  });

  it("is the footstep of its line", async () => {
    const { visitId } = await givenVisit(company, { rep, customer: hospital(0) });
    await givenVisit(company, { rep, customer: hospital(1) });
    const { lines } = await earnedBy(visitId);
    const line = await company.as(rep).call("statements.line", { period: "2026-03", lineId: lines[0]?.lineId ?? "" });
    expect(line.visits).toMatchObject([{ visitId, allocatedFen: 5_000 }]);
    expect(line.sales).toEqual([]);
  });

  it("brings nothing where it does not count", async () => {
    await givenVisit(company, { rep, customer: hospital(0) });
    const second = await givenVisit(company, { rep, customer: hospital(0) });
    expect(second.effective).toBe(false);
    expect((await earnedBy(second.visitId)).lines).toEqual([]);
  });

  it("is nobody else's to ask about", async () => {
    const { visitId } = await givenVisit(company, { rep, customer: hospital(0) });
    await expect(earnedBy(visitId, colleague)).rejects.toMatchObject({ code: "visit.unknown" });
  });
});

describe("a visit under an allowance that waits for the month's target", () => {
  beforeEach(() => begin(pharmaCompany));

  it("says why it has brought nothing so far", async () => {
    const { visitId } = await givenVisit(company, { rep, customer: hospital(0) });
    const { lines } = await earnedBy(visitId);
    const allowance = lines.find(({ name }) => name === "外勤补贴");
    expect(allowance).toMatchObject({ ofVisitFen: 0, amountFen: 0 });
    expect(allowance?.sentence).not.toBe("");
  });
});

it("asks nothing of a check-in without a record", async () => {
  await begin(pharmaCompanyPerVisit);
  const { checkInId } = await givenCheckIn(company, { rep, customer: hospital(0) });
  await expect(earnedBy(checkInId)).rejects.toMatchObject({ code: "visit.unknown" });
});

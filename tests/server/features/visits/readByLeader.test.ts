import { randomUUID } from "node:crypto";
import {
  type Company,
  type Customer,
  givenConsent,
  givenConfirmedSale,
  givenCustomer,
  givenSale,
  givenTeam,
  givenVisit,
  move,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{ name: "小王" }, {}] });
  const other = await givenTeam(company);
  const [rep, colleague] = team.reps;
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
  return { team, other, rep, colleague, customer };
});

let company: Company;
let team: Team;
let other: Team;
let rep: Person;
let colleague: Person;
let customer: Customer;
let visitId: string;
beforeEach(async () => {
  ({ company, team, other, rep, colleague, customer } = await start());
  await givenConsent(company, rep);
  ({ visitId } = await givenVisit(company, { rep, customer }));
});

const read = (by: Person) => company.as(by).call("visits.read", { visitId });
const looks = async () => (await company.as(rep).call("privacy.looked", {})).items;

it("a leader reads a visit of one of the team as its rep reads it, and whose it is", async () => {
  const { visit } = await read(rep);
  expect(await read(team.manager)).toMatchObject({
    visit,
    rep: { memberId: rep.memberId, name: "小王", mayReview: true },
  });
});

it("an own visit is nobody else's", async () => {
  expect((await read(rep)).rep).toBeUndefined();
});

it("谁看过我 tells the rep who has opened which visit", async () => {
  await read(team.manager);
  expect(await looks()).toMatchObject([
    { byName: "陈浩", what: "checkIn.read", visits: [{ customerName: "海岳机械" }] },
  ]);
});

it("one who may not read a visit hears what is said of one that is not there", async () => {
  for (const by of [other.manager, colleague])
    for (const id of [visitId, `${rep.memberId}:none`])
      await expect(company.as(by).call("visits.read", { visitId: id })).rejects.toMatchObject({
        code: "visit.unknown",
      });
  expect(await looks()).toEqual([]);
});

it("a visit stays with the leader of its day when the rep moves to another team", async () => {
  await move(company, rep, other);
  expect((await read(team.manager)).visit.visitId).toBe(visitId);
  await expect(read(other.manager)).rejects.toMatchObject({ code: "visit.unknown" });
});

describe("the deputy of a leader who is away", () => {
  const isAway = async () => {
    const absence = { from: "2026-03-26", to: "2026-03-27", deputyId: other.manager.memberId };
    const body = { commandId: randomUUID(), revision: 0, absence };
    await company.as(team.manager).call("absences.set", undefined, body);
  };

  it("opens a visit of the team as the leader does, which is noted", async () => {
    await isAway();
    expect((await read(other.manager)).rep).toMatchObject({ memberId: rep.memberId, mayReview: true });
    expect(await looks()).toHaveLength(1);
  });

  it("is told that a visit behind a sale can be opened", async () => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
    await isAway();
    const { footsteps } = await company.as(other.manager).call("sales.read", { saleId });
    expect(footsteps).toMatchObject([{ visitId, mayOpen: true }]);
  });

  it("opens none once the leader is back", async () => {
    await isAway();
    company.app.clock.advance({ days: 2 });
    await expect(read(other.manager)).rejects.toMatchObject({ code: "visit.unknown" });
  });

  it("opens none that is the leader's own", async () => {
    await givenConsent(company, team.manager);
    const own = await givenCustomer(company, { owner: team.manager });
    const visit = await givenVisit(company, { rep: team.manager, customer: own });
    await isAway();
    await expect(company.as(other.manager).call("visits.read", { visitId: visit.visitId })).rejects.toMatchObject({
      code: "visit.unknown",
    });
  });
});

it("a sale says which of the visits behind it its leader may open", async () => {
  const { saleId } = await givenConfirmedSale(company, { rep, customer });
  const { footsteps } = await company.as(team.manager).call("sales.read", { saleId });
  expect(footsteps).toMatchObject([{ visitId, mayOpen: true }]);
});

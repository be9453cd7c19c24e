import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { verify } from "@shared/domain/pay";
import { internetCompany, manufacturingGroup } from "@shared/domain/pay/plans";
import {
  type Company,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const otherTeam = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = team.reps;
  const [partner, stranger] = otherTeam.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [otherTeam.unitId] } });
  // A plan for two people, which each of them receives with every amount.
  await givenPlan(company, {
    ...internetCompany,
    code: "for-two",
    scope: { members: [partner.memberId, rep.memberId] },
    needs: [{ who: partner.memberId, atLeast: "5000元" }],
  });
  await givenTargets(company, [
    [rep, 60_000_000],
    [colleague, 25_000_000],
    [partner, 30_000_000],
    [stranger, 20_000_000],
  ]);
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
  for (const owner of [colleague, partner, stranger]) await givenCustomer(company, { owner });
  return { team, rep, customer };
});

let company: Company;
let team: Team;
let rep: Person;
let saleId: string;
let visitId: string;

beforeAll(async () => {
  const given = await start();
  ({ company, team, rep } = given);
  const { customer } = given;
  await givenConsent(company, rep);
  visitId = (await givenVisit(company, { rep, customer })).visitId;
  saleId = (await givenConfirmedSale(company, { rep, customer })).saleId;
  await company.workAll();
});

const readable = (Object.keys(operations) as OperationId[]).filter(
  (id) => operations[id].method === "GET" && contracts[id].session === "member",
);

/** Where another's id is part of what the reader asks for, and why. */
const needed: Partial<Record<OperationId, string>> = {
  "targets.history": "who set or changed my target is mine to know",
  "targets.list": "who set or changed my target is mine to know",
};

/** HR's and finance's ids are words as well, and ids only where a field says so. */
const patternOf = (userid: string): RegExp =>
  [company.hr, company.finance].some(({ memberId }) => memberId === userid)
    ? new RegExp(`"(?:[a-z]+Id|id|by|authors?)s?":\\[?(?:"[^"]*",)*"${userid}"`, "i")
    : new RegExp(`(?<![a-z])${userid}(?![a-z0-9])`);

it.each(readable.filter((id) => needed[id] === undefined))("%s gives a rep nobody else's id", async (id) => {
  const contract: Contract = contracts[id];
  const [line] = (await company.statement(rep)).lines.filter((one) => one.saleId === saleId);
  const known: Record<string, string> = { saleId, visitId, lineId: line?.lineId ?? "", unitId: team.unitId };
  const params = Object.fromEntries(
    Object.entries(contract.example.params ?? {}).map(([name, value]) => [name, known[name] ?? value]),
  );
  const answer = await company.as(rep).send(id, { ...contract.example, params });
  const text = JSON.stringify(answer.body);
  const others = company.app.wecom.world.members.filter(({ userid }) => userid !== rep.memberId);
  const named = others.filter(({ userid }) => patternOf(userid).test(text)).map(({ userid }) => userid);
  expect(named).toEqual([]);
});

it("computes the receipt under a plan for two people to the fen on the phone", async () => {
  const { receipt } = await company.as(rep).call("statements.receipt", { period: "2026-03" });
  expect(receipt.assignments.map(({ versions }) => versions[0]?.code)).toContain("for-two");
  expect(receipt.statement.totals.earnedFen).toBeGreaterThan(0);
  expect(verify(receipt)).toEqual({ agrees: true, intact: true, differences: [] });
});

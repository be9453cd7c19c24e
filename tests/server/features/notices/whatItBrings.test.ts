import { sumFen } from "@shared/domain/money";
import { internetCompany, manufacturingGroup } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../../server/features/members";
import { approversOf } from "../../../../server/features/approvals";
import { noticeReads, remindLaggingTeams } from "../../../../server/features/notices";
import {
  type Company,
  type Customer,
  confirm,
  departmentIdOf,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";

const wan = 1_000_000;

/** A team on a flat rate, and one that is paid by the results of team and company: its factor is 0 below 80 %. */
const start = prepare(async (company) => {
  const flat = await givenTeam(company, { reps: [{}, {}, {}, {}] });
  const [rep, mover, ...mates] = flat.reps;
  const byResults = await givenTeam(company, { reps: [{}, {}, {}, {}] });
  const [ahead, seller, ...others] = byResults.reps;
  await givenPlan(company, { scope: { orgUnits: [flat.unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [byResults.unitId] } });
  // 100 万 for the team, and 139,666,667 fen for the other.
  await givenTargets(company, [
    [rep, 66_666_667],
    [mover, 33 * wan],
    ...mates.map((one) => [one, 20 * wan] as const),
    [ahead, 30 * wan],
    [seller, 30 * wan],
    ...others.map((one) => [one, 20 * wan] as const),
  ]);
  const ofRep = await givenCustomer(company, { owner: rep });
  const ofMover = await givenCustomer(company, { owner: mover });
  const ofAhead = await givenCustomer(company, { owner: ahead });
  const ofSeller = await givenCustomer(company, { owner: seller });
  return { flat, rep, mover, byResults, ahead, seller, ofRep, ofMover, ofAhead, ofSeller };
});

let company: Company;
let flat: Team;
let byResults: Team;
let rep: Person;
let mover: Person;
let ahead: Person;
let seller: Person;
let ofRep: Customer;
let ofMover: Customer;
let ofAhead: Customer;
let ofSeller: Customer;
async function startAt(now: string): Promise<void> {
  const given = await start({ now });
  ({ company, flat, byResults, rep, mover, ahead, seller, ofRep, ofMover, ofAhead, ofSeller } = given);
}

/** What the statement says once the ticks of team and company have come: what a message has promised. */
const payOf = async (person: Person): Promise<number> => {
  await company.workAll();
  return sumFen((await company.statement(person)).lines.map(({ amountFen }) => amountFen));
};
const yuanIn = (text: string): number => Math.round(Number(text.replace(/,/g, "")) * 100);
/** The value of the newest row of this name that a member was sent. */
const rowOf = ({ memberId }: Person, keyname: string): string => {
  const rows = company.app.wecom
    .member(memberId)
    .messages.flatMap(
      ({ content }) =>
        (content as { horizontal_content_list?: { keyname: string; value: string }[] }).horizontal_content_list ?? [],
    );
  return rows.filter((row) => row.keyname === keyname).at(-1)?.value ?? "";
};
const remind = async (): Promise<void> => {
  const { deps } = company.app;
  await remindLaggingTeams(deps.clock.now(), "run", noticeReads(deps, approversOf), deps);
  await company.workDue();
};

/** A team at 70 % and one of it at 90 %; the company stands where the other team takes it. */
async function lagging(teamOneFen: number): Promise<void> {
  await startAt("2026-03-26T09:21:00+08:00");
  await givenConfirmedSale(company, { rep: ahead, customer: ofAhead, amountFen: 27 * wan });
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 43 * wan });
  await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: teamOneFen });
  await company.workDue();
}

it.each([
  ["the company's factor stays", 125 * wan, 345_600],
  ["the company's factor rises with it", 118 * wan, 345_600],
])("promises to who is ahead what the team's next step then brings: %s", async (_, teamOneFen, worthFen) => {
  await lagging(teamOneFen);
  await remind();
  const row = rowOf(ahead, "你的提成");
  expect(row).toMatch(/^团队到80%，多 [\d,.]+ 元$/);
  const promisedFen = yuanIn(/多 ([\d,.]+) 元/.exec(row)?.[1] ?? "");
  expect(promisedFen).toBe(worthFen);

  const beforeFen = await payOf(ahead);
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 10 * wan - 1 });
  await company.workDue();
  expect(await payOf(ahead)).toBe(beforeFen);
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 1 });
  await company.workDue();
  expect((await payOf(ahead)) - beforeFen).toBe(promisedFen);
});

it("tells the group how far it is to where everybody's factor rises", async () => {
  await lagging(125 * wan);
  await remind();
  const alert = company.app.wecom.robot(byResults.name).sentences.at(-1) ?? "";
  expect(alert).toContain("> 到 80% 还差 10万，人均 2.5万，还有 3 个工作日；达到后全组系数从 0 变为 0.8");
  expect(alert).not.toMatch(new RegExp([ahead, seller].flatMap(({ memberId, name }) => [memberId, name]).join("|")));
});

it("tells the group of its target where no factor depends on it", async () => {
  await startAt("2026-03-26T09:21:00+08:00");
  await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: 69.666667 * wan });
  await company.workDue();
  await remind();
  const alert = company.app.wecom.robot(flat.name).sentences.at(-1) ?? "";
  expect(alert).toContain("> 到目标还差 70万，人均 17.5万，还有 3 个工作日");
});

it("promises to who is near the target what the way there then brings", async () => {
  await startAt("2026-03-26T10:05:00+08:00");
  await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: 56 * wan });
  await company.workDue();
  const row = rowOf(rep, "最划算");
  const [, amount = "", gain = ""] = /^再签 ([\d,.]+) 元 \+([\d,.]+) 元$/.exec(row) ?? [];
  const beforeFen = await payOf(rep);
  await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: yuanIn(amount) });
  expect((await payOf(rep)) - beforeFen).toBe(yuanIn(gain));
  expect(yuanIn(amount)).toBe(66_666_667 - 56 * wan);
});

describe("an order that brings nothing while the team's factor is 0", () => {
  const sentence = ({ memberId }: Person): string =>
    company.app.wecom
      .member(memberId)
      .sentences.filter((text) => text.startsWith("恭喜"))
      .at(-1) ?? "";

  it("promises to count once the team gets there, with the team's figure as it is read", async () => {
    await startAt("2026-03-26T10:05:00+08:00");
    await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: 130 * wan });
    await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 60 * wan });
    await company.workDue();
    await givenConfirmedSale(company, { rep: ahead, customer: ofAhead, amountFen: 19.999 * wan });
    await company.workDue();
    expect(sentence(ahead)).toBe(
      "恭喜你完成199,990元订单,继续加油!目前团队完成率79.99%,系数为0,本单佣金待团队达标后计入。",
    );
  });

  it("promises nothing where the company's factor is 0 as well", async () => {
    await startAt("2026-03-26T10:05:00+08:00");
    await givenConfirmedSale(company, { rep: ahead, customer: ofAhead, amountFen: 5 * wan });
    await company.workDue();
    expect(sentence(ahead)).toBe("恭喜你完成5万元订单,继续加油!目前团队完成率5%,系数为0,本单暂不计佣金。");
  });

  it("does not deny what it pays by having taken the team there itself", async () => {
    await startAt("2026-03-26T10:05:00+08:00");
    await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: 130 * wan });
    await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 76 * wan });
    await company.workDue();
    await givenConfirmedSale(company, { rep: ahead, customer: ofAhead, amountFen: 5 * wan });
    await company.workDue();
    expect(await payOf(ahead)).toBeGreaterThan(0);
    expect(sentence(ahead)).toBe("恭喜你完成5万元订单,佣金已计入本月薪酬,继续加油!");
  });

  it("speaks of the team that somebody who has moved is in now", async () => {
    await startAt("2026-03-26T10:05:00+08:00");
    await givenConfirmedSale(company, { rep: mover, customer: ofMover, amountFen: 5 * wan });
    await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: 130 * wan });
    await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 60 * wan });
    await company.workDue();
    company.app.wecom.putMember({ userid: mover.memberId, department: [departmentIdOf(byResults.unitId)] });
    await syncDirectory(company.app.deps);
    company.app.clock.set("2026-03-27T10:05:00+08:00");
    const sale = await givenSale(company, {
      rep: mover,
      customer: ofMover,
      amountFen: 5 * wan,
      signedOn: "2026-03-27",
    });
    await confirm(company, sale, byResults.manager);
    await company.workDue();
    expect(sentence(mover)).toContain("目前团队完成率65%,系数为0");
  });
});

it("asks somebody who is ahead by what was sold before a move as well", async () => {
  await lagging(60.1 * wan);
  company.app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(byResults.unitId)] });
  await syncDirectory(company.app.deps);
  company.app.clock.set("2026-03-27T09:21:00+08:00");
  await remind();
  expect(company.toldTo(rep).at(-1)).toMatch(/^你的个人进度领先/);
});

it.each([
  ["from 0", 51 * wan],
  ["from 0.8", 61 * wan],
])("counts what the way to the target does to the team: its factor rises %s", async (_, othersFen) => {
  await startAt("2026-03-26T10:05:00+08:00");
  await givenConfirmedSale(company, { rep, customer: ofRep, amountFen: 125 * wan });
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: othersFen });
  await company.workDue();
  await givenConfirmedSale(company, { rep: ahead, customer: ofAhead, amountFen: 25 * wan });
  await company.workDue();
  const [, amount = "", gain = ""] = /^再签 ([\d,.]+) 元 \+([\d,.]+) 元$/.exec(rowOf(ahead, "最划算")) ?? [];
  const beforeFen = await payOf(ahead);
  await givenConfirmedSale(company, { rep: ahead, customer: ofAhead, amountFen: yuanIn(amount) });
  await company.workDue();
  expect((await payOf(ahead)) - beforeFen).toBe(yuanIn(gain));
});

it("speaks of everybody's factor only where everybody has it", async () => {
  await lagging(125 * wan);
  const ofTheirOwn = { ...internetCompany, code: "own-flat", scope: { members: [seller.memberId] } };
  await givenPlan(company, ofTheirOwn);
  await remind();
  const alert = company.app.wecom.robot(byResults.name).sentences.at(-1) ?? "";
  expect(alert).toContain("> 到目标还差 30万，人均 7.5万，还有 3 个工作日");
});

it("does not let a team that is short of an edge read as if it had reached it", async () => {
  await startAt("2026-03-26T09:21:00+08:00");
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 79.9699 * wan });
  await company.workDue();
  expect(company.app.wecom.robot(byResults.name).sentences.at(-1)).toContain('<font color="info">79.97%</font>');
  expect(rowOf(seller, "团队")).toBe("79.97万 / 100万，79.97%");
  expect(rowOf(byResults.manager, "团队进度")).toBe("0% → 79.97%");
});

it("tells of two sales of one night what each did to the team", async () => {
  await startAt("2026-03-26T21:05:00+08:00");
  for (const amountFen of [10 * wan, 20 * wan]) {
    const sale = await givenSale(company, { rep: ahead, customer: ofAhead, amountFen });
    await confirm(company, sale, company.finance);
    company.app.clock.advance({ minutes: 1 });
  }
  company.app.clock.set("2026-03-27T08:01:00+08:00");
  await company.workDue();
  const progress = company.app.wecom.member(byResults.manager.memberId).messages.map(({ content }) => {
    const rows = (content as { horizontal_content_list: { value: string }[] }).horizontal_content_list;
    return rows[0]?.value;
  });
  expect(progress.sort()).toEqual(["0% → 10%", "10% → 30%"]);
});

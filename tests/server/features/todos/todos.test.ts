import { randomUUID } from "node:crypto";
import { CheckInModel } from "../../../../server/features/checkIns/checkInModel";
import { approversOf, remindApprovers } from "../../../../server/features/approvals";
import { lookAtWecom } from "../../../../server/features/setup";
import { noticeReads, remindPlans, remindTargets } from "../../../../server/features/notices";
import {
  checkInBody,
  type Company,
  confirm,
  type Customer,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenPlan,
  givenRep,
  givenCustomer,
  givenSale,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { lookAt, putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { unitId, manager, reps, name } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  await givenConsent(company, rep);
  const customer = await givenCustomer(company, { owner: rep });
  return { unitId, manager, rep, teamName: name, customer, another: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let unitId: string;
let manager: Person;
let rep: Person;
let teamName: string;
let customer: Customer;
let another: Customer;
beforeEach(async () => {
  ({ company, unitId, manager, rep, teamName, customer, another } = await start());
});

/** Without that the company has no plan yet, which waits for its administrator all the time. */
const todosOf = async (person: Person) =>
  (await company.as(person).call("todos.mine")).items.filter(({ kind }) => kind !== "setup");
const kindsOf = async (person: Person) => (await todosOf(person)).map(({ kind }) => kind);
const hours = (count: number) => company.app.clock.advance({ minutes: 60 * count });

it("has nothing for somebody for whom nothing waits", async () => {
  expect(await company.as(rep).call("todos.mine")).toEqual({ items: [], isWhole: true, messagesHeld: null });
});

describe("while WeCom is out of reach", () => {
  const heldOf = async (person: Person) => (await company.as(person).call("todos.mine")).messagesHeld;
  const looks = async (fault: { cut?: "before"; errcode?: number }) => {
    // The first look reads the directory.
    await lookAtWecom(company.app.deps);
    company.app.passRealTime({ seconds: 30 });
    company.app.wecom.failNext({ path: "department/get", times: 10, ...fault });
    await lookAtWecom(company.app.deps);
  };

  it("tells leaders and offices that no message goes out, and no rep", async () => {
    await looks({ cut: "before" });
    const held = await heldOf(manager);
    expect(held).toMatchObject({ follow: true });
    expect(await Promise.all([company.hr, company.finance, rep].map(heldOf))).toEqual([held, held, null]);
  });

  it("tells that messages are given up where WeCom refuses this server", async () => {
    await looks({ errcode: 60020 });
    expect(await heldOf(manager)).toMatchObject({ follow: false });
  });

  it("says nothing of messages where only the directory is out of sight", async () => {
    await looks({ errcode: 60011 });
    expect(await heldOf(manager)).toBeNull();
  });
});

it("tells of a record at a check-in without a position that it alone does not make it count", async () => {
  await givenCheckIn(company, { rep, customer });
  hours(1);
  await company.as(rep).call("checkIns.create", undefined, checkInBody(company, another, { fix: null }));
  expect((await todosOf(rep)).map(({ kind, isInDoubt }) => [kind, isInDoubt])).toEqual([
    ["record", false],
    ["record", true],
  ]);
});

it("is in the order in which things began to wait, whatever they are", async () => {
  const { saleId, revision } = await givenSale(company, { rep, customer });
  hours(1);
  await givenCheckIn(company, { rep, customer });
  hours(1);
  await company
    .as(manager)
    .call("sales.return", { saleId }, { commandId: randomUUID(), revision, reason: "合同号不对" });
  expect(await kindsOf(rep)).toEqual(["record", "returnedSale"]);
});

describe("a check-in without a record", () => {
  it("waits until the last moment at which the record counts", async () => {
    await givenCheckIn(company, { rep, customer });
    const [todo] = await todosOf(rep);
    company.app.clock.advance({ minutes: 24 * 60 });
    expect(company.app.deps.clock.now().toISOString()).toBe(todo?.until);
    expect(await kindsOf(rep)).toEqual(["record"]);
    company.app.clock.advance({ ms: 1 });
    expect(await kindsOf(rep)).toEqual([]);
  });

  it("waits once, however often one has tapped there that day", async () => {
    await givenCheckIn(company, { rep, customer });
    company.app.clock.advance({ minutes: 5 });
    await givenCheckIn(company, { rep, customer });
    expect(await kindsOf(rep)).toEqual(["record"]);
  });

  it("waits no more once its visit is written down", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    expect(await kindsOf(rep)).not.toContain("record");
  });
});

it("shows what will be too late first, where more waits than is shown", async () => {
  for (let count = 0; count < 51; count += 1) {
    const { saleId, revision } = await givenSale(company, { rep, customer, amountFen: 100 + count });
    const body = { commandId: randomUUID(), revision, reason: "合同号不对" };
    await company.as(manager).call("sales.return", { saleId }, body);
    if (count % 15 === 14) company.app.passRealTime({ seconds: 61 });
  }
  hours(1);
  await givenCheckIn(company, { rep, customer });
  const { items, isWhole } = await company.as(rep).call("todos.mine");
  expect([items.length, isWhole, items.at(-1)?.kind]).toEqual([50, false, "record"]);
});

it("has one row for all pins that wait, however many, and the others beside it", async () => {
  const propose = async ({ customerId, site }: Customer) => {
    const pin = { latDeg: site.pin.latDeg + 0.003, lngDeg: site.pin.lngDeg };
    const body = { commandId: randomUUID(), pin, accuracyM: 15, note: "搬到隔壁楼了" };
    return company.as(rep).call("pins.propose", { customerId, siteId: "s1" }, body);
  };
  await propose(customer);
  const pins = async () => (await todosOf(manager)).filter(({ kind }) => kind === "pin");
  expect(await pins()).toMatchObject([{ byName: rep.name }]);
  await givenSale(company, { rep, customer, amountFen: 100 });
  hours(1);
  await propose(another);
  const gathered = await pins();
  expect(gathered).toMatchObject([{ count: 2, byName: null, text: null }]);
  expect(gathered[0]?.teams).toHaveLength(2);
  expect(await kindsOf(manager)).toEqual(["pin", "sale"]);
  const { items, isWhole } = await company.as(manager).call("todos.approvals");
  expect([items.map(({ kind, count }) => [kind, count]), isWhole]).toEqual([
    [
      ["pin", 2],
      ["sale", undefined],
    ],
    true,
  ]);
});

describe("where more pins wait than are looked through", () => {
  const propose = async () => {
    const pin = { latDeg: customer.site.pin.latDeg + 0.003, lngDeg: customer.site.pin.lngDeg };
    const body = { commandId: randomUUID(), pin, accuracyM: 15, note: "搬到隔壁楼了" };
    await company.as(rep).call("pins.propose", { customerId: customer.customerId, siteId: "s1" }, body);
  };
  /** So many others of her own, on which others decide, since an hour before or after. */
  const crowd = async (hour: "09" | "11") => {
    const [one] = await stored("pinProposals");
    const others = Array.from({ length: 1_000 }, (_, n) => ({
      ...one,
      _id: `pin-crowd-${n}`,
      memberId: manager.memberId,
      sortKey: `2026-03-26T${hour === "09" ? "00" : "23"}:00:00.000Z~${n}`,
    }));
    await putStored("pinProposals", others);
  };

  it("the one that was found is at least one", async () => {
    await propose();
    await crowd("11");
    expect((await todosOf(manager)).filter(({ kind }) => kind === "pin")).toMatchObject([
      { count: 1, isAtLeast: true },
    ]);
  });

  it("nobody is told that nothing waits, where none was found", async () => {
    await propose();
    await crowd("09");
    for (const list of ["todos.mine", "todos.approvals"] as const)
      expect(await company.as(manager).call(list)).toMatchObject({ isWhole: false });
    expect(await todosOf(manager)).toEqual([]);
  });
});

describe("what was to come next", () => {
  const planned = async (at: Customer) => {
    const checkIn = await givenCheckIn(company, { rep, customer: at });
    const nextStep = { text: "演示", on: "2026-03-27" };
    await company.as(rep).call("visits.record", undefined, { ...visitBody(company, checkIn), nextStep });
  };

  it("waits from its day on", async () => {
    await planned(customer);
    expect(await kindsOf(rep)).toEqual([]);
    company.app.clock.advance({ days: 1 });
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", text: "演示", on: "2026-03-27" }]);
  });

  it("waits on its day, though it was said long before", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    const nextStep = { text: "续约", on: "2026-05-06" };
    await company.as(rep).call("visits.record", undefined, { ...visitBody(company, checkIn), nextStep });
    company.app.clock.set("2026-05-06T09:11:00+08:00");
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", text: "续约", on: "2026-05-06" }]);
  });

  it("that was said long before stands at its client, and as overdue at the member's leader, as it waits here", async () => {
    await givenVisit(company, { rep, customer, nextStep: { text: "续约", on: "2026-05-06" } });
    company.app.clock.set("2026-05-08T09:11:00+08:00");
    const clients = (await company.as(rep).call("customers.mine", {})).items;
    const { memberId } = rep;
    const { helps } = await company.as(manager).call("teams.member", { memberId, unitId, period: "2026-05" });
    expect(await kindsOf(rep)).toEqual(["nextStep"]);
    expect(clients.find(({ customerId }) => customerId === customer.customerId)).toMatchObject({
      nextStep: { text: "续约" },
    });
    expect(helps).toContainEqual({ code: "overdueSteps", count: 1, customerNames: [customer.shortName] });
  });

  it("that nobody has done waits beyond the end of the month", async () => {
    company.app.clock.set("2026-01-20T09:11:00+08:00");
    await givenVisit(company, { rep, customer, nextStep: { text: "续约", on: "2026-02-10" } });
    const waits = [];
    for (const at of ["2026-03-31T23:59:00+08:00", "2026-04-01T00:01:00+08:00", "2027-01-20T09:11:00+08:00"]) {
      company.app.clock.set(at);
      waits.push(await kindsOf(rep));
    }
    expect(waits).toEqual([["nextStep"], ["nextStep"], ["nextStep"]]);
  });

  it("waits no more once another visit has followed", async () => {
    await planned(customer);
    company.app.clock.advance({ days: 1 });
    await givenVisit(company, { rep, customer });
    expect(await kindsOf(rep)).toEqual([]);
  });
});

describe("what was to come next, at a client where its rep has been on that day", () => {
  const said = { text: "演示", on: "2026-03-27" };
  beforeEach(async () => {
    await givenVisit(company, { rep, customer, nextStep: said });
    company.app.clock.advance({ days: 1 });
  });

  it("is the record that is still to be written, and nothing else", async () => {
    await givenCheckIn(company, { rep, customer });
    expect(await kindsOf(rep)).toEqual(["record"]);
  });

  it("says that they were there, once the record is too late to count", async () => {
    const { checkInId } = await givenCheckIn(company, { rep, customer });
    hours(25);
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", been: { checkInId, on: "2026-03-27" } }]);
    const { helps } = await company
      .as(manager)
      .call("teams.member", { memberId: rep.memberId, unitId, period: "2026-03" });
    expect(helps.map(({ code }) => code)).not.toContain("overdueSteps");
  });

  it("says so for as long as it waits", async () => {
    const { checkInId } = await givenCheckIn(company, { rep, customer });
    company.app.clock.advance({ days: 70 });
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", been: { checkInId, on: "2026-03-27" } }]);
  });

  it("waits as before where a colleague has been there", async () => {
    const { checkInId: _id } = await givenCheckIn(company, { rep, customer });
    await lookAt(() =>
      CheckInModel.updateOne({ _id }, { $set: { memberId: "colleague", repDay: "colleague:2026-03-27" } }),
    );
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", been: null }]);
  });

  it("waits as before after a check-in that was too far away", async () => {
    await givenCheckIn(company, { rep, customer, northM: 4700 });
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", been: null }]);
  });

  it("waits as before where they have been at another client", async () => {
    await givenCheckIn(company, { rep, customer: another });
    hours(25);
    expect(await todosOf(rep)).toMatchObject([{ kind: "nextStep", been: null }]);
  });
});

describe("what was to come next and is done by phone", () => {
  it("waits no more", async () => {
    const nextStep = { text: "演示", on: "2026-03-26" };
    await givenVisit(company, { rep, customer, nextStep });
    const [todo] = await todosOf(rep);
    const { visitId = "", version = 0 } = todo?.visit ?? {};
    const done = { commandId: company.newId(), version, on: "2026-03-26", done: true };
    await company.as(rep).call("visits.settleNextStep", { visitId }, done);
    expect(await kindsOf(rep)).toEqual([]);
  });
});

describe("a sale that was submitted", () => {
  it("waits for the leader of its team", async () => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 100 });
    expect(await todosOf(manager)).toMatchObject([
      { kind: "sale", subjectId: saleId, byName: rep.name, amountFen: 100 },
    ]);
  });

  it("waits for nobody who is not asked, though they may decide on it", async () => {
    await givenSale(company, { rep, customer });
    expect((await company.as(company.finance).call("sales.list", { view: "toDecide" })).items).toHaveLength(1);
    expect(await kindsOf(company.finance)).toEqual([]);
  });

  it("waits for finance behind as many others as there are", async () => {
    for (let count = 0; count < 120; count += 1) {
      await givenSale(company, { rep, customer, amountFen: 100 + count });
      if (count % 20 === 0) company.app.passRealTime({ seconds: 61 });
    }
    const own = await givenCustomer(company, { owner: manager });
    const { saleId } = await givenSale(company, { rep: manager, customer: own });
    expect(await todosOf(company.finance)).toMatchObject([{ kind: "sale", subjectId: saleId }]);
  });

  it("waits for whoever is asked when the leader sold it", async () => {
    const own = await givenCustomer(company, { owner: manager });
    await givenSale(company, { rep: manager, customer: own });
    await remindApprovers({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
    await company.workAll();
    const asked = company.toldTo(company.finance).filter((sentence) => sentence.includes("等你确认"));
    expect([asked.length, await kindsOf(company.finance), await kindsOf(manager)]).toEqual([1, ["sale"], []]);
  });

  it("waits no more once it is confirmed", async () => {
    await confirm(company, await givenSale(company, { rep, customer }), manager);
    expect(await kindsOf(manager)).toEqual([]);
  });
});

it("has a question about praise until it is answered", async () => {
  const { revision } = (await company.as(rep).call("me.read")).member;
  await company
    .as(rep)
    .call("me.setPublicPraise", undefined, { commandId: randomUUID(), revision, publicPraise: "ask" });
  const { saleId } = await givenConfirmedSale(company, { rep, customer: another });
  const ask = { commandId: randomUUID(), way: "ask" as const, publicPraise: "ask" as const };
  await company.as(manager).call("praise.give", { saleId }, ask);
  expect(await todosOf(rep)).toMatchObject([{ kind: "praise", subjectId: saleId, byName: manager.name }]);
  await company.as(rep).call("praise.answer", { saleId }, { commandId: randomUUID(), agrees: false });
  expect(await kindsOf(rep)).toEqual([]);
});

describe("targets that are missing after the turn of the month", () => {
  const targetOfMarch = () => givenTargets(company, [[rep, 10_000_000]]);

  it("wait for HR, who hears of it on the first morning, once", async () => {
    await targetOfMarch();
    company.app.clock.set("2026-04-01T08:48:00+08:00");
    expect(await todosOf(company.hr)).toMatchObject([{ kind: "targets", about: teamName, teams: [teamName] }]);
    const reads = noticeReads(company.app.deps, approversOf);
    for (const runId of ["run", "again"])
      await remindTargets({ at: company.app.deps.clock.now(), runId }, reads, company.app.deps);
    await company.workAll();
    expect(
      company.toldTo(company.hr).filter((sentence) => sentence.includes(`${teamName} 的4月目标还没发布`)),
    ).toHaveLength(1);
  });

  const remindOn = async (day: string) => {
    company.app.clock.set(`${day}T08:48:00+08:00`);
    const reads = noticeReads(company.app.deps, approversOf);
    await remindTargets({ at: company.app.deps.clock.now(), runId: day }, reads, company.app.deps);
    await company.workAll();
    return company.toldTo(company.hr).filter((sentence) => sentence.includes(`${teamName} 的4月目标还没发布`));
  };

  it("are asked for three working days before the month begins, and anew on its first morning", async () => {
    await targetOfMarch();
    const told = [];
    for (const day of ["03-26", "03-27", "03-30", "03-31", "04-01"]) told.push((await remindOn(`2026-${day}`)).length);
    expect(told).toEqual([0, 1, 2, 2, 3]);
    const [first, , last] = await remindOn("2026-04-01");
    expect(first).toBe(
      `${teamName} 的4月目标还没发布。请在 4月1日前发布，不然从那天起这些团队的人看不到进度，按完成率算的部分先记 0。`,
    );
    expect(last).toBe(`${teamName} 的4月目标还没发布，这些团队的人看不到进度，按完成率算的部分先记 0。请发布目标。`);
  });

  it("wait in the last days before the month as well, and no more once they are published", async () => {
    await targetOfMarch();
    company.app.clock.set("2026-03-26T23:00:00+08:00");
    expect(await kindsOf(company.hr)).toEqual([]);
    await remindOn("2026-03-27");
    expect(await todosOf(company.hr)).toMatchObject([
      { kind: "targets", subjectId: "2026-04", on: "2026-04-01", since: "2026-03-26T16:00:00.000Z" },
    ]);
    await givenTargets(company, [[rep, 10_000_000]], { period: "2026-04" });
    expect(await kindsOf(company.hr)).toEqual([]);
    await remindOn("2026-04-01");
    const { items } = await company.as(company.hr).call("notices.list", {});
    expect(items.filter(({ kind }) => kind === "targets_missing").map(({ handled }) => handled)).toEqual([true]);
  });

  it("wait for nobody in a company that sets none", async () => {
    company.app.clock.set("2026-04-01T08:48:00+08:00");
    expect(await kindsOf(company.hr)).toEqual([]);
  });
});

describe("people who sell and are on no plan after the turn of the month", () => {
  const until = (validTo: string) => givenPlan(company, { scope: { orgUnits: [unitId] }, validTo });
  const remindAt = async (at: string) => {
    company.app.clock.set(`${at}:00+08:00`);
    const slot = { at: company.app.deps.clock.now(), runId: at };
    await remindPlans(slot, noticeReads(company.app.deps, approversOf), company.app.deps);
    await company.workAll();
    return company.toldTo(company.hr).filter((sentence) => sentence.includes("没有4月的方案")).length;
  };

  it("wait for HR, who reads how many and who", async () => {
    await until("2026-03-31");
    const newcomer = await givenRep(company, { team: { unitId, name: teamName, manager, reps: [] } });
    expect(await kindsOf(company.hr)).toEqual([]);
    company.app.clock.set("2026-04-01T08:00:00+08:00");
    const names = [rep.name, newcomer.name].sort();
    expect(await todosOf(company.hr)).toMatchObject([
      { kind: "plansMissing", count: 2, teams: names, on: "2026-04-01" },
    ]);
    expect(await kindsOf(company.finance)).toEqual([]);
  });

  it("are told of on the first morning, after a day and after three, and no more", async () => {
    await until("2026-03-31");
    const told = [];
    // From the 4th to the 6th nobody works.
    for (const day of ["01", "01", "02", "03", "04", "07", "20"]) told.push(await remindAt(`2026-04-${day}T08:53`));
    expect(told).toEqual([1, 1, 2, 2, 2, 3, 3]);
    expect(company.toldTo(company.hr).at(-1)).toBe(
      `${rep.name} 没有4月的方案，卖了也先记 0 元。手机上还不能写方案，请和管服务器的同事一起写好、发布。`,
    );
  });

  it("are told of when they come in the middle of the month, whatever was said of others before", async () => {
    await until("2026-03-31");
    for (const day of ["01", "02", "07"]) await remindAt(`2026-04-${day}T08:53`);
    await givenPlan(company, { code: "april", scope: { members: [rep.memberId] }, validFrom: "2026-04-01" });
    const before = await remindAt("2026-04-14T08:53");
    const newcomer = await givenRep(company, { team: { unitId, name: teamName, manager, reps: [] } });
    const told = [];
    for (const day of ["15", "15", "16", "17", "20", "21"]) told.push(await remindAt(`2026-04-${day}T08:53`));
    expect(told.map((count) => count - before)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(company.toldTo(company.hr).at(-1)).toContain(`${newcomer.name} 没有4月的方案`);
  });

  it("wait for nobody once a plan is in force for them", async () => {
    await until("2026-03-31");
    company.app.clock.set("2026-04-01T08:00:00+08:00");
    expect(await kindsOf(company.hr)).toEqual(["plansMissing"]);
    await givenPlan(company, { code: "april", scope: { members: [rep.memberId] }, validFrom: "2026-04-01" });
    expect(await kindsOf(company.hr)).toEqual([]);
    expect(await remindAt("2026-04-02T08:53")).toBe(0);
  });

  it("read in 收入 that there is no plan, and whose it is to make one", async () => {
    await until("2026-03-31");
    expect((await company.statement(rep)).hasPlan).toBe(true);
    company.app.clock.set("2026-04-01T08:00:00+08:00");
    expect(await company.statement(rep)).toMatchObject({ period: "2026-04", hasPlan: false, lines: [] });
    expect((await company.as(rep).call("me.read")).hrNames).toEqual([company.hr.name]);
  });

  it("read on 今日 why what they sell pays nothing", async () => {
    await until("2026-03-31");
    company.app.clock.set("2026-04-01T10:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer });
    const { zero } = await company.as(rep).call("statements.nextStep", { period: "2026-04" });
    expect(zero).toBe("你还没有本月的方案，确认的销售先记 0 元。方案由人事制定，定好后会重新计算");
  });

  it("are those of whom the plan has left somebody out", async () => {
    const other = await givenTeam(company, { reps: [{}] });
    await givenPlan(company, { scope: { orgUnits: [other.unitId] } });
    expect(await todosOf(company.hr)).toMatchObject([{ kind: "plansMissing", count: 1, teams: [rep.name] }]);
  });
});

describe("a plan that was sent back", () => {
  it("waits for its author behind as many other drafts as there are", async () => {
    await givenPlan(company, { scope: { orgUnits: [unitId] } });
    const [published] = await stored("plans");
    const by = { kind: "member", id: company.hr.memberId };
    const at = new Date("2026-03-26T01:00:00Z");
    const draft = (code: string, action: "draft" | "sendBack") => ({
      ...published,
      _id: `${code}@1`,
      state: "draft",
      plan: { ...(published?.plan as object), code, version: 1 },
      steps: [
        { action: "draft", by, at, reason: null },
        { action, by, at, reason: action === "sendBack" ? "比例写高了" : null },
      ],
    });
    const others = Array.from({ length: 120 }, (_, index) => draft(`a${index}`, "draft"));
    await putStored("plans", [...others, draft("z", "sendBack")] as never);
    expect(await todosOf(company.hr)).toMatchObject([{ kind: "sentBackPlan", subjectId: "z@1" }]);
  });
});

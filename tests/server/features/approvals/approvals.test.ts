import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { inTransaction } from "../../../../server/db";
import { remindApprovers } from "../../../../server/features/approvals";
import { NoticeModel } from "../../../../server/features/notices/noticeModel";
import { messagesSayWhatIsNext } from "../../../../server/migrations/0021-messages-say-what-is-next";
import { lookAt } from "../../../support/testDatabase";
import {
  type Company,
  companyUnitId,
  departmentIdOf,
  givenCustomer,
  givenSale,
  givenTeam,
  move,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { syncDirectory } from "../../../../server/features/members";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ name: "小王" }] });
  const customer = await givenCustomer(company, { owner: team.reps[0] });
  return { team, manager: team.manager, rep: team.reps[0], customer };
});

let company: Company;
let team: Team;
let manager: Person;
let rep: Person;
let customer: { customerId: string };
beforeEach(async () => {
  ({ company, team, manager, rep, customer } = await start());
});

const sold = () => givenSale(company, { rep, customer, amountFen: 10_000_000 });
const returned = (sale: { saleId: string; revision: number }, reason = "合同号不对") =>
  company
    .as(manager)
    .call("sales.return", { saleId: sale.saleId }, { commandId: randomUUID(), revision: sale.revision, reason });
const withdrawn = (sale: { saleId: string; revision: number }) =>
  company.as(rep).call("sales.withdraw", { saleId: sale.saleId }, { commandId: randomUUID(), revision: sale.revision });

/** As the job does, so many hours after the company's present. */
async function afterHours(hours: number, runId = `run-${hours}`): Promise<void> {
  const { app } = company;
  app.clock.advance({ hours });
  await remindApprovers({ at: app.deps.clock.now(), runId }, app.deps);
  await company.workAll();
}

const ask = "小王提交了10万元的销售单，等你确认。";
const reminder = "小王10万元的销售单3月26日提交，还没有人确认。";
const lastReminder = "小王10万元的销售单3月26日就提交了，一直没有人确认。";

it("a sale of the month's last days is put before its leader with until when it counts there", async () => {
  company.app.clock.set("2026-03-30T09:00:00+08:00");
  await sold();
  await company.workAll();
  const [asked] = (await company.as(manager).call("notices.list", {})).items;
  expect(asked?.rows).toContainEqual({ name: "最迟", value: "3月31日（含）确认才计入本月" });
});

describe("a sale that was submitted", () => {
  it("is put before the leader of its team", async () => {
    await sold();
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([ask]);
    expect(company.toldTo(company.finance)).toEqual([]);
  });

  it("is asked about once, however often it is looked at", async () => {
    await sold();
    await company.workAll();
    await afterHours(1);
    await afterHours(1, "again");
    expect(company.toldTo(manager)).toEqual([ask]);
  });

  it("is asked about at the latest when it is looked at, where its event was lost on the way", async () => {
    await sold();
    await afterHours(1);
    expect(company.toldTo(manager)).toEqual([ask]);
  });

  it("reminds after a day and after three", async () => {
    await sold();
    await company.workAll();
    await afterHours(24);
    await afterHours(1);
    await afterHours(47);
    await afterHours(24);
    expect(company.toldTo(manager)).toEqual([ask, reminder, lastReminder]);
  });

  it("tells the rep after three days for whom it waits", async () => {
    await sold();
    await company.workAll();
    await afterHours(96);
    expect(company.toldTo(rep)).toEqual([`3月26日提交的，还在等${manager.name}。已经又提醒了一次，也可以当面问问。`]);
  });

  it("asks nobody who has decided", async () => {
    const sale = await sold();
    const body = { commandId: randomUUID(), revision: sale.revision };
    await company.as(manager).call("sales.confirm", { saleId: sale.saleId }, body);
    await company.workAll();
    await afterHours(24);
    expect(company.toldTo(manager).filter((told) => told.includes("等"))).toEqual([]);
  });

  it("goes to the next leader where the first has left", async () => {
    const { wecom } = company.app;
    wecom.putDepartment({
      id: departmentIdOf(companyUnitId),
      name: "测试公司",
      parentId: 0,
      leaders: [company.hr.memberId],
    });
    await sold();
    await company.workAll();
    wecom.putDepartment({ id: departmentIdOf(team.unitId), name: team.name, parentId: 2, leaders: [] });
    wecom.removeMember(manager.memberId);
    await syncDirectory(company.app.deps);
    company.app.passRealTime({ seconds: 6 });
    await afterHours(1);
    expect(company.toldTo(company.hr)).toEqual([ask]);
  });

  const loseTeam = async () => {
    company.app.wecom.putDepartment({ id: departmentIdOf(team.unitId), name: team.name, parentId: 2, leaders: [] });
    await syncDirectory(company.app.deps);
    company.app.passRealTime({ seconds: 6 });
  };
  const inboxOf = async (person: Person) => {
    const { items, unreadCount } = await company.as(person).call("notices.list", {});
    return { handled: items.map(({ handled = false }) => handled), unreadCount };
  };

  it("asks no leader who has lost the team over the night in which the question was held", async () => {
    company.app.clock.set("2026-03-26T21:00:00+08:00");
    await sold();
    await company.workAll();
    await loseTeam();
    company.app.passRealTime({ hours: 12 });
    company.app.clock.set("2026-03-27T08:10:00+08:00");
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([]);
  });

  it("is shown as done to whoever was asked once another one decides on it", async () => {
    await sold();
    await company.workAll();
    expect(await inboxOf(manager)).toEqual({ handled: [false], unreadCount: 1 });
    await loseTeam();
    await afterHours(1);
    expect(await inboxOf(manager)).toEqual({ handled: [true], unreadCount: 0 });
    expect(await inboxOf(company.finance)).toEqual({ handled: [false], unreadCount: 1 });
  });

  it("is shown as done, and no longer as unread, once it is decided", async () => {
    const sale = await sold();
    await company.workAll();
    const body = { commandId: randomUUID(), revision: sale.revision };
    await company.as(manager).call("sales.confirm", { saleId: sale.saleId }, body);
    await company.workAll();
    const { items, unreadCount } = await company.as(manager).call("notices.list", {});
    const asked = items.filter(({ kind }) => kind === "approval_ask");
    expect(asked).toMatchObject([{ handled: true, read: true }]);
    expect(unreadCount).toBe(items.length - 1);
  });

  it("goes to finance where its leader has sold it", async () => {
    const own = await givenCustomer(company, { owner: manager });
    await givenSale(company, { rep: manager, customer: own, amountFen: 10_000_000 });
    await company.workAll();
    expect(company.toldTo(company.finance)).toEqual([`${manager.name}提交了10万元的销售单，等你确认。`]);
    expect(company.toldTo(manager)).toEqual([]);
  });
});

describe("a sale that was returned", () => {
  it("tells its rep why it came back, with the name of who sent it", async () => {
    await returned(await sold());
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([`${manager.name}退回了这一单：合同号不对`]);
  });

  it("is asked about anew once it is corrected", async () => {
    const sale = await sold();
    await company.workAll();
    const { sale: back } = await returned(sale);
    const { customerId, signedOn, contractNo } = back;
    const draft = { customerId, signedOn, contractNo, amountFen: 12_000_000 };
    const body = { commandId: randomUUID(), revision: back.revision, ...draft };
    await company.as(rep).call("sales.resubmit", { saleId: sale.saleId }, body);
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([ask, "小王提交了12万元的销售单，等你确认。"]);
  });

  it("is shown as done, with no next step, in its message once it is corrected", async () => {
    const { sale: back } = await returned(await sold());
    await company.workAll();
    const isDone = async () =>
      (await company.as(rep).call("notices.list", {})).items.map(({ handled = false, rows }) => [
        handled,
        ...rows.map(({ value }) => value),
      ]);
    expect(await isDone()).toEqual([[false, "改好再提交，或者撤回"]]);
    const { customerId, signedOn, contractNo } = back;
    const draft = { customerId, signedOn, contractNo, amountFen: 12_000_000 };
    const body = { commandId: randomUUID(), revision: back.revision, ...draft };
    await company.as(rep).call("sales.resubmit", { saleId: back.saleId }, body);
    await company.workAll();
    expect(await isDone()).toEqual([[true]]);
  });

  it("shows no next step in a message of an older version, once that is brought up", async () => {
    const sale = await sold();
    await returned(sale);
    await company.workAll();
    // As it was stored before a row said that it is left to do.
    const kept = { name: "下一步", value: "改好再提交，或者撤回" };
    const ofReturn = { kind: "sale_returned", "shown.rows.name": "下一步" };
    await lookAt(() => NoticeModel.updateOne(ofReturn, { $set: { "shown.rows": [kept], handledAt: new Date(0) } }));
    const rows = async () => (await company.as(rep).call("notices.list", {})).items.map((item) => item.rows);
    expect(await rows()).toEqual([[kept]]);
    await lookAt(() =>
      messagesSayWhatIsNext.up({
        db: mongoose.connection.db!, // connected: the company is in it
        logger: company.app.deps.logger,
        settings: company.app.deps.settings,
        realNow: () => new Date(0),
        writeBatch: inTransaction,
        progress: () => undefined,
      }),
    );
    expect(await rows()).toEqual([[]]);
  });

  it("tells nobody of a return that has been corrected before it was told", async () => {
    const { sale } = await returned(await sold());
    await withdrawn(sale);
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([]);
  });
});

describe("a sale that was withdrawn", () => {
  it("tells those who were asked", async () => {
    const sale = await sold();
    await company.workAll();
    await withdrawn(sale);
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([ask, "小王撤回了10万元的销售单，不用处理了。"]);
  });

  it("tells nobody who was not asked yet", async () => {
    await withdrawn(await sold());
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([]);
  });
});

it("leaves a rep who was moved to the leader of the team in which it was signed", async () => {
  await sold();
  const other = await givenTeam(company);
  await move(company, rep, other);
  await company.workAll();
  expect(company.toldTo(manager)).toEqual([ask]);
  expect(company.toldTo(other.manager)).toEqual([]);
});

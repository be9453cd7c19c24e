import { randomUUID } from "node:crypto";
import { type Company, givenSale, givenTeam, type Person, prepare } from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import { ownersImported } from "../../../../server/features/customers";
import { inTransaction } from "../../../../server/db";
import { emitAll } from "../../../../server/outbox";
import { workBeside } from "../openings/givenOpenings";
import { countsOf, imported, type ImportView, lookedAt, readImport, rowsOf, run, work } from "./given";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{ name: "林泽宇" }] });
  return { rep: reps[0] };
});

let company: Company;
let rep: Person;
beforeEach(async () => {
  ({ company, rep } = await start({
    now: "2026-03-26T09:00:00+08:00",
    settings: { RATE_MEMBER_PER_MINUTE: "100000" },
  }));
});

const table = (...rows: string[]) => ["客户编号,客户名称,级别,负责人,联系电话", ...rows, ""].join("\r\n");
const three = table(
  "K1,云岫坞机电有限公司,A,林泽宇,13900000001",
  "K2,棠梨渡医疗器械有限公司,B,林泽宇,13900000002",
  "K3,竹里馆包装有限公司,B,林泽宇,13900000003",
);
const undoing = ({ importId, revision }: ImportView, commandId = randomUUID()) =>
  company.as(company.hr).send("imports.undo", { params: { importId }, body: { commandId, revision } });
async function undone(one: ImportView): Promise<ImportView> {
  expect((await undoing(one)).status).toBe(202);
  await work(company);
  return readImport(company, one.importId);
}
const names = async () => (await stored("customers", {})).map(({ name }) => String(name)).sort();
const clientOf = async (name: string) => {
  const [one] = await stored("customers", { name });
  return { customerId: String(one?._id), revision: Number(one?.revision) };
};

describe("an import that is undone", () => {
  it("takes its new clients back, with their people and numbers", async () => {
    const done = await imported(company, three);
    expect(done.undoUntil).toBe("2026-04-02");
    const after = await undone(done);
    expect([after.state, countsOf(after), after.undoUntil]).toEqual(["undone", { takenBack: 3 }, null]);
    expect([
      await names(),
      await stored("customerContacts", {}),
      await stored("keys", { _id: "customer:crm:K1" }),
    ]).toEqual([[], [], []]);
    expect(await stored("auditEntries", { action: "customers.takeBack" })).toHaveLength(3);
  });

  it("leaves what somebody has sold to or changed since, and each row says why", async () => {
    const done = await imported(company, three);
    const [sold, changed] = [await clientOf("云岫坞机电有限公司"), await clientOf("棠梨渡医疗器械有限公司")];
    await givenSale(company, { rep, customer: sold });
    await company.as(company.hr).call(
      "customers.edit",
      { customerId: changed.customerId },
      {
        ...{ commandId: randomUUID(), revision: changed.revision, name: "棠梨渡医疗器械有限公司", shortName: "棠梨渡" },
        ...{ industry: null, grade: "A", stage: "初步接触" },
      },
    );
    const after = await undone(done);
    expect(countsOf(after)).toEqual({ created: 2, takenBack: 1 });
    expect((await rowsOf(company, after)).map(({ is, sentence }) => [is, sentence])).toEqual([
      ["created", "没有撤掉：已经有人打卡、跟进或记了销售。"],
      ["created", "没有撤掉：导入以后有人改过。"],
      ["takenBack", null],
    ]);
    expect(await names()).toHaveLength(2);
  });

  it("leaves what somebody has followed up", async () => {
    const done = await imported(company, three);
    const { customerId } = await clientOf("云岫坞机电有限公司");
    const said = { channel: "phone" as const, people: "张主任", record: "电话里约了下周" };
    await company.as(rep).call("followUps.record", undefined, { commandId: randomUUID(), customerId, ...said });
    expect(countsOf(await undone(done))).toEqual({ created: 1, takenBack: 2 });
  });

  it("tells each owner once how many are gone", async () => {
    const done = await imported(company, three);
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    await undone(done);
    company.app.passRealTime({ seconds: 61 });
    await company.workAll();
    company.app.passRealTime({ seconds: 61 });
    await company.workAll();
    const heard = company.toldTo(rep).filter((text) => /撤销了一次客户导入/.test(text));
    expect(heard).toEqual([expect.stringMatching(/归你负责的 3 个客户是那次加进来的/)]);
  });

  it("tells them once however much is undone", async () => {
    const part = { importId: "long", isUndone: true, from: "2026-03-26", byId: company.hr.memberId, byName: "何敏" };
    const people = [{ memberId: rep.memberId, gained: 0, lost: 2 }];
    const dueAt = new Date(company.app.deps.realNow().getTime() - 60_000);
    const events = Array.from({ length: 130 }, (_, n) =>
      ownersImported.of({
        ...{ payload: { ...part, people, at: "2026-03-26T01:00:00.000Z" }, partition: "undo:long" },
        ...{ cause: `long:${n}`, dueAt },
      }),
    );
    await inTransaction((session) => emitAll(events, session, company.app.deps.realNow()));
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([expect.stringMatching(/归你负责的 260 个客户是那次加进来的/)]);
  });

  it("can be brought once more", async () => {
    await undone(await imported(company, three));
    expect(countsOf(await imported(company, three))).toEqual({ created: 3 });
    expect(await names()).toHaveLength(3);
  });

  it("is undone once where the same tap arrives twice", async () => {
    const done = await imported(company, three);
    const commandId = randomUUID();
    const first = await undoing(done, commandId);
    expect((await undoing(done, commandId)).status).toBe(first.status);
    await work(company);
    expect(await stored("auditEntries", { action: "customers.takeBack" })).toHaveLength(3);
  });

  it("leaves a client that is changed in the very moment", async () => {
    const done = await imported(company, three);
    const { customerId } = await clientOf("云岫坞机电有限公司");
    expect((await undoing(done)).status).toBe(202);
    await lookAt(() => CustomerModel.updateOne({ _id: customerId }, { $set: { revision: 2 } }));
    await work(company);
    expect(countsOf(await readImport(company, done.importId))).toEqual({ created: 1, takenBack: 2 });
  });

  it("goes on where it was stopped, once it is undone again", async () => {
    const many = table(...Array.from({ length: 150 }, (_, n) => `M${n},云岫坞第${n}机电有限公司,A,林泽宇,`));
    const done = await imported(company, many);
    expect((await undoing(done)).status).toBe(202);
    const { taskId } = await readImport(company, done.importId);
    await workBeside(company, "imports.undo", () =>
      company.as(company.hr).call("tasks.cancel", { taskId }, { commandId: randomUUID() }),
    );
    const stopped = await readImport(company, done.importId);
    expect([stopped.state, countsOf(stopped)]).toEqual(["done", { created: 50, takenBack: 100 }]);
    const after = await undone(stopped);
    expect([after.state, countsOf(after)]).toEqual(["undone", { takenBack: 150 }]);
    expect(await names()).toEqual([]);
  });

  /** Stopped behind its first two hundred of `rows`. */
  async function stoppedOf(rows: number): Promise<ImportView> {
    const many = table(...Array.from({ length: rows }, (_, n) => `M${n},云岫坞第${n}机电有限公司,A,林泽宇,`));
    const { importId, revision } = await lookedAt(company, many);
    await company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision });
    const { taskId } = await readImport(company, importId);
    await workBeside(company, "imports.run", () =>
      company.as(company.hr).call("tasks.cancel", { taskId }, { commandId: randomUUID() }),
    );
    expect(await names()).toHaveLength(200);
    return readImport(company, importId);
  }

  it("takes back all that it has made where it was stopped and gone on with", async () => {
    const done = await run(company, await stoppedOf(250));
    expect(countsOf(done)).toEqual({ created: 250 });
    const after = await undone(done);
    expect([after.state, countsOf(after)]).toEqual(["undone", { takenBack: 250 }]);
    expect(await names()).toEqual([]);
  });

  it("takes back all that it has made where it was carried out twice", async () => {
    const after = await undone(await run(company, await imported(company, three)));
    expect([after.state, countsOf(after)]).toEqual(["undone", { takenBack: 3 }]);
  });

  it("stands as stopped as before where that is cancelled", async () => {
    const stopped = await stoppedOf(250);
    expect((await undoing(stopped)).status).toBe(202);
    const { taskId } = await readImport(company, stopped.importId);
    await company.as(company.hr).call("tasks.cancel", { taskId }, { commandId: randomUUID() });
    await work(company);
    expect((await readImport(company, stopped.importId)).state).toBe("stopped");
  });

  it("is refused after seven days", async () => {
    const done = await imported(company, three);
    company.app.clock.set("2026-04-03T09:00:00+08:00");
    expect((await readImport(company, done.importId)).undoUntil).toBeNull();
    expect((await undoing(done)).body).toMatchObject({ code: "import.undoOver" });
    expect(await names()).toHaveLength(3);
  });

  it("is refused where it has only changed clients that were there", async () => {
    await imported(company, three);
    const again = await imported(company, three.replace("K1,云岫坞机电有限公司,A", "K1,云岫坞机电有限公司,C"));
    expect(countsOf(again)).toEqual({ changed: 1, same: 2 });
    expect((await undoing(again)).body).toMatchObject({ code: "import.undoOver" });
  });
});

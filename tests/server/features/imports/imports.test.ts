import { auditInsert } from "../../../../server/audit";
import { inTransaction } from "../../../../server/db";
import { ownersImported } from "../../../../server/features/customers";
import { emitAll } from "../../../../server/outbox";
import { eraseImports, eraseImportsOf, lookTask } from "../../../../server/features/imports";
import { type Company, givenCustomer, givenMember, givenTeam, type Person, prepare } from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";
import { TaskModel } from "../../../../server/tasks/taskModel";
import {
  bytesOf,
  countsOf,
  errorFileOf,
  givenPeopleOfFiles,
  imported,
  lookedAt,
  readImport,
  rowsOf,
  run,
  sent,
  work,
} from "./given";
import { randomUUID } from "node:crypto";

const start = prepare(async (company) => {
  await givenPeopleOfFiles(company);
  const { reps } = await givenTeam(company, { reps: [{}] });
  return { rep: reps[0] };
});

let company: Company;
let rep: Awaited<ReturnType<typeof start>>["rep"];
beforeEach(async () => {
  ({ company, rep } = await start({ settings: { RATE_MEMBER_PER_MINUTE: "100000" } }));
});

const heading = "客户编号,客户名称,级别,负责人工号,联系电话";
const table = (...rows: string[]) => [heading, ...rows, ""].join("\r\n");
const two = table("K1,云岫坞机电有限公司,A,1007,13900000001", "K2,棠梨渡医疗器械有限公司,B,00123,13900000002");
const customers = () => stored("customers", {});
const noRecord = {
  ...{ commandId: randomUUID(), joinedOn: null, leftOn: null, reportsTo: null, salesMode: null, revision: 0 },
};

describe("a table of clients", () => {
  it("is told of row by row before anything of it is imported", async () => {
    const looked = await lookedAt(company, two);
    expect([looked.state, countsOf(looked), looked.found?.rows]).toEqual(["looked", { created: 2 }, 2]);
    expect(looked.found?.columns.map(({ field }) => field)).toEqual(["externalId", "name", "grade", "owner", "phone"]);
    expect(await customers()).toEqual([]);
  });

  it("brings clients with number, owner and phone", async () => {
    const done = await imported(company, two);
    expect([done.state, countsOf(done)]).toEqual(["done", { created: 2 }]);
    const [first] = (await customers()).sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
    expect(first).toMatchObject({ name: "云岫坞机电有限公司", grade: "A", externalIds: ["crm:K1"], sites: [] });
    expect((await stored("customerContacts", {})).length).toBe(2);
  });

  it("has new clients be their owner's from the day of the import on where that is said", async () => {
    const { importId, revision } = await lookedAt(company, two);
    const body = { commandId: randomUUID(), revision, choices: { ownedSince: "today" as const } };
    await company.as(company.hr).call("imports.choose", { importId }, body);
    await work(company);
    await run(company, await readImport(company, importId));
    expect((await customers()).map(({ owners }) => owners as unknown)).toMatchObject([
      [{ from: "2026-03-26" }],
      [{ from: "2026-03-26" }],
    ]);
  });

  it("has a sale of a new client that was signed the day before be its owner's, as nobody else has had it", async () => {
    await company
      .as(company.hr)
      .call("members.setRecord", { memberId: rep.memberId }, { ...noRecord, employeeNumber: "9042" });
    await imported(company, table("K9,云岫坞机电有限公司,A,9042,13900000001"));
    const [customer] = await customers();
    const draft = { customerId: String(customer?._id), amountFen: 100_000, signedOn: "2026-03-25" };
    const { othersNames, month } = await company.as(rep).call("sales.preview", undefined, draft);
    expect([othersNames, month.doneFen - month.doneBeforeFen]).toEqual([[], 100_000]);
  });

  it("changes nothing where it is imported a second time", async () => {
    await imported(company, two);
    const before = await customers();
    const again = await imported(company, two);
    expect(countsOf(again)).toEqual({ same: 2 });
    expect(await customers()).toEqual(before);
  });

  it("changes what is written otherwise by then, and leaves the owner", async () => {
    await imported(company, two);
    const again = await imported(company, two.replace("坞机电有限公司,A,1007", "坞机电有限公司,C,2031"));
    expect(countsOf(again)).toEqual({ changed: 1, same: 1 });
    const changed = (await customers()).find(({ grade }) => grade === "C");
    expect(changed?.owners).toHaveLength(1);
    const [row] = await rowsOf(company, again);
    expect(row?.notices).toEqual(["负责人没有改：换负责人请到客户页办"]);
  });

  it("changes again what has become otherwise since, where the same import is carried out once more", async () => {
    const first = await imported(company, two);
    const downgraded = two
      .replace("坞机电有限公司,A", "坞机电有限公司,C")
      .replace("医疗器械有限公司,B", "医疗器械有限公司,C");
    await imported(company, downgraded);
    const again = await run(company, await readImport(company, first.importId));
    expect([again.state, countsOf(again)]).toEqual(["done", { changed: 2 }]);
    await imported(company, downgraded);
    const third = await run(company, again);
    expect([third.state, countsOf(third)]).toEqual(["done", { changed: 2 }]);
  });

  it("opens no client that is still to be imported", async () => {
    const looked = await lookedAt(company, two);
    expect((await rowsOf(company, looked)).map(({ customerId }) => customerId)).toEqual([null, null]);
    const [row] = await rowsOf(company, await run(company, looked));
    expect(row?.customerId).toEqual(expect.any(String));
  });

  it("says of a row that goes in nothing about a column that is not imported", async () => {
    const looked = await lookedAt(
      company,
      two.replace("客户编号,", "开户日期,客户编号,").replaceAll("\r\nK", "\r\n2026-01-05,K"),
    );
    expect((await rowsOf(company, looked)).map(({ column }) => column)).toEqual([null, null]);
  });

  it("is told of in a message that speaks of wrong rows only where there are some", async () => {
    await imported(company, two);
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    const { items } = await company.as(company.hr).call("notices.list", {});
    const told = items.filter(({ kind }) => kind === "task_ended").map(({ title, text }) => [title, text]);
    expect(told).toContainEqual(["导入 · 好了", "新增 2 行，更新 0 行。没有有错的行。"]);
  });

  it("is opened by its own message rather than the list of imports", async () => {
    const { importId } = await imported(company, two);
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    const { items } = await company.as(company.hr).call("notices.list", {});
    const opened = items.filter(({ kind }) => kind === "task_ended").map(({ opens }) => opens);
    expect(opened.length).toBeGreaterThan(0);
    for (const opens of opened) expect(opens).toContain(`/admin/import/index?id=${encodeURIComponent(importId)}&`);
  });

  it("names the values that a cell may have", async () => {
    const looked = await lookedAt(company, two.replace("有限公司,A", "有限公司,S"));
    const [row] = await rowsOf(company, looked, "heldBack");
    expect(row?.sentence).toBe("“S”不在可选范围。改成其中一个：A、B、C。");
  });

  it("asks about a client that is known by name, and opens the other one", async () => {
    const known = await givenCustomer(company, { owner: rep, name: "云岫坞机电有限公司" });
    const done = await imported(company, two);
    expect(countsOf(done)).toEqual({ created: 1, heldBack: 1 });
    const [row] = await rowsOf(company, done, "heldBack");
    expect(row).toMatchObject({ why: "customer_duplicate", customerId: known.customerId, value: "云岫坞机电有限公司" });
  });

  it.each([
    ["g22-old-format.xls", /^这是旧版 Excel 文件.*另存为 \.xlsx/],
    ["g23-password.xlsx", /^这个文件有密码.*取消密码/],
    ["g24-zip-bomb.xlsx", /^这个文件解开后超过 100 MB.*分成几份/],
    ["g25-really-html.csv", /^这是一个网页.*重新登录/],
    ["g26-really-json.csv", /^这是 JSON.*导出成 CSV/],
    ["g30-two-encodings.csv", /^从第 3 行起用了另一种编码.*分开传/],
  ])("in %s is refused with what it is and what to do", async (name, sentence) => {
    const refused = await lookedAt(company, bytesOf(name));
    expect(refused.state).toBe("refused");
    expect(refused.refusal).toMatch(sentence);
  });

  it("without a row says so", async () => {
    const looked = await lookedAt(company, bytesOf("g28-only-heading.csv"));
    expect([looked.state, looked.found?.rows, looked.counts]).toEqual(["looked", 0, []]);
  });

  it("brings nobody without a name, where no column is said to be the name", async () => {
    const looked = await lookedAt(company, two.replace("客户名称", "甲方"));
    expect(countsOf(looked)).toEqual({ heldBack: 2 });
    const [row] = await rowsOf(company, looked, "heldBack");
    expect(row).toMatchObject({ why: "name_missing", sentence: "没有名称。补上再传。" });
  });

  it("changes what is known by its number where no column is said to be the name", async () => {
    await imported(company, two);
    const again = await imported(
      company,
      two.replace("客户名称", "甲方").replace("坞机电有限公司,A", "坞机电有限公司,B"),
    );
    expect(countsOf(again)).toEqual({ changed: 1, same: 1 });
  });

  it("is read as a person says, where it was found to be otherwise", async () => {
    const looked = await lookedAt(company, two.replace("客户名称", "甲方"));
    expect(looked.found?.columns[1]).toMatchObject({ heading: "甲方", field: null });
    const choices = { mapping: [{ heading: "甲方", field: "name" }] };
    const { importId, revision } = looked;
    await company.as(company.hr).call("imports.choose", { importId }, { commandId: randomUUID(), revision, choices });
    await work(company);
    const chosen = await readImport(company, importId);
    expect(countsOf(chosen)).toEqual({ created: 2 });
    await run(company, chosen);
    const next = await lookedAt(company, two.replace("客户名称", "甲方"));
    expect([next.found?.isRemembered, countsOf(next)]).toEqual([true, { same: 2 }]);
  });

  it("leaves a file of the rows that wait, which is sent again once they are mended", async () => {
    const wrong = table(
      "K1,云岫坞机电有限公司,S,1007,",
      "K2,棠梨渡医疗器械有限公司,B,8888,",
      "K3,北辰谷物流,A,1007,",
      "K4,鹿鸣,汀食品,A,1007,13900000009",
    );
    const done = await imported(company, wrong);
    expect(countsOf(done)).toEqual({ created: 1, heldBack: 3 });
    const { body, headers } = await errorFileOf(company, done);
    expect(headers.get("content-disposition")).toContain("attachment");
    const lines = body.split("\r\n");
    expect(lines).toEqual([
      "为什么没导入,客户编号,客户名称,级别,负责人工号,联系电话",
      "“S”不在可选范围。改成其中一个：A、B、C。,K1,云岫坞机电有限公司,S,1007,",
      "找不到这个工号或姓名。核对后改成在职的人。,K2,棠梨渡医疗器械有限公司,B,8888,",
      "这一行多了几格，可能文字里有没加引号的分隔符。给那一格加上引号。,K4,鹿鸣,汀食品,A,1007,13900000009",
      "",
    ]);
    expect(await stored("auditEntries", { action: "import.openErrors" })).toMatchObject([
      { subject: `import:${done.importId}`, detail: { purpose: "customers", rows: 3 } },
    ]);
    const mended = body.replace(",S,", ",A,").replace("8888", "2031").replace("鹿鸣,汀食品", '"鹿鸣,汀食品"');
    expect(countsOf(await imported(company, mended))).toEqual({ created: 3 });
  });

  it("is imported once where two people's imports of it run at the same time", async () => {
    const [first, second] = [await lookedAt(company, two), await lookedAt(company, two)];
    for (const { importId, revision } of [first, second]) {
      await company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision });
    }
    await Promise.all([work(company), work(company)]);
    const done = await Promise.all([readImport(company, first.importId), readImport(company, second.importId)]);
    expect(done.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(done.map((one) => countsOf(one).created ?? 0).reduce((a, b) => a + b)).toBe(2);
    expect(await customers()).toHaveLength(2);
  });

  it("is nobody else's to see", async () => {
    const { importId } = await sent(company, two);
    await expect(company.as(company.finance).call("imports.read", { importId })).rejects.toMatchObject({
      code: "import.unknown",
    });
  });

  it.each(["g09-customers-mac.csv", "g18-customers-template.xlsx"])(
    "of %s brings the clients that can be read",
    async (name) => {
      const done = await imported(company, bytesOf(name));
      const expected = { "g09-customers-mac.csv": [6, 4, 2], "g18-customers-template.xlsx": [13, 7, 2] }[name];
      const { created, heldBack, leftOut } = countsOf(done);
      expect([created, heldBack, leftOut]).toEqual(expected);
    },
  );

  it.each(["of whoever has left", "that is older than it is kept"])(
    "%s leaves what it has brought, and nothing of its cells",
    async (whose) => {
      await imported(company, two);
      const { deps } = company.app;
      const at = new Date(deps.clock.now().getTime() + 32 * 86_400_000);
      const slot = { at, runId: "erase:1" };
      const insertAudit = auditInsert(deps.realNow);
      if (whose === "of whoever has left") await eraseImportsOf(deps, company.hr.memberId, slot, insertAudit);
      else await eraseImports(deps, slot, insertAudit);
      expect([await stored("imports", {}), await stored("importRows", {})]).toEqual([[], []]);
      expect(await customers()).toHaveLength(2);
    },
  );

  it("is imported by nobody who has lost that right since", async () => {
    const second = await givenMember(company, { roles: ["admin"] });
    const looked = await lookedAt(company, two);
    const { importId, revision } = looked;
    await company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision });
    await endRole(company, company.hr.memberId, second);
    await work(company);
    expect(await customers()).toEqual([]);
    expect(await stored("tasks", { kind: "imports.run" })).toMatchObject([
      { state: "failed", error: { code: "right.missing" } },
    ]);
  });

  it("shows its cells to nobody who has lost the right to import", async () => {
    const second = await givenMember(company, { roles: ["admin"] });
    const { importId } = await lookedAt(company, two);
    await endRole(company, company.hr.memberId, second);
    for (const read of ["imports.read", "imports.rows"] as const)
      expect((await company.as(company.hr).send(read, { params: { importId } })).body).toMatchObject({
        code: "right.missing",
      });
    expect((await company.as(company.hr).call("imports.mine")).items).toEqual([]);
  });

  it("is not imported by a choice that nobody has looked at", async () => {
    const { importId, revision } = await lookedAt(company, two);
    const choices = { mapping: [{ heading: "级别", field: null }] };
    const begun = await company
      .as(company.hr)
      .call("imports.choose", { importId }, { commandId: randomUUID(), revision, choices });
    await company.as(company.hr).call("tasks.cancel", { taskId: begun.task.taskId }, { commandId: randomUUID() });
    await work(company);
    const stopped = await readImport(company, importId);
    expect([stopped.state, stopped.counts]).toEqual(["stopped", []]);
    const body = { commandId: randomUUID(), revision: stopped.revision };
    expect((await company.as(company.hr).send("imports.run", { params: { importId }, body })).body).toMatchObject({
      code: "import.notLooked",
    });
  });

  it("goes on where an earlier task of it is cleared away late", async () => {
    const { importId, taskId, revision } = await lookedAt(company, two);
    await company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision });
    await lookTask.discard({ taskId, memberId: company.hr.memberId, input: { importId } }, company.app.deps);
    expect((await readImport(company, importId)).state).toBe("running");
    await work(company);
    expect((await readImport(company, importId)).state).toBe("done");
  });

  it.each([
    ["no heading", "a;b\n云岫坞;A\n", { container: "text", separator: ";", head: [{ row: 1 }, { row: 2 }] }],
    ["two encodings", Buffer.from("bfcdbba7c3fbb3c62cbcb6b1f00ae5aea2e688b72c410a", "hex"), { encoding: null }],
  ])("that has %s can be read as somebody says", async (_what, bytes, found) => {
    const looked = await lookedAt(company, bytes);
    expect([looked.state, looked.counts, looked.found]).toMatchObject(["refused", [], found]);
  });
});

it("keeps nobody's whole number in what is told of a table", async () => {
  const rows = table(
    "K1,云岫坞机电有限公司,A,1007,13900000001",
    "K2,棠梨渡医疗器械有限公司,B,00123,139000000021,",
    "K3,鹿鸣汀食品有限公司,B,00123,13900000003,,多出来的",
  ).replace("联系电话", "联系电话,身份证号");
  const looked = await lookedAt(company, rows.replace("13900000001", "13900000001,440101199001011234"));
  const told = JSON.stringify([await stored("imports", {}), await stored("importRows", {})]);
  expect(told.match(/\d{9,}/g)?.filter((number) => /^(?:139|4401)/.test(number)) ?? []).toEqual([]);
  const [wrong] = (await rowsOf(company, looked, "heldBack")).filter(({ column }) => column === "联系电话");
  expect(wrong?.value).toBe("••••••••0021");
});

describe("an empty table to be filled in", () => {
  const templateOf = async (purpose: "customers" | "opening", by: Person) =>
    (await company.as(by).call("imports.template", { purpose })).columns;

  it("is read column by column, and its example is not imported", async () => {
    const columns = await templateOf("customers", company.hr);
    const line = (cells: string[]) => cells.join(",");
    const example = columns.map((column) => column.example);
    const filled = example.map((cell) => cell.replace("示例：", ""));
    const looked = await lookedAt(
      company,
      [line(columns.map(({ heading }) => heading)), line(example), line(filled), ""].join("\r\n"),
    );
    expect(looked.found?.columns.map(({ field }) => field)).toEqual(columns.map(({ field }) => field));
    expect(countsOf(looked)).toEqual({ created: 1, leftOut: 1 });
  });

  it("says which values a column takes", async () => {
    const grade = (await templateOf("customers", company.hr)).find(({ field }) => field === "grade");
    expect(grade?.values).toEqual(["A", "B", "C"]);
  });

  it("has the balances as well, for whoever imports those", async () => {
    const columns = await templateOf("opening", company.finance);
    expect(columns.map(({ heading }) => heading)).toContain("待扣回");
  });
});

describe("a table that gives clients to whom it names", () => {
  let keeper: Person;
  let client: { customerId: string };
  const wanted = table("K7,云岫坞食品有限公司,A,1007,", "K8,棠梨渡食品有限公司,B,00123,");
  const chosen = async () => {
    const { importId, revision } = await lookedAt(company, wanted);
    const body = { commandId: randomUUID(), revision, choices: { givesOwners: true } };
    await company.as(company.hr).call("imports.choose", { importId }, body);
    await work(company);
    return readImport(company, importId);
  };
  const ownersOf = async (): Promise<unknown> => (await stored("customers", { _id: client.customerId }))[0]?.owners;
  beforeEach(async () => {
    keeper = rep;
    client = await givenCustomer(company, {
      owner: keeper,
      name: "云岫坞食品有限公司",
      externalId: { system: "crm", id: "K7" },
    });
  });

  it("leaves every owner as long as nobody has said so", async () => {
    const done = await imported(company, wanted);
    expect(countsOf(done)).toEqual({ created: 1, changed: 1 });
    expect(await ownersOf()).toMatchObject([{ memberId: keeper.memberId, to: null }]);
  });

  it("gives a client that two rows mean to whom the first names, since the other is a question for a person", async () => {
    client = await givenClientOfTwoNumbers(keeper);
    const both = table("K7,云岫坞饮料有限公司,A,1007,", "K8,云岫坞食品有限公司,A,00123,");
    const { importId, revision } = await lookedAt(company, both);
    const body = { commandId: randomUUID(), revision, choices: { givesOwners: true } };
    await company.as(company.hr).call("imports.choose", { importId }, body);
    await work(company);
    const done = await run(company, await readImport(company, importId));
    expect(countsOf(done)).toEqual({ changed: 1, heldBack: 1 });
    const [first] = await stored("staffRecords", { employeeNumber: "1007" });
    expect(await ownersOf()).toMatchObject([
      { memberId: keeper.memberId, to: "2026-03-26" },
      { memberId: String(first?._id), from: "2026-03-27" },
    ]);
  });

  it("says so of each row before it gives them from tomorrow on", async () => {
    const looked = await chosen();
    const [row] = (await rowsOf(company, looked)).filter(({ is }) => is === "changed");
    expect(row?.notices).toEqual(["换负责人：从明天起归表里的人，没人负责的从今天起"]);
    expect(await ownersOf()).toMatchObject([{ memberId: keeper.memberId, to: null }]);
    await run(company, looked);
    expect(await ownersOf()).toMatchObject([
      { memberId: keeper.memberId, to: "2026-03-26" },
      { share: "1", from: "2026-03-27", to: null },
    ]);
    expect(await stored("auditEntries", { action: "customers.assign" })).toMatchObject([
      { subject: `customer:${client.customerId}`, detail: { from: "2026-03-27", importId: looked.importId } },
    ]);
  });

  it("changes nothing a second time", async () => {
    await run(company, await chosen());
    const before = await ownersOf();
    expect(countsOf(await run(company, await chosen()))).toEqual({ same: 2 });
    expect(await ownersOf()).toEqual(before);
  });

  it("tells each of them once how many there are", async () => {
    await run(company, await chosen());
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    expect(company.toldTo(keeper)).toEqual([
      `${company.hr.name}导入了客户表：从3月27日起有 1 个不再归你。以前的单和拜访还算原来的人；不对的话，请问${company.hr.name}。`,
    ]);
  });

  it("tells whose the new ones are once how many there are", async () => {
    await run(
      company,
      await lookedAt(company, table("K8,棠梨渡食品有限公司,B,1007,", "K9,北辰谷物流有限公司,B,1007,")),
    );
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    const [owner] = await stored("staffRecords", { employeeNumber: "1007" });
    expect(company.toldTo({ memberId: String(owner?._id) } as Person)).toEqual([
      `${company.hr.name}导入了客户表：有 2 个新客户归你负责，在客户里能看到。不对的话，请问${company.hr.name}。`,
    ]);
  });

  it("tells them once of all that came while it was carried out, new ones and others together", async () => {
    const many = Array.from({ length: 220 }, (_, n) => `M${n},棠梨渡第${n}食品有限公司,B,1007,`);
    const { importId, revision } = await lookedAt(company, table(...many, "K7,云岫坞食品有限公司,A,1007,"));
    const body = { commandId: randomUUID(), revision, choices: { givesOwners: true } };
    await company.as(company.hr).call("imports.choose", { importId }, body);
    await work(company);
    const { revision: chosenAt } = await readImport(company, importId);
    await company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision: chosenAt });
    await work(company);
    const [owner] = await stored("staffRecords", { employeeNumber: "1007" });
    const heard = () => company.toldTo({ memberId: String(owner?._id) } as Person);
    const { taskId } = await readImport(company, importId);
    const stands = (set: { isOpen: boolean; leaseUntil?: Date }) =>
      lookAt(() => TaskModel.updateOne({ _id: taskId }, { $set: set }));
    // As long as it is still being carried out.
    await stands({ isOpen: true });
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    expect(heard()).toEqual([]);
    await stands({ isOpen: false, leaseUntil: company.app.deps.realNow() });
    company.app.passRealTime({ seconds: 31 });
    await company.workAll();
    expect(heard()).toEqual([expect.stringMatching(/有 220 个新客户归你负责；从3月27日起有 1 个客户交给你/)]);
  });

  it("tells them once of a table of any length", async () => {
    const part = { importId: "long", from: "2026-03-27", byId: company.hr.memberId, byName: company.hr.name };
    const people = [{ memberId: keeper.memberId, gained: 2, lost: 1, added: 3 }];
    const events = Array.from({ length: 130 }, (_, n) =>
      ownersImported.of({
        ...{ payload: { ...part, people, at: "2026-03-26T01:00:00.000Z" }, partition: "import:long" },
        ...{ cause: `long:${n}`, dueAt: new Date(company.app.deps.realNow().getTime() - 60_000) },
      }),
    );
    await inTransaction((session) => emitAll(events, session, company.app.deps.realNow()));
    await company.workAll();
    expect(company.toldTo(keeper)).toEqual([
      expect.stringMatching(/有 390 个新客户归你负责；从3月27日起有 260 个客户交给你，有 130 个/),
    ]);
  });

  it("leaves what several share to them where it names one of them", async () => {
    const [member] = await stored("members", { name: "林泽宇" });
    const named = String((member ?? (await stored("staffRecords", { employeeNumber: "1007" }))[0])?._id);
    const owners = [
      { memberId: named, share: "0.5" },
      { memberId: keeper.memberId, share: "0.5" },
    ];
    const body = { commandId: randomUUID(), revision: 1, from: "2026-03-27", owners, coServedByIds: [], reason: null };
    await company.as(company.hr).call("customers.assign", { customerId: client.customerId }, body);
    const before = await ownersOf();
    await run(company, await chosen());
    expect(await ownersOf()).toEqual(before);
  });

  it("undoes nothing that was arranged for a later day", async () => {
    const owners = [{ memberId: company.finance.memberId, share: "1" }];
    const body = { commandId: randomUUID(), revision: 1, from: "2026-04-15", owners, coServedByIds: [], reason: null };
    await company.as(company.hr).call("customers.assign", { customerId: client.customerId }, body);
    const before = await ownersOf();
    const looked = await chosen();
    expect((await rowsOf(company, looked)).flatMap(({ notices }) => notices)).toContain(
      "负责人没有改：换负责人请到客户页办",
    );
    await run(company, looked);
    expect(await ownersOf()).toEqual(before);
  });
});

describe("a client that two rows far apart mean", () => {
  const others = Array.from({ length: 220 }, (_, n) => `N${n},云岫坞第${n}机电有限公司,A,,`);
  beforeEach(() => givenClientOfTwoNumbers());

  it.each([
    [
      "a row gives it another name, and one behind still says its name",
      "K7,云岫坞饮料有限公司,B,,",
      "K9,云岫坞食品有限公司,A,,",
    ],
    ["they say two of its numbers", "K7,云岫坞食品有限公司,A,,", "K8,云岫坞饮料有限公司,A,,"],
  ])("stays one, and the other row waits with the numbers of both, where %s", async (_where, first, second) => {
    const looked = await lookedAt(company, table(first, ...others, second));
    const counts = countsOf(looked);
    expect(counts).toEqual({ changed: 1, created: 220, heldBack: 1 });
    const done = await run(company, looked);
    expect([done.state, countsOf(done)]).toEqual(["done", counts]);
    const [row] = await rowsOf(company, done, "heldBack");
    expect([row?.row, row?.otherRow, row?.why]).toEqual([223, 2, "client_two_rows"]);
    expect((await errorFileOf(company, done)).body).toContain("第 223 行和第 2 行是同一家客户");
  });
});

/** 云岫坞食品, which the other system has as K7 and as K8. */
async function givenClientOfTwoNumbers(owner: Person = rep): Promise<{ customerId: string }> {
  const client = await givenCustomer(company, {
    ...{ owner, name: "云岫坞食品有限公司", externalId: { system: "crm", id: "K7" } },
  });
  const body = {
    ...{ commandId: randomUUID(), revision: 1, name: client.name, shortName: client.shortName, industry: null },
    ...{ grade: "B" as const, stage: "服务中" },
    externalIds: ["K7", "K8"].map((id) => ({ system: "crm", id })),
  };
  await company.as(company.hr).call("customers.edit", { customerId: client.customerId }, body);
  return client;
}

async function endRole(company: Company, memberId: string, by: Person): Promise<void> {
  const body = { commandId: randomUUID(), role: "admin", unitId: null } as const;
  await company.as(by).call("roles.revoke", { memberId }, body);
}

import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readSheet } from "read-excel-file/node";
import { layoutOf } from "@shared/domain/tables/layout";
import { restored } from "@shared/domain/tables/neutralised";
import { salesPurpose } from "@shared/domain/tables/purposes/sales";
import type { Deps } from "../../../../server/deps";
import { exportTask } from "../../../../server/features/exports";
import { syncDirectory } from "../../../../server/features/members";
import { erasePersonFor } from "../../../../server/features/privacy";
import { type RunningTask, taskRunner, workTasks } from "../../../../server/tasks";
import { openTable } from "../../../../server/lib/tables/openTable";
import { fileSource } from "../../../../server/lib/tables/source";
import {
  type Company,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenMember,
  givenSale,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { TaskModel } from "../../../../server/tasks/taskModel";
import { SaleModel } from "../../../../server/features/sales/saleModel";
import { lookAt, stored } from "../../../support/testDatabase";
import { asked, csvTaken, givenManySales, made, readExport, taken, workTasksOf } from "./givenExports";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const { reps: others } = await givenTeam(company, { reps: [{}] });
  return { unitId, manager, rep: reps[0], colleague: reps[1], outsider: others[0] };
});

let company: Company;
let unitId: string;
let manager: Person;
let rep: Person;
let colleague: Person;
let outsider: Person;
beforeEach(async () => {
  ({ company, unitId, manager, rep, colleague, outsider } = await start());
});

const filesOnDisk = async (): Promise<string[]> => {
  const found = await readdir(company.app.deps.settings.FILES_DIR, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map(({ name }) => name);
};
const auditOf = async (action: string) => stored("auditEntries", { action });

describe("sales that are exported", () => {
  beforeEach(async () => {
    await givenConfirmedSale(company, { rep, amountFen: 157_500 });
    await givenSale(company, { rep, amountFen: 5 });
    await givenSale(company, { rep: colleague, amountFen: 200_000 });
    await givenSale(company, { rep: outsider });
  });

  it("are a rep's own, row for row as in their list", async () => {
    const { items } = await company.as(rep).call("sales.list", { view: "mine" });
    const { records } = await csvTaken(
      company,
      rep,
      await made(company, rep, { what: "sales", filter: { view: "mine" } }),
    );
    expect(records.map((row) => [row.客户名称, row.金额, row.状态])).toEqual(
      items.map(({ customerName, amountFen, state }) => [
        customerName,
        (amountFen / 100).toFixed(2),
        { submitted: "待确认", confirmed: "已确认", returned: "", cancelled: "" }[state],
      ]),
    );
    expect(records.map((row) => row.金额)).toEqual(["0.05", "1575.00"]);
  });

  it.each([
    ["all", {}],
    ["those in one state", { state: "confirmed" as const }],
    ["those of a month", { period: "2026-03" }],
    ["those of a month without any", { period: "2026-02" }],
  ])("are, of %s, what their leader's list shows", async (_what, narrowed) => {
    const { items } = await company.as(manager).call("sales.list", { view: "seen", ...narrowed });
    const one = await made(company, manager, { what: "sales", filter: { view: "seen", ...narrowed } });
    const { records } = await csvTaken(company, manager, one);
    expect(records.map((row) => [row.业务员, row.客户名称])).toEqual(
      items.map((sale) => [sale.rep.name, sale.customerName]),
    );
  });

  it("are, of a month, all that one has recorded, in whichever team that was", async () => {
    const sale = await givenConfirmedSale(company, { rep, amountFen: 300_000 });
    await lookAt(() =>
      SaleModel.updateOne({ _id: sale.saleId }, { $set: { repId: manager.memberId, teamId: "gone" } }),
    );
    const filter = { view: "mine", period: "2026-03" } as const;
    const { records } = await csvTaken(company, manager, await made(company, manager, { what: "sales", filter }));
    expect(records.map((row) => row.金额)).toEqual(["3000.00"]);
  });

  it("say who has taken them, when, and what of", async () => {
    const one = await made(company, manager, { what: "sales", filter: { view: "seen", period: "2026-03" } });
    const { said } = await csvTaken(company, manager, one);
    expect(said).toEqual([
      "销励导出：销售单",
      `导出人：${manager.name}`,
      "导出时间：2026-03-26 09:00",
      "范围：我能看到的全部 · 2026-03",
    ]);
  });

  it("are found behind what is said before them by an own import", async () => {
    const one = await made(company, manager, { what: "sales", filter: { view: "seen" } });
    const folder = await mkdtemp(path.join(os.tmpdir(), "xiaoli-export-"));
    try {
      const file = path.join(folder, "a.csv");
      await writeFile(file, (await taken(company, manager, one)).bytes);
      const table = await openTable(await fileSource(file));
      const layout = layoutOf(table.head, [], salesPurpose);
      expect(layout?.headerRows).toEqual([6]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("leave under their name, to be kept by nobody in between", async () => {
    const one = await made(company, rep, { what: "sales", filter: { view: "mine" } });
    const { headers } = await taken(company, rep, one);
    const name = `销售单-20260326-${rep.name}.csv`;
    expect(headers.get("content-disposition")).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(one.file?.name).toBe(name);
  });

  it("are the same in a workbook, as numbers, with what they are on a sheet of its own", async () => {
    const one = await made(company, manager, { what: "sales", format: "xlsx", filter: { view: "seen" } });
    const { bytes } = await taken(company, manager, one);
    const rows = await readSheet(bytes, "销售单");
    expect(rows.slice(1).map((row) => row[1])).toEqual([2_000, 0.05, 1_575]);
    expect((await readSheet(bytes, "说明"))[1]).toEqual(["导出人", manager.name]);
  });

  it("are noted as asked for, made and opened", async () => {
    const one = await made(company, rep, { what: "sales", filter: { view: "mine" } });
    await taken(company, rep, one);
    for (const action of ["export.ask", "export.make", "export.open"])
      expect(await auditOf(action)).toMatchObject([{ actor: { id: rep.memberId }, subject: `export:${one.exportId}` }]);
  });

  it("are noted as looked at where an auditor takes them", async () => {
    const auditor = await givenMember(company, { roles: ["auditor"] });
    await made(company, auditor, { what: "sales", filter: { view: "seen" } });
    const [look] = await auditOf("sales.list");
    expect((look?.detail as { saleIds: string[] }).saleIds).toHaveLength(4);
  });

  it("are taken away by their reader alone", async () => {
    const { exportId } = await made(company, rep, { what: "sales", filter: { view: "mine" } });
    for (const id of ["exports.read", "exports.link"] as const)
      expect((await company.as(manager).send(id, { params: { exportId } })).body).toMatchObject({
        code: "export.unknown",
      });
  });

  it("are taken away no more by whom an office had shown them that is over", async () => {
    const officer = await givenMember(company, { roles: ["finance"], unitId });
    const one = await made(company, officer, { what: "sales", filter: { view: "seen" } });
    expect(one.file).not.toBeNull();
    const body = { commandId: company.newId(), role: "finance", unitId: null } as const;
    await company.as(company.hr).call("roles.revoke", { memberId: officer.memberId }, body);
    expect((await readExport(company, officer, one)).file).toBeNull();
    const answer = await company.as(officer).send("exports.link", { params: { exportId: one.exportId } });
    expect(answer.body).toMatchObject({ code: "right.missing" });
  });

  it("are there for a week", async () => {
    const one = await made(company, rep, { what: "sales", filter: { view: "mine" } });
    company.app.clock.set("2026-04-02T23:59:00+08:00");
    expect((await readExport(company, rep, one)).file).not.toBeNull();
    company.app.clock.set("2026-04-03T00:00:00+08:00");
    expect((await readExport(company, rep, one)).file).toBeNull();
    const answer = await company.as(rep).send("exports.link", { params: { exportId: one.exportId } });
    expect(answer.body).toMatchObject({ code: "file.unknown" });
  });
});

describe("an export", () => {
  it("is begun once by one tap", async () => {
    const body = {
      ...{ commandId: company.newId(), what: "sales", format: "csv" },
      ...{ filter: { view: "mine" }, reason: "对账" },
    };
    const answers = [1, 2].map(() => company.as(rep).send("exports.create", { body }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([202, 202]);
    expect(await stored("tasks")).toHaveLength(1);
  });

  it("says where it is told of", async () => {
    const body = { commandId: company.newId(), what: "sales", format: "csv", filter: { view: "mine" }, reason: "对账" };
    const { status, headers, body: answer } = await company.as(rep).send("exports.create", { body });
    const { task } = answer as { task: { taskId: string } };
    expect([status, headers.get("location"), headers.get("retry-after")]).toEqual([
      202,
      `/api/v1/tasks/${encodeURIComponent(task.taskId)}`,
      "1",
    ]);
  });

  it.each([
    ["visits without a month", { what: "visits", filter: { view: "mine" } }, "filter.period"],
    ["customers of a month", { what: "customers", filter: { view: "mine", period: "2026-03" } }, "filter.period"],
    ["sales of a grade", { what: "sales", filter: { view: "mine", grade: "A" } }, "filter.grade"],
    ["sales by words", { what: "sales", filter: { view: "mine", words: "海岳" } }, "filter.words"],
    [
      "visits in a state",
      { what: "visits", filter: { view: "mine", period: "2026-03", state: "confirmed" } },
      "filter.state",
    ],
  ])("of %s is refused", async (_what, wanted, field) => {
    const body = { commandId: company.newId(), format: "csv", reason: "x", ...wanted };
    expect((await company.as(rep).send("exports.create", { body })).body).toMatchObject({
      code: "input.invalid",
      fields: [{ field }],
    });
  });

  it("is not for whoever has no such list", async () => {
    const body = {
      commandId: company.newId(),
      what: "visits",
      format: "csv",
      filter: { view: "seen", period: "2026-03" },
      reason: "x",
    };
    const hr = await givenMember(company, { roles: ["hr"] });
    expect((await company.as(hr).send("exports.create", { body })).body).toMatchObject({ code: "right.missing" });
  });

  it("of whoever has left meanwhile is not made", async () => {
    const { exportId } = await asked(company, rep, { what: "sales", filter: { view: "mine" } });
    company.app.wecom.removeMember(rep.memberId);
    await syncDirectory(company.app.deps);
    await workTasksOf(company);
    expect(await stored("tasks", { _id: exportId })).toMatchObject([
      { state: "failed", error: { code: "right.missing" } },
    ]);
    expect(await filesOnDisk().catch(() => [])).toEqual([]);
  });

  it("goes on in another process where the first was told to end", async () => {
    await givenManySales({ rep, teamId: unitId, count: 650 });
    const one = await asked(company, rep, { what: "sales", filter: { view: "seen" } });
    let stopped: Promise<void> | undefined;
    const told = {
      ...exportTask,
      run: (task: RunningTask<unknown>, deps: Deps) =>
        exportTask.run(
          {
            ...task,
            advance: (step, write) => {
              stopped ??= service.stop();
              return task.advance(step, write);
            },
          },
          deps,
        ),
    };
    const service = taskRunner(company.app.deps, [told]);
    await service.start();
    while (!stopped) await new Promise((resolve) => setTimeout(resolve, 5));
    await stopped;
    expect((await readExport(company, rep, one)).task?.progress.done).toBe(500);
    expect((await readExport(company, rep, one)).task?.state).toBe("queued");
    await workTasksOf(company);
    const { records } = await csvTaken(company, rep, one);
    expect(records.map((row) => row.合同号)).toEqual(Array.from({ length: 650 }, (_, n) => `HT-${649 - n}`));
    expect(await filesOnDisk()).toHaveLength(1);
  });

  it("that is cancelled leaves no file", async () => {
    await givenManySales({ rep, teamId: unitId, count: 300 });
    const one = await asked(company, rep, { what: "sales", filter: { view: "seen" } });
    const cancelling = {
      ...exportTask,
      run: (task: RunningTask<unknown>, deps: Deps) =>
        exportTask.run(
          {
            ...task,
            advance: async (step, write) => {
              const body = { commandId: company.newId() };
              await company.as(rep).call("tasks.cancel", { taskId: one.exportId }, body);
              await task.advance(step, write);
            },
          },
          deps,
        ),
    };
    await workTasks(company.app.deps, [cancelling]);
    expect((await readExport(company, rep, one)).task?.state).toBe("cancelled");
    expect(await filesOnDisk()).toEqual([]);
  });
});

describe("customers that are exported", () => {
  it("are a rep's own, with whom to reach there", async () => {
    const contacts = [{ contactId: "k1", name: "张主任", role: null, phone: "13800001234", needs: null }];
    const { name } = await givenCustomer(company, { owner: rep, contacts });
    await givenCustomer(company, { owner: colleague });
    const one = await made(company, rep, { what: "customers", filter: { view: "mine" } });
    const { records } = await csvTaken(company, rep, one);
    expect(records).toMatchObject([{ 客户名称: name, 负责人: rep.name, 联系人: "张主任", 电话后四位: "1234" }]);
  });

  it("are, of a leader, those of the team, without whom to reach there", async () => {
    const contacts = [{ contactId: "k1", name: "张主任", role: null, phone: "13800001234", needs: null }];
    const names = [
      (await givenCustomer(company, { owner: rep, contacts })).name,
      (await givenCustomer(company, { owner: colleague })).name,
    ];
    await givenCustomer(company, { owner: outsider });
    const one = await made(company, manager, { what: "customers", filter: { view: "seen" } });
    const { records } = await csvTaken(company, manager, one);
    const { items } = await company.as(manager).call("customers.list", {});
    expect(records.map((row) => row.客户名称)).toEqual(items.map(({ name }) => name));
    expect(items.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(records.map((row) => row.联系人)).toEqual(["", ""]);
  });

  it("are one's own alone also by words, of which others serve some", async () => {
    const own = await givenCustomer(company, { owner: manager, name: "云岫坞食品有限公司" });
    await givenCustomer(company, { owner: rep, name: "云岫坞机电有限公司" });
    const one = await made(company, manager, { what: "customers", filter: { view: "mine", words: "云岫坞" } });
    expect((await csvTaken(company, manager, one)).records.map((row) => row.客户名称)).toEqual([own.name]);
  });

  it("are those that were chosen one by one, as far as their reader sees them", async () => {
    const [first, , third] = [
      await givenCustomer(company, { owner: rep }),
      await givenCustomer(company, { owner: rep }),
      await givenCustomer(company, { owner: outsider }),
    ];
    const customerIds = [third.customerId, first.customerId];
    const one = await made(company, manager, { what: "customers", filter: { view: "seen", customerIds } });
    const { said, records } = await csvTaken(company, manager, one);
    expect(records.map((row) => row.客户名称)).toEqual([first.name]);
    expect([one.filter, said.join()]).toEqual([{ view: "seen", chosen: 2 }, expect.stringContaining("选中的 2 家")]);
  });

  it("are, of one's own, none of those chosen that others serve", async () => {
    const [own, others] = [
      await givenCustomer(company, { owner: manager }),
      await givenCustomer(company, { owner: rep }),
    ];
    const customerIds = [own.customerId, others.customerId];
    const one = await made(company, manager, { what: "customers", filter: { view: "mine", customerIds } });
    const { records } = await csvTaken(company, manager, one);
    expect(records.map((row) => row.客户名称)).toEqual([own.name]);
  });

  it("are asked for without a number in the audit log", async () => {
    await made(company, manager, { what: "customers", filter: { view: "seen", words: "13812345678" } });
    const [asked] = await stored("auditEntries", { action: "export.ask" });
    expect(JSON.stringify(asked?.detail)).not.toContain("13812345678");
  });

  it("are noted as looked at where a number has found them for whoever does not serve them", async () => {
    const contacts = [{ contactId: "k1", name: "张主任", role: null, phone: "13800001234", needs: null }];
    const { customerId } = await givenCustomer(company, { owner: rep, contacts });
    await made(company, manager, { what: "customers", filter: { view: "seen", words: "1234" } });
    expect(await auditOf("customers.export")).toEqual([]);
    const one = await made(company, manager, { what: "customers", filter: { view: "seen", words: "13800001234" } });
    expect(await auditOf("customers.export")).toMatchObject([
      { actor: { id: manager.memberId }, detail: { exportId: one.exportId, customerIds: [customerId] } },
    ]);
  });

  it("begin anew where they stood at a place of a version that had no order of names", async () => {
    const { name } = await givenCustomer(company, { owner: rep });
    const { exportId } = await asked(company, rep, { what: "customers", filter: { view: "mine" } });
    const cursor = { after: "zz", rows: 1, isWhole: false, file: null };
    await lookAt(() => TaskModel.updateOne({ _id: exportId }, { $set: { cursor } }));
    await workTasksOf(company);
    const { records } = await csvTaken(company, rep, { exportId });
    expect(records.map((row) => row.客户名称)).toEqual([name]);
  });

  it("are, by words, what the search shows", async () => {
    for (const name of ["海岳机械有限公司", "海岳精工有限公司", "宏图电子有限公司"])
      await givenCustomer(company, { owner: rep, name, shortName: name.slice(0, 4) });
    const { items } = await company.as(manager).call("customers.find", { words: "海岳" });
    const one = await made(company, manager, { what: "customers", filter: { view: "seen", words: "海岳" } });
    const { records } = await csvTaken(company, manager, one);
    expect(records.map((row) => row.客户名称)).toEqual(items.map(({ name }) => name));
    expect(records).toHaveLength(2);
  });

  describe("narrowed as the list is", () => {
    beforeEach(async () => {
      for (const grade of ["A", "B", "C"] as const) await givenCustomer(company, { owner: rep, grade });
    });

    it.each(["seen", "mine"] as const)("are those of a grade, of %s", async (view) => {
      const { items } = await company.as(rep).call("customers.list", { grade: "B" });
      const one = await made(company, rep, { what: "customers", filter: { view, grade: "B" } });
      const { records, said } = await csvTaken(company, rep, one);
      expect(records.map((row) => row.客户名称)).toEqual(items.map(({ name }) => name));
      expect(records).toHaveLength(1);
      expect(said.at(-1)).toContain("级别 B");
      expect(one.filter.grade).toBe("B");
    });

    it("are those whose pin is known so", async () => {
      const none = await made(company, rep, { what: "customers", filter: { view: "seen", pin: "none" } });
      expect((await csvTaken(company, rep, none)).records).toEqual([]);
      const confirmed = await made(company, rep, { what: "customers", filter: { view: "seen", pin: "confirmed" } });
      const { records, said } = await csvTaken(company, rep, confirmed);
      expect(records).toHaveLength(3);
      expect(said.at(-1)).toContain("位置已确认");
    });
  });

  it.each(["csv", "xlsx"] as const)(
    "run nothing in whoever opens them as %s, and come back as they were",
    async (format) => {
      const name = '=HYPERLINK("http://x","点我")';
      await givenCustomer(company, { owner: rep, name, shortName: "+86 中心", tags: ["-1+1"] });
      const one = await made(company, rep, { what: "customers", format, filter: { view: "mine" } });
      const { bytes } = await taken(company, rep, one);
      const cells =
        format === "csv"
          ? Object.values((await csvTaken(company, rep, one)).records[0] ?? {})
          : ((await readSheet(bytes))[1] ?? []).map((cell) => String(cell ?? ""));
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(cells.slice(1, 3).map(restored)).toEqual([name, "+86 中心"]);
    },
  );
});

describe("visits that are exported", () => {
  it("are, of a leader, those of the team in a month, and each of whom is told", async () => {
    const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
    for (const person of [rep, colleague]) {
      await givenConsent(company, person);
      await givenVisit(company, { rep: person, customer });
    }
    const one = await made(company, manager, { what: "visits", filter: { view: "seen", period: "2026-03" } });
    const { records } = await csvTaken(company, manager, one);
    expect(records.map((row) => [row.业务员, row.客户名称, row.拜访日期])).toEqual(
      [rep, colleague].map(({ name }) => [name, customer.shortName, "2026-03-26"]),
    );
    const looks = await auditOf("member.read");
    expect(looks.map(({ subject }) => String(subject)).sort()).toEqual(
      [rep, colleague].map(({ memberId }) => `member:${memberId}`).sort(),
    );
    // With what was said when they were asked for.
    const { items } = await company.as(rep).call("privacy.looked", {});
    expect(items.map(({ reason }) => reason)).toEqual([one.reason]);
  });

  it("are a rep's own alone, and no look at anybody", async () => {
    const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
    for (const person of [rep, colleague]) {
      await givenConsent(company, person);
      await givenVisit(company, { rep: person, customer });
    }
    const one = await made(company, rep, { what: "visits", filter: { view: "seen", period: "2026-03" } });
    const { records } = await csvTaken(company, rep, one);
    expect(records.map((row) => row.业务员)).toEqual([rep.name]);
    expect(await auditOf("member.read")).toEqual([]);
  });
});

describe("what somebody has taken away", () => {
  it("stands in what is kept of them", async () => {
    await made(company, rep, { what: "sales", filter: { view: "mine" } });
    const { exports: kept, tasks } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(kept).toMatchObject([{ what: "sales", reason: "和财务对账", state: "begun", rows: 0 }]);
    expect(tasks).toMatchObject([{ kind: "exports.make", state: "done" }]);
  });

  it("goes with all that is kept of them, the file as well", async () => {
    await made(company, rep, { what: "sales", filter: { view: "mine" } });
    company.app.wecom.removeMember(rep.memberId);
    await syncDirectory(company.app.deps);
    await erasePersonFor(company.app.deps, { memberId: rep.memberId, byId: company.hr.memberId, reason: "本人要求" });
    expect([await stored("exports"), await stored("tasks"), await stored("files"), await filesOnDisk()]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

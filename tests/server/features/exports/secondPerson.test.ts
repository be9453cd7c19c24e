import { randomUUID } from "node:crypto";
import { exportRowsAlone } from "@shared/domain/exports";
import { lapseExports } from "../../../../server/features/exports";
import { type Company, givenMember, givenTeam, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";
import { csvTaken, type Exported, givenManySales, made, readExport, workTasksOf } from "./givenExports";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  return { unitId, manager, rep: reps[0], colleague: reps[1] };
});

let company: Company;
let unitId: string;
let manager: Person;
let rep: Person;
let colleague: Person;
beforeEach(async () => {
  ({ company, unitId, manager, rep, colleague } = await start());
});

const ownSales = { what: "sales", filter: { view: "mine" } } as const;
const withRows = (count: number) => givenManySales({ rep, teamId: unitId, count });

const decide = async (by: Person, one: Exported, allowed: boolean, reason: string | null = null) => {
  const { exportId, revision } = one;
  const body = { commandId: randomUUID(), revision, allowed, reason };
  return company.as(by).send("exports.decide", { params: { exportId }, body });
};
const lapse = (at: string) => lapseExports({ at: new Date(at), runId: "run-1" }, company.app.deps);

describe("a table of 1,000 rows", () => {
  it("is made for one person alone", async () => {
    await withRows(exportRowsAlone);
    const one = await made(company, rep, ownSales);
    expect([one.state, one.rows, one.file !== null]).toEqual(["begun", exportRowsAlone, true]);
  });
});

describe("a table of 1,001 rows", () => {
  beforeEach(() => withRows(exportRowsAlone + 1));

  it.each(["csv", "xlsx"] as const)("as %s waits for who leads them, and no file is left", async (format) => {
    const one = await made(company, rep, { ...ownSales, format });
    expect(one).toMatchObject({ state: "waiting", rows: 1_001, file: null, deciderNames: [manager.name] });
    expect(await stored("files")).toEqual([]);
  });

  it("is whole once that one has allowed it", async () => {
    const one = await made(company, rep, ownSales);
    const { body } = await decide(manager, await readExport(company, manager, one), true);
    expect(body).toMatchObject({ export: { state: "allowed", decision: { byName: manager.name } } });
    await workTasksOf(company);
    expect((await csvTaken(company, rep, one)).records).toHaveLength(1_001);
  });

  it.each(["csv", "xlsx"] as const)(
    "as %s is decided on anew where it has become much longer since",
    async (format) => {
      const one = await made(company, rep, { ...ownSales, format });
      await decide(manager, one, true);
      await givenManySales({ rep, teamId: unitId, count: 200, from: 2_000 });
      await workTasksOf(company);
      const again = await readExport(company, rep, one);
      expect(again).toMatchObject({ state: "waiting", rows: 1_201, file: null, decision: null });
      await decide(manager, again, true);
      await workTasksOf(company);
      expect(await readExport(company, rep, one)).toMatchObject({ state: "allowed", rows: 1_201 });
      expect((await readExport(company, rep, one)).file).not.toBeNull();
    },
  );

  it("is made where it has become a little longer since it was allowed", async () => {
    const one = await made(company, rep, ownSales);
    await decide(manager, one, true);
    await givenManySales({ rep, teamId: unitId, count: 20, from: 2_000 });
    await workTasksOf(company);
    expect((await csvTaken(company, rep, one)).records).toHaveLength(1_021);
  });

  it("is never allowed by whoever asks, or by a colleague", async () => {
    const one = await made(company, rep, ownSales);
    expect((await decide(rep, one, true)).body).toMatchObject({ code: "right.missing" });
    expect((await decide(colleague, one, true)).body).toMatchObject({ code: "right.missing" });
    expect((await readExport(company, rep, one)).state).toBe("waiting");
  });

  it("of a leader waits for who stands above, and with nobody there for an administrator", async () => {
    const one = await made(company, manager, { what: "sales", filter: { view: "seen" } });
    expect(one.deciderNames).toEqual([company.hr.name]);
    expect((await decide(company.hr, one, true)).status).toBe(200);
  });

  it("is refused with a reason, which its asker reads", async () => {
    const one = await made(company, rep, ownSales);
    expect((await decide(manager, one, false)).body).toMatchObject({ code: "input.invalid" });
    expect((await decide(manager, one, false, "用不到这么多")).status).toBe(200);
    expect(await readExport(company, rep, one)).toMatchObject({
      state: "refused",
      decision: { reason: "用不到这么多" },
    });
    await workTasksOf(company);
    expect((await readExport(company, rep, one)).file).toBeNull();
  });

  it("is decided on once", async () => {
    const one = await made(company, rep, ownSales);
    await decide(manager, one, false, "用不到");
    expect((await decide(manager, one, true)).body).toMatchObject({ code: "export.closed" });
  });

  it("lapses after three working days", async () => {
    const one = await made(company, rep, ownSales);
    // Asked on a Thursday: Friday, Monday, Tuesday.
    expect(one.waitsUntil).toBe("2026-03-31T16:00:00.000Z");
    await lapse("2026-03-31T23:25:00+08:00");
    expect((await readExport(company, rep, one)).state).toBe("waiting");
    await lapse("2026-04-01T00:25:00+08:00");
    await lapse("2026-04-01T00:25:00+08:00");
    expect((await readExport(company, rep, one)).state).toBe("lapsed");
    company.app.clock.set("2026-04-01T09:00:00+08:00");
    expect((await decide(manager, one, true)).body).toMatchObject({ code: "export.closed" });
  });
});

describe("a table of 1,001 rows that its asker takes back", () => {
  let one: Exported;
  beforeEach(async () => {
    await withRows(exportRowsAlone + 1);
    one = await made(company, rep, ownSales);
  });
  const withdraw = (by: Person, { exportId, revision }: Exported) =>
    company.as(by).send("exports.withdraw", { params: { exportId }, body: { commandId: randomUUID(), revision } });

  it("waits for nobody any more", async () => {
    expect((await withdraw(rep, one)).body).toMatchObject({ export: { state: "withdrawn", waitsUntil: null } });
    expect((await decide(manager, one, true)).body).toMatchObject({ code: "export.closed" });
    expect((await company.as(manager).call("todos.approvals")).items).toEqual([]);
  });

  it("is taken back once, and by nobody else", async () => {
    expect((await withdraw(manager, one)).body).toMatchObject({ code: "export.unknown" });
    await withdraw(rep, one);
    expect((await withdraw(rep, await readExport(company, rep, one))).body).toMatchObject({ code: "export.closed" });
  });

  it("stays as it was decided where somebody was faster", async () => {
    await decide(manager, one, true);
    expect((await withdraw(rep, one)).body).toMatchObject({ code: "export.closed" });
  });
});

it("an auditor's waits for an administrator", async () => {
  await withRows(exportRowsAlone + 1);
  const auditor = await givenMember(company, { roles: ["auditor"] });
  const one = await made(company, auditor, { what: "sales", filter: { view: "seen" } });
  expect(one.deciderNames).toEqual([company.hr.name]);
});

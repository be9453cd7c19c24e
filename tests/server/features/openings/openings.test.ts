import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { type Company, givenMember, givenTeam, type Person, prepare } from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { countWrites } from "../../../support/failingWrites";
import { lookAt, stored } from "../../../support/testDatabase";
import { inTransaction, StaleRead } from "../../../../server/db";
import { auditInsert } from "../../../../server/audit";
import { eraseImports } from "../../../../server/features/imports";
import { JournalModel } from "../../../../server/features/ledger/journalModel";
import { syncDirectory } from "../../../../server/features/members";
import { beginOpenings, postOpeningsTask, submitOpenings } from "../../../../server/features/openings";
import { BalanceModel, BookModel } from "../../../../server/features/openings/openingModel";
import { openingSumsAreStored } from "../../../../server/migrations/0028-opening-sums-are-stored";
import { roundTripsOf } from "../../../support/roundTrips";
import { work } from "../imports/given";
import { decide, looked, none, posted, setFirstDay, submit, tableOf, workBeside } from "./givenOpenings";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const rest = { joinedOn: null, leftOn: null, reportsTo: null, salesMode: null, revision: 0 };
  for (const [{ memberId }, employeeNumber] of [
    [rep, "1007"],
    [colleague, "2031"],
    [company.finance, "0001"],
  ] as const)
    await company
      .as(company.hr)
      .call("members.setRecord", { memberId }, { commandId: randomUUID(), ...rest, employeeNumber });
  await setFirstDay(company);
  return { manager, rep, colleague };
});

let company: Company;
let rep: Person;
let colleague: Person;
beforeEach(async () => {
  ({ company, rep, colleague } = await start({ settings: { RATE_MEMBER_PER_MINUTE: "100000" } }));
});

const heading = "工号,待扣回,预支,已得未发,已发";
const two = tableOf(heading, "1007,350.00,,1200.50,88000", "2031,0,500,,");
const totalsOfTwo = { rows: 2, clawback: 35_000, draw: 50_000, unreleased: 120_050, paid: 8_800_000 };

const journals = async () => (await stored("journals")).filter(({ repMonth }) => repMonth === null);
const read = async (importId: string, by = company.finance) =>
  (await company.as(by).call("openings.read", { importId })).opening;
const mine = (person: Person) => company.as(person).call("openings.mine");

describe("opening balances", () => {
  it("are in the accounts once a second person has allowed them", async () => {
    const importId = await looked(company, company.finance, two);
    expect((await submit(company, company.finance, importId, totalsOfTwo)).status).toBe(202);
    expect(await journals()).toEqual([]);
    expect(await read(importId)).toMatchObject({ state: "waiting", deciderNames: [company.hr.name], changes: 4 });
    expect((await decide(company, company.hr, importId)).status).toBe(200);
    await work(company);
    expect(await read(importId)).toMatchObject({
      state: "posted",
      asOf: "2026-02-28",
      decision: { byName: company.hr.name },
    });
    expect((await journals()).map(({ _id }) => String(_id)).sort()).toEqual(
      [`${colleague.memberId}:draw`, ...["clawback", "paid", "unreleased"].map((kind) => `${rep.memberId}:${kind}`)]
        .map((rest) => `opening:${importId}:${rest}`)
        .sort(),
    );
    expect(await checkedLedger()).toMatchObject({ difference: null });
  });

  it("are each member's own to see, with the row of the file and who answers for it", async () => {
    await posted(company, two, totalsOfTwo);
    const { asOf, sums, items } = await mine(rep);
    expect([asOf, sums]).toEqual(["2026-02-28", { clawback: 35_000, draw: 0, unreleased: 120_050, paid: 8_800_000 }]);
    expect(items[0]).toMatchObject({
      ...{ kind: "clawback", row: 2, fileName: "期初.csv" },
      ...{ preparedByName: company.finance.name, approvedByName: company.hr.name },
    });
    expect((await mine(colleague)).items.map(({ kind }) => kind)).toEqual(["draw"]);
  });

  it("wait in the company's first steps for whoever checks them", async () => {
    await submit(company, company.finance, await looked(company, company.finance, two), totalsOfTwo);
    const { steps } = await company.as(company.hr).call("setup.read");
    expect(steps.find(({ step }) => step === "openings")).toMatchObject({ state: "open", mayI: true });
    await decide(company, company.hr, String((await stored("openings"))[0]?._id));
    const after = await company.as(company.hr).call("setup.read");
    expect(after.steps.find(({ step }) => step === "openings")).toMatchObject({ state: "waiting", byNames: [] });
  });

  it("are told as sums of the company to finance", async () => {
    await posted(company, two, totalsOfTwo);
    const { rows: _rows, ...sums } = totalsOfTwo;
    expect(await company.as(company.finance).call("openings.list")).toMatchObject({
      sums,
      membersCount: 2,
      none: null,
    });
  });

  it("change nothing where the same table is brought once more", async () => {
    await posted(company, two, totalsOfTwo);
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    const { counts } = (await company.as(company.finance).call("imports.read", { importId })).import;
    expect(counts).toEqual([{ is: "same", count: 2 }]);
    expect(await stored("openings")).toHaveLength(1);
  });

  it("are corrected by a journal of the difference alone, and who is not named keeps theirs", async () => {
    await posted(company, two, totalsOfTwo);
    const before = await journals();
    const importId = await posted(company, tableOf(heading, "1007,300.00,,,"), { rows: 1, clawback: 30_000 });
    const added = (await journals()).filter(({ _id }) => !before.some((one) => one._id === _id));
    expect(added).toMatchObject([
      {
        _id: `opening:${importId}:${rep.memberId}:clawback`,
        postings: [
          { account: `receivable:${rep.memberId}:clawback`, amountFen: -5_000 },
          { account: "opening", amountFen: 5_000 },
        ],
      },
    ]);
    expect((await mine(rep)).sums).toMatchObject({ clawback: 30_000, unreleased: 120_050 });
    expect((await mine(colleague)).sums).toMatchObject({ draw: 50_000 });
    expect(await checkedLedger()).toMatchObject({ difference: null });
  });

  it("end by a 0", async () => {
    await posted(company, two, totalsOfTwo);
    await posted(company, tableOf(heading, "2031,,0,,"), { rows: 1 });
    expect((await mine(colleague)).items).toEqual([]);
  });
});

describe("the totals that a person types from her own books", () => {
  it.each([
    ["one fen", { ...totalsOfTwo, paid: 8_800_001 }, { what: "paid", stated: 8_800_001, read: 8_800_000 }],
    ["one row", { ...totalsOfTwo, rows: 3 }, { what: "rows", stated: 3, read: 2 }],
  ])("stop the table at a difference of %s", async (_what, typed, fault) => {
    const importId = await looked(company, company.finance, two);
    const { body } = await submit(company, company.finance, importId, typed);
    expect(body).toMatchObject({ code: "opening.refused", why: "controlsDiffer", faults: [fault] });
    expect([await stored("openings"), await stored("openingBalances")]).toEqual([[], []]);
  });

  it("are asked for", async () => {
    const importId = await looked(company, company.finance, two);
    const { revision } = (await company.as(company.finance).call("imports.read", { importId })).import;
    const body = { commandId: randomUUID(), revision };
    const { body: answer } = await company.as(company.finance).send("imports.run", { params: { importId }, body });
    expect(answer).toMatchObject({ code: "opening.refused", why: "controlsMissing" });
  });

  it("are not told by how the table is read", async () => {
    const importId = await looked(company, company.finance, two);
    expect(JSON.stringify(await company.as(company.finance).call("imports.read", { importId }))).not.toMatch(/8800000/);
  });

  it("do not outvote a total that the table states itself", async () => {
    const importId = await looked(
      company,
      company.finance,
      tableOf("工号,姓名,待扣回", `1007,${rep.name},350`, "合计,,351"),
    );
    const { body } = await submit(company, company.finance, importId, { rows: 1, clawback: 35_000 });
    expect(body).toMatchObject({
      why: "totalsDiffer",
      totals: [{ what: "待扣回", statedFen: 35_100, readFen: 35_000 }],
    });
  });

  it("count no row that waits for a person", async () => {
    const importId = await looked(company, company.finance, tableOf(heading, "1007,350,,,", "9999,1,,,"));
    const { body } = await submit(company, company.finance, importId, { rows: 2, clawback: 35_100 });
    expect(body).toMatchObject({ why: "controlsDiffer" });
  });
});

describe("whoever decides on opening balances", () => {
  it("is never who has prepared them", async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    expect((await decide(company, company.finance, importId)).body).toMatchObject({ code: "right.missing" });
    expect((await decide(company, rep, importId)).body).toMatchObject({ code: "right.missing" });
    expect(await read(importId)).toMatchObject({ state: "waiting" });
  });

  it("has no balance in them", async () => {
    const other = await givenMember(company, { roles: ["finance"] });
    const importId = await looked(company, company.finance, tableOf("姓名,待扣回", `${company.hr.name},10`));
    await submit(company, company.finance, importId, { rows: 1, clawback: 1_000 });
    expect((await read(importId)).deciderNames).toEqual([other.name]);
    expect((await decide(company, company.hr, importId)).body).toMatchObject({ code: "right.missing" });
    expect((await decide(company, other, importId)).status).toBe(200);
  });

  it("sends them back with a reason, which who has prepared them is told", async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    expect((await decide(company, company.hr, importId, false)).body).toMatchObject({ code: "input.invalid" });
    expect((await decide(company, company.hr, importId, false, "少了王芳")).status).toBe(200);
    await company.workAll();
    expect(company.toldTo(company.finance).join("\n")).toMatch(/退回了你导入的期初余额：少了王芳/);
    expect([(await read(importId)).state, await journals()]).toEqual(["returned", []]);
    expect((await decide(company, company.hr, importId)).body).toMatchObject({ why: "closed" });
  });

  it("is asked no more where whoever has prepared them takes them back", async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    await company.workAll();
    expect((await decide(company, company.finance, importId, false)).status).toBe(200);
    const told = company.toldTo(company.finance).length;
    await company.workAll();
    expect(company.toldTo(company.finance)).toHaveLength(told);
    expect(await read(importId)).toMatchObject({ state: "returned", mayDecide: false });
    expect(
      (await submit(company, company.finance, await looked(company, company.finance, two), totalsOfTwo)).status,
    ).toBe(202);
  });

  describe("and reads them member by member", () => {
    const reads = async () => {
      const importId = await looked(company, company.finance, two);
      await submit(company, company.finance, importId, totalsOfTwo);
      await company.as(company.hr).call("openings.members", { importId });
      await company.workAll();
    };

    it("is listed to each of them as somebody who has looked", async () => {
      await reads();
      const seen = { what: "opening.read", byName: company.hr.name, visits: [] };
      expect((await company.as(rep).call("privacy.looked", {})).items).toMatchObject([seen]);
    });

    it("is told of to whoever wishes to hear of looks", async () => {
      const { revision } = (await company.app.me(rep.memberId)).member;
      const body = { commandId: randomUUID(), revision, lookMessages: true };
      await company.as(rep).call("me.setLookMessages", undefined, body);
      await reads();
      expect(company.toldTo(rep).join()).toContain(`${company.hr.name} 看了你的期初余额`);
    });
  });

  it("reads them member by member, which is noted", async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    const { items, nextCursor } = await company.as(company.hr).call("openings.members", { importId });
    expect([items.length, nextCursor]).toEqual([2, null]);
    expect(items.find(({ memberId }) => memberId === rep.memberId)).toMatchObject({
      sums: { clawback: 35_000, draw: 0, unreleased: 120_050, paid: 8_800_000 },
      balances: [{ kind: "clawback", changeFen: 35_000 }, { kind: "unreleased" }, { kind: "paid" }],
    });
    const notes = await stored("auditEntries", { action: "opening.read" });
    expect(notes.map(({ actor }) => (actor as { id: string }).id)).toContain(company.hr.memberId);
  });
});

describe("a table of opening balances", () => {
  it("waits alone: the next one comes after it", async () => {
    const first = await looked(company, company.finance, two);
    await submit(company, company.finance, first, totalsOfTwo);
    const second = await looked(company, company.hr, tableOf(heading, "1007,1,,,"));
    const { body } = await submit(company, company.hr, second, { rows: 1, clawback: 100 });
    expect(body).toMatchObject({ why: "oneWaits", name: company.finance.name });
  });

  it("holds back the row of whoever brings it, and what is of the first paying day or later", async () => {
    const importId = await looked(
      company,
      company.finance,
      tableOf(
        "工号,月份,日期,待扣回",
        "0001,,,5",
        "1007,2026-03,,5",
        "2031,,2026-03-01,5",
        "2031,2026-02,2026-02-28,5",
      ),
    );
    const { items } = await company.as(company.finance).call("imports.rows", { importId, is: "heldBack" });
    expect(items.map(({ row, why }) => [row, why])).toEqual([
      [2, "balance_own"],
      [3, "balance_after_first_day"],
      [4, "balance_after_first_day"],
    ]);
  });

  it("holds a balance back that is in the accounts split another way", async () => {
    await posted(company, two, totalsOfTwo);
    const importId = await looked(company, company.finance, tableOf("工号,单据号,待扣回", "1007,S-1,100"));
    const { items } = await company.as(company.finance).call("imports.rows", { importId, is: "heldBack" });
    expect(items[0]).toMatchObject({ why: "balance_counted_twice", column: "待扣回" });
  });

  it("holds a row back that says in parts what another row says as a whole, however far apart they are", async () => {
    const parts = Array.from({ length: 205 }, (_, n) => `1007,2026-02,S-${n},1`);
    const lines = ["工号,月份,单据号,待扣回", "2031,2026,,100", ...parts, "1007,2026,,205", "2031,2026-02,S-1,40"];
    const importId = await looked(company, company.finance, tableOf(...lines));
    const { items } = await company.as(company.finance).call("imports.rows", { importId, is: "heldBack" });
    expect(items.map(({ row, why, otherRow }) => [row, why, otherRow])).toEqual([
      [208, "balance_two_ways", 3],
      [209, "balance_two_ways", 2],
    ]);
  });

  it("takes totals as its rows are read: in the unit of their heading, and a dash for nothing", async () => {
    const importId = await looked(
      company,
      company.finance,
      tableOf("工号,姓名,待扣回（万元）,预支（万元）", `1007,${rep.name},0.035,-`, "合计,,0.035,-"),
    );
    expect((await submit(company, company.finance, importId, { rows: 1, clawback: 35_000 })).status).toBe(202);
    expect((await read(importId)).state).toBe("waiting");
  });

  it("does not hold the total of a column against it that is not read beside others", async () => {
    const importId = await looked(
      company,
      company.finance,
      tableOf("工号,姓名,待扣回,余额", `1007,${rep.name},350,999`, "合计,,350,999"),
    );
    expect((await submit(company, company.finance, importId, { rows: 1, clawback: 35_000 })).status).toBe(202);
  });

  it("brings along what is owed to and by somebody who has left", async () => {
    company.app.wecom.putMember({ userid: rep.memberId, status: 5 });
    await syncDirectory(company.app.deps);
    await posted(company, two, totalsOfTwo);
    expect((await company.as(company.finance).call("openings.list")).sums).toMatchObject({ clawback: 35_000 });
  });

  describe("that is read while something else changes", () => {
    const begun = async () => {
      const importId = await looked(company, company.finance, tableOf(heading, "1007,1,,,"));
      const base = await beginOpenings(importId, inTransaction);
      const by = { id: company.finance.memberId, name: company.finance.name };
      const totals = { ...none, rows: 1, clawback: 100 };
      const record = { importId, source: "erp", fileName: "期初.csv", fileHash: "0", by, stated: [] } as const;
      return { importId, end: () => submitOpenings({ ...record, typed: totals, sums: totals }, new Date(), base) };
    };

    it("is not handed on where another table has come into the accounts since its first row", async () => {
      const { end } = await begun();
      await posted(company, two, totalsOfTwo);
      await expect(end()).rejects.toMatchObject({ details: { why: "meanwhile" } });
    });

    it("is not begun as long as another one waits", async () => {
      const importId = await looked(company, company.hr, tableOf(heading, "1007,1,,,"));
      await submit(company, company.finance, await looked(company, company.finance, two), totalsOfTwo);
      await expect(beginOpenings(importId, inTransaction)).rejects.toMatchObject({ details: { why: "oneWaits" } });
    });

    it("says on its page why it is to be looked at again", async () => {
      const importId = await looked(company, company.finance, two);
      await submit(company, company.finance, importId, totalsOfTwo, () =>
        workBeside(company, "imports.run", () => setFirstDay(company, "2026-04-01")),
      );
      const { state, refusal, counts } = (await company.as(company.finance).call("imports.read", { importId })).import;
      expect([state, counts]).toEqual(["stopped", []]);
      expect(refusal).toMatch(/起薪日/);
    });

    it("is decided anew where the first paying day moves while it is handed on", async () => {
      const { importId, end } = await begun();
      const one = {
        _id: `${importId}:2:clawback`,
        importId,
        row: 2,
        memberId: rep.memberId,
        kind: "clawback",
      } as const;
      await lookAt(() => BalanceModel.create({ ...one, amountFen: 100, changeFen: 100 }));
      const ended = await end();
      await setFirstDay(company, "2026-04-01");
      await expect(inTransaction((session) => ended.write(session))).rejects.toThrow(StaleRead);
    });

    it("is not handed on where the first paying day has moved since its first row", async () => {
      const { end } = await begun();
      await setFirstDay(company, "2026-04-01");
      await expect(end()).rejects.toMatchObject({ details: { why: "dayMoved", before: "2026-03-01" } });
    });
  });

  it("is brought by finance or HR alone", async () => {
    const fileId = randomUUID();
    const body = { commandId: randomUUID(), purpose: "opening", source: "erp", fileId, fileName: "a.csv" } as const;
    expect((await company.as(rep).send("imports.create", { body })).body).toMatchObject({ code: "right.missing" });
  });
});

describe("the first paying day", () => {
  const moveTo = async (firstPayingOn: string) => {
    const { revision } = await company.as(company.hr).call("plans.firstPayingDay");
    return company
      .as(company.hr)
      .send("plans.setFirstPayingDay", { body: { commandId: randomUUID(), revision, firstPayingOn } });
  };

  it("stays once opening balances hold as of the day before it", async () => {
    await posted(company, two, totalsOfTwo);
    expect((await moveTo("2026-04-01")).body).toMatchObject({ code: "opening.refused", why: "stands" });
    expect((await moveTo("2026-03-01")).status).toBe(200);
  });

  it("may move again once putting balances into the accounts was stopped before any of it stood", async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    await decide(company, company.hr, importId);
    await stopPosting(importId, 1);
    expect((await moveTo("2026-04-01")).status).toBe(200);
    expect((await decide(company, company.hr, importId)).body).toMatchObject({ why: "dayMoved" });
    expect((await decide(company, company.hr, importId, false, "起薪日要改")).status).toBe(200);
  });

  it("that has moved since keeps a table from being allowed", async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    await moveTo("2026-04-01");
    expect((await decide(company, company.hr, importId)).body).toMatchObject({ why: "dayMoved", now: "2026-04-01" });
    expect((await decide(company, company.hr, importId, false, "起薪日改了")).status).toBe(200);
  });
});

describe("that there is nothing to bring along", () => {
  const sayNone = async (by: Person) => {
    const { revision } = await company.as(company.finance).call("openings.list");
    return company.as(by).send("openings.sayNone", { body: { commandId: randomUUID(), revision } });
  };

  it("is kept with who has said so", async () => {
    expect((await sayNone(company.hr)).status).toBe(200);
    expect((await company.as(company.finance).call("openings.list")).none).toMatchObject({ byName: company.hr.name });
  });

  it("is over once something is brought", async () => {
    await sayNone(company.hr);
    await posted(company, two, totalsOfTwo);
    expect((await company.as(company.finance).call("openings.list")).none).toBeNull();
    expect((await sayNone(company.hr)).body).toMatchObject({ why: "begun" });
  });
});

async function stopPosting(importId: string, revision: number): Promise<void> {
  const params = { taskId: `${importId}:${revision}` };
  await company.as(company.finance).call("tasks.cancel", params, { commandId: randomUUID() });
  await work(company);
}

describe("what is on its way into the accounts", () => {
  const allowed = async () => {
    const importId = await looked(company, company.finance, two);
    await submit(company, company.finance, importId, totalsOfTwo);
    await decide(company, company.hr, importId);
    return importId;
  };

  it("is asked about again where whoever prepared it stops it", async () => {
    const importId = await allowed();
    await stopPosting(importId, 1);
    expect([await read(importId), await journals()]).toMatchObject([{ state: "waiting", decision: null }, []]);
    expect((await decide(company, company.hr, importId)).status).toBe(200);
    await work(company);
    expect([(await read(importId)).state, (await journals()).length]).toEqual(["posted", 4]);
  });

  it("goes on where an earlier try, stopped before it was allowed again, is cleared away late", async () => {
    const importId = await allowed();
    await stopPosting(importId, 1);
    await decide(company, company.hr, importId);
    const earlier = { taskId: `${importId}:1`, memberId: company.finance.memberId, input: { importId } };
    await postOpeningsTask.discard(earlier, company.app.deps);
    expect(await read(importId)).toMatchObject({ state: "posting", decision: { byName: company.hr.name } });
  });

  it("is asked about again where a balance of it is there no more", async () => {
    const importId = await allowed();
    await lookAt(() => BalanceModel.deleteOne({ importId, kind: "draw" }));
    await work(company);
    expect([await read(importId), await journals()]).toMatchObject([{ state: "waiting" }, []]);
  });

  it("is there once, adds up and is told once, at whichever write its worker dies", async () => {
    const lines = Array.from({ length: 201 }, (_, n) => n);
    let times = 0;
    for (let [at, hasDied] = [1, true]; hasDied; at += 1) {
      // Another amount each time, so that each is a correction of the one before; more than are posted at a time.
      const [yuan, fen] = [`${at}.25`, at * 100 + 25];
      const table = tableOf("工号,单据号,待扣回", ...lines.map((n) => `1007,S-${n},${yuan}`), `2031,S-0,${yuan}`);
      const importId = await looked(company, company.finance, table);
      await submit(company, company.finance, importId, { rows: 202, clawback: 202 * fen });
      await decide(company, company.hr, importId);
      hasDied = (await countWrites(() => work(company), { at, when: "before" })) >= at;
      company.app.passRealTime({ seconds: 60 });
      await work(company);
      company.app.passRealTime({ seconds: 60 });
      await company.workAll();
      times += 1;
      expect([(await read(importId)).state, (await mine(rep)).sums.clawback]).toEqual(["posted", 201 * fen]);
      expect(await checkedLedger()).toMatchObject({ difference: null });
      const told = company.toldTo(company.finance).filter((text) => text.includes("2 人的期初余额已经入账"));
      expect(told).toHaveLength(times);
    }
    expect(times).toBeGreaterThan(4);
  }, 60_000);
});

it("are in what each member takes along of what is kept of them", async () => {
  await posted(company, two, totalsOfTwo);
  const { openings } = await company.as(rep).call("privacy.export", { period: "2026-03" });
  expect(openings?.map(({ kind, amountFen }) => [kind, amountFen])).toEqual(
    expect.arrayContaining([["clawback", 35_000]]),
  );
});

it("that nobody has allowed are erased with what is told of their table", async () => {
  const importId = await looked(company, company.finance, two);
  await submit(company, company.finance, importId, totalsOfTwo);
  const erased = async (at: string) => {
    const slot = { at: new Date(at), runId: `erase-imports@${at}` };
    await eraseImports(company.app.deps, slot, auditInsert(company.app.deps.realNow));
    return (await stored("openingBalances")).length;
  };
  // Somebody is asked about them.
  expect(await erased("2026-06-01T02:00:00+08:00")).toBe(4);
  await decide(company, company.finance, importId, false);
  expect(await erased("2026-06-02T02:00:00+08:00")).toBe(0);
});

it("that stand are kept when what is told of their table is erased", async () => {
  await posted(company, two, totalsOfTwo);
  const slot = { at: new Date("2026-06-01T02:00:00+08:00"), runId: "erase-imports@1" };
  await eraseImports(company.app.deps, slot, auditInsert(company.app.deps.realNow));
  expect([(await stored("imports")).length, (await stored("openingBalances")).length]).toEqual([0, 4]);
});

it("are added up where they are put into the accounts, and not where their list is read", async () => {
  await posted(company, two, totalsOfTwo);
  const list = () => company.as(company.finance).call("openings.list");
  const { sums, membersCount } = await list();
  expect((await roundTripsOf(list)).filter((sent) => sent.endsWith(" openingBalances"))).toEqual([]);
  // As a version of before left it, which added them up each time.
  await lookAt(() =>
    BookModel.collection.updateOne({ _id: "company" as never }, { $unset: { sums: 1, membersCount: 1 } }),
  );
  await lookAt(() =>
    openingSumsAreStored.up({
      db: mongoose.connection.db!, // connected: the company is in it
      logger: company.app.deps.logger,
      settings: company.app.deps.settings,
      realNow: () => new Date(0),
      writeBatch: inTransaction,
      progress: () => undefined,
    }),
  );
  expect(await list()).toMatchObject({ sums, membersCount });
  expect((await checkedLedger()).difference).toBeNull();
});

it("are found by ledger:check where their sums are told wrongly", async () => {
  await posted(company, two, totalsOfTwo);
  await lookAt(() => BookModel.collection.updateOne({ _id: "company" as never }, { $set: { "sums.clawback": 1 } }));
  expect((await checkedLedger()).difference).toMatch(/sum of opening balances, clawback/);
});

it("are found by ledger:check where two items are wrong by the same sum", async () => {
  await posted(company, tableOf("工号,单据号,待扣回", "1007,S-1,100", "1007,S-2,40"), { rows: 2, clawback: 14_000 });
  const [journal] = await stored("journals", { repMonth: null });
  const postings = journal?.postings as { lineId: string; amountFen: number; account: string }[];
  const [first] = postings;
  for (const one of postings) if (one.account !== "opening") one.amountFen += one.lineId === first?.lineId ? 1 : -1;
  await lookAt(() => JournalModel.collection.updateOne({ _id: String(journal?._id) as never }, { $set: { postings } }));
  expect((await checkedLedger()).difference).toMatch(/item .*clawback/);
});

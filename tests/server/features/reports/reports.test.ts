import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { type Company, givenMember, givenRep, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => ({
  rep: await givenRep(company, { name: "小李" }),
  admin: await givenMember(company, { name: "秦宇", roles: ["admin"] }),
  second: await givenMember(company, { name: "唐艺", roles: ["admin"] }),
}));

let company: Company;
let rep: Person;
let admin: Person;
let second: Person;
beforeEach(async () => {
  ({ company, rep, admin, second } = await start());
});

const reference = "7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f";
const body = (more: Partial<BodyOf<"reports.send">> = {}): BodyOf<"reports.send"> => ({
  commandId: randomUUID(),
  text: "提交记录后一直转圈",
  saw: null,
  reference,
  screen: "/pages/field/visit/index",
  program: "h5 0.1.0",
  happenedAt: "2026-03-26T08:59:00+08:00",
  ...more,
});
const send = (more?: Partial<BodyOf<"reports.send">>, who = rep) =>
  company.as(who).call("reports.send", undefined, body(more));
const listed = async (view: "mine" | "open" | "done", who: Person) =>
  (await company.as(who).call("reports.list", { view })).items;
/** Beside that this company has no plan yet. */
const waitsFor = async (who: Person) =>
  (await company.as(who).call("todos.mine")).items.filter(({ kind }) => kind !== "setup");
const close = (reportId: string, answer: string | null = null, who = admin) =>
  company.as(who).call("reports.close", { reportId }, { commandId: randomUUID(), revision: 1, answer });

describe("a reported problem", () => {
  it("is answered with who hears of it", async () => {
    expect((await send()).heardByNames).toEqual(expect.arrayContaining(["秦宇", "唐艺"]));
  });

  it("is told to every administrator in the person's words", async () => {
    await send();
    await company.workAll();
    expect([company.toldTo(admin), company.toldTo(second)]).toEqual([["提交记录后一直转圈"], ["提交记录后一直转圈"]]);
  });

  it("waits in the list of an administrator with its number, page, version and time", async () => {
    await send();
    expect(await listed("open", admin)).toMatchObject([
      {
        byName: "小李",
        reference,
        screen: "/pages/field/visit/index",
        program: "h5 0.1.0",
        happenedAt: "2026-03-26T00:59:00.000Z",
      },
    ]);
    expect(await waitsFor(admin)).toMatchObject([{ kind: "report", about: "小李" }]);
  });

  it("needs no number: what a proxy said has none", async () => {
    await send({ reference: null, text: null, saw: "服务器出了点问题。" });
    await company.workAll();
    expect(company.toldTo(admin)).toEqual(["服务器出了点问题。"]);
  });

  it("that says nothing at all is not taken", async () => {
    await expect(send({ reference: null, text: null })).rejects.toMatchObject({ code: "input.invalid" });
  });

  it("that arrives twice is told once", async () => {
    const sent = body();
    const [first, again] = await Promise.all(
      [sent, sent].map((one) => company.as(rep).call("reports.send", undefined, one)),
    );
    expect(again).toEqual(first);
    await company.workAll();
    expect(company.toldTo(admin)).toHaveLength(1);
  });

  it("from a phone that is ahead of the clock happened no later than it was reported", async () => {
    await send({ happenedAt: "2031-01-01T00:00:00+08:00" });
    expect((await listed("mine", rep))[0]?.happenedAt).toBe("2026-03-26T01:00:00.000Z");
  });

  it("is shown to no colleague of who reported it", async () => {
    await send();
    const other = await givenRep(company);
    expect(await listed("mine", other)).toEqual([]);
    await expect(listed("open", other)).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("a problem that is done", () => {
  const done = async () => {
    const { reportId } = await send();
    await close(reportId, "磁盘满了，已经清理。");
    await company.workAll();
  };

  it("waits no more", async () => {
    await done();
    expect(await listed("open", admin)).toEqual([]);
  });

  it("is told to who reported it, with the answer", async () => {
    await done();
    expect(company.toldTo(rep)).toEqual(["秦宇：磁盘满了，已经清理。"]);
    expect(await listed("mine", rep)).toMatchObject([{ closed: { byName: "秦宇", answer: "磁盘满了，已经清理。" } }]);
  });

  it("is not told to an administrator who has not heard of it yet", async () => {
    const { reportId } = await send();
    await close(reportId);
    await company.workAll();
    expect(company.toldTo(second)).toEqual([]);
  });

  it("is done once: the second administrator is told that the first was faster", async () => {
    const { reportId } = await send();
    await close(reportId);
    await expect(close(reportId, null, second)).rejects.toMatchObject({ code: "stale" });
  });
});

describe("a problem that was marked as done and is not", () => {
  const closedByMistake = async () => {
    const { reportId } = await send();
    await company.workAll();
    await close(reportId, "磁盘满了，已经清理。");
    return reportId;
  };
  const reopen = (reportId: string, who = admin) =>
    company.as(who).call("reports.reopen", { reportId }, { commandId: randomUUID(), revision: 2 });

  it("waits for the administrators again", async () => {
    await reopen(await closedByMistake());
    expect(await listed("open", admin)).toMatchObject([{ byName: "小李", closed: null }]);
    expect(await waitsFor(second)).toMatchObject([{ kind: "report", about: "小李" }]);
  });

  it("is told to who had read that it was done", async () => {
    const reportId = await closedByMistake();
    await company.workAll();
    await reopen(reportId);
    await company.workAll();
    expect(company.toldTo(rep).at(-1)).toBe("秦宇改回了等处理：还没有处理好。处理好了再告诉你。");
  });

  it("is no message to who had not yet read that it was done", async () => {
    await reopen(await closedByMistake());
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([]);
  });

  it("is told once more to the other administrators, and not to who has opened it", async () => {
    const reportId = await closedByMistake();
    await company.workAll();
    await reopen(reportId);
    await company.workAll();
    expect([company.toldTo(admin).length, company.toldTo(second).length]).toEqual([1, 2]);
  });

  it("is told as done anew once it is", async () => {
    const reportId = await closedByMistake();
    await company.workAll();
    await reopen(reportId);
    await company.workAll();
    const again = { commandId: randomUUID(), revision: 3, answer: "现在好了。" };
    await company.as(admin).call("reports.close", { reportId }, again);
    await company.workAll();
    expect(company.toldTo(rep).at(-1)).toBe("秦宇：现在好了。");
  });

  it("is opened again once: of two administrators the second is told so", async () => {
    const reportId = await closedByMistake();
    await reopen(reportId);
    await expect(reopen(reportId, second)).rejects.toMatchObject({ code: "stale" });
  });

  it("is opened again by administrators alone", async () => {
    const reportId = await closedByMistake();
    await expect(reopen(reportId, rep)).rejects.toMatchObject({ code: "right.missing" });
  });
});

it("tells administrators of a failure that everybody reports in a few messages, not in one for each person", async () => {
  for (let n = 0; n < 9; n += 1) {
    await send({ text: `第 ${n} 个人` });
    await company.workAll();
  }
  expect(company.toldTo(admin)).toHaveLength(4);
  expect(company.toldTo(admin).at(-1)).toBe("十分钟里有好几个人报告了问题，都在清单里。");
  expect(await listed("open", admin)).toHaveLength(9);
});

it("refuses the one after the twentieth of a day from one person", async () => {
  for (let n = 0; n < 20; n += 1) await send();
  await expect(send()).rejects.toMatchObject({ code: "report.tooMany", status: 429 });
  expect(await stored("reports")).toHaveLength(20);
});

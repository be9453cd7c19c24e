import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { loadCalendar } from "../../../../server/features/calendar";
import { workCalendarOf } from "../../../../server/lib/workCalendar";
import { type Company, givenMember, givenTargets, givenTeam, type Person, prepare } from "../../../support/given";
import { forget, putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  await givenTargets(company, [[rep, 30_000_000]]);
  const admin = await givenMember(company, { roles: ["admin"] });
  return { rep, manager, admin };
});

let company: Company;
let rep: Person;
let manager: Person;
let admin: Person;
beforeEach(async () => {
  ({ company, rep, manager, admin } = await start({ now: "2026-03-26T09:00:00+08:00" }));
});

type Days = BodyOf<"calendar.set">["days"];
const read = (year = "2026") => company.as(company.hr).call("calendar.read", { year });
const set = (
  days: Days,
  { year = "2026", revision = 0, isWhole = false, by = company.hr, commandId = String(randomUUID()) } = {},
) => company.as(by).call("calendar.set", { year }, { commandId, revision, days, ...(isWhole && { isWhole }) });
/** The year as it was announced, with one more day off. */
const withOff = async (on: string): Promise<Days> => [...(await read()).days, { on, kind: "off" as const }];

describe("the calendar of a year", () => {
  it("is the announced one until somebody writes it", async () => {
    const { source, days, revision, editableFrom } = await read();
    expect([source, revision, editableFrom]).toEqual(["announced", 0, "2026-03-01"]);
    expect(days).toContainEqual({ on: "2026-10-01", kind: "off" });
    expect(days).toContainEqual({ on: "2026-10-10", kind: "work" });
  });

  it("of a year that nobody has announced says so", async () => {
    expect(await read("2031")).toMatchObject({ source: "none", days: [] });
  });

  it("counts at once for everything that asks for working days", async () => {
    const pace = async () => (await company.as(rep).call("today.read")).pace;
    const before = await pace();
    await set(await withOff("2026-03-30"));
    company.app.passRealTime({ seconds: 6 });
    expect((await pace()).workingDaysLeft).toBe((before.workingDaysLeft ?? 0) - 1);
  });

  it("names who has written it and what became other by it", async () => {
    const { effects } = await set(await withOff("2026-04-01"));
    expect(effects).toMatchObject({
      days: ["2026-04-01"],
      workingDays: [{ month: "2026-04", before: 21, after: 20 }],
    });
    expect(await read()).toMatchObject({ source: "company", revision: 1, changed: { byName: company.hr.name } });
    expect(await stored("auditEntries", { action: "calendar.set" })).toMatchObject([
      { subject: "calendar:2026", detail: { days: ["2026-04-01"] } },
    ]);
  });

  it("tells beforehand what would become other by a change", async () => {
    const days = await withOff("2026-06-01");
    const { effects } = await company.as(company.hr).call("calendar.preview", { year: "2026" }, { days });
    expect(effects.cutOffs.map(({ month }) => month)).toEqual(["2026-05"]);
    expect((await read()).source).toBe("announced");
  });

  it("is written once, however often it arrives", async () => {
    const [days, commandId] = [await withOff("2026-04-01"), randomUUID()];
    expect(await set(days, { commandId })).toEqual(await set(days, { commandId }));
    expect(await stored("calendarYears")).toMatchObject([{ _id: "2026", revision: 1 }]);
  });

  it("is not written over what somebody else has written meanwhile", async () => {
    await set(await withOff("2026-04-01"));
    await expect(set(await withOff("2026-04-02"), { by: admin })).rejects.toMatchObject({ code: "stale" });
  });

  it("has one writer where two write it at once", async () => {
    const days = await withOff("2026-04-01");
    const both = await Promise.allSettled([set(days), set(days, { by: admin })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored("calendarYears")).toHaveLength(1);
  });

  it("stays as it was in months that are cut off", async () => {
    await expect(set(await withOff("2026-02-27"))).rejects.toMatchObject({ code: "input.invalid" });
    expect(await stored("calendarYears")).toEqual([]);
  });

  it("is written by HR and administrators alone", async () => {
    await expect(set([], { by: rep })).rejects.toMatchObject({ code: "right.missing" });
  });

  it("that another process has written counts once this one has read it", async () => {
    await set(await withOff("2026-04-01"));
    const [record] = await stored("calendarYears");
    await forget("calendarYears");
    await putStored("calendarYears", [{ ...record, holidays: ["2026-04-02"], isWhole: true, revision: 2 }]);
    const april = { from: "2026-04-01", to: "2026-04-03" };
    expect(workCalendarOf(april).holidays).toEqual(["2026-04-01"]);
    await loadCalendar();
    expect(workCalendarOf(april).holidays).toEqual(["2026-04-02"]);
  });

  it("goes on over the turn of a year from one year's days to the other's", async () => {
    await set([{ on: "2027-01-01", kind: "off" }], { year: "2027" });
    const turn = { from: "2026-12-30", to: "2027-01-04" };
    expect(workCalendarOf(turn).holidays).toEqual(["2027-01-01"]);
  });
});

describe("a year that nobody has announced", () => {
  const asked = async (person: Person) =>
    (await company.as(person).call("todos.mine")).items.flatMap(({ kind, about }) =>
      kind === "calendarUnknown" ? [about] : [],
    );
  const inHealth = async () =>
    (await company.as(admin).call("office.rows", { tab: "health" })).items.flatMap(({ kind, names }) =>
      kind === "calendar" ? names : [],
    );

  it("is asked about once it can be known, from December on, of who keeps the calendar", async () => {
    company.app.clock.set("2026-11-30T09:00:00+08:00");
    expect([await asked(company.hr), await inHealth()]).toEqual([[], []]);
    company.app.clock.set("2026-12-01T09:00:00+08:00");
    expect([await asked(company.hr), await asked(rep), await inHealth()]).toEqual([["2027"], [], ["2027"]]);
  });

  it("is asked about still where it has begun in the meantime", async () => {
    company.app.clock.set("2027-01-04T09:00:00+08:00");
    expect([await asked(company.hr), await inHealth()]).toEqual([["2027"], ["2027"]]);
  });

  const inGuide = async () => (await company.as(admin).call("setup.read")).calendar.unknownYear;
  const newYear: Days = [{ on: "2027-01-01", kind: "off" }];

  it("stays asked about where a part of its days is written, everywhere alike", async () => {
    company.app.clock.set("2026-12-02T09:00:00+08:00");
    await set(newYear, { year: "2027" });
    expect([await asked(company.hr), await inHealth()]).toEqual([["2027"], ["2027"]]);
    expect(await inGuide()).toEqual({ year: "2027", writtenCount: 1 });
    expect(await read("2027")).toMatchObject({ source: "part", days: newYear });
  });

  it("is asked about no more once somebody says that its days are all there", async () => {
    company.app.clock.set("2026-12-02T09:00:00+08:00");
    await set(newYear, { year: "2027" });
    await set(newYear, { year: "2027", revision: 1, isWhole: true });
    expect([await asked(company.hr), await inHealth(), await inGuide()]).toEqual([[], [], null]);
    expect(await read("2027")).toMatchObject({ source: "company", days: newYear });
  });

  it("has what is announced of it later beside what the company had written of it before", async () => {
    await set(await withOff("2026-04-01"));
    const [record] = await stored("calendarYears");
    await forget("calendarYears");
    await putStored("calendarYears", [{ ...record, holidays: ["2026-04-01"], workdays: [], isWhole: false }]);
    await loadCalendar();
    const { source, days } = await read();
    expect(source).toBe("company");
    expect(days.map(({ on }) => on)).toEqual(expect.arrayContaining(["2026-04-01", "2026-10-01", "2026-10-10"]));
    expect(workCalendarOf({ from: "2026-04-01", to: "2026-10-01" }).holidays).toEqual(
      expect.arrayContaining(["2026-04-01", "2026-10-01"]),
    );
  });
});

describe("the cut-off of a month that is open", () => {
  const cutOffAt = "2026-04-01T18:00:00+08:00";
  const givenOpen = (at = cutOffAt) =>
    putStored("periods", [{ _id: "2026-03", schemaVersion: 1, state: "open", cutOffAt: new Date(at), revision: 1 }]);
  const kept = async () => (await stored("periods", { _id: "2026-03" })).map((one): unknown => one.cutOffAt);
  const messagesOf = async (person: Person) => {
    await company.workAll();
    const { items } = await company.as(person).call("notices.list", {});
    return items.filter(({ kind }) => kind === "cut_off_moved").map(({ text }) => text);
  };

  it("moves to the next working day where nobody works on its day any more", async () => {
    await givenOpen();
    const { effects } = await set(await withOff("2026-04-01"));
    expect(effects.cutOffs.find(({ month }) => month === "2026-03")).toEqual({
      ...{ month: "2026-03", before: new Date(cutOffAt).toISOString(), after: "2026-04-02T10:00:00.000Z" },
    });
    expect(await kept()).toEqual([new Date("2026-04-02T18:00:00+08:00")]);
  });

  it("stays as it was said where its own day is worked", async () => {
    await givenOpen("2026-04-02T18:00:00+08:00");
    await set(await withOff("2026-04-01"));
    expect(await kept()).toEqual([new Date("2026-04-02T18:00:00+08:00")]);
  });

  it("moves to no earlier day", async () => {
    await givenOpen("2026-04-08T18:00:00+08:00");
    await set(await withOff("2026-04-08"));
    expect(await kept()).toEqual([new Date("2026-04-09T18:00:00+08:00")]);
  });

  it("stays where it is over", async () => {
    await givenOpen("2026-03-20T18:00:00+08:00");
    await set((await read()).days);
    expect(await kept()).toEqual([new Date("2026-03-20T18:00:00+08:00")]);
  });

  it("that has moved is told to who closes the month and to who leads a team", async () => {
    await givenOpen();
    await set(await withOff("2026-04-01"), { by: admin });
    expect(await messagesOf(company.finance)).toEqual([
      `${admin.name}改了工作日历，3月的截止时间从4月1日 18:00 推迟到 4月2日 18:00。`,
    ]);
    expect(
      [await messagesOf(manager), await messagesOf(admin), await messagesOf(rep)].map((all) => all.length),
    ).toEqual([1, 0, 0]);
  });
});

import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { syncDirectory } from "../../../../server/features/members";
import { memberByNumber } from "../../../../server/features/staff";
import { branchUnitId, type Company, givenMember, givenTeam, move, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}, {}] });
  const [rep, colleague, third] = reps;
  const admin = await givenMember(company, { roles: ["admin"] });
  return { manager, rep, colleague, third, admin };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let third: Person;
let admin: Person;
beforeEach(async () => {
  ({ company, manager, rep, colleague, third, admin } = await start());
});

type Body = BodyOf<"members.setRecord">;
const empty = { employeeNumber: null, joinedOn: null, leftOn: null, reportsTo: null, salesMode: null };
const set = (member: Person, change: Partial<Body>, by: Person = company.hr) =>
  company
    .as(by)
    .call(
      "members.setRecord",
      { memberId: member.memberId },
      { ...empty, commandId: randomUUID(), revision: 0, ...change },
    );
const read = (member: Person) => company.as(company.hr).call("members.read", { memberId: member.memberId });
const leave = async ({ memberId }: Person) => {
  company.app.wecom.putMember({ userid: memberId, status: 5 });
  await syncDirectory(company.app.deps);
  company.app.passRealTime({ seconds: 6 });
};
const today = "2026-03-26";

describe("what HR keeps of a member", () => {
  it("is shown as it was typed, with leading zeros", async () => {
    await set(rep, {
      employeeNumber: " 00731 ",
      joinedOn: "2023-07-01",
      salesMode: { fromOn: "2023-07-01", value: "直销" },
    });
    expect((await read(rep)).member).toMatchObject({
      employeeNumber: "00731",
      joinedOn: "2023-07-01",
      salesMode: [{ fromOn: "2023-07-01", value: "直销" }],
      superiorNames: [manager.name],
    });
  });

  it("is written once, however often it arrives", async () => {
    const commandId = randomUUID();
    const first = await set(rep, { commandId, employeeNumber: "00731" });
    expect(await set(rep, { commandId, employeeNumber: "00731" })).toEqual(first);
    expect(await stored("staffRecords")).toMatchObject([{ _id: rep.memberId, revision: 1 }]);
    expect(await stored("auditEntries", { action: "members.setRecord" })).toHaveLength(1);
  });

  it("is not written over what somebody else has typed meanwhile", async () => {
    await set(rep, { employeeNumber: "00731" });
    await expect(set(rep, { employeeNumber: "00732" }, admin)).rejects.toMatchObject({ code: "stale" });
    expect((await read(rep)).member.employeeNumber).toBe("00731");
  });

  it("has one answer where two write it at once", async () => {
    const both = await Promise.allSettled([
      set(rep, { employeeNumber: "00731" }),
      set(rep, { employeeNumber: "00732" }, admin),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored("staffRecords")).toHaveLength(1);
  });

  it("is typed by nobody about themselves", async () => {
    await expect(set(company.hr, { employeeNumber: "1" })).rejects.toMatchObject({ code: "right.missing" });
  });

  it("stays as it is when the directory is read", async () => {
    await set(rep, { employeeNumber: "00731", reportsTo: { fromOn: today, value: colleague.memberId } });
    await move(company, rep, { unitId: branchUnitId });
    expect((await read(rep)).member).toMatchObject({ employeeNumber: "00731", superiorNames: [colleague.name] });
  });

  it("is in one's own export", async () => {
    await set(rep, { employeeNumber: "00731", reportsTo: { fromOn: today, value: colleague.memberId } });
    expect((await company.as(rep).call("privacy.export", { period: "2026-03" })).staff).toMatchObject({
      employeeNumber: "00731",
      reportsTo: [{ fromOn: today, name: colleague.name }],
    });
  });

  it("is refused with the field that is wrong, and nothing is stored", async () => {
    const body = { ...empty, commandId: randomUUID(), revision: 0, joinedOn: "2026-03-02", leftOn: "2026-03-01" };
    const answer = await company.as(company.hr).send("members.setRecord", { params: { memberId: rep.memberId }, body });
    expect(answer.body).toMatchObject({
      code: "input.invalid",
      fields: [{ field: "leftOn", code: "day.beforeJoined" }],
    });
    expect(await stored("staffRecords")).toEqual([]);
  });
});

describe("an employee number", () => {
  it("finds its member in any width and case, and no other", async () => {
    await set(rep, { employeeNumber: "GZ-007" });
    expect(await memberByNumber("ｇｚ－００７")).toMatchObject({ memberId: rep.memberId, active: true });
    expect(await memberByNumber("GZ-07")).toBeNull();
    expect(await memberByNumber("  ")).toBeNull();
  });

  it("is one member's alone, also where two get it at once", async () => {
    const both = await Promise.allSettled([
      set(rep, { employeeNumber: "gz-007" }),
      set(colleague, { employeeNumber: "GZ-007" }, admin),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [refused] = both.filter((one) => one.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "member.numberTaken" });
  });

  it("is free again once it was changed", async () => {
    await set(rep, { employeeNumber: "007" });
    await set(rep, { employeeNumber: "008", revision: 1 });
    expect(await memberByNumber("007")).toBeNull();
    await set(colleague, { employeeNumber: "007" });
    expect(await memberByNumber("007")).toMatchObject({ memberId: colleague.memberId });
  });

  it("of somebody who has left may be given to another, and is theirs then", async () => {
    await set(rep, { employeeNumber: "007" });
    await leave(rep);
    expect(await memberByNumber("007")).toMatchObject({ memberId: rep.memberId, active: false });
    await set(colleague, { employeeNumber: "007" });
    expect(await memberByNumber("007")).toMatchObject({ memberId: colleague.memberId, active: true });
    expect((await read(rep)).member).toMatchObject({ employeeNumber: "007", numberTakenByName: colleague.name });
  });
});

describe("whom somebody reports to", () => {
  const to = (member: Person) => ({ reportsTo: { fromOn: today, value: member.memberId } });

  it("is nobody who reports to them, over however many", async () => {
    await set(rep, to(colleague));
    await set(colleague, to(third));
    await expect(set(third, to(rep))).rejects.toMatchObject({ code: "member.circle" });
  });

  it("is nobody of their own team, for its leader", async () => {
    await expect(set(manager, to(rep))).rejects.toMatchObject({ code: "member.circle" });
  });

  it("goes round in no circle where two ends of it are typed at once", async () => {
    const both = await Promise.allSettled([set(rep, to(colleague)), set(colleague, to(rep), admin)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("goes round in no circle on the day from which another change counts", async () => {
    await set(colleague, { reportsTo: { fromOn: "2026-05-01", value: rep.memberId } });
    await expect(set(rep, to(colleague))).rejects.toMatchObject({ code: "member.circle" });
  });

  it("is the unit's leader again once the other has left", async () => {
    await set(rep, to(colleague));
    await leave(colleague);
    expect((await read(rep)).member.superiorNames).toEqual([manager.name]);
  });

  it("is somebody who is here", async () => {
    await expect(set(rep, { reportsTo: { fromOn: today, value: "nobody" } })).rejects.toMatchObject({
      code: "input.invalid",
    });
  });
});

describe("somebody who has left", () => {
  it("is shown with what waits for somebody else", async () => {
    await leave(rep);
    expect(await read(rep)).toMatchObject({ member: { state: "left" }, open: { clients: 0, sales: 0 } });
  });
});

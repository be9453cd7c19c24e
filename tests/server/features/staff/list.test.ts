import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import { type Company, givenMember, givenTeam, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { name: teamName, reps } = await givenTeam(company, { reps: [{ name: "王芃" }, { name: "单雄信" }] });
  const [wangfang, shan] = reps;
  const admin = await givenMember(company, { name: "李管", roles: ["admin"] });
  const nobody = await givenMember(company, { name: "赵闲" });
  return { teamName, wangfang, shan, admin, nobody };
});

let company: Company;
let teamName: string;
let wangfang: Person;
let shan: Person;
let nobody: Person;
beforeEach(async () => {
  ({ company, teamName, wangfang, shan, nobody } = await start());
});

type Query = Parameters<typeof list>[0];
const list = (query: { words?: string; state?: "here" | "left"; lacking?: "team" | "role"; cursor?: string } = {}) =>
  company.as(company.hr).call("members.list", query);
const namesOf = async (query: Query) => (await list(query)).items.map(({ name }) => name);

describe("the list of members", () => {
  it("has everybody who is here, by the letters of their names", async () => {
    const { items, counts, nextCursor } = await list();
    const names = items.map(({ name }) => name);
    expect(names.filter((name) => ["李管", "单雄信", "王芃", "赵闲"].includes(name))).toEqual([
      "李管",
      "单雄信",
      "王芃",
      "赵闲",
    ]);
    expect([counts, nextCursor]).toEqual([{ here: names.length, left: 0 }, null]);
  });

  it("says where somebody belongs and which roles they have until when", async () => {
    const body = { commandId: randomUUID(), role: "finance" as const, unitId: null, lastOn: "2026-04-30" };
    await company.as(company.hr).call("roles.grant", { memberId: wangfang.memberId }, body);
    expect((await list({ words: "王芃" })).items).toMatchObject([
      { unitName: teamName, byDirectory: ["rep"], roles: [{ role: "finance", lastOn: "2026-04-30" }] },
    ]);
  });

  it.each(["王芃", "芃", "wp", "WP"])("finds by %s", async (words) => {
    expect(await namesOf({ words })).toEqual(["王芃"]);
  });

  it("reads a surname as one", async () => {
    expect(await namesOf({ words: "sxx" })).toEqual(["单雄信"]);
  });

  it("finds by the beginning of a number, and by the end of a phone", async () => {
    const record = { employeeNumber: "GZ-00731", joinedOn: null, leftOn: null, reportsTo: null, salesMode: null };
    await company
      .as(company.hr)
      .call("members.setRecord", { memberId: shan.memberId }, { ...record, commandId: randomUUID(), revision: 0 });
    for (const agent of company.app.wecom.world.agents) agent.createdAfter20220620 = false;
    company.app.wecom.putMember({ userid: wangfang.memberId, mobile: "13900007318" });
    await syncDirectory(company.app.deps);
    expect(await namesOf({ words: "ｇｚ-007" })).toEqual(["单雄信"]);
    expect(await namesOf({ words: "7318" })).toEqual(["王芃"]);
  });

  it("finds nobody by what is nobody's", async () => {
    expect(await namesOf({ words: "没有这个人" })).toEqual([]);
  });

  it("shows who belongs to no team, and who has no role", async () => {
    expect(await namesOf({ lacking: "team" })).toContain("李管");
    expect(await namesOf({ lacking: "team" })).not.toContain("王芃");
    expect(await namesOf({ lacking: "role" })).toEqual([nobody.name]);
  });

  it("shows who has left apart", async () => {
    company.app.wecom.putMember({ userid: shan.memberId, status: 5 });
    await syncDirectory(company.app.deps);
    expect(await namesOf({ state: "left" })).toEqual(["单雄信"]);
    expect(await namesOf({})).not.toContain("单雄信");
    expect((await list()).counts.left).toBe(1);
  });

  it("goes on where the last page ended, with nobody twice", async () => {
    for (let n = 0; n < 60; n += 1) company.app.wecom.putMember({ userid: `many${n}`, name: `同名`, department: [1] });
    await syncDirectory(company.app.deps);
    const first = await list();
    const second = await list({ cursor: first.nextCursor ?? "" });
    const ids = [...first.items, ...second.items].map(({ memberId }) => memberId);
    expect([ids.length, new Set(ids).size, second.nextCursor]).toEqual([first.counts.here, first.counts.here, null]);
  });

  it("is found under the new name once WeCom tells one", async () => {
    company.app.wecom.putMember({ userid: wangfang.memberId, name: "王芃芃" });
    await syncDirectory(company.app.deps);
    expect(await namesOf({ words: "wpp" })).toEqual(["王芃芃"]);
  });
});

describe("the directory", () => {
  const ask = (commandId = randomUUID()) =>
    company.as(company.hr).call("members.readDirectory", undefined, { commandId });

  it("is read by a worker once it is asked for", async () => {
    company.app.wecom.putMember({ userid: "newcomer", name: "新来", department: [1] });
    const { askedAt } = await ask();
    expect(await namesOf({ words: "新来" })).toEqual([]);
    await company.workAll();
    expect(await namesOf({ words: "新来" })).toEqual(["新来"]);
    const { directoryReadAt } = await company.app.api.call("setup.ready");
    expect(String(directoryReadAt) >= askedAt).toBe(true);
  });

  it("is asked for once, however often that arrives", async () => {
    const commandId = randomUUID();
    expect(await ask(commandId)).toEqual(await ask(commandId));
    expect(await stored("events", { type: "directory.asked" })).toHaveLength(1);
  });

  it("that cannot be read is said by what is noted of it, and asked for in vain no longer", async () => {
    company.app.wecom.putMember({ userid: "newcomer", name: "新来", department: [1] });
    company.app.wecom.failNext({ path: "department/simplelist", errcode: 60011, times: 10 });
    company.app.wecom.failNext({ path: "department/list", errcode: 60011, times: 10 });
    await ask();
    await company.workAll();
    const { wecom, fault } = await company.app.api.call("setup.ready");
    expect([wecom, fault]).toEqual(["failing", "scope"]);
    expect(await stored("events", { type: "directory.asked" })).toEqual([]);
  });
});

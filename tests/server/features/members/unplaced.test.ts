import { syncDirectory } from "../../../../server/features/members";
import type { Member } from "../../../../server/dev/wecom/world";
import { givenTeam, prepare, type Company, type Person } from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  return { manager, rep, colleague };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let app: TestApp;
let told: Record<string, unknown>[];

beforeEach(async () => {
  told = [];
  ({ company, manager, rep, colleague } = await start({
    onLog: (line) => line.alarm === "directory.unplaced" && told.push(line),
  }));
  app = company.app;
});

function wecomMember(userid: string): Member {
  const member = app.wecom.world.members.find((one) => one.userid.toLowerCase() === userid);
  if (!member) throw new Error(`no member ${userid}`);
  return member;
}

function newColleague(userid: string, more: Partial<Member> = {}): Member {
  const member: Member = { ...wecomMember(colleague.memberId), userid, name: userid, mobile: "13800009999", ...more };
  app.wecom.world.members.push(member);
  return member;
}

async function readOn(day: string): Promise<void> {
  app.clock.set(`${day}T02:00:00+08:00`);
  await syncDirectory(app.deps);
}

const placesOf = (memberId: string) => stored("memberships", { memberId });
const stateOf = async (memberId: string): Promise<unknown> => (await stored("members", { _id: memberId }))[0]?.state;

describe("A person whose departments WeCom does not say", () => {
  it("keeps the recorded place, also as a leader, while everybody else's changes count", async () => {
    const before = [await placesOf(rep.memberId), await placesOf(manager.memberId)];
    wecomMember(rep.memberId).placeUntold = true;
    wecomMember(manager.memberId).placeUntold = true;
    newColleague("xiaogao");
    await readOn("2026-03-27");
    expect([await placesOf(rep.memberId), await placesOf(manager.memberId)]).toEqual(before);
    expect(await stateOf("xiaogao")).toBe("active");
    expect(told).toMatchObject([{ count: 2, kept: [manager.memberId, rep.memberId], leftOut: [] }]);
    expect(told[0]?.msg).toMatch(/those who are here keep their place/);
  });

  it("comes in as somebody new once it is said", async () => {
    const colleague = newColleague("xiaogao", { placeUntold: true });
    await readOn("2026-03-27");
    expect(await stateOf("xiaogao")).toBeUndefined();
    expect(told).toMatchObject([{ kept: [], leftOut: ["xiaogao"] }]);
    delete colleague.placeUntold;
    await readOn("2026-03-28");
    expect(await placesOf("xiaogao")).toMatchObject([{ part: "member", fromOn: "2026-03-28" }]);
  });

  it("stays away after leaving until WeCom says where they belong", async () => {
    const member = wecomMember(rep.memberId);
    Object.assign(member, { placeUntold: true, status: 5 });
    await readOn("2026-03-27");
    expect(await stateOf(rep.memberId)).toBe("left");
    expect(told).toEqual([]);
    member.status = 1;
    await readOn("2026-03-28");
    expect(await stateOf(rep.memberId)).toBe("left");
    expect(told).toMatchObject([{ leftOut: [rep.memberId] }]);
  });
});

import { canonicalJson, evaluate } from "@shared/domain/pay";
import { syncDirectory } from "../../../server/features/members";
import { readMonthState } from "../../../server/features/statements";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

const doneOf = async (memberId: string, unitId: string) =>
  (await world.as(memberId).call("teams.read", { unitId, period: "2026-03" })).team.doneFen;

it("moves team, branch and company by the sum of what their members sold", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  await world.sale("xiaowang", "c-haiyue", 5_000_000);
  await world.sale("zhangsan", "c-hongda", 7_000_000);
  await world.workAll();
  expect(await doneOf("xiaowang", "u3")).toBe(15_000_000);
  expect(await doneOf("linjing", "u4")).toBe(7_000_000);
  expect(await doneOf("linjing", "u2")).toBe(22_000_000);
  expect(await doneOf("linjing", "u1")).toBe(22_000_000);
});

it("shows members to the unit's leaders only, and nothing to strangers", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  await world.workAll();
  const asLeader = await world.as("chenhao").call("teams.read", { unitId: "u3", period: "2026-03" });
  expect(asLeader.members).toContainEqual({
    memberId: "xiaowang",
    name: "小王",
    doneFen: 10_000_000,
    targetFen: 66_666_667,
  });
  const asMember = await world.as("xiaoli").call("teams.read", { unitId: "u3", period: "2026-03" });
  expect(asMember.members).toBeNull();
  for (const unitId of ["u3", "u1", "u99"]) {
    const call = world.as("zhangsan").call("teams.read", { unitId, period: "2026-03" });
    await expect(call).rejects.toMatchObject({ status: 403, code: "right.missing" });
  }
});

it("prices team-mates again when the team's factor moves", async () => {
  await world.sale("zhangsan", "c-hongda", 30_000_000);
  await world.workAll();
  const before = await world.statement("zhangsan");
  expect(before.lines.every((line) => line.amountFen === 0)).toBe(true);

  await world.sale("wangfang", "c-qiming", 170_000_000);
  await world.workAll();
  const after = await world.statement("zhangsan");
  expect(after.lines.reduce((sum, line) => sum + line.amountFen, 0)).toBeGreaterThan(0);
  expect(after.revision).toBeGreaterThan(before.revision);
});

it("stores exactly what a full recomputation gives", async () => {
  await world.sale("zhangsan", "c-hongda", 30_000_000);
  await world.sale("lisi", "c-hongyuan", 45_000_000);
  await world.sale("wanglei", "c-desheng", 20_000_001);
  await world.workAll();
  for (const memberId of ["zhangsan", "lisi", "wangfang", "wanglei"]) {
    const month = await readMonthState(memberId, "2026-03");
    const full = evaluate(month.assignments, month.book);
    if (month.stored === null) expect(month.book.facts).toEqual([]);
    else expect(canonicalJson(month.stored)).toBe(canonicalJson(full));
  }
});

describe("when the company's tree changes", () => {
  const sync = () => syncDirectory(world.app.deps);
  const moveDepartment = (id: number, parentId: number) => {
    const leaders = [3, 9].includes(id) ? ["chenhao"] : [];
    world.app.wecom.putDepartment({ id, name: `部门${id}`, parentId, leaders });
  };

  it("keeps the pay and the sums of a team that is moved to another branch", async () => {
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    await world.workAll();
    moveDepartment(9, 1);
    moveDepartment(3, 9);
    await sync();
    await world.sale("xiaowang", "c-haiyue", 5_000_000);
    await world.workAll();
    expect(await doneOf("linjing", "u9")).toBe(15_000_000);
    expect(await doneOf("linjing", "u2")).toBe(0);
    expect(await doneOf("linjing", "u1")).toBe(15_000_000);
    expect((await world.statement("xiaowang")).lines.filter((line) => line.kind === "提成")).toHaveLength(2);
  });

  it("counts a team that was moved where it is now, and pays its people by the plan there, before anybody sells", async () => {
    moveDepartment(9, 1);
    moveDepartment(10, 9);
    world.app.wecom.putMember({ userid: "xiaowang", department: [10] });
    await sync();
    world.app.clock.set("2026-03-27T09:00:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-03-27");
    await world.workAll();
    expect((await readMonthState("xiaowang", "2026-03")).stored?.totals.amountFen).toBe(0);
    moveDepartment(10, 3);
    await sync();
    await world.workAll();
    expect([await doneOf("linjing", "u9"), await doneOf("linjing", "u3")]).toEqual([0, 10_000_000]);
    const { stored, assignments, book } = await readMonthState("xiaowang", "2026-03");
    expect(canonicalJson(stored)).toBe(canonicalJson(evaluate(assignments, book)));
    world.app.clock.set("2026-03-28T09:00:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 5_000_000, "2026-03-28");
    expect((await readMonthState("xiaowang", "2026-03")).stored?.totals.amountFen).toBeGreaterThan(0);
  });

  it("pays what was sold before a team was moved by the plan of its day, and counts the month where the team went", async () => {
    moveDepartment(9, 1);
    moveDepartment(10, 3);
    world.app.wecom.putMember({ userid: "xiaowang", department: [10] });
    await sync();
    world.app.clock.set("2026-03-27T09:00:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-03-27");
    await world.workAll();
    const paid = async () => (await readMonthState("xiaowang", "2026-03")).stored?.totals.amountFen;
    const before = await paid();
    moveDepartment(10, 9);
    await sync();
    world.app.clock.set("2026-03-28T09:00:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 5_000_000, "2026-03-28");
    await world.workAll();
    expect([before, await paid()]).toEqual([200_000, 200_000]);
    expect([await doneOf("linjing", "u3"), await doneOf("linjing", "u9")]).toEqual([0, 15_000_000]);
  });

  it("leaves what was sold in a month that is over where it counted then, when something late comes in for it", async () => {
    await world.consent("xiaowang");
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    world.app.clock.set("2026-03-31T19:30:00+08:00");
    const { checkInId } = await world.checkIn("xiaowang", "c-haiyue");
    world.app.clock.set("2026-04-01T10:00:00+08:00");
    moveDepartment(9, 1);
    moveDepartment(3, 9);
    await sync();
    await world.as("xiaowang").call("visits.record", undefined, world.visitBody(checkInId));
    await world.workAll();
    expect([await doneOf("linjing", "u2"), await doneOf("linjing", "u9")]).toEqual([10_000_000, 0]);
  });

  it("counts what members of a team below a team sold", async () => {
    moveDepartment(10, 3);
    world.app.wecom.putMember({ userid: "xiaowang", department: [10] });
    await sync();
    world.app.clock.set("2026-03-27T09:00:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-03-27");
    await world.sale("xiaoli", "c-nanyue", 3_000_000, "2026-03-27");
    await world.workAll();
    expect(await doneOf("linjing", "u10")).toBe(10_000_000);
    expect(await doneOf("linjing", "u3")).toBe(13_000_000);
    expect(await doneOf("linjing", "u1")).toBe(13_000_000);
  });

  it("prices a leaver again when the factor of the days that were worked moves", async () => {
    await world.sale("zhangsan", "c-hongda", 30_000_000, "2026-03-20");
    await world.workAll();
    world.app.wecom.removeMember("zhangsan");
    await sync();
    await world.sale("wangfang", "c-qiming", 170_000_000);
    await world.workAll();
    const month = await readMonthState("zhangsan", "2026-03");
    expect(month.stored?.totals.amountFen).toBeGreaterThan(0);
    expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
  });
});

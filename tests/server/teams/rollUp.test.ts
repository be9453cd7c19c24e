import { canonicalJson, evaluate } from "@shared/domain/pay";
import { readMonth } from "../../../server/features/statements";
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
    const month = await readMonth(memberId, "2026-03");
    const full = evaluate(month.assignments, month.book);
    if (month.stored === null) expect(month.book.facts).toEqual([]);
    else expect(canonicalJson(month.stored)).toBe(canonicalJson(full));
  }
});

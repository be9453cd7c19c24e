import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../server/features/members";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";

let world: DemoWorld;

const of = (period: string) => ({ measure: "sales.confirmed" as const, period });

const set = (period: string, values: Record<string, [valueFen: number, revision: number]>) =>
  world.as("zhoumin").call("targets.set", undefined, {
    commandId: randomUUID(),
    ...of(period),
    targets: Object.entries(values).map(([subjectId, [valueFen, revision]]) => ({
      ...{ subjectId, valueFen, revision },
      reason: "按去年增长",
    })),
  });

const publish = (period: string, levels: [parentId: string | null, targets: Record<string, number>][]) =>
  world.as("zhoumin").call("targets.publish", undefined, {
    commandId: randomUUID(),
    ...of(period),
    reason: "团队合并",
    levels: levels.map(([parentId, targets]) => ({
      ...{ parentId, remainder: null },
      targets: Object.entries(targets).map(([subjectId, revision]) => ({ subjectId, revision })),
    })),
  });

const list = async (by: string, period: string) =>
  Object.fromEntries(
    (await world.as(by).call("targets.list", of(period))).items.map(({ subjectId, valueFen }) => [subjectId, valueFen]),
  );

/** On 26 March team u4 is dissolved: its people go to u3. Both have targets in April of 600 and 400, the branch 1,000. */
beforeEach(async () => {
  world = await startDemoWorld();
  await set("2026-04", { u1: [1_000, 0], u2: [1_000, 0], u3: [600, 0], u4: [400, 0] });
  await publish("2026-04", [
    [null, { u1: 1 }],
    ["u1", { u2: 1 }],
    ["u2", { u3: 1, u4: 1 }],
  ]);
  const { members, departments } = world.app.wecom.world;
  for (const { userid, department } of members)
    if (department.includes(4)) world.app.wecom.putMember({ userid, department: [3] });
  departments.splice(
    departments.findIndex(({ id }) => id === 4),
    1,
  );
  world.app.passRealTime({ seconds: 6 });
  await syncDirectory(world.app.deps);
  expect(await stored("orgUnits", { _id: "u4" })).toMatchObject([{ state: "gone" }]);
});

it("a team that was dissolved in March has no part in April's level, whatever had been planned for it", async () => {
  await set("2026-04", { u3: [1_000, 2] });
  await publish("2026-04", [["u2", { u3: 3 }]]);
  expect(await list("zhoumin", "2026-04")).toEqual({ u1: 1_000, u2: 1_000, u3: 1_000 });
});

it("a rep who left in March has none in April either, and a new one is refused", async () => {
  const team = ["xiaowang", "xiaoli", "wanglei", "liuyang"];
  await set("2026-04", Object.fromEntries(team.map((id) => [id, [150, 0]])));
  expect(Object.keys(await list("zhoumin", "2026-04"))).toEqual(expect.arrayContaining(team));
  world.app.wecom.removeMember("liuyang");
  world.app.passRealTime({ seconds: 6 });
  await syncDirectory(world.app.deps);
  expect(Object.keys(await list("zhoumin", "2026-04"))).not.toContain("liuyang");
  expect(Object.keys(await list("zhoumin", "2026-03"))).toContain("liuyang");
  await expect(set("2026-04", { liuyang: [200, 1] })).rejects.toMatchObject({ code: "target.subjectUnknown" });
});

it("takes no more targets for the time after it", async () => {
  await expect(set("2026-04", { u4: [500, 2] })).rejects.toMatchObject({ code: "target.subjectUnknown" });
});

it("has its part in the month in which it still had people, and is named where that is forgotten", async () => {
  const before = new Map((await stored("targets", { period: "2026-03" })).map((one) => [one.subjectId, one]));
  const [u3, u4] = ["u3", "u4"].map((id) => before.get(id) as { valueFen: number; revision: number }); // the demo has them
  const both = u3!.valueFen + u4!.valueFen;
  await set("2026-03", { u3: [both, u3!.revision] });
  await expect(publish("2026-03", [["u2", { u3: u3!.revision + 1 }]])).rejects.toMatchObject({
    code: "target.notAddedUp",
    problem: {
      detail: expect.stringMatching(new RegExp(`in force already, and counted: .*u4 ${u4!.valueFen} fen$`)) as string,
      parentId: "u2",
      unallocatedFen: -u4!.valueFen,
      counted: [
        { subjectId: "u3", valueFen: both, isListed: true },
        { subjectId: "u4", valueFen: u4!.valueFen, isListed: false },
      ],
    },
  });
});

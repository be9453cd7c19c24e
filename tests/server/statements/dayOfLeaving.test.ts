import { syncDirectory } from "../../../server/features/members";
import { readMonthState } from "../../../server/features/statements";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";

/* Every start of a process reads the directory: what a day has earned by then must not go with who or what has moved on it. */

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
});

const monthOf = async (memberId: string) => {
  const { stored } = await readMonthState(memberId, "2026-03");
  return { totals: stored?.totals, exceptions: stored?.exceptions };
};
const readAt = async (at: string) => {
  world.app.clock.set(at);
  await syncDirectory(world.app.deps);
  world.app.passRealTime({ seconds: 6 });
  await world.workAll();
};

it("keeps what was earned in the morning for who leaves in the afternoon, and nothing of them works any more", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  await world.workAll();
  const before = await monthOf("xiaowang");
  expect(before).toMatchObject({ totals: { earnedFen: 150_000, payableFen: 50_000 }, exceptions: [] });

  world.app.wecom.putMember({ userid: "xiaowang", status: 5 });
  await readAt("2026-03-26T15:00:00+08:00");

  expect(await monthOf("xiaowang")).toEqual(before);
  await expect(world.as("xiaowang").call("today.read")).rejects.toMatchObject({ status: 401 });
});

describe("a team that is hung under another branch in the afternoon", () => {
  const hang = (parentId: number) =>
    world.app.wecom.putDepartment({ id: 10, name: "华南三队", parentId, leaders: ["chenhao"] });

  beforeEach(async () => {
    world.app.wecom.putDepartment({ id: 9, name: "华东", parentId: 1, leaders: ["sunwei"] });
    hang(3);
    world.app.clock.set("2026-03-20T03:00:00+08:00");
    world.app.wecom.putMember({ userid: "xiaowang", department: [10] });
    await readAt("2026-03-20T03:00:00+08:00");
    world.app.clock.set("2026-03-26T10:05:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    await world.workAll();
  });

  it("keeps what it has earned in the morning", async () => {
    const before = await monthOf("xiaowang");
    hang(9);
    await readAt("2026-03-26T15:00:00+08:00");
    expect(await monthOf("xiaowang")).toEqual(before);
    expect(before.totals?.amountFen).toBe(200_000);
  });

  it("is seen by its new branch's leader from then on", async () => {
    const seen = () =>
      world
        .as("sunwei")
        .call("teams.read", { unitId: "u10", period: "2026-03" })
        .then(
          () => true,
          () => false,
        );
    expect(await seen()).toBe(false);
    hang(9);
    await readAt("2026-03-26T15:00:00+08:00");
    expect(await seen()).toBe(true);
  });

  it("is where it was, where it has come back before the day is over", async () => {
    const before = await monthOf("xiaowang");
    hang(9);
    await readAt("2026-03-26T15:00:00+08:00");
    hang(3);
    await readAt("2026-03-26T16:00:00+08:00");
    world.app.clock.set("2026-03-27T10:00:00+08:00");
    await world.sale("xiaowang", "c-haiyue", 1_000_000, "2026-03-27");
    expect((await monthOf("xiaowang")).totals?.amountFen).toBe((before.totals?.amountFen ?? 0) + 15_000);
  });
});

it("prices a sale in the days of the team that it is credited to, where its rep moves while it is confirmed", async () => {
  const sale = await world.submitSale("xiaowang", "c-haiyue", 10_000_000);
  world.app.wecom.putMember({ userid: "xiaowang", department: [4] });
  await readAt("2026-03-26T15:00:00+08:00");
  await world.confirmSale("chenhao", sale);
  await world.workAll();
  const { stored } = await readMonthState("xiaowang", "2026-03");
  const priced = stored?.lines.filter(({ amountFen }) => amountFen !== 0).map(({ segment }) => segment.teamId);
  expect(new Set(priced)).toEqual(new Set(["u3"]));
});

import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { decideReturn, syncDirectory } from "../../../../server/features/members";
import { type DemoWorld, startDemoWorld } from "../../../support/demoWorld";
import { countWrites } from "../../../support/failingWrites";
import { putStored, stored } from "../../../support/testDatabase";
import { testFieldKey } from "../../../support/testSettings";

/*
 * A userid that somebody else has been given: the one is gone where the other is here, wherever a reading is broken off.
 */

let world: DemoWorld;

beforeEach(async () => {
  const settings = { FIELD_KEYS: testFieldKey("k1") };
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00", settings });
  world.app.wecom.world.agents[0]!.createdAfter20220620 = false; // the demo's world has one app that logs people in
});

async function readOn(day: string): Promise<void> {
  world.app.clock.set(`${day}T03:00:00+08:00`);
  // Also where the one before was broken off, and its lease lasts.
  world.app.passRealTime({ seconds: 60 });
  await syncDirectory(world.app.deps);
  world.app.passRealTime({ seconds: 6 });
}

/** The directory of 28 March, not read yet: 小王's userid is 王新人's, as an administrator has said, and 24 people are new. */
async function givenFollower(): Promise<void> {
  await readOn("2026-03-26");
  world.app.wecom.putMember({ userid: "xiaowang", name: "王新人", mobile: "13900001111" });
  await readOn("2026-03-27");
  const decision = { actor: jobActor("member"), commandId: randomUUID(), memberId: "xiaowang", as: "other" } as const;
  await decideReturn(world.app.deps, decision);
  for (let n = 10; n < 34; n += 1) world.app.wecom.putMember({ userid: `a${n}`, name: `新${n}`, department: [5] });
  world.app.clock.set("2026-03-28T03:00:00+08:00");
}

/** Whether each is here. */
async function holders(): Promise<{ former: boolean; next: boolean }> {
  const [former] = await stored("members", { _id: "xiaowang" });
  const [next] = await stored("members", { _id: "xiaowang~2" });
  return { former: former?.state === "active", next: next?.state === "active" };
}

it("never has two people by one userid, at whichever write the process dies", async () => {
  await givenFollower();
  const seen = [];
  for (let at = 1; at < 40 && !(await holders()).next; at += 1) {
    world.app.passRealTime({ seconds: 60 });
    await countWrites(() => syncDirectory(world.app.deps), { at, when: "after" });
    seen.push(await holders());
  }
  expect(seen.at(-1)).toEqual({ former: false, next: true });
  expect(seen.filter(({ former, next }) => former === next)).toEqual([]);
});

it("ends, by the next reading, what an older version left of two people by one userid", async () => {
  await readOn("2026-03-26");
  const [colleague] = await stored("members", { _id: "zhangsan" });
  await putStored("members", [
    { ...colleague, _id: "xiaowang~2", name: "王新人", phone: null, phoneIndex: null, phoneLast4Index: null },
  ]);
  world.app.wecom.putMember({ userid: "xiaowang", name: "王新人", mobile: "13900001111" });
  await readOn("2026-03-29");
  expect(await holders()).toEqual({ former: false, next: true });
});

it("is told from its former holder also where WeCom shows the person by name alone, on no department's list", async () => {
  await readOn("2026-03-26");
  const { scope } = world.app.wecom.world.agents[0]!; // as above
  scope.departments = [4, 6];
  scope.members = ["xiaowang"];
  await readOn("2026-03-27");
  world.app.wecom.putMember({ userid: "xiaowang", name: "王新人", mobile: "13900001111" });
  await readOn("2026-03-28");
  expect(await stored("members", { _id: "xiaowang" })).toMatchObject([{ name: "小王", isUnsure: true }]);
  await expect(
    world.app.api.call("auth.loginWeapp", {}, { code: world.app.wecom.issueLoginCode("xiaowang") }),
  ).rejects.toMatchObject({ status: 403 });
});

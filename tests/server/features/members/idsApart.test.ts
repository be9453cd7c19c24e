import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import { appMessageBody } from "../../../../server/integrations/wecom/messages";
import { targetsOf } from "../../../../server/features/targets";
import { type DemoWorld, startDemoWorld } from "../../../support/demoWorld";
import { putStored, stored } from "../../../support/testDatabase";

const measure = "sales.confirmed";
const period = "2026-03";
let world: DemoWorld;

/** A rep of team 2 whom the company calls U3 in WeCom, which is what we call its first team. */
async function givenNamesake(): Promise<string> {
  world.app.wecom.putMember({ userid: "U3", name: "于三", department: [4] });
  await syncDirectory(world.app.deps);
  const [member] = await stored("members", { name: "于三" });
  return String(member?._id);
}

beforeEach(async () => {
  world = await startDemoWorld();
});

it("a rep whose userid is like a team's id has a target of their own, and not the team's", async () => {
  const memberId = await givenNamesake();
  const ofTeam = (await targetsOf(["u3"], measure, period)).get("u3");
  expect(ofTeam).toBeGreaterThan(0);
  expect((await targetsOf([memberId], measure, period)).get(memberId)).toBeUndefined();
  const targets = [{ subjectId: memberId, valueFen: 500_000, reason: "新同事", revision: 0 }];
  const body = { commandId: randomUUID(), measure, period: "2026-04", targets } as const;
  expect(await world.as("zhaojing").call("targets.set", undefined, body)).toMatchObject({ changedCount: 1 });
  expect((await targetsOf(["u3"], measure, period)).get("u3")).toBe(ofTeam);
});

it("signs in by the userid, in whatever case WeCom gives it, and is written to by it", async () => {
  const memberId = await givenNamesake();
  const { token } = await world.app.api.call("auth.loginWeapp", {}, { code: world.app.wecom.issueLoginCode("U3") });
  const me = await world.app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
  expect(me.body).toMatchObject({ member: { memberId, name: "于三" }, team: { unitId: "u4" } });
  const message = { memberId, message: { text: { content: "你好" } } };
  expect(appMessageBody(1, message)).toMatchObject({ touser: "u3" });
});

it("leads by the userid that a department names", async () => {
  const memberId = await givenNamesake();
  world.app.wecom.putDepartment({ id: 3, name: "华南直销一队", parentId: 2, leaders: ["u3"] });
  await syncDirectory(world.app.deps);
  expect((await world.app.me(memberId)).leads).toEqual([{ unitId: "u3", name: "华南直销一队" }]);
});

it("stays who they are where they were recorded before ids were kept apart", async () => {
  const [colleague] = await stored("members", { _id: "zhangsan" });
  await putStored("members", [{ ...colleague, _id: "u30", name: "于三十" }]);
  world.app.wecom.putMember({ userid: "U30", name: "于三十", department: [4] });
  await syncDirectory(world.app.deps);
  expect((await stored("members", { name: "于三十" })).map(({ _id, state }) => [_id, state].join(" "))).toEqual([
    "u30 active",
  ]);
  const { token } = await world.app.api.call("auth.loginWeapp", {}, { code: world.app.wecom.issueLoginCode("U30") });
  const me = await world.app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
  expect(me.body).toMatchObject({ member: { memberId: "u30" } });
});

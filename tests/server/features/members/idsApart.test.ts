import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import { appMessageBody } from "../../../../server/integrations/wecom/messages";
import { targetsOf } from "../../../../server/features/targets";
import {
  branchUnitId,
  type Company,
  departmentIdOf,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { putStored, stored } from "../../../support/testDatabase";

const measure = "sales.confirmed";
const period = "2026-03";

const start = prepare(async (company) => {
  const [first, second] = [await givenTeam(company, { reps: [{}] }), await givenTeam(company, { reps: [{}] })];
  const [colleague] = second.reps;
  await givenTargets(company, [
    [first.reps[0], 20_000_000],
    [colleague, 10_000_000],
  ]);
  return { first, second, colleague };
});

let company: Company;
let app: TestApp;
let first: Team;
let second: Team;
let colleague: Person;

beforeEach(async () => {
  ({ company, first, second, colleague } = await start());
  app = company.app;
});

/** A rep of the second team whom the company calls in WeCom what we call its first team. */
async function givenNamesake(): Promise<string> {
  const userid = first.unitId.toUpperCase();
  app.wecom.putMember({ userid, name: "于三", department: [departmentIdOf(second.unitId)] });
  await syncDirectory(app.deps);
  const [member] = await stored("members", { name: "于三" });
  return String(member?._id);
}

async function logIn(userid: string): Promise<unknown> {
  const { token } = await app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode(userid) });
  return (await app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } })).body;
}

it("a rep whose userid is like a team's id has a target of their own, and not the team's", async () => {
  const memberId = await givenNamesake();
  const { unitId } = first;
  expect((await targetsOf([unitId], measure, period)).get(unitId)).toBe(20_000_000);
  expect((await targetsOf([memberId], measure, period)).get(memberId)).toBeUndefined();
  const targets = [{ subjectId: memberId, valueFen: 500_000, reason: "新同事", revision: 0 }];
  const body = { commandId: randomUUID(), measure, period: "2026-04", targets } as const;
  expect(await company.as(second.manager).call("targets.set", undefined, body)).toMatchObject({ changedCount: 1 });
  expect((await targetsOf([unitId], measure, period)).get(unitId)).toBe(20_000_000);
});

it("signs in by the userid, in whatever case WeCom gives it", async () => {
  const memberId = await givenNamesake();
  const me = await logIn(first.unitId.toUpperCase());
  expect(me).toMatchObject({ member: { memberId, name: "于三" }, team: { unitId: second.unitId } });
});

it("is written to by the userid", async () => {
  const memberId = await givenNamesake();
  const message = { memberId, message: { text: { content: "你好" } } };
  expect(appMessageBody(1, message)).toMatchObject({ touser: first.unitId });
});

it("leads by the userid that a department names", async () => {
  const memberId = await givenNamesake();
  const { unitId, name } = first;
  const parentId = departmentIdOf(branchUnitId);
  app.wecom.putDepartment({ id: departmentIdOf(unitId), name, parentId, leaders: [unitId] });
  await syncDirectory(app.deps);
  expect((await app.me(memberId)).leads).toEqual([{ unitId, name }]);
});

it("stays who they are where they were recorded before ids were kept apart", async () => {
  const [recorded] = await stored("members", { _id: colleague.memberId });
  await putStored("members", [{ ...recorded, _id: "u30", name: "于三十" }]);
  app.wecom.putMember({ userid: "U30", name: "于三十", department: [departmentIdOf(second.unitId)] });
  await syncDirectory(app.deps);
  expect((await stored("members", { name: "于三十" })).map(({ _id, state }) => [_id, state].join(" "))).toEqual([
    "u30 active",
  ]);
  expect(await logIn("U30")).toMatchObject({ member: { memberId: "u30" } });
});

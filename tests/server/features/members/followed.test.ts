import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { decideReturn, syncDirectory } from "../../../../server/features/members";
import { countWrites } from "../../../support/failingWrites";
import {
  branchUnitId,
  type Company,
  departmentIdOf,
  givenTeam,
  type Person,
  prepare,
  showOnly,
  type Team,
  tellPhones,
} from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { putStored, stored } from "../../../support/testDatabase";
import { testFieldKey } from "../../../support/testSettings";

/*
 * A userid that somebody else has been given: the one is gone where the other is here, wherever a reading is broken off.
 */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  company.app.wecom.putMember({ userid: rep.memberId, mobile: "13900000002" });
  const otherTeam = await givenTeam(company, { reps: [{}] });
  const [colleague] = otherTeam.reps;
  return { rep, otherTeam, colleague };
});

let company: Company;
let app: TestApp;
let rep: Person;
let otherTeam: Team;
let colleague: Person;

beforeEach(async () => {
  const settings = { FIELD_KEYS: testFieldKey("k1") };
  ({ company, rep, otherTeam, colleague } = await start({ now: "2026-03-26T10:05:00+08:00", settings }));
  app = company.app;
  tellPhones(company, true);
});

async function readOn(day: string): Promise<void> {
  app.clock.set(`${day}T03:00:00+08:00`);
  // Also where the one before was broken off, and its lease lasts.
  app.passRealTime({ seconds: 60 });
  await syncDirectory(app.deps);
  app.passRealTime({ seconds: 6 });
}

const giveUserid = () => app.wecom.putMember({ userid: rep.memberId, name: "王新人", mobile: "13900001111" });

/** The directory of 28 March, not read yet: the rep's userid is 王新人's, as an administrator has said, and 24 people are new. */
async function givenFollower(): Promise<void> {
  await readOn("2026-03-26");
  giveUserid();
  await readOn("2026-03-27");
  const { memberId } = rep;
  await decideReturn(app.deps, { actor: jobActor("member"), commandId: randomUUID(), memberId, as: "other" });
  const department = [departmentIdOf(branchUnitId)];
  for (let n = 10; n < 34; n += 1) app.wecom.putMember({ userid: `a${n}`, name: `新${n}`, department });
  app.clock.set("2026-03-28T03:00:00+08:00");
}

/** Whether each is here. */
async function holders(): Promise<{ former: boolean; next: boolean }> {
  const [former] = await stored("members", { _id: rep.memberId });
  const [next] = await stored("members", { _id: `${rep.memberId}~2` });
  return { former: former?.state === "active", next: next?.state === "active" };
}

it("never has two people by one userid, at whichever write the process dies", async () => {
  await givenFollower();
  const seen = [];
  for (let at = 1; at < 40 && !(await holders()).next; at += 1) {
    app.passRealTime({ seconds: 60 });
    await countWrites(() => syncDirectory(app.deps), { at, when: "after" });
    seen.push(await holders());
  }
  expect(seen.at(-1)).toEqual({ former: false, next: true });
  expect(seen.filter(({ former, next }) => former === next)).toEqual([]);
});

it("ends, by the next reading, what an older version left of two people by one userid", async () => {
  await readOn("2026-03-26");
  const [recorded] = await stored("members", { _id: colleague.memberId });
  const next = { ...recorded, _id: `${rep.memberId}~2`, name: "王新人" };
  await putStored("members", [{ ...next, phone: null, phoneIndex: null, phoneLast4Index: null }]);
  giveUserid();
  await readOn("2026-03-29");
  expect(await holders()).toEqual({ former: false, next: true });
});

it("is told from its former holder also where WeCom shows the person by name alone, on no department's list", async () => {
  await readOn("2026-03-26");
  showOnly(company, { units: [otherTeam.unitId], people: [rep, company.hr] });
  await readOn("2026-03-27");
  giveUserid();
  await readOn("2026-03-28");
  expect(await stored("members", { _id: rep.memberId })).toMatchObject([{ name: rep.name, isUnsure: true }]);
  await expect(
    app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode(rep.memberId) }),
  ).rejects.toMatchObject({ status: 403 });
});

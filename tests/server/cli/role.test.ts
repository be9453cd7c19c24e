import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { startTestApp } from "../../support/startTestApp";
import { stored } from "../../support/testDatabase";
import { markUpToDate } from "../../support/upToDate";
import { testFieldKey } from "../../support/testSettings";

// Each run starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

/** `npm run role` beside the demo company that runs on this test's database. */
function role(...args: string[]): { code: number | null; said: string; complained: string } {
  const uri = new URL(process.env.TEST_MONGODB_URI ?? "");
  uri.pathname = `/${mongoose.connection.name}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "test",
    DEMO: "1",
    MONGODB_URI: uri.href,
    FIELD_KEYS: testFieldKey("k1"),
    WECOM_CORP_ID: "wwxiaolidemo000001",
    WECOM_AGENT_ID: "1000002",
    WECOM_APP_SECRET: "a-secret-of-the-test",
  };
  const run = spawnSync(process.execPath, ["dist/server/cli/role.js", ...args], { encoding: "utf8", env });
  return { code: run.status, said: run.stdout, complained: run.stderr };
}

it("counts at once where it is given by the command while the demo's clock stands in another month", async () => {
  const app = await startTestApp({ settings: { DEMO: "1" } });
  await markUpToDate();
  await app.api.call("demo.setClock", {}, { now: "2026-03-26T09:00:00+08:00", speed: 0 });
  expect(role("grant", "XiaoLi", "finance")).toEqual({
    code: 0,
    said: "xiaoli is now finance; every process knows it within 5 s.\n",
    complained: "",
  });
  expect((await app.me("xiaoli")).member.roles).toEqual(["finance", "rep"]);
  expect(role("grant", "xiaoli", "finance").said).toBe("xiaoli was finance before; nothing has changed.\n");
  expect(role("revoke", "xiaoli", "hr").said).toBe("xiaoli was not hr before; nothing has changed.\n");
  expect(role().said).toContain("xiaoli (小李): finance\n");
  expect(role("grant", "xiaoli", "boss")).toMatchObject({ code: 2, said: "" });
  expect(await stored("auditEntries", { subject: "member:xiaoli", action: "roles.grant" })).toMatchObject([
    { actor: { kind: "job", id: "role" }, at: new Date("2026-03-26T01:00:00Z") },
  ]);

  expect(role("revoke", "xiaoli", "finance").code).toBe(0);
  app.passRealTime({ seconds: 6 });
  expect((await app.me("xiaoli")).member.roles).toEqual(["rep"]);
});

it("that ended on a day is said to have no end any more where the command gives it, and is listed with its last day", async () => {
  const app = await startTestApp({ settings: { DEMO: "1" } });
  await markUpToDate();
  await app.api.call("demo.setClock", {}, { now: "2026-03-26T09:00:00+08:00", speed: 0 });
  const body = { commandId: randomUUID(), role: "finance" as const, unitId: null, lastOn: "2026-03-28" };
  await app.api.as("zhoumin").call("roles.grant", { memberId: "xiaoli" }, body);
  expect(role().said).toContain("xiaoli (小李): finance until 2026-03-28\n");
  expect(role("grant", "xiaoli", "finance").said).toBe(
    "xiaoli is now finance without an end, and was finance until 2026-03-28 before.\n",
  );
  expect(role("grant", "xiaoli", "finance").said).toBe("xiaoli was finance before; nothing has changed.\n");
});

it("that follows from leading a department is listed with it, beside what was given", async () => {
  const app = await startTestApp({ settings: { DEMO: "1" } });
  await markUpToDate();
  await app.api.call("demo.setClock", {}, { now: "2026-03-26T09:00:00+08:00", speed: 0 });
  role("grant", "chenhao", "finance");
  const { said } = role();
  expect(said).toContain("chenhao (陈浩): finance, manager of u3 by WeCom's directory\n");
  expect(said).toMatch(/^zhaojing \(赵静\): manager of u\d by WeCom's directory$/m);
  expect(said).toMatch(/is a rep\.\n$/);
});

it("that cannot be given is refused by the command in one sentence", async () => {
  await startTestApp({ settings: { DEMO: "1" } });
  await markUpToDate();
  expect(role("grant", "nobody", "hr")).toEqual({
    code: 1,
    said: "",
    complained: "no member nobody; nothing was changed.\n",
  });
  expect(role("grant", "xiaoli", "king").complained).toContain("npm run role -- grant MEMBER ROLE [UNIT]");
});

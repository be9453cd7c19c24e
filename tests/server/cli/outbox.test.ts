import { spawnSync } from "node:child_process";
import mongoose from "mongoose";
import { givenNotices } from "../features/notices/givenNotices";

// Each run starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

/** `npm run outbox` as whoever runs the server types it, on this test's database. */
function outbox(...args: string[]): { code: number | null; said: string; complained: string } {
  const uri = new URL(process.env.TEST_MONGODB_URI ?? "");
  uri.pathname = `/${mongoose.connection.name}`;
  const env = {
    ...process.env,
    NODE_ENV: "test",
    MONGODB_URI: uri.href,
    WECOM_CORP_ID: "wwxiaolidemo000001",
    WECOM_AGENT_ID: "1000002",
    WECOM_APP_SECRET: "a-secret-of-the-test",
  };
  const run = spawnSync(process.execPath, ["dist/server/cli/outbox.js", ...args], { encoding: "utf8", env });
  return { code: run.status, said: run.stdout, complained: run.stderr };
}

it("sends what was given up again, once it is listed with its reason", async () => {
  const { app, confirmed, work, group } = await givenNotices();
  expect(outbox()).toEqual({ code: 0, said: "Nothing waits for you.\n", complained: "" });

  app.wecom.failNext({ path: "webhook/send", errcode: 93000 });
  await confirmed();
  await work();
  expect(group()).toEqual([]);
  const { code, said } = outbox();
  expect(code).toBe(0);
  expect(said).toMatch(
    /^sale-1:group:notice\.send@notices\.send\n {2}notice\.send for notices\.send, tried 1 times, last at \S+Z: .*93000/,
  );

  expect(outbox("resend", "sale-9:group:notice.send@notices.send")).toMatchObject({
    code: 1,
    complained: "sale-9:group:notice.send@notices.send: there is no such delivery; nothing was changed\n",
  });
  expect(outbox("resend", "all")).toMatchObject({
    code: 0,
    said: "sale-1:group:notice.send@notices.send: will be tried again\n",
  });
  await work();
  expect(group()).toHaveLength(1);
  expect(outbox().said).toBe("Nothing waits for you.\n");
});

it("says how it is used", () => {
  const answer = outbox("resend");
  expect(answer.code).toBe(2);
  expect(answer.complained).toContain("npm run outbox -- resend all");
  expect(outbox("send", "all").code).toBe(2);
});

import { readSettings } from "../../../../config/env";
import { createDeps } from "../../../../server/createDeps";
import { connect, disconnect } from "../../../../server/db";
import { armFailpoint } from "../../../../server/lib/failpoint";
import { taskKinds } from "../../../../server/taskKinds";
import { workTasks } from "../../../../server/tasks";

/*
 * A worker in a process of its own: works off what is due once, unless its failpoint ends it before. Prints how much memory it has held at most
 * since it began to work, in MB.
 */
async function main(): Promise<void> {
  const { DB_NAME: dbName, BUSINESS_NOW, PASSED_MS, ...source } = process.env;
  const settings = readSettings(source);
  await connect(settings.MONGODB_URI, { dbName });
  armFailpoint(settings.FAILPOINT);
  const now = new Date(BUSINESS_NOW ?? "");
  const deps = createDeps(settings, {
    clock: { now: () => new Date(now) },
    realNow: () => new Date(Date.now() + Number(PASSED_MS)),
  });
  const rss = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const before = rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, rss())), 50);
  await workTasks(deps, taskKinds);
  clearInterval(look);
  process.stdout.write(JSON.stringify({ before, most, after: rss() }));
  await disconnect();
}

void main();

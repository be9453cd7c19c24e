import { readSettings } from "../../../config/env";
import { createDeps } from "../../../server/createDeps";
import { connect, disconnect } from "../../../server/db";
import { subscriptions } from "../../../server/subscriptions";
import { crontab, scheduler } from "../../../server/jobs";
import { armFailpoint } from "../../../server/lib/failpoint";
import { workAll } from "../../../server/outbox";

/*
 * A worker in a process of its own, for a test to kill: does what is due by the clock and what the outbox holds, once,
 * unless its failpoint ends it before. Its times and its database are handed over in the environment.
 */
async function main(): Promise<void> {
  const { DB_NAME: dbName, BUSINESS_NOW, PASSED_MS, ...source } = process.env;
  const settings = readSettings(source);
  await connect(settings.MONGODB_URI, { dbName });
  armFailpoint(settings.FAILPOINT);
  const now = new Date(BUSINESS_NOW ?? "");
  const realNow = () => new Date(Date.now() + Number(PASSED_MS));
  const deps = createDeps(settings, { clock: { now: () => new Date(now) }, realNow });
  await scheduler(deps, crontab(deps)).tick();
  await workAll(deps, subscriptions(deps), { aheadMs: 60_000 });
  await disconnect();
}

void main();

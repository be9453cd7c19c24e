import { readSettings } from "../../../config/env";
import { createDeps } from "../../../server/createDeps";
import { connect, disconnect } from "../../../server/db";
import { armFailpoint } from "../../../server/lib/failpoint";
import { workTasks } from "../../../server/tasks";
import { countingKind } from "./countingKind";

/* A worker in a process of its own, for a test to kill: works off what is due once, unless its failpoint ends it before. */
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
  await workTasks(deps, [countingKind()]);
  await disconnect();
}

void main();

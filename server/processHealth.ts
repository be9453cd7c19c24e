import type { Deps } from "./deps";
import type { ProcessHealth } from "./features/office";
import { readFailedJobs } from "./jobs";
import { readOutboxHealth } from "./outbox";
import { readyChecks } from "./readyChecks";

/** So far back a job that was given up is told: its next slots have come since. */
const jobsLookedBackMs = 24 * 60 * 60_000;

/** What `/readyz` says, with what a load balancer has no use for: 系统体检. */
export async function readProcessHealth(deps: Pick<Deps, "fieldKeys" | "realNow">): Promise<ProcessHealth> {
  const since = new Date(deps.realNow().getTime() - jobsLookedBackMs);
  const [checks, outbox, failedJobs] = await Promise.all([
    Promise.all(Object.entries(readyChecks(deps)).map(async ([name, check]) => [name, await check()] as const)),
    readOutboxHealth(),
    readFailedJobs(since),
  ]);
  return { checks: Object.fromEntries(checks), outbox, failedJobs };
}

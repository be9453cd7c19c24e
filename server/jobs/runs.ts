import { jobActor } from "@shared/domain/actor";
import { Counter } from "prom-client";
import { endAbandonedTransactions, isDuplicateKey } from "../db";
import type { Deps } from "../deps";
import { failpoint } from "../lib/failpoint";
import { withRequestId } from "../lib/requestContext";
import type { Job } from "./job";
import { RunModel, type RunRecord } from "./runModel";

export type RunDeps = Pick<Deps, "realNow" | "logger" | "newToken">;

const runsTotal = new Counter({
  name: "xiaoli_job_runs_total",
  help: "Tries of job runs by how they ended",
  labelNames: ["job", "outcome"],
});

const leaseMs = 60_000;
const triesMax = 3;
const againAfterMs = 30_000;
/** A job that hangs must not keep the others from running. */
const runMaxMs = 10 * 60_000;

const runIdOf = (job: Job, slot: Date): string => `${job.name}@${slot.toISOString()}`;

/** Runs a slot, unless somebody has it already. */
export async function runSlot(job: Job, slot: Date, deps: RunDeps): Promise<void> {
  const now = deps.realNow();
  const run: RunRecord = {
    _id: runIdOf(job, slot),
    schemaVersion: 1,
    job: job.name,
    slotAt: slot,
    state: "open",
    owner: deps.newToken(),
    leaseUntil: new Date(now.getTime() + leaseMs),
    tries: 1,
    startedAt: now,
  };
  try {
    await RunModel.create(run);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Another has it, or a retried insert of our own came through twice: the owner tells.
    const there = await RunModel.findOne({ _id: run._id }).lean<RunRecord | null>();
    if (there?.owner !== run.owner) return;
  }
  await failpoint("jobs.afterInsert");
  await attempt(job, run, deps);
}

/** Takes up open runs whose process died or whose last try failed. */
export async function takeUpRuns(jobs: Job[], deps: RunDeps): Promise<void> {
  const now = deps.realNow();
  const left = await RunModel.find({ state: "open", leaseUntil: { $lte: now } })
    .limit(20)
    .lean<RunRecord[]>();
  // A run that did not fail was left by a process that died, perhaps inside a transaction.
  if (left.some(({ failure }) => failure == null)) await endAbandonedTransactions();
  for (const run of left) {
    const job = jobs.find(({ name }) => name === run.job);
    if (!job) continue; // of another version of the program
    const owner = deps.newToken();
    const leaseUntil = new Date(now.getTime() + leaseMs);
    const tries = run.tries + 1;
    const filter = { _id: run._id, leaseUntil: { $lte: now } };
    const { modifiedCount } = await RunModel.updateOne(filter, { $set: { owner, leaseUntil, tries } });
    if (modifiedCount === 1) await attempt(job, { ...run, owner, leaseUntil, tries }, deps);
  }
}

async function attempt(job: Job, run: RunRecord, deps: RunDeps): Promise<void> {
  const renewal = setInterval(() => {
    const leaseUntil = new Date(deps.realNow().getTime() + leaseMs);
    // A missed renewal is made up for by the next; in between another may begin the same run, which is harmless.
    RunModel.updateOne({ _id: run._id, owner: run.owner }, { $set: { leaseUntil } }).catch(() => undefined);
  }, leaseMs / 3).unref();
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error(`took longer than ${runMaxMs} ms`)), runMaxMs).unref();
  });
  try {
    await Promise.race([
      withRequestId(run._id, () => job.run({ at: run.slotAt, runId: run._id, actor: jobActor(job.name) })),
      tooLong,
    ]);
    await failpoint("jobs.afterRun");
    await finish(run, { state: "done", finishedAt: deps.realNow(), failure: null });
    runsTotal.inc({ job: job.name, outcome: "done" });
  } catch (error) {
    await failed(job, run, error, deps);
  } finally {
    clearInterval(renewal);
    clearTimeout(limit);
  }
}

async function failed(job: Job, run: RunRecord, error: unknown, deps: RunDeps): Promise<void> {
  const now = deps.realNow();
  const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const facts = { run: run._id, tries: run.tries, error };
  if (run.tries < triesMax) {
    runsTotal.inc({ job: job.name, outcome: "again" });
    deps.logger.warn(facts, "a job failed and is tried again");
    await finish(run, { leaseUntil: new Date(now.getTime() + againAfterMs * run.tries), failure });
    return;
  }
  runsTotal.inc({ job: job.name, outcome: "failed" });
  deps.logger.error({ ...facts, alarm: "jobs.failed" }, "a job failed for good; its next slot comes as usual");
  await finish(run, { state: "failed", finishedAt: now, failure });
}

/** Only for who still owns the run. */
async function finish(run: RunRecord, set: Partial<RunRecord>): Promise<void> {
  await RunModel.updateOne({ _id: run._id, owner: run.owner }, { $set: set });
}

/** Names of the jobs of which a run was given up since then, one for each run. Real time. */
export async function readFailedJobs(since: Date): Promise<string[]> {
  const runs = await RunModel.find({ state: "failed", leaseUntil: { $gte: since } }, { job: 1 })
    .limit(failedMax)
    .lean<{ job: string }[]>();
  return runs.map(({ job }) => job);
}

const failedMax = 100;

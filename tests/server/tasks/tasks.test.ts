import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { buildSync } from "esbuild";
import mongoose from "mongoose";
import { AppError } from "@shared/errors";
import { auditInsert } from "../../../server/audit";
import { inTransaction } from "../../../server/db";
import { beginTask, eraseTasks, refuseManyTasks, taskKind, taskRunner, workTasks } from "../../../server/tasks";
import { type Company, givenTeam, type Person, prepare } from "../../support/given";
import { roundTripsOf } from "../../support/roundTrips";
import { forget, stored } from "../../support/testDatabase";
import { countingKind } from "./countingKind";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  return { rep: reps[0], colleague: reps[1] };
});

let company: Company;
let rep: Person;
let colleague: Person;
beforeEach(async () => {
  ({ company, rep, colleague } = await start());
  // What a killed process has stored nobody else knows of.
  await forget("testRows", "events");
});

async function begun({ by = rep, rows = 35 }: { by?: Person; rows?: number } = {}): Promise<string> {
  const taskId = `${by.memberId}:${company.newId()}`;
  const actor = { id: by.memberId, name: by.name };
  const task = { taskId, kind: "exports.make", by: actor, input: { rows }, at: company.app.clock.now() } as const;
  await inTransaction((session) => beginTask(task, session));
  return taskId;
}

const work = (kind = countingKind()) => workTasks(company.app.deps, [kind]);
const read = async (taskId: string, by = rep) => (await company.as(by).call("tasks.read", { taskId })).task;
const rowsOf = async (taskId: string) => (await stored("testRows", { _id: { $regex: `^${taskId}:` } })).length;
const cancel = async (taskId: string, by = rep) =>
  (await company.as(by).call("tasks.cancel", { taskId }, { commandId: company.newId() })).task;

const endEvents = () => stored("events", { type: "task.ended" });

/** What whoever asked is told in WeCom once the time is over in which they may see it on the page. */
async function told(): Promise<string[]> {
  company.app.passRealTime({ seconds: 16 });
  await company.workDue();
  return company.toldTo(rep);
}

function deferred() {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}

describe("long work", () => {
  it("is told of from the moment that it is asked for until it is done", async () => {
    const taskId = await begun();
    expect(await read(taskId)).toMatchObject({
      state: "queued",
      progress: { done: 0, total: null },
      askAgainMs: 2_000,
    });
    const seen: unknown[] = [];
    await work(countingKind({ beforeBatch: async () => void seen.push((await read(taskId)).progress) }));
    expect(seen[2]).toEqual({ done: 20, total: 35, phase: "counting" });
    expect(await read(taskId)).toMatchObject({
      ...{ state: "done", askAgainMs: null, error: null },
      result: { counts: [{ name: "counted", count: 35 }], fileId: null },
    });
    expect(await rowsOf(taskId)).toBe(35);
  });

  it("says when it is worth asking again", async () => {
    const taskId = await begun();
    const { headers } = await company.as(rep).send("tasks.read", { params: { taskId } });
    expect(headers.get("retry-after")).toBe("2");
  });

  it("is asked about at the price of one look", async () => {
    const taskId = await begun();
    await read(taskId);
    expect(await roundTripsOf(() => read(taskId))).toEqual(["find tasks"]);
  });

  it("is not there for anybody else", async () => {
    const taskId = await begun();
    for (const id of ["tasks.read", "tasks.cancel"] as const) {
      const call = { params: { taskId }, ...(id === "tasks.cancel" && { body: { commandId: company.newId() } }) };
      expect((await company.as(colleague).send(id, call)).body).toMatchObject({ status: 404, code: "task.unknown" });
    }
  });

  it("stands in the list of whoever asked, the newest first", async () => {
    const first = await begun();
    company.app.clock.set("2026-03-26T10:00:00+08:00");
    const second = await begun();
    await begun({ by: colleague });
    const { items } = await company.as(rep).call("tasks.mine");
    expect(items.map(({ taskId }) => taskId)).toEqual([second, first]);
  });

  it("is taken three at a time of one person", async () => {
    for (let n = 0; n < 3; n += 1) {
      await refuseManyTasks(rep.memberId);
      await begun();
    }
    await expect(refuseManyTasks(rep.memberId)).rejects.toMatchObject({ code: "task.tooMany" });
    await refuseManyTasks(colleague.memberId);
    await work();
    await refuseManyTasks(rep.memberId);
  });

  it("is done by one of two workers", async () => {
    const taskId = await begun({ rows: 200 });
    await Promise.all([work(), work()]);
    expect(await rowsOf(taskId)).toBe(200);
    expect((await read(taskId)).state).toBe("done");
  });

  it("is taken from a worker that stands still, and nothing of it counts any more", async () => {
    const taskId = await begun();
    const [stood, another] = [deferred(), deferred()];
    const standing = work(
      countingKind({
        beforeBatch: async (done) => {
          if (done !== 20) return;
          another.settle();
          await stood.promise;
        },
      }),
    );
    await another.promise;
    company.app.passRealTime({ seconds: 31 });
    await work();
    expect((await read(taskId)).state).toBe("done");
    stood.settle();
    await standing;
    expect(await rowsOf(taskId)).toBe(35);
  });

  it("goes on where it stood when its process is told to end", async () => {
    const taskId = await begun({ rows: 100 });
    const reached = deferred();
    const from: number[] = [];
    const kind = countingKind({
      beforeBatch: async (done) => {
        from.push(done);
        if (done === 30) reached.settle();
      },
    });
    const service = taskRunner(company.app.deps, [kind]);
    await service.start();
    await reached.promise;
    await service.stop();
    expect((await read(taskId)).state).toBe("queued");
    await work(kind);
    expect(new Set(from).size).toBe(from.length);
    expect(await read(taskId)).toMatchObject({ state: "done", progress: { done: 100 } });
  });
});

describe("whoever has asked for long work", () => {
  it("is told of its end where they have left its page", async () => {
    await begun();
    await work();
    expect(await told()).toMatchObject([expect.stringContaining("已经请人看了")]);
  });

  it("is told nothing of what they have seen themselves", async () => {
    const taskId = await begun();
    await work();
    await read(taskId);
    expect(await told()).toEqual([]);
  });

  it("is told nothing of what they have cancelled", async () => {
    await cancel(await begun());
    await work();
    expect(await told()).toEqual([]);
  });

  it("is told why it has failed", async () => {
    await begun();
    await work(
      taskKind<unknown, unknown>("exports.make", {
        run: () => Promise.reject(new AppError("right.missing", "no more")),
      }),
    );
    expect(await told()).toMatchObject([expect.stringContaining("你的权限变了")]);
  });
});

describe("long work that is cancelled", () => {
  it("before anybody began it never begins", async () => {
    const taskId = await begun();
    expect(await cancel(taskId)).toMatchObject({ state: "cancelled", askAgainMs: null });
    await work();
    expect([await rowsOf(taskId), (await read(taskId)).state]).toEqual([0, "cancelled"]);
  });

  it("before anybody began it is cleared away, for something may wait for its end", async () => {
    const taskId = await begun();
    await cancel(taskId);
    const discarded: string[] = [];
    const kind = countingKind();
    await work({ ...kind, discard: async (task) => void discarded.push(task.taskId) });
    expect(discarded).toEqual([taskId]);
    expect(await stored("tasks", { isOpen: true })).toEqual([]);
  });

  it("while it runs stops, and what it has made is cleared away", async () => {
    const taskId = await begun();
    await work(countingKind({ beforeBatch: async (done) => void (done === 20 && (await cancel(taskId))) }));
    expect(await read(taskId)).toMatchObject({ state: "cancelled", result: null, progress: { done: 20 } });
    expect(await rowsOf(taskId)).toBe(0);
    expect(await stored("tasks", { isOpen: true })).toEqual([]);
  });

  it("while its worker is dead is cleared away by another", async () => {
    const taskId = await begun();
    await expect(dying("tasks.afterAdvance:2")).resolves.toBe(true);
    await cancel(taskId);
    company.app.passRealTime({ seconds: 31 });
    await work();
    expect([await rowsOf(taskId), (await read(taskId)).state]).toEqual([0, "cancelled"]);
  }, 60_000);

  it("after its end stays as it is", async () => {
    const taskId = await begun();
    await work();
    expect((await cancel(taskId)).state).toBe("done");
    expect(await rowsOf(taskId)).toBe(35);
  });

  it("twice by one tap is cancelled once", async () => {
    const taskId = await begun();
    const body = { commandId: company.newId() };
    const tap = () => company.as(rep).call("tasks.cancel", { taskId }, body);
    const [first, second] = [await tap(), await tap()];
    expect(second).toEqual(first);
  });
});

describe("long work that fails", () => {
  const throwing = (error: () => Error) =>
    taskKind<unknown, unknown>("exports.make", {
      run: async () => {
        throw error();
      },
    });

  it("by a rule says so in a sentence, and is not tried again", async () => {
    const taskId = await begun();
    expect(await work(throwing(() => new AppError("right.missing", "no more")))).toBe(1);
    const { state, error } = await read(taskId);
    expect([state, error?.code, error?.sentence.split("。").length]).toEqual(["failed", "right.missing", 4]);
  });

  it("by a fault of ours is tried again, and told at last", async () => {
    const taskId = await begun();
    let tries = 0;
    const kind = throwing(() => {
      tries += 1;
      return new Error("a bug");
    });
    for (let n = 0; n < 12; n += 1) {
      await work(kind);
      company.app.passRealTime({ seconds: 120 });
    }
    expect(tries).toBe(8);
    expect(await read(taskId)).toMatchObject({ state: "failed", error: { code: "server.failed" } });
  });
});

const script = "dist/.test/dyingTask.cjs";

beforeAll(() => {
  buildSync({
    logLevel: "error",
    ...{ entryPoints: ["tests/server/tasks/dyingTask.ts"], outfile: script, bundle: true, minify: true },
    ...{ platform: "node", target: "node20", external: ["node-cron"], tsconfig: "tsconfig.json" },
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
});
afterAll(() => rmSync(script, { force: true }));

/** @returns whether the failpoint ended the worker */
function dying(failpoint: string): Promise<boolean> {
  const { deps } = company.app;
  const given = Object.entries(deps.settings).filter(([name]) => /^(WECOM|PUBLIC_URL|NODE_ENV|LOG_LEVEL)/.test(name));
  const env = {
    PATH: process.env.PATH,
    ...Object.fromEntries(
      given.map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : String(value)]),
    ),
    MONGODB_URI: process.env.TEST_MONGODB_URI,
    DB_NAME: mongoose.connection.name,
    BUSINESS_NOW: deps.clock.now().toISOString(),
    PASSED_MS: String(deps.realNow().getTime() - Date.now()),
    FAILPOINT: failpoint,
  };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal === "SIGKILL") resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`the worker ended with ${code}`));
    });
  });
}

describe("long work whose worker is killed", () => {
  it.each(["tasks.afterClaim:1", "tasks.afterAdvance:2", "tasks.beforeEnd:1", "tasks.afterEnd:1"])(
    "at %s is done once, and told once",
    async (failpoint) => {
      const taskId = await begun();
      await expect(dying(failpoint)).resolves.toBe(true);
      company.app.passRealTime({ seconds: 31 });
      await work();
      expect(await read(taskId)).toMatchObject({ state: "done", progress: { done: 35 } });
      expect(await rowsOf(taskId)).toBe(35);
      expect(await endEvents()).toHaveLength(1);
    },
    60_000,
  );

  it("again and again at the same place is given up, and told", async () => {
    const taskId = await begun();
    for (let n = 0; n < 4; n += 1) {
      await expect(dying("tasks.afterClaim:1")).resolves.toBe(true);
      company.app.passRealTime({ seconds: 31 });
    }
    await expect(dying("tasks.afterClaim:1")).resolves.toBe(true);
    company.app.passRealTime({ seconds: 31 });
    await work();
    expect(await read(taskId)).toMatchObject({ state: "failed", error: { code: "server.failed" } });
  }, 120_000);
});

it("is told of for thirty days", async () => {
  const taskId = await begun();
  await work();
  const erase = (at: string) =>
    eraseTasks(company.app.deps, { at: new Date(at), runId: company.newId() }, auditInsert(company.app.deps.realNow));
  expect(await erase("2026-04-25T03:02:00+08:00")).toBe(0);
  expect(await read(taskId)).toMatchObject({ state: "done" });
  expect(await erase("2026-04-26T03:02:00+08:00")).toBe(1);
});

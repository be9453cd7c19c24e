import { type Job, scheduler } from "../../../server/jobs";
import { slotFinder, slotsToRun } from "../../../server/jobs/slots";
import { createLogger } from "../../../server/lib/logger";
import { resetDatabase, stored } from "../../support/testDatabase";
import { TestClock } from "../../support/testClock";

const at = (text: string) => new Date(`${text}:00+08:00`);
const slotText = (slot: Date) => new Date(slot.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

async function givenJobs(now: string) {
  await resetDatabase();
  const clock = new TestClock(`${now}:00+08:00`);
  const ran: string[] = [];
  const alarms: unknown[] = [];
  let passedMs = 0;
  let tokens = 0;
  const write = (line: string) => void alarms.push((JSON.parse(line) as { alarm?: string }).alarm);
  const deps = {
    clock,
    realNow: () => new Date(Date.now() + passedMs),
    logger: createLogger({ level: "error", name: "test" }, { write }),
    newToken: () => `token-${(tokens += 1)}`,
  };
  const job = (catchUp: Job["catchUp"], more: Partial<Job> = {}): Job => ({
    name: "remind",
    schedule: "20 9-19 * * *",
    catchUp,
    run: async ({ at: slot }) => void ran.push(slotText(slot)),
    ...more,
  });
  return { clock, ran, alarms, job, deps, passRealTime: (ms: number) => void (passedMs += ms) };
}

describe("slots", () => {
  it("are found in Shanghai, whatever the machine's time zone", () => {
    const find = slotFinder("12 3 * * *");
    expect(find(at("2026-03-26T03:11"), at("2026-03-27T03:12"))).toEqual([
      at("2026-03-26T03:12"),
      at("2026-03-27T03:12"),
    ]);
    expect(find(at("2026-03-26T03:12"), at("2026-03-27T03:11"))).toEqual([]);
  });

  it("come once each, however often one looks", () => {
    const find = slotFinder("*/7 8-9 * * 1-5");
    const found: Date[] = [];
    let seen = at("2026-03-26T07:00");
    for (let second = 0; second < 4 * 3_600; second += 37) {
      const now = new Date(at("2026-03-26T07:00").getTime() + second * 1_000);
      found.push(...find(seen, now));
      seen = now;
    }
    expect(found).toEqual(find(at("2026-03-26T07:00"), at("2026-03-26T11:00")));
    expect(found).toHaveLength(18);
  });

  it("of a jump over a month are found in a moment", () => {
    const found = slotFinder("47 * * * *")(at("2026-03-01T00:00"), at("2026-04-01T00:00"));
    expect(found).toHaveLength(31 * 24);
  });

  it.each([
    ["latest", ["2026-03-26T11:20"]],
    ["all", ["2026-03-26T09:20", "2026-03-26T10:20", "2026-03-26T11:20"]],
    ["none", []],
  ] as const)("that were missed: %s", (catchUp, expected) => {
    const now = at("2026-03-26T12:05");
    const found = slotFinder("20 9-19 * * *")(at("2026-03-26T09:00"), now);
    expect(slotsToRun(found, catchUp, now).map(slotText)).toEqual(expected);
  });
});

describe("the scheduler", () => {
  it("runs a slot when the clock gets there, and only then", async () => {
    const { clock, ran, job, deps } = await givenJobs("2026-03-26T09:19");
    const { tick } = scheduler(deps, [job("none")]);
    await tick();
    expect(ran).toEqual([]);
    clock.set("2026-03-26T09:20:00+08:00");
    await tick();
    await tick();
    clock.set("2026-03-26T10:19:59+08:00");
    await tick();
    expect(ran).toEqual(["2026-03-26T09:20"]);
  });

  it("runs each slot once with two schedulers", async () => {
    const { clock, ran, job, deps } = await givenJobs("2026-03-26T09:00");
    const [one, two] = [scheduler(deps, [job("all")]), scheduler(deps, [job("all")])];
    await Promise.all([one.tick(), two.tick()]);
    for (let hour = 9; hour < 19; hour += 1) {
      clock.set(`2026-03-26T${String(hour).padStart(2, "0")}:20:01+08:00`);
      await Promise.all([one.tick(), two.tick()]);
    }
    expect(ran).toHaveLength(10);
    expect(new Set(ran).size).toBe(10);
    expect(await stored("jobRuns", { state: "done" })).toHaveLength(10);
  });

  it("makes up for what was missed while nobody was running", async () => {
    const { clock, ran, job, deps } = await givenJobs("2026-03-26T09:00");
    await scheduler(deps, [job("all")]).tick();
    clock.set("2026-03-26T11:30:00+08:00");
    await scheduler(deps, [job("all")]).tick();
    expect(ran).toEqual(["2026-03-26T09:20", "2026-03-26T10:20", "2026-03-26T11:20"]);
  });

  it("has missed nothing when it is new", async () => {
    const { ran, job, deps } = await givenJobs("2026-03-26T18:00");
    await scheduler(deps, [job("all")]).tick();
    expect(ran).toEqual([]);
  });

  it("runs what comes due between its start and its first look", async () => {
    const { clock, ran, job, deps } = await givenJobs("2026-03-26T09:00");
    const jobs = scheduler(deps, [job("latest")]);
    await jobs.start();
    clock.set("2026-03-26T09:21:00+08:00");
    await jobs.tick();
    await jobs.stop();
    expect(ran).toEqual(["2026-03-26T09:20"]);
  });

  it("runs no slot twice, however the clock is moved", async () => {
    const { clock, ran, job, deps } = await givenJobs("2026-03-26T09:00");
    const { tick } = scheduler(deps, [job("latest")]);
    await tick();
    clock.set("2026-03-29T10:00:00+08:00");
    await tick();
    expect(ran).toEqual(["2026-03-29T09:20"]);
    clock.set("2026-03-26T09:00:00+08:00");
    await tick();
    clock.set("2026-03-26T09:25:00+08:00");
    await tick();
    clock.set("2026-03-29T09:21:00+08:00");
    await tick();
    expect(ran).toEqual(["2026-03-29T09:20", "2026-03-26T09:20"]);
  });

  /** One job whose slot of 9:20 fails whenever it is tried. */
  const givenFailing = async () => {
    const { clock, ran, alarms, job, deps, passRealTime } = await givenJobs("2026-03-26T09:00");
    let fails = 0;
    const broken = job("none", {
      run: async ({ at: slot }) => {
        ran.push(slotText(slot));
        if (slotText(slot) !== "2026-03-26T09:20") return;
        fails += 1;
        throw new Error("the directory does not answer");
      },
    });
    const { tick } = scheduler(deps, [broken]);
    await tick();
    clock.set("2026-03-26T09:20:00+08:00");
    for (let round = 0; round < 5; round += 1) {
      await tick();
      passRealTime(100_000);
    }
    return { clock, ran, alarms, tick, fails };
  };

  it("raises an alarm once it has tried a failing job three times", async () => {
    const { fails, alarms } = await givenFailing();
    expect([fails, alarms]).toEqual([3, ["jobs.failed"]]);
  });

  it("goes on with the next slot after a job has failed", async () => {
    const { clock, ran, tick } = await givenFailing();
    clock.set("2026-03-26T10:20:00+08:00");
    await tick();
    expect(ran.at(-1)).toBe("2026-03-26T10:20");
    expect((await stored("jobRuns")).map(({ state }) => String(state))).toEqual(["failed", "done"]);
  });

  it("takes up a run whose process has died", async () => {
    const { clock, ran, job, deps, passRealTime } = await givenJobs("2026-03-26T09:00");
    const dying = scheduler(deps, [job("none", { run: () => new Promise(() => undefined) })]);
    await dying.tick();
    clock.set("2026-03-26T09:20:00+08:00");
    void dying.tick(); // never comes back
    while ((await stored("jobRuns")).length === 0) await new Promise((resolve) => setImmediate(resolve));
    const other = scheduler(deps, [job("none")]);
    await other.tick();
    expect(ran).toEqual([]);
    passRealTime(61_000);
    await other.tick();
    expect(ran).toEqual(["2026-03-26T09:20"]);
  });
});

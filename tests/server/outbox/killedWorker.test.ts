import { buildSync } from "esbuild";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import mongoose from "mongoose";
import { subscriptions } from "../../../server/subscriptions";
import { crontab, scheduler } from "../../../server/jobs";
import { CursorModel } from "../../../server/jobs/runModel";
import { workAll } from "../../../server/outbox";
import {
  branchUnitId,
  type Company,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../support/given";
import { length } from "../../support/length";
import { lookAt, stored } from "../../support/testDatabase";

const slot = "2026-03-26T10:20:00+08:00";
const period = "2026-03";
const script = "dist/.test/dyingWorker.cjs";

/** Every place at which the source lets a process be killed. */
const failpoints = [...new Set(readdirSync("server", { recursive: true, encoding: "utf8" }).flatMap(failpointsIn))]
  // Those of tasks are passed by their own test (tests/server/tasks).
  .filter((name) => !name.startsWith("tasks."))
  .sort();

function failpointsIn(file: string): string[] {
  if (!file.endsWith(".ts")) return [];
  const source = readFileSync(`server/${file}`, "utf8");
  return [...source.matchAll(/failpoint\("([A-Za-z.]+)"\)/g)].map(([, name = ""]) => name);
}

/** Which of the times that a run comes by are tried: all six messages, or one of each sort; elsewhere one in the midst. */
function hitsOf(name: string): number[] {
  if (name.startsWith("notices.")) return [1, 2, 6, 3, 4, 5].slice(0, length(3, 6));
  return [name.startsWith("jobs.") || /Postpone|Fail/.test(name) ? 1 : 5];
}

const minuteMs = 60_000;

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const lagging = await givenTeam(company, { reps: [{}, {}] });
  const [rep] = team.reps;
  const [ahead, seller] = lagging.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId, lagging.unitId] } });
  await givenTargets(company, [
    [rep, 140_000_000],
    [ahead, 30_000_000],
    [seller, 70_000_000],
  ]);
  return { team, lagging, rep, ahead, seller, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let team: Team;
let lagging: Team;
let rep: Person;
let ahead: Person;
let customer: Customer;
let soldFen = 0;
let sales = 0;

beforeAll(async () => {
  buildSync({
    entryPoints: ["tests/server/outbox/dyingWorker.ts"],
    outfile: script,
    bundle: true,
    platform: "node",
    target: "node20",
    // In one piece it starts in half the time, and it starts for every place and time.
    minify: true,
    external: ["node-cron"], // looks for its own file
    // A package may ask where it is, which a bundle of this format does not say.
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    tsconfig: "tsconfig.json",
  });
  const given = await start({ now: slot });
  ({ company, team, lagging, rep, ahead, customer } = given);
  // One is at 90 %, their team at 70 %: the group is told, and who is ahead is asked for help.
  await givenConfirmedSale(company, { rep: ahead, amountFen: 27_000_000 });
  await givenConfirmedSale(company, { rep: given.seller, amountFen: 43_000_000 });
  await givenSlot();
  await finish();
}, 5 * minuteMs);

afterAll(() => rmSync(script, { force: true }));

it("finds every failpoint of worker and jobs in the source", () => {
  expect(failpoints).toEqual(
    expect.arrayContaining(["jobs.afterInsert", "notices.afterSend", "notices.afterStore", "outbox.beforeCommit"]),
  );
});

it.each(failpoints)(
  "loses and doubles nothing, without saying so, when killed at %s",
  async (name) => {
    const interrupted = [];
    for (const hit of hitsOf(name)) {
      await givenSlot();
      const saleId = await confirmAnother();
      armFaultsFor(name);
      expect(await runToItsDeath(`${name}:${hit}`)).toBe(true);
      interrupted.push(...(await stored("notices", { state: "sending" })).map(({ kind }) => String(kind)));
      company.app.wecom.clearFaults();
      company.app.passRealTime({ seconds: 130 }); // every lease and every wait is over
      await finish();
      await expectFacts();
      for (const notice of await noticesOf(saleId)) expectTold(notice, name);
    }
    // An alert to a group, praise in a group, a message to a person: each is resolved in its own way.
    const toAPerson: unknown = expect.stringMatching(/^sale_win(_manager)?$/);
    const sorts = ["lag_alert", "sale_win_group", toAPerson];
    if (name.startsWith("notices.")) expect(interrupted.slice(0, 3)).toEqual(sorts);
  },
  5 * minuteMs,
);

/** The slot of the reminders is due again, and the day's and the month's reminders are still to be given. */
async function givenSlot(): Promise<void> {
  await lookAt(async () => {
    const { db } = mongoose.connection;
    await db?.collection("jobRuns").deleteMany({});
    await db?.collection("partitions").deleteMany({});
    await db?.collection("sendCounts").deleteMany({});
    await db?.collection("notices").deleteMany({ kind: { $in: ["team_lag", "lag_alert"] } });
    await CursorModel.updateMany({}, { $set: { seenUntil: new Date("2026-03-26T10:00:00+08:00") } });
  });
  company.app.wecom.reset();
}

async function confirmAnother(): Promise<string> {
  sales += 1;
  const amountFen = 100_000 + sales;
  const { saleId } = await givenConfirmedSale(company, { rep, customer, amountFen });
  soldFen += amountFen;
  return saleId;
}

/** Some places are passed only when WeCom refuses something. */
function armFaultsFor(name: string): void {
  if (name === "outbox.afterFail") company.app.wecom.failNext({ path: "message/send", errcode: -1 });
  if (name === "outbox.afterPostpone") company.app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
}

/** @returns whether the failpoint was reached */
function runToItsDeath(setting: string): Promise<boolean> {
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
    FAILPOINT: setting,
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

/** Another worker takes over and does the rest. */
async function finish(): Promise<void> {
  const { deps } = company.app;
  await scheduler(deps, crontab(deps)).tick();
  await workAll(deps, subscriptions(deps), { aheadMs: 60_000 });
  expect(await stored("events")).toEqual([]);
  expect((await stored("jobRuns")).map(({ state }) => String(state))).not.toContain("open");
}

async function expectFacts(): Promise<void> {
  const { team: read, members } = await company.as(team.manager).call("teams.read", { unitId: team.unitId, period });
  expect(read.doneFen).toBe(soldFen);
  expect(members?.find(({ memberId }) => memberId === rep.memberId)?.doneFen).toBe(soldFen);
  const { team: branch } = await company.as(company.finance).call("teams.read", { unitId: branchUnitId, period });
  expect(branch.doneFen).toBe(soldFen + 70_000_000);
}

interface Told {
  noticeId: string;
  channel: string;
  kind: string;
  state: string;
  /** The notice's own journal. */
  history: string;
  /** How often its receiver has got it. */
  received: number;
}

async function noticesOf(saleId: string): Promise<Told[]> {
  const expected = [
    `${saleId}:rep`,
    `${saleId}:manager:${team.manager.memberId}`,
    `${saleId}:group`,
    `team_lag:${ahead.memberId}:${period}`,
    `lag_alert:${lagging.unitId}:2026-03-26`,
    `lag_alert:${team.unitId}:2026-03-26`,
  ];
  const found = await stored("notices", { _id: { $in: expected } });
  expect(found.map(({ _id }) => String(_id)).sort()).toEqual([...expected].sort());
  return found.map((notice) => {
    const receiver = String(notice.receiverId);
    const { wecom } = company.app;
    const robot = wecom.world.robots.find(({ departmentId }) => `u${departmentId}` === receiver);
    const messages = robot ? wecom.robot(robot.key).messages : wecom.member(receiver).messages;
    const mark = `notice=${encodeURIComponent(String(notice._id))}`;
    return {
      noticeId: String(notice._id),
      channel: String(notice.channel),
      kind: String(notice.kind),
      state: String(notice.state),
      history: JSON.stringify(notice.history),
      received: messages.filter(({ content }) => JSON.stringify(content).includes(mark)).length,
    };
  });
}

/** Where a message has left, and that it has is not stored yet. */
const afterSending = ["notices.afterSend", "outbox.afterHandler", "outbox.beforeCommit"];

/**
 * Each message is read once. Only between storing and the end of sending does nobody know whether a group has it; then the
 * journal names it: praise is left alone, an alert is repeated.
 */
function expectTold({ noticeId, channel, kind, state, history, received }: Told, failpoint: string): void {
  const facts = { noticeId, state, received };
  const hasLeft = afterSending.includes(failpoint);
  const uncertain = channel === "robot" && (hasLeft || failpoint.startsWith("notices."));
  if (state === "unknown") {
    expect({ ...facts, uncertain, named: history.includes("died while sending") }).toEqual({
      ...facts,
      uncertain: true,
      named: true,
    });
    expect(received).toBe(hasLeft ? 1 : 0);
    return;
  }
  expect(facts).toEqual({ ...facts, state: "sent" });
  if (history.includes("may be read twice")) {
    expect({ kind, uncertain }).toEqual({ kind: "lag_alert", uncertain: true });
    expect(received).toBe(hasLeft ? 2 : 1);
    return;
  }
  expect(facts).toEqual({ ...facts, received: 1 });
}

import mongoose from "mongoose";
import { connect, disconnect } from "../../../server/db";
import { startSimulator, type Simulator } from "../../../server/dev/wecom";
import { checkedLedger } from "../../support/ledger";
import { wecomSettings } from "../../support/startTestApp";
import { testFieldKey } from "../../support/testSettings";
import { type LastingEngine, type ProductProcess, startProcesses } from "./cluster";
import { type Company, makeCompany, type Tokens } from "./company";
import { type Dump, dumpOf } from "./dump";

/** One database with its company, its WeCom, and the processes that serve it. */
export interface World {
  uri: string;
  wecom: Simulator;
  tokens: Tokens;
  http: ProductProcess[];
  workers: ProductProcess[];
  stop(): Promise<void>;
}

const running = new Set<World>();
afterAll(async () => {
  for (const world of running) await world.stop();
});

/** Every process has noticed by then where the demo's clock stands. */
const clockFollowedMs = 600;

/** What a company is set up with; every world begins with a copy of it. */
export async function setUpCompany(engine: LastingEngine): Promise<Company> {
  const wecom = await startSimulator();
  try {
    return await makeCompany(settingsOf(engine.uriOf("company"), wecom));
  } finally {
    await wecom.stop();
  }
}

function settingsOf(uri: string, wecom: Simulator): Record<string, string> {
  return {
    NODE_ENV: "test",
    DEMO: "1",
    PUBLIC_URL: "http://localhost:3000",
    MONGODB_URI: uri,
    FIELD_KEYS: testFieldKey("k1"),
    LOG_LEVEL: "warn",
    RATE_MEMBER_PER_MINUTE: "1000000",
    RATE_ADDRESS_PER_MINUTE: "1000000",
    ...wecomSettings(wecom),
  };
}

/** @param roles one process for each, such as "http" or "http,worker" */
export async function startWorld(
  engine: LastingEngine,
  name: string,
  { tokens, documents }: Company,
  roles: readonly string[],
): Promise<World> {
  const uri = engine.uriOf(name);
  await lookInto(uri, async (db) => {
    for (const [collection, all] of documents) if (all.length > 0) await db.collection(collection).insertMany(all);
  });
  const wecom = await startSimulator();
  const settings = settingsOf(uri, wecom);
  const processes = await startProcesses(roles, settings).catch(async (error: unknown) => {
    await wecom.stop();
    throw error;
  });
  const ofRole = (role: string) => processes.filter((one) => one.name.includes(role));
  const world: World = {
    ...{ uri, wecom, tokens, http: ofRole("http"), workers: ofRole("worker") },
    async stop() {
      if (!running.delete(world)) return;
      await Promise.all(processes.map((one) => one.stop()));
      await wecom.stop();
    },
  };
  running.add(world);
  return world;
}

/** Looks into a database with a connection of the test's own. */
export async function lookInto<T>(uri: string, look: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    if (!connection.db) throw new Error("not connected");
    return await look(connection.db);
  } finally {
    await connection.close();
  }
}

export const setBusinessTime = ({ uri }: World, at: Date): Promise<void> => lookInto(uri, (db) => moveClock(db, at));

async function moveClock(db: mongoose.mongo.Db, at: Date): Promise<void> {
  await db.collection<{ _id: string }>("clock").updateOne({ _id: "demo" }, { $set: { at } });
  await pause(clockFollowedMs);
}

/**
 * The workers do all that is left. Nobody waits for half a minute where nothing is to be seen by it: what is due later is due now,
 * and where everything else is done, business time goes on, so that what was gathered for a group goes out.
 */
export async function finish({ uri, workers }: World, withinMs: number): Promise<void> {
  await lookInto(uri, async (db) => {
    const events = db.collection("events");
    const clock = await db.collection<{ _id: string; at: Date }>("clock").findOne({ _id: "demo" });
    let { at } = clock ?? { at: new Date(NaN) };
    for (const startedMs = performance.now(); ; await pause(100)) {
      const open = await events.find({}).toArray();
      if (open.length === 0) return;
      const dead = open.filter(({ state }) => state === "dead");
      if (dead.length > 0 || performance.now() - startedMs > withinMs) {
        const said = workers.map((worker) => worker.words()).join("\n");
        throw new Error(`${open.length} events are left, ${dead.length} dead: ${JSON.stringify(open[0])}\n${said}`);
      }
      if (open.every(({ state }) => state === "waiting")) {
        at = new Date(at.getTime() + 11 * 60_000);
        await moveClock(db, at);
      }
      await inTransactionOf(db, (session) =>
        events.updateMany({ state: "due", dueAt: { $gt: new Date() } }, { $set: { dueAt: new Date() } }, { session }),
      );
    }
  });
}

/**
 * Workers that died leave leases behind, which run out within half a minute. Here that time passes: the living give theirs back,
 * what is left belongs to nobody, and one worker does the rest.
 */
export async function letLeasesRunOut({ uri, workers }: World): Promise<void> {
  await Promise.all(workers.map((worker) => worker.stop()));
  await lookInto(uri, async (db) => {
    const now = new Date();
    await inTransactionOf(db, (session) =>
      db.collection("partitions").updateMany({ leaseUntil: { $gt: now } }, { $set: { leaseUntil: now } }, { session }),
    );
  });
  await workers[0]?.start();
}

/** As the product writes several documents: the embedded engine never ends one that waits for a transaction outside of one. */
const inTransactionOf = (db: mongoose.mongo.Db, write: (session: mongoose.mongo.ClientSession) => Promise<unknown>) =>
  db.client.withSession((session) => session.withTransaction(() => write(session)));

export const dump = ({ uri, wecom }: World): Promise<Dump> => lookInto(uri, (db) => dumpOf(db, wecom));

/** What `npm run ledger:check` says of a database. */
export async function ledgerOf({ uri }: World): ReturnType<typeof checkedLedger> {
  await connect(uri);
  try {
    return await checkedLedger();
  } finally {
    await disconnect();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

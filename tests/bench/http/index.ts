import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { syncItemsMax } from "@shared/contracts/sync";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { connect, disconnect } from "../../../server/db";
import { createDeps } from "../../../server/createDeps";
import { prepareDatabase } from "../../../server/migrations/prepareDatabase";
import { testSettings } from "../../support/testSettings";
import { type Figure } from "../measure";
import { type BenchPerson, makeCompany, submitSales } from "./company";
import type { LoadKind, LoadOrder, LoadResult } from "./load";
import { memoryMb, play, processorMs, type Served, startBare, startProduct } from "./processes";
import { countRoundTrips, type RoundTrips } from "./roundTrips";

/*
 * The product's hot paths beside bare Koa handlers on the same durable engine: each in a process of its own, in turns, three
 * rounds, with a load from a third process. Ratios within one run are promises; times are only told. Options:
 *   --seconds 4   of each turn          --rounds 3
 *   --members 8,500                     --only checkIn,today,mine,line,confirm
 */

const operations = ["checkIn", "today", "mine", "line", "confirm"] as const;
type Operation = (typeof operations)[number];

const bareOf: Record<Operation, LoadKind> = {
  checkIn: "bareInsert",
  today: "bareFind",
  mine: "bareFind",
  line: "bareFind",
  confirm: "bareTransaction",
};
const leastRatio: Record<Operation, number> = { checkIn: 0.5, today: 0.6, mine: 0.6, line: 0.6, confirm: 0.25 };

const connections = 50;
const syncTurns = 16;
/** Fewer, so that the quiet time is quiet. */
const neighbours = 10;

interface Options {
  seconds: number;
  rounds: number;
  members: number[];
  only: Operation[];
}

function optionsOf(args: readonly string[]): Options {
  const value = (name: string) => args[args.indexOf(`--${name}`) + 1];
  const given = (name: string) => (args.includes(`--${name}`) ? value(name) : undefined);
  const only = given("only")?.split(",");
  return {
    seconds: Number(given("seconds") ?? 4),
    rounds: Number(given("rounds") ?? 3),
    members: (given("members") ?? "8,500").split(",").map(Number),
    only: operations.filter((operation) => only === undefined || only.includes(operation)),
  };
}

export async function http(): Promise<Figure[]> {
  const options = optionsOf(process.argv);
  build();
  const figures: Figure[] = [];
  for (const members of options.members) figures.push(...(await withCompany(members, options)));
  mkdirSync("dist/bench", { recursive: true });
  writeFileSync("dist/bench/http.json", JSON.stringify({ options, figures }, null, 2));
  return figures;
}

function build(): void {
  const built = spawnSync(process.execPath, [path.join("config", "run", "build.mjs"), "server"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("the server could not be built");
}

/** Set-up is done by Node's own modules, as `npm start` does it. */
async function setUp<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(path.join(process.cwd(), "config", "run", name)).href)) as Module;
}

interface Ports {
  product: number;
  simulator: number;
  database: number;
}
interface PortsModule {
  freePorts: () => Promise<Ports>;
}
interface DatabaseModule {
  chooseDatabase: () => Promise<unknown>;
}
interface EngineModule {
  startPrivateEngine: (engine: unknown, order: object) => Promise<{ uri: string; stop: () => Promise<void> }>;
}

async function withCompany(members: number, options: Options): Promise<Figure[]> {
  const database = await setUp<DatabaseModule>("database.mjs");
  const engines = await setUp<EngineModule>("engine.mjs");
  const ports = await (await setUp<PortsModule>("ports.mjs")).freePorts();
  const order = { port: ports.database, folder: mkdtempSync(path.join(os.tmpdir(), "xiaoli-bench-")), durable: true };
  const engine = await engines.startPrivateEngine(await database.chooseDatabase(), order);
  const stops: (() => Promise<void>)[] = [() => engine.stop()];
  try {
    return await measure(members, options, engine.uri, ports, stops);
  } finally {
    for (const stop of stops.reverse()) await stop().catch(() => undefined);
  }
}

async function measure(
  members: number,
  options: Options,
  uri: string,
  ports: Ports,
  stops: (() => Promise<void>)[],
): Promise<Figure[]> {
  const env = {
    NODE_ENV: "development",
    MONGODB_URI: uri,
    WECOM_CORP_ID: "wwbench",
    WECOM_AGENT_ID: "1",
    WECOM_APP_SECRET: "bench",
    FIELD_KEYS: `bench:${Buffer.alloc(32, 7).toString("base64")}`,
    // Nobody listens there: messages wait, as on a day when WeCom is away.
    WECOM_API_URL: "http://127.0.0.1:9",
    RATE_MEMBER_PER_MINUTE: "1000000",
    RATE_ADDRESS_PER_MINUTE: "1000000",
  };
  await connect(uri, { monitorCommands: true });
  stops.push(disconnect);
  const deps = createDeps(testSettings({ ...env, NODE_ENV: "test" }));
  await prepareDatabase(deps);
  const people = await makeCompany(deps, members);
  await submitSales(people, 4, new Date());
  const period = monthOf(businessDayOf(new Date()));
  const roundTrips = await countRoundTrips(deps, callsOf(people, period));

  const product = await startProduct({ ...env, ROLES: "http", PORT: String(ports.product) });
  stops.push(() => product.stop());
  const worker = await startProduct({ ...env, ROLES: "worker", OPERATOR_PORT: String(ports.simulator) });
  stops.push(() => worker.stop());
  const { inserts = 0, updates = 0 } = roundTrips.confirm ?? {};
  const bare = await startBare({ MONGODB_URI: uri, WRITES: JSON.stringify({ inserts, updates }) });
  stops.push(() => bare.stop());

  const run = new Run(people, period, options, { product, bare }, roundTrips);
  process.stdout.write(`\n${members} members, ${connections} connections, ${options.rounds} × ${options.seconds} s\n`);
  const figures = await run.operations();
  figures.push(...(await run.neighbours()));
  figures.push(await syncFigure(people, product));
  figures.push({
    name: `memory of the http process (${members})`,
    value: memoryMb(product.pid),
    unit: "MB",
    most: 300,
  });
  return figures;
}

function callsOf(people: BenchPerson[], period: string) {
  const [person] = people;
  if (!person) throw new Error("nobody is there");
  const { token, customerId, latDeg, lngDeg, lineId, leaderToken } = person;
  const own = { token, method: "GET" } as const;
  return {
    checkIn: () => {
      const fix = { latDeg, lngDeg, accuracyM: 18, kind: "live" };
      const tap = { commandId: randomUUID(), customerId, siteId: "s1", fix, timeKind: "anchored" };
      return { path: "/api/v1/check-ins", method: "POST", token, body: { ...tap, tappedAt: new Date().toISOString() } };
    },
    today: () => ({ path: "/api/v1/me/today", ...own }),
    mine: () => ({ path: `/api/v1/me/statements/${period}`, ...own }),
    line: () => ({ path: `/api/v1/me/statements/${period}/lines/${encodeURIComponent(lineId)}`, ...own }),
    confirm: () => {
      // From the end: the load takes them from the beginning.
      const saleId = person.submittedSaleIds.pop() ?? "";
      const body = { commandId: randomUUID(), revision: 1 };
      return { path: `/api/v1/sales/${saleId}/confirmation`, method: "POST", token: leaderToken, body };
    },
  } satisfies Parameters<typeof countRoundTrips>[1];
}

interface Turns {
  perSecond: number[];
  p50Ms: number[];
  p99Ms: number[];
  processorMs: number[];
}

class Run {
  private salesUsed = 0;

  constructor(
    private readonly people: BenchPerson[],
    private readonly period: string,
    private readonly options: Options,
    private readonly served: { product: Served; bare: Served },
    private readonly roundTrips: Record<string, RoundTrips>,
  ) {}

  /** Each operation beside its bare handler, in turns. */
  async operations(): Promise<Figure[]> {
    const figures: Figure[] = [];
    say("", "requests/s", "p50 ms", "p99 ms", "ratio", "CPU ms each", "round trips");
    for (const operation of this.options.only) {
      const { rounds, seconds } = this.options;
      const salesEach = Math.ceil((rounds * seconds * 450) / this.people.length);
      if (operation === "confirm") await submitSales(this.people, salesEach, new Date());
      const ours = newTurns();
      const bare = newTurns();
      const together = newTurns();
      // As long after its start as it is in daily work: code compiled, pages made that are kept.
      if (operation !== "confirm") await this.turn(operation, this.served.product, newTurns());
      for (let round = 0; round < this.options.rounds; round += 1) {
        await this.turn(bareOf[operation], this.served.bare, bare);
        // Told beside it: the same transaction as the product sends it, in one command.
        if (operation === "confirm") await this.turn("bareTogether", this.served.bare, together);
        await this.turn(operation, this.served.product, ours);
      }
      const ratio = median(ours.perSecond.map((one, n) => one / (bare.perSecond[n] ?? NaN)));
      const slower = median(ours.p99Ms.map((one, n) => one / (bare.p99Ms[n] ?? NaN)));
      const trips = this.roundTrips[operation]?.warm ?? NaN;
      sayTurns(bareOf[operation], bare);
      if (operation === "confirm") sayTurns("bareTogether", together);
      sayTurns(operation, ours, ratio, trips);
      const of = `${operation} (${this.people.length} members)`;
      figures.push({ name: `${of}, of the bare handler`, value: ratio, unit: "×", least: leastRatio[operation] });
      if (operation === "checkIn") figures.push({ name: `${of}, p99 of the bare`, value: slower, unit: "×", most: 3 });
    }
    return figures;
  }

  /** One member opens a line 20 times a second; everybody else must not feel it. */
  async neighbours(): Promise<Figure[]> {
    const [greedy, ...others] = this.people;
    if (!greedy) return [];
    const order = this.order("today", this.served.product);
    const calm = { ...order, people: others, connections: neighbours, perSecond: 50 };
    const idle = await play(calm);
    const busy = { ...this.order("line", this.served.product), people: [greedy], connections: 4, perSecond: 20 };
    const [beside, lines] = await Promise.all([play(calm), play(busy)]);
    refuseRefusals("line", lines);
    say("others' today, idle", "", idle.p50Ms.toFixed(1), idle.p99Ms.toFixed(1));
    say("beside 20 lines/s", "", beside.p50Ms.toFixed(1), beside.p99Ms.toFixed(1));
    const name = `others' p99 beside 20 lines/s of one member (${this.people.length})`;
    return [{ name, value: beside.p99Ms / idle.p99Ms, unit: "× idle", most: 3 }];
  }

  private order(kind: LoadKind, { port }: Served): LoadOrder {
    const { people, period, salesUsed: saleIndex } = this;
    return { kind, port, connections, forMs: this.options.seconds * 1000, people, period, saleIndex };
  }

  private async turn(kind: LoadKind, served: Served, turns: Turns): Promise<void> {
    const beforeMs = processorMs(served.pid);
    const result = await play(this.order(kind, served));
    this.salesUsed += result.salesUsed;
    refuseRefusals(kind, result);
    turns.perSecond.push(result.count / (result.tookMs / 1000));
    turns.p50Ms.push(result.p50Ms);
    turns.p99Ms.push(result.p99Ms);
    turns.processorMs.push((processorMs(served.pid) - beforeMs) / result.count);
  }
}

/** A figure of answers that said no is no figure; of commands on one statement a few may be told to come again. */
function refuseRefusals(kind: LoadKind, { refused, count, firstRefusal }: LoadResult): void {
  if (refused > count / 100) throw new Error(`${refused} of ${kind} were refused: ${firstRefusal}`);
}

/** What a phone has kept over a day without a network, at ten clients, in one request, beside a request with one tap. */
async function syncFigure(people: readonly BenchPerson[], { port }: Served): Promise<Figure> {
  const send = async (person: BenchPerson, count: number): Promise<number> => {
    const { memberId, token, customerIds, latDeg, lngDeg } = person;
    const fix = { latDeg, lngDeg, accuracyM: 18, kind: "live" };
    const items = Array.from({ length: count }, (_, nth) => {
      const customerId = customerIds[nth % customerIds.length] ?? "";
      const body = { customerId, siteId: "s1", fix, tappedAt: new Date().toISOString(), timeKind: "anchored" };
      return { commandId: randomUUID(), kind: "checkIns.create", lane: customerId, body };
    });
    const startedMs = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/sync`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ memberId, items }),
    });
    const answer = (await response.json()) as { items: { status: number }[] };
    const tookMs = performance.now() - startedMs;
    if (!response.ok || answer.items.some(({ status }) => status !== 200)) throw new Error(JSON.stringify(answer));
    return tookMs;
  };
  const one: number[] = [];
  const many: number[] = [];
  for (let turn = 0; turn < syncTurns; turn += 1) {
    const person = people[turn % people.length];
    if (!person) break;
    one.push(await send(person, 1));
    many.push(await send(person, syncItemsMax));
  }
  say("sync", "", `${median(one).toFixed(1)} / ${median(many).toFixed(1)}`);
  const name = `a sync of ${syncItemsMax} check-ins, of one (${people.length})`;
  return { name, value: median(many) / median(one), unit: "×", most: 12 };
}

const newTurns = (): Turns => ({ perSecond: [], p50Ms: [], p99Ms: [], processorMs: [] });

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;

function sayTurns(name: string, turns: Turns, ratio?: number, trips?: number): void {
  say(
    name,
    median(turns.perSecond).toFixed(0),
    median(turns.p50Ms).toFixed(1),
    median(turns.p99Ms).toFixed(1),
    ratio?.toFixed(2) ?? "",
    median(turns.processorMs).toFixed(2),
    trips === undefined ? "" : String(trips),
  );
}

function say(name: string, ...cells: string[]): void {
  process.stdout.write(`  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(12)).join("")}\n`);
}

import { createQueue, type NewCommand, type QueueItem, type QueuePorts } from "@/features/queue/createQueue";
import { length } from "../../../support/length";
import { randomFrom } from "../../../support/random";
import { copyOf, NotReached, tapOf } from "./givenQueue";

/*
 * A day of taps at a phone that is killed at every step of the queue, whose network loses and doubles requests, whose storage is
 * full now and then and whose date jumps: in the end the server has done what one clean run would have done, in the order of each
 * client, once. What it has not done is listed on the phone, or was said to be kept in memory alone.
 */

const clients = ["haiyue", "yuelian", "yuanda"];
const refusedEvery = 11;

interface Tap {
  command: NewCommand;
  /** The person has been told that it is kept. */
  acknowledged: boolean;
}

/** Every visit is a tap and the record that stands on it. */
function dayOf(count: number): Tap[] {
  return Array.from({ length: count }, (_, n) => {
    const lane = clients[Math.floor(n / 2) % clients.length] ?? "";
    const after = n % 2 === 1 ? `c${n - 1}` : null;
    return { command: tapOf(`c${n}`, { lane, after, body: { n } }), acknowledged: false };
  });
}

/** Does each command once, and refuses a record whose check-in it does not know. */
class Server {
  readonly done: string[] = [];
  readonly answers = new Map<string, { status: number; body: Record<string, unknown> }>();

  take({ commandId, after, body }: QueueItem) {
    const known = this.answers.get(commandId);
    if (known) return known;
    const n = (body as { n: number }).n;
    const isRefused = n % refusedEvery === 4 || (after !== null && !this.done.includes(after));
    if (isRefused) return { status: 422, body: { code: "sale.tooOld" } };
    const answer = { status: 200, body: { ok: true, n } };
    this.answers.set(commandId, answer);
    this.done.push(commandId);
    return answer;
  }

  inLane = (taps: Tap[], lane: string) =>
    this.done.filter((id) => taps.some(({ command }) => command.commandId === id && command.lane === lane));
}

/** What a day comes to where nothing goes wrong. */
function cleanRun(count: number): Server {
  const server = new Server();
  for (const { command } of dayOf(count)) server.take(command as QueueItem);
  return server;
}

class Chaos {
  readonly storage = new Map<string, unknown>();
  readonly server = new Server();
  /** Where the program was killed, by step. */
  readonly kills = new Map<string, number>();
  nowMs = 1_700_000_000_000;
  private alive = { yes: true };
  private timers: (() => void)[] = [];
  isCalm = false;

  constructor(readonly random: () => number) {}

  chance = (probability: number): boolean => !this.isCalm && this.random() < probability;

  /** The program ends here: nothing that it still does has any effect. */
  private mayDie(step: string, run: { yes: boolean }): void {
    if (!run.yes || !this.chance(0.02)) return;
    run.yes = false;
    this.kills.set(step, (this.kills.get(step) ?? 0) + 1);
  }

  get isAlive(): boolean {
    return this.alive.yes;
  }

  start() {
    const run = { yes: true };
    this.alive = run;
    this.timers = [];
    const ports: QueuePorts = {
      storage: {
        names: () => [...this.storage.keys()],
        read: (name) => copyOf(this.storage.get(name) ?? null),
        write: (name, value) => {
          this.mayDie("before write", run);
          // What a program that is over takes for kept is not.
          if (!run.yes) return false;
          if (this.chance(0.05)) return false;
          this.storage.set(name, copyOf(value));
          this.mayDie("after write", run);
          return true;
        },
        remove: (name) => {
          this.mayDie("before remove", run);
          if (run.yes) this.storage.delete(name);
          this.mayDie("after remove", run);
        },
      },
      owner: () => "xiaowang",
      send: async (_owner, items) => {
        await Promise.resolve();
        this.mayDie("before send", run);
        if (!run.yes) return new Promise(() => undefined);
        if (this.chance(0.3)) throw new NotReached();
        const times = this.chance(0.1) ? 2 : 1;
        let answers = new Map<string, { status: number; body: Record<string, unknown> }>();
        for (let time = 0; time < times; time += 1)
          answers = new Map(items.map((item) => [item.commandId, this.server.take(item)]));
        if (this.chance(0.2)) throw new NotReached(); // done, and its answer lost
        if (this.chance(0.1)) return new Map(items.map(({ commandId }) => [commandId, { status: 200, body: {} }]));
        this.mayDie("after send", run);
        return run.yes ? answers : new Promise(() => undefined);
      },
      files: { send: () => Promise.resolve(true), forget: () => {}, bytesMax: 1 },
      alone: (next) => next(),
      understood: (_item, body) => body.ok === true,
      hasNetwork: () => true,
      problemOf: () => ({ problem: { code: "network", status: null, details: {} }, isOfContent: false }),
      confirmed: () => this.mayDie("after answer", run),
      nowMs: () => this.nowMs,
      later: (_ms, next) => {
        this.timers.push(() => run.yes && next());
        return () => undefined;
      },
      bytesMax: 1_000_000,
    };
    return createQueue(ports);
  }

  /** Time passes, or the phone's date is set. */
  async passTime(): Promise<void> {
    this.nowMs += this.chance(0.1) ? (this.random() - 0.5) * 20 * 86_400_000 : 60_000;
    for (const run of this.timers.splice(0)) run();
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  }
}

async function chaoticDay(seed: number, count: number) {
  const chaos = new Chaos(randomFrom(seed));
  const taps = dayOf(count);
  let queue = chaos.start();
  const inMemory = new Set<string>();
  const isListed = (id: string) => queue.list().some(({ commandId }) => commandId === id);
  /** What was said to be in memory alone is gone with the program: the person does it again. */
  const restart = () => {
    while (!chaos.isAlive) {
      const unkept = new Set(queue.list().flatMap(({ commandId, isKept }) => (isKept ? [] : [commandId])));
      queue = chaos.start();
      inMemory.clear();
      for (const { command } of taps)
        if (
          unkept.has(command.commandId) &&
          !isListed(command.commandId) &&
          !chaos.server.answers.has(command.commandId)
        )
          queue.add(command);
    }
  };

  for (const tap of taps) {
    const { commandId } = tap.command;
    // What was not said to be kept, the person looks for in the list, and does again.
    while (!tap.acknowledged) {
      const { isKept } = queue.add(tap.command);
      if (chaos.isAlive) {
        tap.acknowledged = true;
        if (!isKept) inMemory.add(commandId);
      }
      restart();
      if (isListed(commandId) || chaos.server.answers.has(commandId)) tap.acknowledged = true;
    }
    const lost = [...inMemory].filter((id) => !isListed(id) && !chaos.server.answers.has(id));
    expect(lost).toEqual([]);
    if (chaos.chance(0.6)) await chaos.passTime();
    restart();
  }
  chaos.isCalm = true;
  restart();
  for (let turn = 0; turn < 20; turn += 1) {
    await queue.sendNow();
    await chaos.passTime();
  }
  return { chaos, taps, queue };
}

const count = length(60, 1_000);
const seeds = Array.from({ length: length(25, 40) }, (_, n) => n + 1);

jest.setTimeout(length(60_000, 600_000));

it("does what one clean run does, whatever happens to phone and network", async () => {
  const kills = new Map<string, number>();
  for (const seed of seeds) {
    const { chaos, taps, queue } = await chaoticDay(seed, count);
    const clean = cleanRun(count);
    for (const lane of clients)
      expect([seed, chaos.server.inLane(taps, lane)]).toEqual([seed, clean.inLane(taps, lane)]);
    // What was not done is listed, with what stands on it.
    const undone = taps.flatMap(({ command }) => (clean.answers.has(command.commandId) ? [] : [command.commandId]));
    expect([
      seed,
      queue
        .list()
        .map(({ commandId }) => commandId)
        .sort(),
    ]).toEqual([seed, [...undone].sort()]);
    expect(new Set(queue.list().map(({ look }) => look))).toEqual(new Set(["refused", "held"]));
    for (const [step, times] of chaos.kills) kills.set(step, (kills.get(step) ?? 0) + times);
  }
  // Each step was one at which the program ended.
  expect([...kills.keys()].sort()).toEqual([
    "after answer",
    "after remove",
    "after send",
    "after write",
    "before remove",
    "before send",
    "before write",
  ]);
});

import type { AnswerOf, BodyOf } from "@shared/contracts";
import { createQueue, type ItemAnswer, type NewCommand, type QueuePorts } from "@/features/queue/createQueue";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { length } from "../../../support/length";
import { randomFrom } from "../../../support/random";
import { stored } from "../../../support/testDatabase";

/*
 * A day without a network, sent in the evening by a phone that loses answers, sends twice and is killed, comes to what the same day
 * comes to where each tap reaches the server at once. With the phone's own queue and the real server.
 */

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const customers: Customer[] = [];
  for (let n = 0; n < 3; n += 1) customers.push(await givenCustomer(company, { owner: rep }));
  return { rep, customers, foreign: await givenCustomer(company, { owner: colleague }) };
});

const visitsCount = length(9, 80);
const minuteMs = 60_000;
const morning = Date.parse("2026-03-26T09:00:00+08:00");

interface Given {
  company: Company;
  rep: Person;
  customers: Customer[];
  foreign: Customer;
}

interface Step {
  atMs: number;
  command: NewCommand;
}

/** In range, out of range, at the edge, and with a date that nobody can believe; one at a client who is somebody else's. */
function dayOf({ company, rep, customers, foreign }: Given): Step[] {
  return Array.from({ length: visitsCount }).flatMap((_, n): Step[] => {
    const atMs = morning + n * 7 * minuteMs;
    const customer = n === 4 ? foreign : customers[n % customers.length];
    if (!customer) throw new Error("too few were prepared");
    const timeKind = n % 5 === 3 ? ("uncertain" as const) : ("anchored" as const);
    const tappedAt = new Date(atMs).toISOString();
    const tap = checkInBody(company, customer, { northM: [50, 215, 900][n % 3] ?? 50, tappedAt, timeKind });
    const written = { at: new Date(atMs + minuteMs).toISOString(), timeKind: "anchored" as const };
    const record = visitBody(company, { checkInId: `${rep.memberId}:${tap.commandId}` }, { written });
    const command = (kind: string, body: { commandId: string }, after: string | null): NewCommand => ({
      commandId: body.commandId,
      kind,
      body,
      lane: customer.customerId,
      after,
      captured: { at: tappedAt, kind: timeKind },
      ...{ about: "", shown: {}, draft: null, opens: "" },
    });
    return [
      { atMs, command: command("checkIns.create", tap, null) },
      { atMs: atMs + minuteMs, command: command("visits.record", record, tap.commandId) },
    ];
  });
}

const at = ({ app }: Company, ms: number) => app.clock.set(new Date(ms).toISOString());

async function sentAtOnce(given: Given): Promise<void> {
  const { company, rep } = given;
  for (const { atMs, command } of dayOf(given)) {
    at(company, atMs);
    await company.as(rep).send(command.kind as "checkIns.create", { body: command.body });
  }
}

/** What a phone does in the evening. @returns what it still lists */
async function sentInTheEvening(given: Given, random: () => number): Promise<string[]> {
  const { company, rep } = given;
  const storage = new Map<string, string>();
  let nowMs = 0;
  // Nothing is lost of what is tapped: how a phone is killed at a tap is held by the queue's own tests.
  let isCalm = true;
  const chance = (probability: number) => !isCalm && random() < probability;
  const post = async (items: BodyOf<"sync.send">["items"]): Promise<ReadonlyMap<string, ItemAnswer>> => {
    const answer: AnswerOf<"sync.send"> = await company
      .as(rep)
      .call("sync.send", undefined, { memberId: rep.memberId, items });
    return new Map(answer.items.map(({ commandId, status, body }) => [commandId, { status, body }]));
  };
  let killed: (() => void) | null = null;
  const startProgram = () => {
    let isAlive = true;
    const die = (probability: number) => {
      if (!isAlive || !chance(probability)) return;
      isAlive = false;
      killed?.();
    };
    const ports: QueuePorts = {
      storage: {
        names: () => [...storage.keys()],
        read: (name) => JSON.parse(storage.get(name) ?? "null") as unknown,
        write: (name, value) => !isAlive || Boolean(storage.set(name, JSON.stringify(value))),
        remove: (name) => {
          die(0.1);
          if (isAlive) storage.delete(name);
        },
      },
      owner: () => rep.memberId,
      async send(_owner, items) {
        if (chance(0.2)) throw new Error("no network");
        const wire = items.map(({ commandId, kind, lane, body }) => ({ commandId, kind, lane, body }));
        const [answers] = await Promise.all(chance(0.3) ? [post(wire), post(wire)] : [post(wire)]);
        if (chance(0.2)) throw new Error("the answer was lost");
        die(0.1);
        return isAlive ? (answers ?? new Map()) : new Promise(() => undefined);
      },
      files: { send: () => Promise.resolve(true), forget: () => {}, bytesMax: 1 },
      alone: (next) => next(),
      understood: (_item, body) => "checkIn" in body || "visit" in body,
      hasNetwork: () => true,
      problemOf: () => ({ problem: { code: "network", status: null, details: {} }, isOfContent: false }),
      confirmed: () => die(0.05),
      nowMs: () => nowMs,
      later: () => () => undefined,
      bytesMax: 1_000_000,
    };
    return { queue: createQueue(ports), isAlive: () => isAlive };
  };
  let program = startProgram();
  for (const { command } of dayOf(given)) program.queue.add(command);
  at(company, Date.parse("2026-03-26T21:00:00+08:00"));
  for (let turn = 0; turn < 60; turn += 1) {
    isCalm = turn > 40;
    const died = new Promise<void>((resolve) => (killed = resolve));
    // One that was killed while it began sends nothing.
    const sent = program.isAlive() && program.queue.sendNow().then(() => true);
    const isOver = await Promise.race([sent, died.then(() => false)]);
    nowMs += (random() - 0.4) * 86_400_000;
    if (!isOver) program = startProgram();
  }
  return program.queue.list().map(({ commandId }) => commandId);
}

/** Of each document what a day comes to, whatever the order in which it arrived. */
async function rowsOf(collection: string, fields: readonly string[]): Promise<string[]> {
  const documents: Record<string, unknown>[] = await stored(collection);
  return documents.map((one) => JSON.stringify(fields.map((field) => one[field]))).sort();
}

/** Everything that the day has come to. */
async function dayStored({ company, rep }: Given) {
  const today = await company.as(rep).call("today.read");
  return {
    checkIns: await rowsOf("checkIns", ["_id", "verdict", "checkedInAt", "on", "visitId"]),
    visits: await rowsOf("visits", ["_id", "effective", "reason", "recordedAt"]),
    facts: await rowsOf("facts", ["_id"]),
    counted: today.mine?.effectiveVisitsCount ?? null,
  };
}

async function givenDay(): Promise<Given> {
  const given = await start();
  await givenConsent(given.company, given.rep);
  return given;
}

jest.setTimeout(length(60_000, 1_200_000));

it("comes to the verdicts and facts of a day that was sent tap by tap", async () => {
  const clean = await givenDay();
  await sentAtOnce(clean);
  at(clean.company, Date.parse("2026-03-26T21:00:00+08:00"));
  const right = await dayStored(clean);
  for (const verdict of ["inside", "doubtful", "outside"]) expect(right.checkIns.join()).toContain(verdict);
  for (let seed = 1; seed <= length(2, 12); seed += 1) {
    const given = await givenDay();
    const left = await sentInTheEvening(given, randomFrom(seed));
    expect(await dayStored(given)).toEqual(right);
    // The client who is somebody else's: refused, and the record that stands on it waits with it.
    expect(left).toHaveLength(2);
  }
});

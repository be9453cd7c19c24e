import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { BenchPerson } from "./company";

/*
 * The load, as a process of its own: so many connections, each of which asks again as soon as it was answered. It does as little
 * as it can, since it shares the processors with what it measures.
 */

export type LoadKind =
  | "bareInsert"
  | "bareFind"
  | "bareTransaction"
  | "bareTogether"
  | "checkIn"
  | "today"
  | "mine"
  | "line"
  | "confirm";

export interface LoadOrder {
  kind: LoadKind;
  port: number;
  connections: number;
  forMs: number;
  people: BenchPerson[];
  /** `2026-03`. */
  period: string;
  /** Where the list of people begins: each round confirms other sales. */
  saleIndex: number;
  /** At most so many calls a second over all connections; without it, as many as come. */
  perSecond?: number;
}

export interface LoadResult {
  count: number;
  tookMs: number;
  p50Ms: number;
  p99Ms: number;
  refused: number;
  firstRefusal: string | null;
  /** How many sales of each person were confirmed. */
  salesUsed: number;
}

interface Call {
  method: "GET" | "POST";
  path: string;
  token: string;
  body?: unknown;
}

function callOf(order: LoadOrder, n: number): Call | null {
  const { kind, people, period } = order;
  const person = people[n % people.length];
  if (!person) return null;
  const { token, customerId, latDeg, lngDeg } = person;
  const fix = { latDeg, lngDeg, accuracyM: 18, kind: "live" };
  const tappedAt = new Date().toISOString();
  const tap = { commandId: randomUUID(), customerId, siteId: "s1", fix, tappedAt, timeKind: "anchored" };
  switch (kind) {
    case "bareInsert":
      return { method: "POST", path: "/insert", token, body: tap };
    case "bareFind":
      return { method: "GET", path: "/find", token };
    case "bareTransaction":
      return { method: "POST", path: "/transaction", token, body: { commandId: randomUUID(), revision: 1 } };
    case "bareTogether":
      return { method: "POST", path: "/together", token, body: { commandId: randomUUID(), revision: 1 } };
    case "checkIn":
      return { method: "POST", path: "/api/v1/check-ins", token, body: tap };
    case "today":
      return { method: "GET", path: "/api/v1/me/today", token };
    case "mine":
      return { method: "GET", path: `/api/v1/me/statements/${period}`, token };
    case "line":
      return {
        method: "GET",
        path: `/api/v1/me/statements/${period}/lines/${encodeURIComponent(person.lineId)}`,
        token,
      };
    case "confirm": {
      const saleId = person.submittedSaleIds[order.saleIndex + Math.floor(n / people.length)];
      if (saleId === undefined) return null;
      const body = { commandId: randomUUID(), revision: 1 };
      return { method: "POST", path: `/api/v1/sales/${saleId}/confirmation`, token: person.leaderToken, body };
    }
  }
}

async function run(order: LoadOrder): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  const beganMs = performance.now();
  const timesMs: number[] = [];
  let asked = 0;
  let refused = 0;
  let firstRefusal: string | null = null;

  const send = ({ method, path, token, body }: Call) =>
    new Promise<void>((resolve) => {
      const text = body === undefined ? "" : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
      };
      const sentMs = performance.now();
      const fail = (why: string) => {
        refused += 1;
        firstRefusal ??= why;
        resolve();
      };
      const sent = request({ agent, host: "127.0.0.1", port: order.port, method, path, headers }, (response) => {
        const isOk = (response.statusCode ?? 500) < 300;
        let said = "";
        response.on("data", (part: Buffer) => {
          if (!isOk) said += part.toString();
        });
        response.on("end", () => {
          if (!isOk) return fail(`${response.statusCode} ${said.slice(0, 300)}`);
          timesMs.push(performance.now() - sentMs);
          resolve();
        });
      });
      sent.on("error", (error) => fail(error.message));
      sent.end(text);
    });

  const connection = async () => {
    for (;;) {
      const goneMs = performance.now() - beganMs;
      if (goneMs >= order.forMs) return;
      if (order.perSecond !== undefined && asked / order.perSecond > goneMs / 1000) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      const call = callOf(order, asked);
      if (!call) return;
      asked += 1;
      await send(call);
    }
  };
  await Promise.all(Array.from({ length: order.connections }, connection));
  const tookMs = performance.now() - beganMs;
  agent.destroy();
  timesMs.sort((a, b) => a - b);
  const at = (part: number) => timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * part))] ?? NaN;
  const salesUsed = order.kind === "confirm" ? Math.ceil(asked / order.people.length) : 0;
  return { count: timesMs.length, tookMs, p50Ms: at(0.5), p99Ms: at(0.99), refused, firstRefusal, salesUsed };
}

if (process.send) {
  process.once("message", (order: LoadOrder) => {
    void run(order).then((result) => process.send?.(result, () => process.exit(0)));
  });
  process.once("disconnect", () => process.exit(0));
}

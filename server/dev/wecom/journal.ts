import type { Fault } from "./faults";
import { minuteMs } from "./limits";

/** One call, as it came in and was answered. Credentials are named, not shown. */
export interface JournalEntry {
  at: string;
  method: string;
  /** Path below `/cgi-bin/`. */
  api: string;
  /** Who called: `agent 1000002`, `contacts`, `robot 华南直销一队`; null where nobody could be told. */
  by: string | null;
  query: Record<string, string>;
  body: unknown;
  /** null where the client got no envelope. */
  errcode: number | null;
  errmsg: string;
  ms: number;
  fault: Fault | null;
  /** How often in a row this client has repeated a call whose token was refused; from 5 on it loops. */
  loop: number | null;
}

const entriesMax = 10_000;
const loopFrom = 5;
const tokenCodes = new Set([40001, 40014, 42001]);

/** What was called, newest last. Says when a client repeats a refused token without end, which some SDKs do. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  private readonly refusedInRow = new Map<string, { count: number; lastMs: number }>();

  add(entry: Omit<JournalEntry, "loop" | "at">, credential: string, nowMs: number): JournalEntry {
    const loop = this.loopOf(entry, credential, nowMs);
    const whole = { at: new Date(nowMs).toISOString(), ...entry, loop };
    this.entries.push(whole);
    if (this.entries.length > entriesMax) this.entries.shift();
    return whole;
  }

  /** Clients that loop, one line each. */
  loops(): string[] {
    const found = new Map<string, number>();
    for (const entry of this.entries)
      if (entry.loop !== null) found.set(`${entry.api} answered ${entry.errcode}`, entry.loop);
    return [...found].map(([what, count]) => `${what}: asked ${count} times in a row with the same credential`);
  }

  clear(): void {
    this.entries.length = 0;
    this.refusedInRow.clear();
  }

  private loopOf(entry: { api: string; errcode: number | null }, credential: string, nowMs: number): number | null {
    const key = `${entry.api} ${credential}`;
    if (entry.errcode === null || !tokenCodes.has(entry.errcode)) {
      this.refusedInRow.delete(key);
      return null;
    }
    const known = this.refusedInRow.get(key);
    const count = known && nowMs - known.lastMs < minuteMs ? known.count + 1 : 1;
    this.refusedInRow.set(key, { count, lastMs: nowMs });
    return count >= loopFrom ? count : null;
  }
}

import type { LastingEngine } from "./cluster";
import type { World } from "./world";

const victims = ["worker", "http", "engine"] as const;

/**
 * Rounds of kill -9 in the midst of the load, of a worker, an http process and the engine in turn. The rounds share the commands
 * evenly: while a victim comes back the clients go on, but not into the next round.
 */
export class KillRounds {
  private done = 0;
  private under: Promise<void> | null = null;
  private failure: unknown = null;

  constructor(
    private readonly parts: {
      engine: LastingEngine;
      world: World;
      rounds: number;
      commandCount: number;
      random: () => number;
    },
  ) {}

  /** For `play`: begins a round when it is due, and holds back who is too far ahead of it. */
  readonly pace = async (answered: number): Promise<void> => {
    const { rounds, commandCount } = this.parts;
    // The last round begins early enough for the lanes to go on through it.
    const startOf = (round: number) => ((round + 1) * commandCount) / (rounds + 2);
    for (;;) {
      if (!this.under && this.done < rounds && answered >= startOf(this.done)) this.under = this.round();
      if (!this.under || answered < startOf(this.done + 1)) break;
      await this.under;
    }
    if (this.failure) throw this.failure as Error; // whatever a process died of
  };

  /** Resolves with the number of rounds when the last victim is back. */
  async ended(): Promise<number> {
    await this.under;
    return this.done;
  }

  private async round(): Promise<void> {
    await this.kill(victims[this.done % victims.length] ?? "http").catch((error: unknown) => (this.failure = error));
    this.done += 1;
    this.under = null;
  }

  private async kill(victim: (typeof victims)[number]): Promise<void> {
    const { engine, world, random } = this.parts;
    if (victim === "engine") return engine.killHard();
    const processes = victim === "http" ? world.http : world.workers;
    await processes[Math.floor(random() * processes.length)]?.killHard();
  }
}

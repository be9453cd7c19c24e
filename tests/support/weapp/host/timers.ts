import type { Journal } from "./journal";

type Handle = ReturnType<typeof setTimeout>;

/** Timers of one launch: what a callback throws is recorded, and closing the mini-program ends them all. */
export class Timers {
  private readonly running = new Map<Handle, () => void>();

  constructor(private readonly journal: Journal) {}

  readonly setTimeout = (callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]): Handle => {
    const handle = setTimeout(() => {
      this.running.delete(handle);
      this.journal.guard("setTimeout", () => callback(...args));
    }, delayMs);
    this.running.set(handle, () => clearTimeout(handle));
    return handle;
  };

  readonly setInterval = (callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]): Handle => {
    const handle = setInterval(() => this.journal.guard("setInterval", () => callback(...args)), delayMs);
    this.running.set(handle, () => clearInterval(handle));
    return handle;
  };

  readonly clear = (handle: Handle): void => {
    this.running.get(handle)?.();
    this.running.delete(handle);
  };

  endAll(): void {
    for (const end of this.running.values()) end();
    this.running.clear();
  }
}

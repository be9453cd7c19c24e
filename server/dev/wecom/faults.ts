/** A fault on request. It hits the calls whose path ends in `path`. */
export interface Fault {
  /** Such as `message/send`. */
  path: string;
  /** Answered in the envelope; nothing is done. */
  errcode?: number;
  /** Answered as HTTP status without an envelope; nothing is done. */
  status?: number;
  /** The answer waits so long; alone, the call is done as usual. */
  delayMs?: number;
  /** The connection breaks before anything is done, or after it was done and before it is answered. */
  cut?: "before" | "after";
  /** Done, but what comes back is not JSON. */
  garbled?: boolean;
  /** How many calls it hits. Default 1. */
  times?: number;
  /** How many matching calls go well first. Default 0. */
  after?: number;
}

interface Armed {
  fault: Fault;
  passes: number;
  hits: number;
}

/** The faults that wait for their calls, first asked first hit. */
export class Faults {
  private armed: Armed[] = [];

  add(fault: Fault): void {
    this.armed.push({ fault, passes: fault.after ?? 0, hits: fault.times ?? 1 });
  }

  clear(): void {
    this.armed = [];
  }

  /** The fault of this call, if any. */
  take(path: string): Fault | null {
    for (const one of this.armed) {
      if (!path.endsWith(one.fault.path.replace(/^\//, ""))) continue;
      if (one.passes > 0) {
        one.passes -= 1;
        continue;
      }
      one.hits -= 1;
      if (one.hits <= 0) this.armed = this.armed.filter((other) => other !== one);
      return one.fault;
    }
    return null;
  }
}

/**
 * Keeps what was looked up for some seconds, so that what every request asks for is read once and not by each of them. A
 * look-up under way is shared; one that failed, or found what `isWorthKeeping` refuses, is done again by the next.
 */
export class ShortCache<Value> {
  private readonly entries = new Map<string, { untilMs: number; value: Promise<Value> }>();

  constructor(
    private readonly parts: {
      /** Real time. */
      realNow: () => Date;
      keptMs: number;
      entriesMax: number;
      isWorthKeeping?: (value: Value) => boolean;
    },
  ) {}

  async get(key: string, lookUp: () => Promise<Value>): Promise<Value> {
    const { realNow, keptMs, entriesMax, isWorthKeeping = () => true } = this.parts;
    const nowMs = realNow().getTime();
    const known = this.entries.get(key);
    if (known && nowMs < known.untilMs) return known.value;
    // The oldest first: a Map keeps the order in which keys came.
    for (const oldest of this.entries.keys()) {
      if (this.entries.size < entriesMax) break;
      this.entries.delete(oldest);
    }
    const entry = { untilMs: nowMs + keptMs, value: lookUp() };
    this.entries.delete(key);
    this.entries.set(key, entry);
    const drop = () => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    };
    try {
      const value = await entry.value;
      if (!isWorthKeeping(value)) drop();
      return value;
    } catch (error) {
      drop();
      throw error;
    }
  }

  /** What this process has changed itself is looked up anew. */
  forget(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

interface Entry<Value> {
  untilMs: number;
  value: Promise<Value>;
  /** 0 until the value is there. */
  weight: number;
}

/**
 * Keeps what was looked up for some seconds, so that what every request asks for is read once and not by each of them. A
 * look-up under way is shared; one that failed, or found what `isWorthKeeping` refuses, is done again by the next.
 */
export class ShortCache<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private weight = 0;

  constructor(
    private readonly parts: {
      /** Real time. */
      realNow: () => Date;
      keptMs: number;
      entriesMax: number;
      isWorthKeeping?: (value: Value) => boolean;
      /** How much a value counts for against `weightMax`, such as its length; nothing unless given. */
      weightOf?: (value: Value) => number;
      weightMax?: number;
    },
  ) {}

  async get(key: string, lookUp: () => Promise<Value>): Promise<Value> {
    const { realNow, keptMs, entriesMax, isWorthKeeping = () => true } = this.parts;
    const { weightOf = () => 0, weightMax = Infinity } = this.parts;
    const nowMs = realNow().getTime();
    const known = this.entries.get(key);
    if (known && nowMs < known.untilMs) return known.value;
    this.forget(key);
    const isFull = () => this.entries.size >= entriesMax || this.weight > weightMax;
    // The oldest first: a Map keeps the order in which keys came.
    for (const oldest of this.entries.keys()) {
      if (!isFull()) break;
      this.forget(oldest);
    }
    const entry = { untilMs: nowMs + keptMs, value: lookUp(), weight: 0 };
    this.entries.set(key, entry);
    const drop = () => {
      if (this.entries.get(key) === entry) this.forget(key);
    };
    try {
      const value = await entry.value;
      if (!isWorthKeeping(value)) drop();
      else if (this.entries.get(key) === entry) {
        entry.weight = weightOf(value);
        this.weight += entry.weight;
      }
      return value;
    } catch (error) {
      drop();
      throw error;
    }
  }

  /** What this process has changed itself is looked up anew. */
  forget(key: string): void {
    this.weight -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }
}

interface Asked<Value> {
  answer: Promise<Value | undefined>;
  resolve: (value: Value | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * Many single look-ups as few reads: what is asked for while a read is under way is read together by the next one, so that a
 * busy process asks the database less often the busier it is, and an idle one waits for nobody. Nothing is kept: an answer is
 * always of a read that began after it was asked for. It may be shared with others who asked, so nobody changes it.
 */
export class BatchedRead<Value> {
  private waiting = new Map<string, Asked<Value>>();
  private isReading = false;

  constructor(
    /** Reads what there is of these keys, each of them once; a failure is everybody's who asked. */
    private readonly read: (keys: string[]) => Promise<ReadonlyMap<string, Value>>,
    private readonly keysMax = 500,
  ) {}

  /** Undefined where there is nothing by this key. */
  get(key: string): Promise<Value | undefined> {
    const asked = this.waiting.get(key) ?? askedNow<Value>();
    this.waiting.set(key, asked);
    // Whoever asks in the same breath comes along.
    if (!this.isReading) queueMicrotask(() => void this.readWaiting());
    return asked.answer;
  }

  private async readWaiting(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    while (this.waiting.size > 0) {
      const batch = [...this.waiting].slice(0, this.keysMax);
      for (const [key] of batch) this.waiting.delete(key);
      try {
        const found = await inTime(this.read(batch.map(([key]) => key)));
        for (const [key, { resolve }] of batch) resolve(found.get(key));
      } catch (error) {
        for (const [, { reject }] of batch) reject(error);
      }
    }
    this.isReading = false;
  }
}

/** A read that is never answered, on a connection that nobody closes, must not keep all who come after it waiting. */
const readMaxMs = 20_000;

function inTime<Found>(read: Promise<Found>): Promise<Found> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`the database has not answered within ${readMaxMs / 1000} s`));
    const timer = setTimeout(late, readMaxMs);
    read.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function askedNow<Value>(): Asked<Value> {
  let resolve: Asked<Value>["resolve"] = () => undefined;
  let reject: Asked<Value>["reject"] = () => undefined;
  const answer = new Promise<Value | undefined>((...ways) => ([resolve, reject] = ways));
  return { answer, resolve, reject };
}

/** What has been looked at, and a word from time to time while that takes long. */
export class Progress {
  readonly counts = {
    ...{ members: 0, months: 0, facts: 0, credits: 0, journals: 0 },
    /** Of the months: what they are priced with has changed, and their pricing is on its way. */
    beingPriced: 0,
    /** So long past that they keep plans which they would not have now. */
    withOldPlans: 0,
    /** They stand otherwise than they would be priced now. */
    behind: 0,
  };
  private saidAtMs: number;

  constructor(
    private readonly say: (line: string) => void,
    private readonly nowMs: () => number,
    private readonly everyMs = 2_000,
  ) {
    this.saidAtMs = nowMs();
  }

  count(what: keyof Progress["counts"], count: number): void {
    this.counts[what] += count;
  }

  /** One more is done; `of` where it is known how many there are. */
  step(what: keyof Progress["counts"], of?: number): void {
    this.counts[what] += 1;
    const nowMs = this.nowMs();
    if (nowMs - this.saidAtMs < this.everyMs) return;
    this.saidAtMs = nowMs;
    this.say(`… ${this.counts[what]}${of === undefined ? "" : ` of ${of}`} ${what}`);
  }
}

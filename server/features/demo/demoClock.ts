import { timeOf, type Clock, type ClockSetting } from "../../lib/clock";
import type { Logger } from "../../lib/logger";
import type { Service } from "../../lib/services";
import { ClockModel, type ClockRecord } from "./clockModel";

const pollMs = 500;
const documentId = "demo";

/** The demo's business time: kept in the database, moved by one process, followed by all of them within half a second. */
export class DemoClock implements Clock {
  private setting: ClockSetting | null = null;

  constructor(private readonly realNow: () => Date) {}

  /** Real time until somebody has set the clock. */
  now(): Date {
    const realNow = this.realNow();
    return this.setting ? timeOf(this.setting, realNow) : realNow;
  }

  get speed(): number {
    return this.setting?.speed ?? 1;
  }

  /** Sets the clock for everybody. What is not given stays as it is. */
  async set(change: { now?: Date; speed?: number }): Promise<void> {
    await this.refresh();
    const setting = { at: change.now ?? this.now(), realAt: this.realNow(), speed: change.speed ?? this.speed };
    await ClockModel.updateOne(
      { _id: documentId },
      { $set: setting, $setOnInsert: { schemaVersion: 1 } },
      { upsert: true },
    );
    this.setting = setting;
  }

  async refresh(): Promise<void> {
    this.setting = await ClockModel.findOne({ _id: documentId }).lean<ClockRecord | null>();
  }

  /** Whether somebody has ever set it. */
  get isSet(): boolean {
    return this.setting !== null;
  }
}

/** Keeps this process's copy of the demo's clock fresh while it runs. */
export function followDemoClock(clock: DemoClock, logger: Logger): Service {
  let timer: NodeJS.Timeout | null = null;
  return {
    name: "demo clock",
    async start() {
      await clock.refresh();
      timer = setInterval(() => {
        // The last known setting goes on until the database answers again.
        clock.refresh().catch((error: unknown) => logger.warn({ error }, "the demo's clock could not be read"));
      }, pollMs);
    },
    async stop() {
      if (timer) clearInterval(timer);
    },
  };
}

import { Counter, Gauge, Histogram } from "prom-client";
import { EventModel } from "./outboxModel";

export const handledSeconds = new Histogram({
  name: "xiaoli_outbox_event_seconds",
  help: "From an event's emission to its completion",
  labelNames: ["type"],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 600],
});

export const failedTries = new Counter({
  name: "xiaoli_outbox_failed_tries_total",
  help: "Tries of events that failed, by class of retry",
  labelNames: ["type", "class"],
});

export const deadEvents = new Counter({
  name: "xiaoli_outbox_dead_total",
  help: "Events given up; each is listed with its reason and can be sent again",
  labelNames: ["type"],
});

export const leasesLost = new Counter({
  name: "xiaoli_outbox_leases_lost_total",
  help: "Leases that ran out or were taken while their worker still worked",
});

/** Asked when metrics are read. A database that does not answer leaves the gauge without a value. */
function openEvents(name: string, help: string, value: () => Promise<number>): void {
  new Gauge({
    name,
    help,
    async collect() {
      await value().then(
        (found) => this.set(found),
        () => this.reset(),
      );
    },
  });
}

openEvents("xiaoli_outbox_due", "Events that are due now", () =>
  EventModel.countDocuments({ state: "due", dueAt: { $lte: new Date() } }),
);

openEvents("xiaoli_outbox_dead", "Dead events that wait for a person", () =>
  EventModel.countDocuments({ state: "dead", dueAt: { $lte: new Date() } }),
);

openEvents("xiaoli_outbox_oldest_due_seconds", "Age of the oldest due event", async () => {
  const now = new Date();
  const [oldest] = await EventModel.find({ state: "due", dueAt: { $lte: now } })
    .sort({ dueAt: 1 })
    .limit(1)
    .lean();
  return oldest ? (now.getTime() - oldest.dueAt.getTime()) / 1000 : 0;
});

import { failpoint } from "../lib/failpoint";
import { withRequestId } from "../lib/requestContext";
import { complete, fail, postpone } from "./complete";
import { deliveryOf, type EventType, type Partition } from "./eventTypes";
import type { EventHandler, EventHandlers, EventUnderWork, RelayDeps } from "./handlers";
import { knownType } from "./knownType";
import { Lease, LeaseLost, type LeaseTimes } from "./lease";
import { leasesLost } from "./metrics";
import { batchMax, dueEvents, type Lookout } from "./lookout";
import type { EventRecord } from "./outboxModel";
import { Postpone } from "./postpone";

export interface Relay<Deps extends RelayDeps> extends Lookout {
  deps: Deps;
  handlers: EventHandlers<Deps>;
  times: LeaseTimes;
  isStopping: () => boolean;
}

/** A busy partition gives way to others after this time, or this many events. */
const turnMs = 5_000;
const turnMax = 1_000;

export interface Turn {
  /** How many events were completed, postponed or failed. */
  worked: number;
  /** There is more to do, but others have their turn first. */
  more: boolean;
}

/** Works off what is due in a partition, oldest first, unless another worker has it. */
export async function workPartition<Deps extends RelayDeps>(relay: Relay<Deps>, partition: Partition): Promise<Turn> {
  const lease = await Lease.claim(partition, relay.deps, relay.times);
  if (!lease) return { worked: 0, more: false };
  await failpoint("outbox.afterClaim");
  let turn: Turn;
  try {
    turn = await workUnder(lease, relay);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    leasesLost.inc();
    relay.deps.logger.warn({ partition }, "lost the lease of a partition; its new owner goes on");
    return { worked: 0, more: false };
  }
  await failpoint("outbox.beforeRelease");
  await lease.release();
  return turn;
}

async function workUnder<Deps extends RelayDeps>(lease: Lease, relay: Relay<Deps>): Promise<Turn> {
  const until = relay.deps.realNow().getTime() + turnMs;
  let worked = 0;
  let died = lease.isTakeover;
  for (;;) {
    const found = await dueEvents(lease.partition, relay);
    for (let open = found; open.length > 0;) {
      const isOver = worked >= turnMax || relay.deps.realNow().getTime() >= until;
      if (relay.isStopping() || isOver) return { worked, more: true };
      const [group, sameType] = oldestGroup(open);
      let done: Done = { events: group, rest: false };
      // An event that kills its worker must not do so for ever.
      if (died) await fail(group, new WorkerDied(), lease, relay.deps);
      else done = await workGroup(group, sameType, lease, relay);
      died = false;
      worked += done.events.length;
      if (done.rest) return { worked, more: false };
      open = open.filter((event) => !done.events.includes(event));
    }
    // What has come in since will be found by the next look.
    if (found.length < batchMax) return { worked, more: false };
  }
}

interface Done {
  /** The events that were completed, postponed or failed. */
  events: EventRecord[];
  /** An ordered event failed: its partition waits. */
  rest: boolean;
}

async function workGroup<Deps extends RelayDeps>(
  group: EventRecord[],
  sameType: EventRecord[],
  lease: Lease,
  relay: Relay<Deps>,
): Promise<Done> {
  const { deps } = relay;
  try {
    const result = await lease.hold(() => handle(group, lease, relay));
    await failpoint("outbox.afterHandler");
    await complete(group, result, lease, deps);
    return { events: group, rest: false };
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (error instanceof Postpone) {
      const events = error.until.sameType ? sameType : group;
      await postpone(events, error, lease, deps);
      return { events, rest: false };
    }
    await fail(group, error, lease, deps);
    return { events: group, rest: group.some(({ type }) => knownType(type) && deliveryOf(type).ordered) };
  }
}

function handle<Deps extends RelayDeps>(group: EventRecord[], lease: Lease, relay: Relay<Deps>) {
  const [first] = group;
  if (!first || !knownType(first.type)) throw new UnknownType(first?.type ?? "none");
  const { type } = first;
  const underWork: EventUnderWork = {
    id: first._id,
    cause: first.cause,
    partition: lease.partition,
    attempts: first.attempts,
    lease,
  };
  // The table pairs each type with its payload, which TypeScript cannot follow through a variable type.
  const handler = relay.handlers[type] as EventHandler<EventType, Deps>;
  const payload: unknown = deliveryOf(type).coalesce ? group.map((event) => event.payload as unknown) : first.payload;
  return withRequestId(first.requestId ?? first._id, () => handler(payload as never, underWork, relay.deps));
}

/** The oldest event, with all of its type where these are handled by one call; and all of its type. */
function oldestGroup(due: EventRecord[]): [group: EventRecord[], sameType: EventRecord[]] {
  const [first] = due;
  if (!first) return [[], []];
  const sameType = due.filter(({ type }) => type === first.type);
  const coalesce = knownType(first.type) && deliveryOf(first.type).coalesce;
  return [coalesce ? sameType : [first], sameType];
}

class WorkerDied extends Error {
  constructor() {
    super("its worker died or hung while it was the next in its partition");
    this.name = "WorkerDied";
  }
}

/** Left by a newer version; this process must not throw it away, and another may know it. */
class UnknownType extends Error {
  readonly retry = "later";
  constructor(type: string) {
    super(`no handler for events of type ${type}`);
    this.name = "UnknownType";
  }
}

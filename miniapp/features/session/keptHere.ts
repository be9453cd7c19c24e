import { forget, readStored, store } from "@/platform/storage";
import { commandQueue } from "@/features/queue/commandQueue";

/** What waits on this phone of somebody. */
export interface KeptOf {
  memberId: string;
  /** Null where they have not signed out here, so that nobody has written down who they are. */
  name: string | null;
  /** Of the operation, with how many. */
  kinds: readonly [kind: string, count: number][];
}

export interface KeptHere {
  /** Of whoever has signed out last; null: nothing. */
  mine: KeptOf | null;
  others: readonly KeptOf[];
}

/** Who has signed out last, and what those are called of whom something has stayed. */
interface Left {
  memberId: string;
  names: Record<string, string>;
}

const leftName = "session:left";

function readLeft(): Left | null {
  const kept = readStored(leftName) as Partial<Left> | null;
  return typeof kept?.memberId === "string" ? { memberId: kept.memberId, names: kept.names ?? {} } : null;
}

/** What is on this phone of anybody: the entrance says so, by name. */
export function keptHere(): KeptHere {
  const left = readLeft();
  const all = [...commandQueue.countsByOwner()].map(([memberId, kinds]): KeptOf => ({
    memberId,
    name: left?.names[memberId] ?? null,
    kinds: [...kinds],
  }));
  const isMine = ({ memberId }: KeptOf) => memberId === left?.memberId;
  return { mine: all.find(isMine) ?? null, others: all.filter((one) => !isMine(one)) };
}

/** Writes down whose things stay here. Where nothing of somebody does, nobody is told that they were here. */
export function noteLeft(memberId: string, name: string | null): void {
  const owners = commandQueue.countsByOwner();
  const known = { ...readLeft()?.names, ...(name !== null && { [memberId]: name }) };
  const names = Object.fromEntries(Object.entries(known).filter(([ownerId]) => owners.has(ownerId)));
  if (owners.size === 0) forget(leftName);
  else store(leftName, { memberId: owners.has(memberId) ? memberId : "", names });
}

import type { QueueProblem } from "@shared/domain/commandQueue";
import type { Dropped, Told } from "./queuePorts";
import type { QueueItem } from "./queueStore";

interface Waiter {
  body: object;
  tell: (told: Told) => void;
}

export const isSameBody = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Who waits on this phone to hear what becomes of a command. */
export function createWaiters() {
  const waiters = new Map<string, Waiter[]>();
  const droppers = new Map<string, (told: Dropped) => void>();

  return {
    waitFor({ commandId, body }: Pick<QueueItem, "commandId" | "body">): Promise<Told> {
      return new Promise((tell) => {
        waiters.set(commandId, [...(waiters.get(commandId) ?? []), { body, tell }]);
      });
    },
    /** What becomes of one that was taken out while it was on its way. */
    waitForDropped: (commandId: string) => new Promise<Dropped>((tell) => void droppers.set(commandId, tell)),
    /** Tells those who asked for what was sent. */
    tell({ commandId, body }: Pick<QueueItem, "commandId" | "body">, told: Told): void {
      const [asked, later]: [Waiter[], Waiter[]] = [[], []];
      for (const one of waiters.get(commandId) ?? []) (isSameBody(one.body, body) ? asked : later).push(one);
      if (later.length > 0) waiters.set(commandId, later);
      else waiters.delete(commandId);
      for (const one of asked) one.tell(told);
    },
    tellDropped(commandId: string, told: Dropped): void {
      droppers.get(commandId)?.(told);
      droppers.delete(commandId);
    },
    /** What goes later, such as behind one that rests: whoever waits for its answer need not wait any longer. */
    tellOfLater(problem: QueueProblem): void {
      const later = [...waiters.values()].flat();
      waiters.clear();
      for (const one of later) one.tell({ outcome: "again", problem });
    },
  };
}

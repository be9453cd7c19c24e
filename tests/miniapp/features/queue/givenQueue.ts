import type { QueueProblem } from "@shared/domain/commandQueue";
import type { ItemAnswer, NewCommand, QueuedFile, QueueItem, QueuePorts } from "@/features/queue/createQueue";

/** A command as a page hands it in. */
export const tapOf = (commandId: string, more: Partial<NewCommand> = {}): NewCommand => ({
  commandId,
  kind: "checkIns.create",
  body: { tap: commandId },
  lane: commandId,
  after: null,
  captured: { at: "2026-03-26T02:00:00Z", kind: "anchored" },
  about: "海岳机械",
  shown: {},
  draft: null,
  opens: "/pages/tabs/do/index",
  ...more,
});

/** One that has been taken for a command, and is on the phone. */
export const photoOf = (fileId: string, more: Partial<QueuedFile> = {}): QueuedFile => ({
  ...{ fileId, hash: "0".repeat(64), type: "image/jpeg", bytes: 1_000 },
  ...{ isKept: true, isSent: false, sentTimes: 0 },
  ...more,
});

/** A storage keeps what was written, not the object. */
export const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export class NotReached extends Error {}
export class RefusedWhole extends Error {}
/** A photo that the server cannot read. */
export class Unreadable extends Error {}
/** The server's own error, to the request as a whole. */
export class Broken extends Error {}

/** A phone whose storage outlives the program, and a server that answers what a test says. */
export function givenPhone(more: { bytesMax?: number; alone?: QueuePorts["alone"] } = {}) {
  const storage = new Map<string, unknown>();
  const sent: string[][] = [];
  const confirmed: string[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const photosSent: string[] = [];
  const photosForgotten: string[] = [];
  const phone = {
    storage,
    photosSent,
    photosForgotten,
    /** Whether the phone has it still; or what the server says to it. */
    photo: (_photo: QueuedFile): boolean | Error => true,
    sent,
    confirmed,
    timers,
    owner: "xiaowang" as string | null,
    nowMs: 1_000_000,
    isFull: false,
    hasNetwork: true,
    /** By default everything is done. */
    answer: (_item: QueueItem): ItemAnswer | Error | null => ({ status: 200, body: { ok: true } }),
    ports: (): QueuePorts => ({
      storage: {
        names: () => [...storage.keys()],
        read: (name) => copyOf(storage.get(name) ?? null),
        write: (name, value) => !phone.isFull && Boolean(storage.set(name, copyOf(value))),
        remove: (name) => void storage.delete(name),
      },
      owner: () => phone.owner,
      async send(_owner, items) {
        await Promise.resolve();
        sent.push(items.map(({ commandId }) => commandId));
        const answers = new Map<string, ItemAnswer>();
        for (const item of items) {
          const answer = phone.answer(item);
          if (answer instanceof Error) throw answer;
          if (answer) answers.set(item.commandId, answer);
        }
        return answers;
      },
      files: {
        async send(photo) {
          await Promise.resolve();
          const became = phone.photo(photo);
          if (became instanceof Error) throw became;
          if (became) photosSent.push(photo.fileId);
          return became;
        },
        forget: ({ fileId }) => void photosForgotten.push(fileId),
        bytesMax: 10_000,
      },
      alone: (run) => run(),
      hasNetwork: () => phone.hasNetwork,
      understood: (_item, body) => body.ok === true,
      problemOf: (error): { problem: QueueProblem; isOfContent: boolean } => ({
        problem:
          error instanceof Unreadable
            ? { code: "file.unreadable", status: 400, details: { code: "file.unreadable" } }
            : error instanceof Broken
              ? { code: "server.failed", status: 500, details: { code: "server.failed" } }
              : { code: error instanceof RefusedWhole ? "input.invalid" : "network", status: null, details: {} },
        isOfContent: error instanceof RefusedWhole,
      }),
      confirmed: (item) => void confirmed.push(item.commandId),
      nowMs: () => phone.nowMs,
      later: (ms, run) => {
        const timer = { ms, run };
        timers.push(timer);
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
      },
      bytesMax: 100_000,
      ...more,
    }),
  };
  return phone;
}

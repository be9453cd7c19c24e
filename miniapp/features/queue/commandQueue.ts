import type { CheckInView, CustomerView } from "@shared/contracts";
import { laneOf, type QueueProblem, seqOfName } from "@shared/domain/commandQueue";
import { errorCodes } from "@shared/errors";
import { ApiError, type ApiErrorCode, errorOfProblem } from "@/api/apiError";
import { onConnection, onOnline, readConnection } from "@/api/connection";
import { putFile } from "@/api/files";
import { isAnswerOf, sendKept } from "@/api/sync";
import { aloneOfTabs, onStoredElsewhere } from "@/platform/otherTabs";
import { wasOnline, watchNetwork } from "@/platform/network";
import { onProgramShow } from "@/platform/page";
import { forget, queueBytesMax, readStored, store, storedNames } from "@/platform/storage";
import { clientOf } from "@/features/customers/queuedClients";
import { fileBytesMax, forgetFile, forgetFilesBut, readFile } from "@/features/photo/keptFiles";
import { fileIdsOfDrafts } from "@/features/photo/draftFiles";
import { askAnew } from "@/features/query/askAnew";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { createQueue, type ItemAnswer, type QueuedFile, type QueueItem } from "./createQueue";

/** What waits on this phone: one for the whole program. Pages watch it, and hand it what is to be sent. */
export const commandQueue = createQueue({
  storage: { names: storedNames, read: readStored, write: store, remove: forget },
  owner,
  send,
  alone: (run) => aloneOfTabs("queue", run),
  files: { send: sendFile, forget: forgetUnlessDrafted, bytesMax: fileBytesMax },
  understood: ({ kind }, body) => isAnswerOf(kind, body),
  hasNetwork: wasOnline,
  problemOf: (error) => ({ problem: problemOf(error), isOfContent: isOfContent(error) }),
  confirmed,
  nowMs: () => Date.now(),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  bytesMax: queueBytesMax,
});

/** Called once, when the program starts: what waits is sent whenever something says that it may work. */
export function watchQueue(): void {
  const send = () => void commandQueue.sendNow();
  watchNetwork();
  onOnline(send);
  onProgramShow(send);
  onStoredElsewhere(seeElsewhere);
  let { reached } = readConnection();
  onConnection(() => {
    const isBack = !reached && readConnection().reached;
    ({ reached } = readConnection());
    if (isBack) send();
  });
  // The same person is back, or another has come.
  useSession.subscribe(({ phase, memberId }, before) => {
    if (phase !== before.phase || memberId !== before.memberId) send();
  });
  send();
  void forgetFilesBut(namedFiles);
}

/** Of everybody, the files of what waits and of forms that were begun. */
export const namedFiles = (): ReadonlySet<string> => new Set([...commandQueue.fileIds(), ...fileIdsOfDrafts()]);

/** Another tab has kept, sent or dropped something: pages of this one show it, and ask for what has arrived by it. */
function seeElsewhere(name: string | null): void {
  if (name !== null && seqOfName(name) === null) return;
  const before = commandQueue.list().length;
  commandQueue.changedElsewhere(name);
  if (commandQueue.list().length < before) seen ??= setTimeout(askForSeen, elsewhereMs);
}

/** Another tab sends many at once, and tells of each. */
const elsewhereMs = 300;
let seen: ReturnType<typeof setTimeout> | null = null;

function askForSeen(): void {
  seen = null;
  askAgain();
}

/**
 * Whose a tap is, and what waits is sent as whose; null: nobody is here. While it is asked who that is, it is the last one: the server
 * refuses it where it is somebody else.
 */
export function owner(): string | null {
  const { phase, memberId, remembered } = useSession.getState();
  return phase === "out" ? null : (memberId ?? remembered?.memberId ?? null);
}

async function send(memberId: string, items: readonly QueueItem[]): Promise<ReadonlyMap<string, ItemAnswer>> {
  const answer = await sendKept({
    memberId,
    items: items.map((item) => ({
      commandId: item.commandId,
      kind: item.kind,
      lane: laneOf(item),
      ...(item.params && { params: item.params }),
      body: item.body,
    })),
  });
  return new Map(answer.items.map(({ commandId, status, body }) => [commandId, { status, body }]));
}

/** What is still in a form that was begun stays for it. */
function forgetUnlessDrafted({ fileId }: QueuedFile): void {
  if (!fileIdsOfDrafts().has(fileId)) forgetFile(fileId);
}

async function sendFile(file: QueuedFile): Promise<boolean> {
  const { fileId, type } = file;
  const bytes = await readFile(file).catch((error: unknown) => {
    // Not gone, but not read either: tried again as what a server breaks on is, and told of where that does not end.
    throw new ApiError("server.failed", String(error), null, [], { code: "server.failed" }, 500);
  });
  if (bytes) await putFile(fileId, { type, bytes });
  return bytes !== null;
}

function problemOf(error: unknown): QueueProblem {
  const known = error instanceof ApiError ? error : new ApiError("server.failed", String(error));
  return { code: known.code, status: known.status, details: { ...known.details } };
}

/** The request as a whole was not taken for what it holds. */
const isOfContent = (error: unknown): boolean =>
  error instanceof ApiError && ["input.invalid", "body.malformed", "body.tooLarge"].includes(error.code);

/** The failure as it would have been thrown, had the page itself asked. */
export function errorOf({ code, status, details }: QueueProblem): ApiError {
  const requestId = typeof details.requestId === "string" ? details.requestId : null;
  if (code === "outdated") return new ApiError(code, "the program and the server are of different versions", requestId);
  if (status !== null && status >= 400) return errorOfProblem(status, { ...details, code }, null);
  return new ApiError(known.find((one) => one === code) ?? "server.failed", "it was not sent");
}

const known: readonly ApiErrorCode[] = [...errorCodes, "network", "address.notAllowed", "foreign", "outdated"];

/** What has arrived takes its draft along; lists show it at once, and are asked for anew. */
function confirmed(item: QueueItem, answer: Record<string, unknown>): void {
  const { kind, draft, commandId } = item;
  if (draft !== null && isDraftOf(draft, commandId)) forget(draft);
  if (kind === "checkIns.create") addToDay(answer.checkIn as CheckInView); // its shape has been looked at
  const client = clientOf(item);
  if (client && answer.created === true) addToClients(client);
  askAgain();
}

/** Another tab may have begun something else there meanwhile, or its person have gone on to another command. */
function isDraftOf(draft: string, commandId: string): boolean {
  const kept = readStored(draft);
  const of = typeof kept === "object" && kept !== null && "commandId" in kept ? kept.commandId : commandId;
  return of === commandId;
}

let isAskingAgain = false;

/** Lists are asked for anew: once for all that one request has brought. */
function askAgain(): void {
  if (isAskingAgain) return;
  isAskingAgain = true;
  void Promise.resolve().then(() => {
    isAskingAgain = false;
    return askAnew();
  });
}

function addToClients(client: CustomerView): void {
  queryClient.setQueryData<CustomerView[]>(["customers", "mine"], (clients) => clients && [...clients, client]);
}

function addToDay(checkIn: CheckInView): void {
  queryClient.setQueryData<{ items: CheckInView[] }>(["checkIns", checkIn.on], (day) => ({
    items: [checkIn, ...(day?.items ?? []).filter(({ checkInId }) => checkInId !== checkIn.checkInId)],
  }));
}

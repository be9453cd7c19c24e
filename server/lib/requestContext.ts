import { AsyncLocalStorage } from "node:async_hooks";

/** What follows one request, event or job run through every call that it makes. */
interface RequestContext {
  requestId: string;
  /** What a proxy in front calls the same request. Written into log lines, never used as a key. */
  clientRequestId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that its log lines, audit entries and events carry this id. */
export function withRequestId<T>(requestId: string, work: () => T, clientRequestId?: string): T {
  return storage.run({ requestId, ...(clientRequestId !== undefined && { clientRequestId }) }, work);
}

export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** The ids that every log line of this request carries. */
export const currentRequest = (): Readonly<Partial<RequestContext>> => storage.getStore() ?? {};

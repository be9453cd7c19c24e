import type { Journal } from "../journal";

export interface CallOptions {
  success?: (answer: unknown) => void;
  fail?: (answer: unknown) => void;
  complete?: (answer: unknown) => void;
  [name: string]: unknown;
}

export interface Caller {
  journal: Journal;
  /** False once the mini-program is closed: nothing answers any more. */
  alive: () => boolean;
}

/** A refusal in the client's own words, such as `getLocation:fail auth deny`. */
export class ApiRefusal extends Error {
  constructor(readonly errMsg: string) {
    super(errMsg);
    this.name = "ApiRefusal";
  }
}

/**
 * A function of `wx`: answers by callbacks where one is given, else by a promise, and never before the caller is done.
 * @param prefix what stands before `:ok` and `:fail` in errMsg
 */
export function asyncApi(api: string, caller: Caller, run: (options: CallOptions) => unknown, prefix = api) {
  return (options: CallOptions = {}): Promise<unknown> | undefined => {
    caller.journal.log.push({ api, args: withoutCallbacks(options) });
    return deliver(
      answerOf(prefix, () => run(options)),
      api,
      options,
      caller,
    );
  };
}

/** Hands an answer to callbacks or to a promise, as the client does. */
export function deliver(
  answer: Promise<Answer>,
  api: string,
  { success, fail, complete }: CallOptions,
  { journal, alive }: Caller,
): Promise<unknown> | undefined {
  if (!success && !fail && !complete) {
    return answer.then(({ ok, value }) => {
      if (ok) return value;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the client rejects with a plain object that has errMsg
      throw value;
    });
  }
  void answer.then(({ ok, value }) => {
    if (!alive()) return;
    journal.guard(`wx.${api} ${ok ? "success" : "fail"}`, () => (ok ? success : fail)?.(value));
    journal.guard(`wx.${api} complete`, () => complete?.(value));
  });
  return undefined;
}

export interface Answer {
  ok: boolean;
  value: object;
}

export async function answerOf(prefix: string, run: () => unknown): Promise<Answer> {
  // Never in the same turn: code may rely on running on after the call.
  await Promise.resolve();
  try {
    const value = await run();
    return { ok: true, value: { errMsg: `${prefix}:ok`, ...(typeof value === "object" ? value : {}) } };
  } catch (thrown) {
    const given =
      typeof thrown === "object" && thrown !== null ? (thrown as { errMsg?: string; message?: string }) : {};
    const errMsg = given.errMsg ?? `${prefix}:fail ${given.message ?? String(thrown)}`;
    return { ok: false, value: { ...given, errMsg } };
  }
}

function withoutCallbacks(options: CallOptions): Record<string, unknown> {
  const { success: _success, fail: _fail, complete: _complete, ...rest } = options;
  return rest;
}

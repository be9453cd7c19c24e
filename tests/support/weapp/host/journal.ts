/** One call of `wx.*` as the mini-program made it. */
export interface ApiCall {
  api: string;
  args: unknown;
}

export interface HostError {
  /** Where it came from: a file, a lifetime, `setData`, `wx.x`, `console.error` … */
  where: string;
  message: string;
  stack?: string;
}

/** What a test looks at afterwards: everything that went over `wx`, and everything that went wrong. */
export class Journal {
  /** Whose code runs now; the framework does not say for every error. */
  static current: Journal | null = null;

  readonly log: ApiCall[] = [];
  readonly errors: HostError[] = [];
  readonly warnings: string[] = [];
  /** Bytes of each setData. */
  readonly sizes: { route: string; bytes: number }[] = [];

  fail(where: string, thrown: unknown): void {
    const stack =
      thrown instanceof Error || hasStack(thrown) ? thrown.stack?.split("\n").slice(0, 6).join("\n") : undefined;
    const message = hasMessage(thrown) ? thrown.message : typeof thrown === "string" ? thrown : JSON.stringify(thrown);
    this.errors.push({ where, message: String(message), ...(stack ? { stack } : {}) });
  }

  /** Runs code of the mini-program: what it throws is an error of its page and does not end the test. */
  guard<T>(where: string, run: () => T): T | undefined {
    const before = Journal.current;
    Journal.current = this;
    try {
      return run();
    } catch (thrown) {
      this.fail(where, thrown);
      return undefined;
    } finally {
      Journal.current = before;
    }
  }
}

// Errors made in another realm (jsdom) are no instances of this one's Error.
function hasMessage(value: unknown): value is { message: unknown } {
  return typeof value === "object" && value !== null && "message" in value;
}

function hasStack(value: unknown): value is { stack: string | undefined } {
  return typeof value === "object" && value !== null && "stack" in value && typeof value.stack === "string";
}

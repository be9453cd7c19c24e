import { AppError } from "@shared/errors";
import { retryClassOf, waitBeforeRetryMs } from "../../../server/outbox/retry";
import { WecomError, type RetryClass } from "../../../server/integrations/wecom";

const wecom = (retry: RetryClass, waitMs = 0) =>
  new WecomError({ api: "message/send", errcode: 1, message: "no", retry, waitMs });

/** Every wait until the event is dead, with jitter in its middle. */
function waits(error: unknown): number[] {
  const found: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const waitMs = waitBeforeRetryMs(error, attempts, 0.5);
    if (waitMs === null) return found;
    found.push(waitMs);
  }
}

describe("what may be done after a failure", () => {
  it.each([
    ["WeCom being busy", wecom("now"), "now"],
    ["a wrong userid", wecom("never"), "never"],
    ["a lost answer", wecom("unknown"), "unknown"],
    ["a document that somebody else changed", new AppError("stale", "changed"), "now"],
    ["others at the same documents", new AppError("conflict.busy", "busy"), "now"],
    ["a refusal of our own", new AppError("member.unknown", "nobody"), "never"],
    ["a bug", new TypeError("a bug"), "bug"],
    ["a thrown text", "thrown text", "bug"],
    ["a class that nobody knows", { retry: "whenever" }, "bug"],
    ["nothing", null, "bug"],
  ])("after %s", (_, error, expected) => {
    expect(retryClassOf(error)).toBe(expected);
  });

  it("survives an outage of WeCom of a day", () => {
    const all = waits(wecom("later"));
    expect(all.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(all.reduce((a, b) => a + b, 0)).toBeGreaterThan(24 * 3_600_000);
    expect(Math.max(...all)).toBe(300_000);
  });

  it("gives an unforeseen failure some minutes, what is refused none", () => {
    expect(waits(new TypeError("a bug"))).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000]);
    expect(waits(wecom("never"))).toEqual([]);
  });

  it("does not come back before a limit is over", () => {
    expect(waitBeforeRetryMs(wecom("later", 60_000), 1, 0)).toBe(60_000);
    expect(waitBeforeRetryMs(wecom("later", 60_000), 1, 0.99)).toBeGreaterThan(60_000);
  });

  it("spreads those that failed together", () => {
    expect(waitBeforeRetryMs(wecom("later"), 1, 0)).toBe(1_500);
    expect(waitBeforeRetryMs(wecom("later"), 1, 0.999)).toBe(2_499);
  });
});

import { sendableFrom } from "@shared/domain/quietHours";
import {
  countUnasked,
  memberLimits,
  robotLimits,
  takePlace,
  type UnaskedCount,
} from "../../../../server/features/notices/sendLimits";

const startMs = Date.parse("2026-03-26T09:05:00+08:00");

/** Sends as fast as the limit lets it, and says when each went out. */
function asFastAsAllowed(count: number, limits: typeof robotLimits): number[] {
  const all: number[] = [];
  let sent: number[] = [];
  let nowMs = startMs;
  while (all.length < count) {
    const next = takePlace(sent, nowMs, limits);
    if ("freeAtMs" in next) {
      expect(next.freeAtMs).toBeGreaterThan(nowMs);
      nowMs = next.freeAtMs;
    } else {
      sent = next;
      all.push(nowMs);
      nowMs += 7;
    }
  }
  return all;
}

const mostWithin = (times: number[], windowMs: number) =>
  Math.max(...times.map((at) => times.filter((other) => other >= at && other < at + windowMs).length));

describe("places within a limit", () => {
  it("come up to 20 in any minute for a robot, never to more", () => {
    const times = asFastAsAllowed(100, robotLimits);
    expect(mostWithin(times, 60_000)).toBe(20);
    expect((times.at(-1) ?? 0) - startMs).toBeLessThan(5 * 63_000);
  });

  it("are never more than 30 in any minute and 1,000 in any hour for a member", () => {
    const times = asFastAsAllowed(2_100, memberLimits);
    expect(mostWithin(times.slice(0, 200), 60_000)).toBe(30);
    expect(mostWithin(times, 3_600_000)).toBe(1_000);
  });

  it("forget what has left every window", () => {
    expect(takePlace([startMs - 62_000, startMs - 1_000], startMs, robotLimits)).toEqual([startMs - 1_000, startMs]);
  });
});

it("counts six unasked messages a day", () => {
  let so: UnaskedCount | undefined;
  const counted: (number | undefined)[] = [];
  for (let place = 0; place < 7; place += 1) {
    const next = countUnasked(so, "2026-03-26");
    counted.push(next?.count);
    so = next ?? so;
  }
  expect(counted).toEqual([1, 2, 3, 4, 5, 6, undefined]);
  expect(countUnasked(so, "2026-03-27")).toEqual({ on: "2026-03-27", count: 1 });
});

describe("hours at which messages go out", () => {
  // 2026-03-28 is a Saturday; 04-04 to 04-06 are the Qingming holiday.
  const days = new Set(["2026-03-28", "2026-03-29", "2026-04-04", "2026-04-05", "2026-04-06"]);
  const isWorkday = (day: string) => !days.has(day);
  const at = (text: string) => new Date(`2026-${text}:00+08:00`);

  it.each([
    ["by day", "03-26T09:00", {}, "03-26T09:00"],
    ["at the end of quiet hours, when the night's messages wait", "03-26T08:00", {}, "03-26T08:00"],
    ["early", "03-26T07:59", {}, "03-26T08:01"],
    ["just before quiet hours", "03-26T19:59", {}, "03-26T19:59"],
    ["as quiet hours begin", "03-26T20:00", {}, "03-27T08:01"],
    ["at midnight", "03-27T00:00", {}, "03-27T08:01"],
    ["on Friday evening", "03-27T21:00", {}, "03-30T08:01"],
    ["on a day off", "03-28T12:00", {}, "03-30T08:01"],
    ["before a long weekend", "04-03T20:30", {}, "04-07T08:01"],
    ["by the clock, on the hour", "03-26T10:00", { byClock: true }, "03-26T10:01"],
    ["by the clock, at half past", "03-26T10:30", { byClock: true }, "03-26T10:31"],
    ["by the clock, at another minute", "03-26T10:20", { byClock: true }, "03-26T10:20"],
    ["as an answer, at night", "03-26T23:00", { quiet: false }, "03-26T23:00"],
    ["as an answer, on a day off, on the hour", "03-28T12:00", { quiet: false }, "03-28T12:00"],
  ])("%s", (_, now, rule, expected) => {
    const from = sendableFrom(at(now), { quiet: true, byClock: false, isWorkday, ...rule });
    expect(from).toEqual(at(expected));
  });
});

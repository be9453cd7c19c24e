import { judgeVisit, recordWindowMs } from "@shared/domain/visit";

const visit = {
  verdict: "inside" as const,
  recordDelayMs: 60_000,
  windowMs: recordWindowMs,
  alreadyCountedToday: false,
};

it("counts a visit with a check-in at the client and a record (V142)", () => {
  expect(judgeVisit(visit)).toEqual({ effective: true, reason: null });
});

it("counts a doubtful check-in too", () => {
  expect(judgeVisit({ ...visit, verdict: "doubtful" }).effective).toBe(true);
});

it.each([
  [{ verdict: "outside" as const }, "checkIn.outside"],
  [{ verdict: "unverified" as const }, "checkIn.unverified"],
  [{ recordDelayMs: null }, "record.missing"],
  [{ recordDelayMs: recordWindowMs + 1 }, "record.late"],
  [{ alreadyCountedToday: true }, "alreadyCountedToday"],
  // The first missing condition is the one that is named.
  [{ verdict: "outside" as const, recordDelayMs: null, alreadyCountedToday: true }, "checkIn.outside"],
])("says which condition is missing: %j", (change, reason) => {
  expect(judgeVisit({ ...visit, ...change })).toEqual({ effective: false, reason });
});

it("still counts a record written in the last millisecond of its window", () => {
  expect(judgeVisit({ ...visit, recordDelayMs: recordWindowMs }).effective).toBe(true);
});

import {
  changedFields,
  correctedNextStep,
  judgeCorrected,
  judgeVisit,
  recordWindowMs,
  stayOf,
} from "@shared/domain/visit";

const visit = {
  verdict: "inside" as const,
  recordDelayMs: 60_000,
  windowMs: recordWindowMs,
  stepsMissing: false,
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
  [{ stepsMissing: true }, "steps.missing"],
  [{ stepsMissing: true, recordDelayMs: recordWindowMs + 1 }, "record.late"],
  [{ alreadyCountedToday: true }, "alreadyCountedToday"],
  // What is added then makes no visit count.
  [{ alreadyCountedToday: true, stepsMissing: true }, "alreadyCountedToday"],
  // The first missing condition is the one that is named.
  [{ verdict: "outside" as const, recordDelayMs: null, alreadyCountedToday: true }, "checkIn.outside"],
])("says which condition is missing: %j", (change, reason) => {
  expect(judgeVisit({ ...visit, ...change })).toEqual({ effective: false, reason });
});

it("still counts a record written in the last millisecond of its window", () => {
  expect(judgeVisit({ ...visit, recordDelayMs: recordWindowMs }).effective).toBe(true);
});

describe("a corrected record", () => {
  const late = { ...visit, recordDelayMs: recordWindowMs + 1 };
  const notCounted = { effective: false, reason: "alreadyCountedToday" as const };

  it("goes on counting, however late it is corrected", () => {
    expect(judgeCorrected({ effective: true, reason: null }, late).effective).toBe(true);
  });

  it("may begin to count until the last millisecond of the window", () => {
    const atTheEdge = { ...visit, recordDelayMs: recordWindowMs };
    expect(judgeCorrected(notCounted, atTheEdge)).toEqual({ effective: true, reason: null });
  });

  it("keeps after it the reason why it does not count", () => {
    expect(judgeCorrected(notCounted, late)).toEqual(notCounted);
  });

  it("says that its record is late once its steps are there, after the window", () => {
    const incomplete = { effective: false, reason: "steps.missing" as const };
    expect(judgeCorrected(incomplete, late)).toEqual({ effective: false, reason: "record.late" });
    expect(judgeCorrected(incomplete, { ...late, stepsMissing: true })).toEqual(incomplete);
  });

  it("says what keeps it from counting now that its steps are there", () => {
    const incomplete = { effective: false, reason: "steps.missing" as const };
    expect(judgeCorrected(incomplete, { ...visit, alreadyCountedToday: true }).reason).toBe("alreadyCountedToday");
  });

  it("names what is different, a next step that was done too", () => {
    const nextStep = { text: "送样", on: "2026-04-02", doneAt: null };
    const type = { typeId: "plain", version: 1 };
    const before = { purpose: "followUp", peopleMet: null, record: "确认了交期", nextStep, type, answers: [] };
    const done = { ...nextStep, doneAt: "2026-04-01T10:00:00.000Z" };
    expect(changedFields(before, { ...before, peopleMet: "张主任", nextStep: done })).toEqual([
      "peopleMet",
      "nextStep",
    ]);
    expect(changedFields(before, { ...before, nextStep: { ...nextStep } })).toEqual([]);
  });

  it("has its next step still done where that stays the same", () => {
    const done = { text: "送样", on: "2026-04-02", doneAt: "2026-04-01T10:00:00.000Z" };
    expect(correctedNextStep(done, { text: "送样", on: "2026-04-02" })).toEqual(done);
    expect(correctedNextStep(done, { text: "送样", on: "2026-04-03" })?.doneAt).toBeNull();
  });

  it.each([
    ["its words alone were corrected", { text: "送样两份", on: "2026-04-02" }, { text: "送样两份", on: "2026-04-07" }],
    ["its day alone was corrected", { text: "送样", on: "2026-04-03" }, { text: "送样", on: "2026-04-03" }],
    ["nothing of it was", { text: "送样", on: "2026-04-02" }, { text: "送样", on: "2026-04-07" }],
  ])("has its next step, which was moved meanwhile, where it belongs: %s", (_, given, stands) => {
    const seen = { text: "送样", on: "2026-04-02", doneAt: null };
    const moved = { ...seen, on: "2026-04-07" };
    expect(correctedNextStep(moved, given, seen)).toEqual({ ...stands, doneAt: null });
  });
});

describe("a stay at a client", () => {
  const checkedInAt = new Date("2026-03-26T10:02:00+08:00");
  const now = new Date("2026-03-26T10:40:00+08:00");

  it("runs until somebody says that they left", () => {
    expect(stayOf({ checkedInAt, leftAt: null }, now)).toEqual({ state: "runs", ms: 38 * 60_000 });
    const leftAt = new Date("2026-03-26T10:27:00+08:00");
    expect(stayOf({ checkedInAt, leftAt }, now)).toEqual({ state: "left", ms: 25 * 60_000 });
  });

  it("is forgotten once its day is over", () => {
    expect(stayOf({ checkedInAt, leftAt: null }, new Date("2026-03-27T00:00:00+08:00")).state).toBe("forgotten");
  });
});

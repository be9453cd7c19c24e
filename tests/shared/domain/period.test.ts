import {
  closingStageOf,
  type CutOffRule,
  cutOffMovedTo,
  cutOffOf,
  type MonthStanding,
  openMonthFor,
} from "@shared/domain/period";

// As China's public calendar has them: New Year 2026 with a worked Sunday, Labour Day, National Day.
const calendar = {
  holidays: [
    ...["2026-01-01", "2026-01-02", "2026-05-01", "2026-05-04", "2026-05-05"],
    ...["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  ],
  workdays: ["2026-01-04", "2026-05-09", "2026-10-10"],
};
const rule: CutOffRule = { workingDay: 1, time: "18:00" };
const at = (text: string) => new Date(`${text}+08:00`);
const standing = (month: string): MonthStanding => ({ state: "open", cutOffAt: cutOffOf(month, rule, calendar) });

describe("a month's cut-off", () => {
  it.each([
    ["2026-03", "2026-04-01T18:00:00", "is 18:00 of the first working day after it"],
    ["2026-02", "2026-03-02T18:00:00", "waits for Monday where the month begins on a Sunday"],
    ["2026-04", "2026-05-06T18:00:00", "waits for the end of the holidays"],
    ["2026-09", "2026-10-08T18:00:00", "waits for the end of a long holiday"],
    ["2025-12", "2026-01-04T18:00:00", "is on a Sunday that is worked, in the next year"],
  ])("of %s, %s, %s", (month, expected) => {
    expect(cutOffOf(month, rule, calendar)).toEqual(at(expected));
  });

  it("follows the company's own day and time", () => {
    expect(cutOffOf("2026-03", { workingDay: 3, time: "09:30" }, calendar)).toEqual(at("2026-04-03T09:30:00"));
  });
});

describe("the month that a fact is booked in", () => {
  it.each([
    ["2026-03-31", "2026-03-31T23:59:59", "2026-03", "its own, while that lasts"],
    ["2026-03-31", "2026-04-01T17:59:59.999", "2026-03", "its own, up to the last moment before the cut-off"],
    ["2026-03-31", "2026-04-01T18:00:00", "2026-04", "the next one, from the cut-off on"],
    ["2026-09-30", "2026-10-08T17:59:59", "2026-09", "its own, through the holidays"],
    ["2025-12-31", "2026-01-04T17:59:59", "2025-12", "last year's, up to its cut-off"],
    ["2025-12-31", "2026-01-04T18:00:00", "2026-01", "the new year's, from the cut-off on"],
    ["2026-02-20", "2026-04-01T17:00:00", "2026-03", "the earliest that is open, not the latest"],
    ["2026-02-20", "2026-04-01T18:00:00", "2026-04", "the earliest that is open"],
    ["2026-04-15", "2026-03-31T10:00:00", "2026-04", "its own, where it counts later than it was recorded"],
  ])("for %s recorded at %s is %s: %s", (countsOn, recordedAt, expected) => {
    expect(openMonthFor(countsOn, at(recordedAt), standing)).toBe(expected);
  });

  it("passes over a month that was closed", () => {
    const closedMarch = (month: string): MonthStanding => ({
      ...standing(month),
      state: month === "2026-03" ? "closed" : "open",
    });
    expect(openMonthFor("2026-03-31", at("2026-04-01T10:00:00"), closedMarch)).toBe("2026-04");
  });
});

describe("how far a month is on its way to being closed", () => {
  it.each([
    ["2026-03-31T23:59:59.999", "open", "running"],
    ["2026-04-01T00:00:00", "open", "taking"],
    ["2026-04-01T17:59:59.999", "open", "taking"],
    ["2026-04-01T18:00:00", "open", "waiting"],
    ["2026-04-01T12:00:00", "closed", "closed"],
  ] as const)("at %s, %s, is %s", (now, state, stage) => {
    expect(closingStageOf("2026-03", { ...standing("2026-03"), state }, at(now))).toBe(stage);
  });

  it("waits where its cut-off is so long past that nobody knows it", () => {
    expect(closingStageOf("2025-06", null, at("2026-04-01T12:00:00"))).toBe("waiting");
  });
});

describe("a cut-off that people have been told", () => {
  const moved = (told: string, holidays: string[], workingDay = 1) =>
    cutOffMovedTo(at(told), {
      month: "2026-12",
      rule: { workingDay, time: "18:00" },
      calendar: { holidays, workdays: [] },
    });

  it("stays while its day is worked", () => {
    expect(moved("2027-01-05T18:00:00", ["2027-01-01"])).toBeNull();
  });

  it("goes to the day that the rule has now where its own is off", () => {
    expect(moved("2027-01-01T18:00:00", ["2027-01-01"])).toEqual(at("2027-01-04T18:00:00"));
    expect(moved("2027-01-04T18:00:00", ["2027-01-01", "2027-01-04"], 2)).toEqual(at("2027-01-06T18:00:00"));
  });

  it("goes to the next day that is worked where the rule has an earlier one", () => {
    expect(moved("2027-01-08T18:00:00", ["2027-01-08"])).toEqual(at("2027-01-11T18:00:00"));
  });
});

import {
  addDays,
  businessDayOf,
  clockTimeOf,
  dayCount,
  daysFrom,
  daysOf,
  isPeriod,
  lengthOf,
  monthsLater,
  nextPeriod,
  periodOf,
  previousPeriod,
  settlementMonthOf,
  startOfDay,
  weekdayOf,
  yearToDate,
} from "@shared/domain/time";
import fc from "fast-check";

describe("a business day", () => {
  it.each([
    ["2026-03-31T15:59:59.999Z", "2026-03-31"],
    ["2026-03-31T16:00:00Z", "2026-04-01"],
    ["2026-03-26T09:00:00+08:00", "2026-03-26"],
    ["2024-02-28T16:00:00Z", "2024-02-29"],
  ])("of %s is %s in Shanghai", (instant, day) => {
    expect(businessDayOf(new Date(instant))).toBe(day);
  });

  it("begins at midnight in Shanghai", () => {
    expect(startOfDay("2026-04-01").toISOString()).toBe("2026-03-31T16:00:00.000Z");
    expect(clockTimeOf(new Date("2026-03-26T08:05:00Z"))).toBe("16:05");
  });

  it("is counted back and forth", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysFrom("2026-03-26", addDays("2026-03-26", days))).toBe(days);
      }),
    );
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect([weekdayOf("2026-03-26"), weekdayOf("2026-03-29"), weekdayOf("2026-03-30")]).toEqual([4, 7, 1]);
  });

  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-01-31", 2, "2024-03-31"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
  ])("%s plus %d months is %s", (day, months, expected) => {
    expect(monthsLater(day, months)).toBe(expected);
  });
});

describe("a period", () => {
  it.each([
    ["2026-03", "2026-03-01", "2026-03-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-W13", "2026-03-23", "2026-03-29"],
    ["2026-W01", "2025-12-29", "2026-01-04"],
    ["2020-W53", "2020-12-28", "2021-01-03"],
  ])("%s goes from %s to %s", (period, from, to) => {
    expect(daysOf(period)).toEqual({ from, to });
  });

  it.each(["week", "month", "quarter", "year"] as const)(
    "of length %s holds each of its days and meets its neighbours",
    (length) => {
      fc.assert(
        fc.property(fc.integer({ min: -20_000, max: 20_000 }), (offset) => {
          const day = addDays("2026-03-26", offset);
          const period = periodOf(day, length);
          const { from, to } = daysOf(period);
          expect(isPeriod(period)).toBe(true);
          expect(lengthOf(period)).toBe(length);
          expect(from <= day && day <= to).toBe(true);
          expect(daysOf(nextPeriod(period)).from).toBe(addDays(to, 1));
          expect(daysOf(previousPeriod(period)).to).toBe(addDays(from, -1));
        }),
      );
    },
  );

  it("that is a week is settled in the month of its Sunday", () => {
    expect(settlementMonthOf("2026-W14")).toBe("2026-04");
    expect(settlementMonthOf("2026-W13")).toBe("2026-03");
    expect(settlementMonthOf("2026-Q1")).toBe("2026-03");
  });

  it.each([
    ["2026-W54", false],
    ["2026-W53", true],
    ["2025-W53", false],
    ["2026-13", false],
    ["2026-Q5", false],
    ["26", false],
  ])("%s exists: %s", (period, exists) => {
    expect(isPeriod(period)).toBe(exists);
  });

  it("to date begins with the year", () => {
    expect(yearToDate("2026-03")).toEqual({ from: "2026-01-01", to: "2026-03-31" });
    expect(dayCount({ from: "2026-03-01", to: "2026-03-31" })).toBe(31);
    expect(dayCount({ from: "2026-03-02", to: "2026-03-01" })).toBe(0);
  });
});

import { calendarFault, daysChanged, type SpecialDay, yearToKnow } from "@shared/domain/companyCalendar";

const off = (on: string): SpecialDay => ({ on, kind: "off" });
const work = (on: string): SpecialDay => ({ on, kind: "work" });
const faultOf = (days: SpecialDay[], before: SpecialDay[] = []) =>
  calendarFault("2026", days, { before, editableFrom: "2026-03-01" });

describe("a year of the company's calendar", () => {
  it("may have a weekday off and a weekend day that is worked", () => {
    expect(faultOf([off("2026-05-01"), work("2026-05-09")])).toBeNull();
  });

  it.each([
    ["a day of another year", [off("2027-05-03")], "day.otherYear"],
    ["a day that is not in the calendar", [off("2026-02-30")], "day.otherYear"],
    ["a day twice", [off("2026-05-01"), off("2026-05-01")], "day.twice"],
    ["a weekend day as one off", [off("2026-05-02")], "day.kind"],
    ["a weekday as one that is worked", [work("2026-05-01")], "day.kind"],
    ["a day of a month that is cut off", [off("2026-02-27")], "day.closed"],
  ])("has not %s", (_what, days, fault) => {
    expect(faultOf(days)).toBe(fault);
  });

  it("keeps days of months that are cut off as they were", () => {
    expect(faultOf([off("2026-01-01"), off("2026-05-01")], [off("2026-01-01")])).toBeNull();
    expect(faultOf([off("2026-05-01")], [off("2026-01-01")])).toBe("day.closed");
  });

  it("has days on which somebody works", () => {
    const all = Array.from({ length: 150 }, (_, n) => new Date(Date.UTC(2026, 3, 1 + n)))
      .filter((day) => ![0, 6].includes(day.getUTCDay()))
      .concat(
        Array.from({ length: 30 }, (_, n) => new Date(Date.UTC(2026, 8, 1 + n))).filter(
          (d) => ![0, 6].includes(d.getUTCDay()),
        ),
      );
    expect(faultOf(all.map((day) => off(day.toISOString().slice(0, 10))))).toBe("calendar.noWork");
  });
});

it("tells which days are another thing than before", () => {
  expect(daysChanged([off("2026-05-01"), off("2026-10-01")], [off("2026-10-01"), work("2026-10-10")])).toEqual([
    "2026-05-01",
    "2026-10-10",
  ]);
});

it.each([
  ["2026-01-02", "2026"],
  ["2026-11-30", "2026"],
  ["2026-12-01", "2027"],
  ["2026-12-31", "2027"],
])("asks on %s for the year %s", (today, year) => {
  expect(yearToKnow(today)).toBe(year);
});

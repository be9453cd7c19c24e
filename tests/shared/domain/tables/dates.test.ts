import fc from "fast-check";
import { readDay, readMonth } from "@shared/domain/tables/dates";
import { addDays, type BusinessDay, daysFrom } from "@shared/domain/time";

const dayOf = (reading: ReturnType<typeof readDay>): string =>
  "value" in reading ? [reading.value.day, reading.value.time].filter(Boolean).join(" ") : reading.held.reason;

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays("1960-01-01", count));
const parts = (day: BusinessDay) => day.split("-").map(Number) as [number, number, number];

it("reads every day in every order that leads with the year", () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year, month, date] = parts(day);
      for (const text of [
        day,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        day.replace(/-/g, ""),
      ]) {
        expect(dayOf(readDay(text))).toBe(day);
      }
    }),
  );
});

it("reads the serial number of a day under either epoch", () => {
  fc.assert(
    fc.property(days, (day) => {
      const serial = daysFrom("1899-12-30", day);
      expect(dayOf(readDay({ number: String(serial), format: "yyyy-mm-dd" }))).toBe(day);
      expect(dayOf(readDay({ number: String(serial - 1462), format: "yyyy-mm-dd", since1904: true }))).toBe(day);
    }),
  );
});

it("takes a day with the year behind only where one part cannot be a month", () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year, month, date] = parts(day);
      const isClear = date > 12;
      expect(dayOf(readDay(`${date}/${month}/${year}`))).toBe(isClear ? day : "date_ambiguous");
      expect(dayOf(readDay(`${month}/${date}/${year}`))).toBe(isClear ? day : "date_ambiguous");
    }),
  );
});

it.each([
  ["2026-02-30", "date_impossible"],
  ["26.3.31", "date_two_digit_year"],
  ["2026年3月", "date_no_day"],
  ["3月5日", "date_no_year"],
  ["昨天", "date_relative"],
  ["1774368000", "date_unix"],
  ["2026-03-05 25:10", "time_impossible"],
  ["", "date_missing"],
  ["soon", "date_not_a_date"],
])("holds %s back as %s", (text, reason) => {
  expect(dayOf(readDay(text))).toBe(reason);
});

it("reads a time with a zone as that of Shanghai", () => {
  expect(dayOf(readDay("2026-03-31T16:30:00Z"))).toBe("2026-04-01 00:30:00");
});

it("reads the afternoon of a cell", () => {
  expect(dayOf(readDay("2026-3-5 下午 3:20"))).toBe("2026-03-05 15:20:00");
});

it("says that a weekday is not that of the day", () => {
  expect(readDay("2026/03/05 星期五")).toEqual({ value: { day: "2026-03-05" }, notices: ["weekday_differs"] });
});

it.each([
  ["202603", "2026-03"],
  ["2026年3月", "2026-03"],
  ["2026-03-15", "2026-03"],
])("reads %s as a month", (text, month) => {
  expect(readMonth(text)).toEqual({ value: month, notices: [] });
});

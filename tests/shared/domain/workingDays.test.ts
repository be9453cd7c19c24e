import { paceOf, payDayOf, workingDaysAfter, workingDaysIn } from "@shared/domain/workingDays";

const plain = { holidays: [], workdays: [] };
/** 清明 2026: 4 to 6 April off; 劳动节: 1 to 5 May off, 9 May worked. */
const china = {
  holidays: [
    "2026-04-04",
    "2026-04-05",
    "2026-04-06",
    "2026-05-01",
    "2026-05-02",
    "2026-05-03",
    "2026-05-04",
    "2026-05-05",
  ],
  workdays: ["2026-05-09"],
};

describe("the pay day", () => {
  it.each([
    ["2026-02", "2026-03-05", "an ordinary Thursday"],
    ["2026-03", "2026-04-03", "5 April is a holiday: the Friday before"],
    ["2026-04", "2026-05-06", "no working day from 1 to 5 May: the first one after"],
    ["2026-08", "2026-09-04", "5 September is a Saturday: the Friday before"],
  ])("of %s is %s (%s)", (month, day) => {
    expect(payDayOf(month, 5, china)).toBe(day);
  });

  it("of a short month is its last day", () => {
    expect(payDayOf("2026-01", 31, plain)).toBe("2026-02-27");
  });
});

describe("working days", () => {
  it.each([
    ["2025-03-03", 7, plain, "2025-03-12"],
    ["2025-04-28", 7, { holidays: ["2025-05-01", "2025-05-02"], workdays: [] }, "2025-05-09"],
    ["2026-05-08", 1, china, "2026-05-09"],
    ["2026-03-28", 0, plain, "2026-03-28"],
    ["2026-03-28", 1, plain, "2026-03-30"],
  ])("%s plus %d: the day itself never counts", (from, count, calendar, due) => {
    expect(workingDaysAfter(from, count, calendar)).toBe(due);
  });

  it("of a month are Monday to Friday, less holidays, plus weekends that are worked", () => {
    expect(workingDaysIn({ from: "2026-03-01", to: "2026-03-31" }, china)).toBe(22);
    expect(workingDaysIn({ from: "2026-05-01", to: "2026-05-31" }, china)).toBe(19);
  });

  it("say how far a month is, today included", () => {
    expect(paceOf("2026-03", "2026-03-26", china)).toEqual({
      workingDaysGone: 19,
      workingDays: 22,
      workingDaysLeft: 3,
    });
    expect(paceOf("2026-03", "2026-04-02", china)).toEqual({
      workingDaysGone: 22,
      workingDays: 22,
      workingDaysLeft: 0,
    });
    expect(paceOf("2026-03", "2026-02-27", china)).toEqual({
      workingDaysGone: 0,
      workingDays: 22,
      workingDaysLeft: 22,
    });
  });

  it("refuse a calendar in which nobody ever works", () => {
    const never = { holidays: Array.from({ length: 4_000 }, (_, index) => businessDays(index)), workdays: [] };
    expect(() => workingDaysAfter("2026-01-01", 1, never)).toThrow(RangeError);
  });
});

function businessDays(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}

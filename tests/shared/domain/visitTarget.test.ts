import { mondayOf, visitPaceOf, visitTargetOf, weekOf } from "@shared/domain/visitTarget";
import { paceOf } from "@shared/domain/workingDays";

const plain = { holidays: [], workdays: [] };
const week = weekOf("2026-03-26");
const ten = [{ from: "2026-01-05", perWeek: 10 }];

it.each([
  ["2026-03-23", "2026-03-23"],
  ["2026-03-26", "2026-03-23"],
  ["2026-03-29", "2026-03-23"],
])("the week of %s begins on %s", (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

describe("how many visits are expected", () => {
  it("is what was said, in a plain week", () => {
    expect(visitTargetOf(week, ten, plain)).toBe(10);
  });

  it("is less in a week with a holiday, and more in one with a make-up day", () => {
    expect(visitTargetOf(week, ten, { holidays: ["2026-03-27"], workdays: [] })).toBe(8);
    expect(visitTargetOf(week, ten, { holidays: [], workdays: ["2026-03-28"] })).toBe(12);
  });

  it("is the sum of its days in a month: March has 22 working days", () => {
    expect(visitTargetOf({ from: "2026-03-01", to: "2026-03-31" }, ten, plain)).toBe(44);
  });

  it("follows a change from its Monday on", () => {
    const versions = [...ten, { from: "2026-03-23", perWeek: 5 }];
    expect(visitTargetOf({ from: "2026-03-16", to: "2026-03-29" }, versions, plain)).toBe(15);
    expect(visitTargetOf({ from: "2026-03-16", to: "2026-03-29" }, [...versions].reverse(), plain)).toBe(15);
  });

  it("is rounded once, half up", () => {
    // Three visits a week: four days are 2.4, and 12 days 7.2; one of 22 days is 13.2.
    expect(visitTargetOf(week, [{ from: "2026-01-05", perWeek: 3 }], { holidays: ["2026-03-27"], workdays: [] })).toBe(
      2,
    );
    expect(visitTargetOf({ from: "2026-03-01", to: "2026-03-31" }, [{ from: "2026-01-05", perWeek: 3 }], plain)).toBe(
      13,
    );
  });

  it.each([
    ["before anything was said", [{ from: "2026-04-06", perWeek: 10 }]],
    ["where it was taken back", [...ten, { from: "2026-03-23", perWeek: null }]],
    ["where nothing was said", []],
  ])("is nothing %s", (_, versions) => {
    expect(visitTargetOf(week, versions, plain)).toBeNull();
  });
});

it.each([
  // Thursday: three of five days are over, so that six of ten were due before it.
  ["2026-03-26", 6, 8, false],
  ["2026-03-26", 5, 8, true],
  ["2026-03-23", 0, 2, false],
  ["2026-03-29", 9, 10, true],
  ["2026-03-29", 10, 10, false],
])("on %s with %i of ten done %i are due, and one is behind: %s", (today, done, dueByNow, isBehind) => {
  expect(visitPaceOf({ done, target: 10 }, today, plain)).toEqual({ dueByNow, isBehind });
});

it("asks for nothing where nothing is expected", () => {
  expect(visitPaceOf({ done: 0, target: null }, "2026-03-26", plain)).toEqual({ dueByNow: 0, isBehind: false });
});

it("has all of a week due on its last working day, as a month's pace is then whole", () => {
  expect(visitPaceOf({ done: 2, target: 10 }, "2026-03-27", plain).dueByNow).toBe(10);
  expect(paceOf("2026-03", "2026-03-31", plain)).toMatchObject({ workingDaysGone: 22, workingDays: 22 });
});

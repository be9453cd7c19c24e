import { monthsToSet } from "@shared/domain/target";

const plain = { holidays: [], workdays: [] };

it.each([
  ["2026-03-26", ["2026-03"]],
  ["2026-03-27", ["2026-03", "2026-04"]],
  ["2026-03-31", ["2026-03", "2026-04"]],
  ["2026-04-01", ["2026-04"]],
  ["2026-12-29", ["2026-12", "2027-01"]],
])("on %s targets of %j are asked for", (today, months) => {
  expect(monthsToSet(today, plain).map(({ month }) => month)).toEqual(months);
});

it("asks three working days ahead, whatever days off are before the month", () => {
  const holidays = ["2026-03-30", "2026-03-31"];
  const asked = (today: string) => monthsToSet(today, { holidays, workdays: ["2026-03-28"] }).at(-1);
  expect(asked("2026-03-25")?.month).toBe("2026-03");
  expect(asked("2026-03-26")).toEqual({ month: "2026-04", askedFrom: "2026-03-26" });
});

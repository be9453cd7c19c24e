import { helpsOf, type MemberMonth } from "@shared/domain/memberHelp";

const month = (more: Partial<MemberMonth> = {}): MemberMonth => ({
  overdueSteps: 0,
  effectiveVisits: 5,
  othersVisits: 5,
  unvisitedClients: 0,
  visitsNotCounted: 0,
  ...more,
});

describe("few visits", () => {
  it.each([
    ["half of what the others do are not few", { effectiveVisits: 2, othersVisits: 4 }, false],
    ["less than half of what the others do are few", { effectiveVisits: 1, othersVisits: 3 }, true],
    ["less than half of an odd number are few", { effectiveVisits: 2, othersVisits: 5 }, true],
    ["none beside one of the others is chance", { effectiveVisits: 0, othersVisits: 1 }, false],
    ["none beside two of the others are few", { effectiveVisits: 0, othersVisits: 2 }, true],
    ["one beside two of the others is half", { effectiveVisits: 1, othersVisits: 2 }, false],
    ["somebody without colleagues is compared with nobody", { effectiveVisits: 0, othersVisits: null }, false],
  ])("%s", (_, visits, isFew) => {
    expect(helpsOf(month(visits)).map(({ code }) => code)).toEqual(isFew ? ["fewVisits"] : []);
  });

  it("are told with what the others do", () => {
    expect(helpsOf(month({ effectiveVisits: 1, othersVisits: 6 }))).toEqual([{ code: "fewVisits", count: 6 }]);
  });
});

it("the most pressing help comes first, each with how much of it", () => {
  const all = month({ overdueSteps: 1, effectiveVisits: 0, othersVisits: 4, unvisitedClients: 2, visitsNotCounted: 3 });
  expect(helpsOf(all)).toEqual([
    { code: "overdueSteps", count: 1 },
    { code: "fewVisits", count: 4 },
    { code: "unvisited", count: 2 },
    { code: "recordsInVain", count: 3 },
  ]);
});

it("who needs no help is offered none", () => {
  expect(helpsOf(month())).toEqual([]);
});

import { percentText } from "@shared/domain/moneyText";
import { teamViewOf } from "@/features/teams/useTeam";
import { isFarBehind, progressOf } from "@/features/today/progress";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const pace = { workingDaysGone: 19, workingDays: 22 };

it("shows 小王 at 60 %, 26.4 points behind the time gone", () => {
  const progress = progressOf({ doneFen: 40_000_000, targetFen: 66_666_667, pace });
  expect(percentText(progress.attainment)).toBe("60%");
  expect(percentText(progress.timeGone)).toBe("86.36%");
  expect(progress.against).toEqual({ kind: "behind", points: "26.4" });
  expect(progress.leftFen).toBe(26_666_667);
});

it("shows who is ahead by how much", () => {
  expect(progressOf({ doneFen: 92, targetFen: 100, pace }).against).toEqual({ kind: "ahead", points: "5.6" });
});

it("calls nobody behind before the first working day is over", () => {
  const first = { workingDaysGone: 1, workingDays: 23 };
  expect(progressOf({ doneFen: 0, targetFen: 100, pace: first }).against).toBeNull();
  expect(progressOf({ doneFen: 10, targetFen: 100, pace: first }).against).toEqual({ kind: "ahead", points: "5.7" });
  expect(progressOf({ doneFen: 0, targetFen: 100, pace: { ...first, workingDaysGone: 2 } }).against?.kind).toBe(
    "behind",
  );
});

it("says neither for less than a twentieth of a point", () => {
  expect(progressOf({ doneFen: 1900, targetFen: 2200, pace }).against?.kind).toBe("even");
});

it("knows no percentage without a target", () => {
  expect(progressOf({ doneFen: 5, targetFen: null, pace })).toMatchObject({
    attainment: null,
    against: null,
    leftFen: 0,
  });
});

it("knows no time gone in a month without working days", () => {
  const none = { workingDaysGone: 0, workingDays: 0 };
  expect(progressOf({ doneFen: 5, targetFen: 10, pace: none })).toMatchObject({ timeGone: null, against: null });
});

it("asks for help from ten points behind on, not at ten", () => {
  const even = { workingDaysGone: 1, workingDays: 2 };
  expect(isFarBehind(progressOf({ doneFen: 40, targetFen: 100, pace: even }))).toBe(false);
  expect(isFarBehind(progressOf({ doneFen: 3999, targetFen: 10_000, pace: even }))).toBe(true);
});

it("lists whom to help from the bottom, who leads from the top", () => {
  const member = (memberId: string, doneFen: number, targetFen: number | null = 100) => ({
    memberId,
    name: memberId,
    doneFen,
    targetFen,
  });
  const view = teamViewOf({
    team: { unitId: "u3", name: "一队", period: "2026-03", doneFen: 0, targetFen: 1000, asOf: "", pace },
    members: [
      member("e", 100),
      member("a", 40),
      member("b", 71),
      member("new", 9, null),
      ...["f", "g", "h", "i", "j"].map((name, index) => member(name, 101 + index)),
    ],
  });
  expect(view.toHelp.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(view.ahead.map(({ name }) => name)).toEqual(["j", "i", "h", "g", "f"]);
  expect(view.all[view.all.length - 1]?.name).toBe("new");
});

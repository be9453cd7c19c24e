import { approversOf, reminderStepOf, type WhoMayDecide } from "@shared/domain/approval";

const team = { unitId: "team", leaderIds: ["leader"] };
const branch = { unitId: "branch", leaderIds: ["head"] };
const approvers = (more: Partial<WhoMayDecide> = {}) =>
  approversOf({ path: [team, branch], officers: [["finance"]], ownIds: ["rep"], absent: new Map(), ...more });
const asked = (more: Partial<WhoMayDecide> = {}): string[] => approvers(more).map(({ memberId }) => memberId);
const away = (deputyId: string | null) => new Map([["leader", { deputyId }]]);

describe("who is asked to decide", () => {
  it("is the leader of the nearest unit", () => {
    expect(asked()).toEqual(["leader"]);
  });

  it("is every leader of that unit", () => {
    expect(asked({ path: [{ unitId: "team", leaderIds: ["second", "leader"] }, branch] })).toEqual([
      "leader",
      "second",
    ]);
  });

  it("is the next leader where the team has none any more", () => {
    expect(asked({ path: [{ unitId: "team", leaderIds: [] }, branch] })).toEqual(["head"]);
  });

  it("is never whose own it is", () => {
    expect(asked({ ownIds: ["rep", "leader"] })).toEqual(["head"]);
  });

  it("is finance where no leader can", () => {
    expect(asked({ path: [], ownIds: ["rep"] })).toEqual(["finance"]);
    expect(asked({ ownIds: ["leader", "head"] })).toEqual(["finance"]);
  });

  it("is nobody where nobody can", () => {
    expect(asked({ path: [], officers: [[]] })).toEqual([]);
    expect(asked({ path: [], ownIds: ["finance"] })).toEqual([]);
  });

  it("knows in whose place a deputy is asked, and that a leader of the unit is asked for themselves", () => {
    expect(approvers({ absent: away("deputy") })).toEqual([{ memberId: "deputy", insteadOfIds: ["leader"] }]);
    const path = [{ unitId: "team", leaderIds: ["leader", "second"] }];
    expect(approvers({ path, absent: away("second") })).toEqual([{ memberId: "second", insteadOfIds: [] }]);
  });

  it("is the deputy while the leader is away", () => {
    expect(asked({ absent: away("deputy") })).toEqual(["deputy"]);
  });

  it("is the next leader where nobody stands in", () => {
    expect(asked({ absent: away(null) })).toEqual(["head"]);
  });

  it("is never a deputy whose own it is", () => {
    expect(asked({ absent: away("rep") })).toEqual(["head"]);
  });

  it("is not whom the owner has named to stand in", () => {
    expect(asked({ ownIds: ["rep", "leader"], absent: away("deputy") })).toEqual(["head"]);
  });

  it("is never a deputy's deputy", () => {
    const absent = new Map([
      ["leader", { deputyId: "deputy" }],
      ["deputy", { deputyId: "another" }],
    ]);
    expect(asked({ absent })).toEqual(["head"]);
  });
});

describe("reminders", () => {
  const hourMs = 3_600_000;

  it.each([
    [0, 0],
    [24 * hourMs - 1, 0],
    [24 * hourMs, 1],
    [72 * hourMs - 1, 1],
    [72 * hourMs, 2],
    [400 * hourMs, 2],
  ])("after %d ms: %d", (waitedMs, step) => {
    expect(reminderStepOf(waitedMs)).toBe(step);
  });
});

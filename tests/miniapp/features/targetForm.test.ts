import {
  changedTargets,
  fenOf,
  type Level,
  leftFenOf,
  levelFault,
  publicationOf,
  type TargetLine,
  targetFault,
  textOf,
} from "@/features/targets/targetForm";

const line = (change: Partial<TargetLine> = {}): TargetLine => ({
  subjectId: "xiaowang",
  isUnit: false,
  name: "小王",
  lastFen: 20_000_000,
  valueFen: null,
  draft: null,
  revision: 0,
  maySet: true,
  leftFen: null,
  keptFen: 0,
  ...change,
});
const level = (rows: TargetLine[], parent: Partial<TargetLine> = {}): Level => ({
  period: "2026-04",
  hasBegun: false,
  path: [{ unitId: "u3", name: "华南直销一队" }],
  parent: line({ subjectId: "u3", isUnit: true, valueFen: 50_000_000, ...parent }),
  rows,
  carriedCount: 0,
  publication: { may: true, levels: [], peopleCount: 0, peopleNames: [], isWhole: true },
});

describe("a typed target", () => {
  it("is read as people write sums, and told from what is proposed already", () => {
    const known = line({ draft: { valueFen: 20_000_000, reason: null }, revision: 1 });
    expect(textOf(known, {})).toBe("200,000");
    expect(fenOf(known, { xiaowang: "25万" })).toBe(25_000_000);
    expect(changedTargets([known], { xiaowang: "20万" })).toEqual([]);
    expect(changedTargets([known], { xiaowang: "25万" })).toEqual([
      { subjectId: "xiaowang", valueFen: 25_000_000, reason: null, revision: 1 },
    ]);
  });

  it("that is no sum is said to be none in its place, at the latest when the person goes on", () => {
    expect(targetFault(line(), { xiaowang: "1e5" }, false)).toBe("noSum");
    expect(targetFault(line(), { xiaowang: "," }, false)).toBe("noSum");
    expect(targetFault(line(), { xiaowang: "0" }, false)).toBeNull();
    expect(targetFault(line(), { xiaowang: "0" }, true)).toBe("noSum");
    expect(targetFault(line(), { xiaowang: "" }, true)).toBeNull();
    expect(targetFault(line({ valueFen: 1 }), { xiaowang: "" }, true)).toBe("emptied");
  });

  it("counts at once in what is left of the unit's target", () => {
    const two = level([line(), line({ subjectId: "xiaoli", valueFen: 20_000_000 })]);
    expect(leftFenOf(two, {})).toBe(30_000_000);
    expect(leftFenOf(two, { xiaowang: "30万" })).toBe(0);
    expect(leftFenOf(two, { xiaowang: "35万" })).toBe(-5_000_000);
  });
});

describe("a level that is to be published", () => {
  const one = {
    parentId: "u3",
    parentName: "华南直销一队",
    parentFen: 50_000_000,
    restFen: 8_000_000,
    remainder: null,
    targets: [],
  };

  it("waits until what is left is given out or kept back on purpose", () => {
    expect(levelFault(one, new Set())).toBe("rest");
    expect(levelFault(one, new Set(["u3"]))).toBeNull();
    expect(levelFault({ ...one, restFen: 0 }, new Set())).toBeNull();
    expect(levelFault({ ...one, restFen: -1 }, new Set(["u3"]))).toBe("tooMuch");
    expect(levelFault({ ...one, parentFen: null }, new Set())).toBe("noParent");
  });

  it("says what it keeps back, with the reason, and keeps what was kept back before", () => {
    const remainderOf = (restFen: number, kept: string[], before: number | null) =>
      publicationOf(
        [{ ...one, restFen, remainder: before === null ? null : { valueFen: before, reason: "留给新人" } }],
        new Set(kept),
        "新人五月到",
      )[0]?.remainder;
    expect(remainderOf(8_000_000, ["u3"], null)).toEqual({ valueFen: 8_000_000, reason: "新人五月到" });
    expect(remainderOf(8_000_000, [], 8_000_000)).toEqual({ valueFen: 8_000_000, reason: "留给新人" });
    expect(remainderOf(0, [], 8_000_000)).toBeNull();
  });

  it("is all given out where the rest is kept on purpose, as it is said a level higher", () => {
    const parent = { ...line({ subjectId: "team", isUnit: true, valueFen: 50_000_000 }), keptFen: 30_000_000 };
    expect(leftFenOf({ parent, rows: [line({ valueFen: 20_000_000 })] }, {})).toBe(0);
  });
});

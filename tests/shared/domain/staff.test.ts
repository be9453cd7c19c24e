import {
  employeeNumberKey,
  employeeNumberOf,
  staffFaults,
  type StaffDraft,
  valueOn,
  withValueFrom,
} from "@shared/domain/staff";

const today = "2026-03-26";
const draft: StaffDraft = { employeeNumber: null, joinedOn: null, leftOn: null, reportsTo: null, salesMode: null };
const before = { memberId: "xiaowang", reportsTo: [], salesMode: [] };
const faultsOf = (change: Partial<StaffDraft>, was: Partial<typeof before> | object = {}) =>
  staffFaults({ ...draft, ...change }, { ...before, ...was }, today).map(({ field, code }) => `${field}: ${code}`);

describe("an employee number", () => {
  it.each([
    [" 00731 ", "00731"],
    ["００７３１", "00731"],
    ["Ａ-12　b", "A-12 b"],
    ["　 ", null],
  ])("typed as %j is kept as %j", (typed, kept) => {
    expect(employeeNumberOf(typed)).toBe(kept);
  });

  it("is the same in capitals, in full width and with spaces", () => {
    expect(new Set(["gz-07", "GZ-07", "ＧＺ－０７", " gz -07"].map(employeeNumberKey)).size).toBe(1);
  });

  it("is another one with another count of zeros", () => {
    expect(employeeNumberKey("007")).not.toBe(employeeNumberKey("07"));
  });
});

describe("what counts from a day on", () => {
  const history = [
    { fromOn: "2025-01-01", value: "直销" },
    { fromOn: "2026-04-01", value: "渠道" },
  ];

  it("counts on that day and not on the one before", () => {
    expect(valueOn(history, "2026-03-31")?.value).toBe("直销");
    expect(valueOn(history, "2026-04-01")?.value).toBe("渠道");
    expect(valueOn(history, "2024-12-31")).toBeNull();
  });

  it("takes the place of what was planned for later", () => {
    expect(withValueFrom(history, { fromOn: "2026-03-27", value: "大客户" })).toEqual([
      history[0],
      { fromOn: "2026-03-27", value: "大客户" },
    ]);
  });

  it("is no entry where it has been so already", () => {
    expect(withValueFrom(history, { fromOn: "2026-03-27", value: "直销" })).toEqual([history[0]]);
  });
});

describe("what HR types", () => {
  it("may say for the first time how it has been for years", () => {
    expect(faultsOf({ salesMode: { fromOn: "2019-07-01", value: "直销" }, joinedOn: "2019-07-01" })).toEqual([]);
  });

  it("changes from today on at the earliest once it was said", () => {
    const said = { salesMode: [{ fromOn: "2019-07-01", value: "直销" }] };
    expect(faultsOf({ salesMode: { fromOn: "2026-03-25", value: "渠道" } }, said)).toEqual([
      "salesMode.fromOn: day.past",
    ]);
    expect(faultsOf({ salesMode: { fromOn: today, value: "渠道" } }, said)).toEqual([]);
  });

  it("names no day of leaving before the one of joining", () => {
    expect(faultsOf({ joinedOn: "2026-03-02", leftOn: "2026-03-01" })).toEqual(["leftOn: day.beforeJoined"]);
    expect(faultsOf({ joinedOn: "2026-03-02", leftOn: "2026-03-02" })).toEqual([]);
  });

  it.each(["1949-12-31", "2028-03-27"])("names no day as far away as %s", (day) => {
    expect(faultsOf({ joinedOn: day })).toEqual(["joinedOn: day.tooFar"]);
  });

  it("lets nobody report to themselves", () => {
    expect(faultsOf({ reportsTo: { fromOn: today, value: "xiaowang" } })).toEqual(["reportsTo.value: reportsTo.self"]);
  });

  it("names a sales mode of the list", () => {
    expect(faultsOf({ salesMode: { fromOn: today, value: "电销" } })).toEqual(["salesMode.value: mode.unknown"]);
  });

  it("is a number of 32 characters at most", () => {
    expect(faultsOf({ employeeNumber: "7".repeat(32) })).toEqual([]);
    expect(faultsOf({ employeeNumber: "7".repeat(33) })).toEqual(["employeeNumber: number.tooLong"]);
  });
});

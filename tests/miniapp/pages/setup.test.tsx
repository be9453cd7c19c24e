import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { askForDirectory } from "@/api/members";
import { readReadiness } from "@/api/readiness";
import { findPeople, giveRole, readFirstPayingDay, readSalesMovedBy, readSetup, setFirstPayingDay } from "@/api/setup";
import { queryClient } from "@/features/query/queryClient";
import type { Setup } from "@/features/setup/useSetup";
import { useSession } from "@/features/session/sessionStore";
import SetupPage from "@/pages/admin/setup";
import { usePageParams } from "@/platform/page";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/members");
jest.mock("@/api/readiness");
jest.mock("@/api/setup");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => undefined }));
jest.mock("@/platform/page", () => ({
  ...jest.requireActual<object>("@/platform/page"),
  usePageParams: jest.fn(),
}));

const step = (name: Setup["steps"][number]["step"], more: Partial<Setup["steps"][number]> = {}) => ({
  ...{ step: name, state: "open" as const, optional: false, mayI: true, byNames: [] },
  ...more,
});

const begun: Setup = {
  steps: [
    step("directory", { state: "done" }),
    step("roles"),
    step("units", { state: "done" }),
    step("firstDay", { optional: true }),
    step("plan", { state: "waiting", mayI: false, byNames: ["何敏"] }),
    step("targets", { optional: true, mayI: false, byNames: ["何敏"] }),
  ],
  directory: {
    ...{
      wecom: "answers",
      fault: null,
      errcode: null,
      address: null,
      checkedAt: null,
      since: null,
      directoryReadAt: "2026-03-26T01:00:00Z",
    },
    ...{ peopleCount: 6, teamsCount: 2, phonesTold: false },
  },
  roles: { admin: ["周敏"], hr: [], finance: [] },
  units: { teams: [{ unitId: "u3", name: "一队", leaderNames: [], sellersCount: 2 }] },
  plan: { publishedNames: [], withoutPlanCount: 0, version: null, companyUnitId: "u1" },
  targets: { period: "2026-03", withCount: 0, teamsCount: 2 },
  openings: { membersCount: 0, isOpen: false, none: null, revision: 0 },
  calendar: { unknownYear: null },
  robots: [],
  customers: { count: 0, isWhole: true },
  today: "2026-03-26",
};

const found: Awaited<ReturnType<typeof findPeople>> = {
  items: [
    {
      ...{ memberId: "hemin", name: "何敏", state: "here", unitName: "总部", employeeNumber: null, joinedOn: null },
      ...{ salesMode: null, byDirectory: [], leadsNames: [], roles: [] },
    },
  ],
  ...{ nextCursor: null, counts: { here: 6, left: 0 }, can: { readDirectory: true } },
};

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  jest.resetAllMocks();
  jest.mocked(readSetup).mockResolvedValue(begun);
  jest.mocked(readReadiness).mockResolvedValue({ ...begun.directory, knowsPeople: true });
  useSession.getState().enter({ memberId: "zhoumin", language: "zh-CN", roles: ["admin"] });
});

async function opened(params: Record<string, string> = {}, setup = begun) {
  jest.mocked(usePageParams).mockReturnValue(params);
  queryClient.setQueryData(["setup"], setup);
  render(
    <QueryClientProvider client={queryClient}>
      <SetupPage />
    </QueryClientProvider>,
  );
  await act(async () => {});
}
const rowOf = (id: string) => document.getElementById(id)?.textContent ?? "";

it("leads to the first step that is left and the reader can do", async () => {
  await opened();
  expect(screen.getByText("下一步：定身份")).toBeTruthy();
});

it("leads from a step that is done to the next one, what can wait among them", async () => {
  await opened({ step: "units" });
  expect(screen.getByText("下一步：定从哪个月起发薪酬")).toBeTruthy();
});

it("leads past a step that is left for later", async () => {
  await opened({ step: "firstDay" });
  expect(screen.getByText("先不做，下一步：定身份")).toBeTruthy();
});

it("says with whom a step is", async () => {
  await opened();
  expect(rowOf("setup-plan")).toContain("在等 何敏");
});

it("says of what the company can do without that it can wait, and who does it", async () => {
  await opened();
  expect(rowOf("setup-targets")).toContain("可以以后做");
  expect(rowOf("setup-targets")).toContain("由 何敏 做");
});

it("says what it means to leave a step out", async () => {
  await opened({ step: "roles" });
  expect(screen.getByText("没有人事，方案没有第二个人发布，谁都没有收入。")).toBeTruthy();
});

it("names an office after a second look at what it sees", async () => {
  jest.mocked(findPeople).mockResolvedValue(found);
  jest.mocked(giveRole).mockResolvedValue({ memberId: "hemin", revision: 2 });
  await opened({ step: "roles" });
  await act(async () => void fireEvent.click(screen.getByText("定一位人事")));
  await act(
    async () => void fireEvent.change(document.getElementById("find-hr") as Element, { target: { value: "何" } }),
  );
  await act(async () => void fireEvent.click(screen.getByText("找人")));
  await act(async () => void fireEvent.click(screen.getByText("何敏")));
  expect(giveRole).not.toHaveBeenCalled();
  expect(screen.getByText(/看得到：成员资料、目标、方案/)).toBeTruthy();
  expect(screen.getByText(/看不到别人的收入/)).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByText("定为人事")));
  expect(giveRole).toHaveBeenCalledWith("hemin", expect.objectContaining({ role: "hr", unitId: null, lastOn: null }));
});

const typeName = async () => {
  jest.mocked(findPeople).mockResolvedValue(found);
  await opened({ step: "roles" });
  await act(async () => void fireEvent.click(screen.getByText("定一位人事")));
  await act(
    async () => void fireEvent.change(document.getElementById("find-hr") as Element, { target: { value: "何" } }),
  );
};

it("keeps the name that was typed, with who was found by it, for whoever leaves and comes back", async () => {
  await typeName();
  cleanup();
  await opened({ step: "roles" });
  await screen.findByText("何敏");
  expect((document.getElementById("find-hr") as HTMLInputElement).value).toBe("何");
});

it("says for which office somebody is looked for, beside no button that looks like its end", async () => {
  await typeName();
  expect(rowOf("naming-hr")).toContain("定一位人事");
  expect(document.getElementById("name-finance")?.className).not.toContain("primary");
});

it("says what can still be done where all that has to be is done", async () => {
  const steps = begun.steps.map((one) => (one.optional ? one : { ...one, state: "done" as const }));
  const done = { ...begun, steps };
  jest.mocked(readSetup).mockResolvedValue(done);
  await opened({}, done);
  expect(rowOf("setup-note")).toContain("还没做、可以以后做的：定从哪个月起发薪酬、定第一批目标");
});

it("names the line for a team's robot that whoever runs the server writes", async () => {
  const robots = [{ unitId: "u3", name: "一队", hasRobot: false }];
  const given = { ...begun, robots, steps: [step("robots", { optional: true, mayI: false })] };
  jest.mocked(readSetup).mockResolvedValue(given);
  await opened({ step: "robots" }, given);
  expect(rowOf("robots-line")).toContain('WECOM_ROBOTS={"u3":"');
  expect(rowOf("setup-what")).toContain("由管服务器的同事做");
});

it("says which team has nobody who leads it", async () => {
  await opened({ step: "units" });
  expect(rowOf("unit-u3")).toContain("还没有负责人");
});

it("names somebody as the leader of a team that has none", async () => {
  jest.mocked(findPeople).mockResolvedValue(found);
  jest.mocked(giveRole).mockResolvedValue({ memberId: "hemin", revision: 2 });
  await opened({ step: "units" });
  await act(async () => void fireEvent.click(screen.getByText("给一队定一位负责人")));
  await act(
    async () => void fireEvent.change(document.getElementById("find-u3") as Element, { target: { value: "何" } }),
  );
  await act(async () => void fireEvent.click(screen.getByText("找人")));
  await act(async () => void fireEvent.click(screen.getByText("何敏")));
  await act(async () => void fireEvent.click(screen.getByText("定为负责人")));
  expect(giveRole).toHaveBeenCalledWith("hemin", expect.objectContaining({ role: "manager", unitId: "u3" }));
  expect(screen.getByText("何敏 现在负责一队了")).toBeTruthy();
});

it("has the directory read once more where teams are looked at", async () => {
  await opened({ step: "units" });
  expect(screen.getByText("现在读一次")).toBeTruthy();
});

it("says that nobody would read the directory while no worker runs", async () => {
  jest.mocked(readReadiness).mockResolvedValue({ ...begun.directory, wecom: "unwatched", knowsPeople: true });
  await opened({ step: "directory" });
  expect(await screen.findByText(/负责读通讯录的进程没有在运行/)).toBeTruthy();
});

it("says that the directory could not be read, why, and from which address it was asked", async () => {
  jest.mocked(readReadiness).mockResolvedValue({
    ...{ ...begun.directory, wecom: "failing", fault: "address", errcode: 60020, address: "203.0.113.5" },
    ...{ since: "2026-03-26T02:00:00Z", checkedAt: "2026-03-26T02:00:00Z", knowsPeople: true },
  });
  await opened({ step: "directory" });
  await waitFor(() => expect(rowOf("directory-failing")).toContain("上次没有读成"));
  expect(rowOf("directory-failing")).toContain("服务器的 IP 203.0.113.5 不在应用的企业可信 IP 里");
});

it("is on its way until WeCom was asked again, though it had failed before", async () => {
  const failed = { ...begun.directory, wecom: "failing", fault: "address", errcode: 60020, knowsPeople: true } as const;
  jest.mocked(readReadiness).mockResolvedValue({ ...failed, checkedAt: "2026-03-26T02:00:00Z" });
  jest.mocked(askForDirectory).mockResolvedValue({ askedAt: "2026-03-26T02:05:00Z" });
  await opened({ step: "directory" });
  await act(async () => void fireEvent.click(screen.getByText("现在读一次")));
  expect(screen.getByText("正在读…")).toBeTruthy();
  jest.mocked(readReadiness).mockResolvedValue({ ...failed, checkedAt: "2026-03-26T02:05:03Z" });
  await act(async () => void (await queryClient.invalidateQueries({ queryKey: ["readiness"] })));
  await waitFor(() => expect(rowOf("directory-failing")).toContain("上次没有读成"));
  expect(screen.getByText("现在读一次")).toBeTruthy();
});

it("says that WeCom tells no phone numbers", async () => {
  await opened({ step: "directory" });
  expect(rowOf("setup-directory")).toContain("手机号企业微信没有给");
});

describe("the month from which plans pay", () => {
  const read = {
    ...{ firstPayingOn: null, setByName: null, setAt: null, latestOn: "2026-05-01", maySet: true, revision: 0 },
    firstPlan: { name: "直销提成", validFrom: "2026-05-01" },
  };
  beforeEach(() => {
    jest.mocked(readFirstPayingDay).mockResolvedValue(read);
    jest.mocked(readSalesMovedBy).mockResolvedValue({ count: 0, isAtLeast: false, first: [] });
  });
  const shown = async () => {
    await opened({ step: "firstDay" });
    await act(async () => {});
  };
  const tap = (id: string) => act(async () => void fireEvent.click(document.getElementById(id) as HTMLElement));

  it("is none that a plan which pays already forbids", async () => {
    await shown();
    const days = ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"];
    expect(days.map((day) => document.getElementById(`first-day-${day}`) !== null)).toEqual([true, true, true, false]);
    expect(rowOf("setup-first-day")).toContain("直销提成从5月1日起发");
  });

  it("that was chosen is kept for whoever leaves and comes back", async () => {
    await shown();
    await tap("first-day-2026-04-01");
    cleanup();
    await shown();
    expect(document.getElementById("first-day-2026-04-01")?.getAttribute("aria-checked")).toBe("true");
  });

  it("says before it is sent which confirmed sales it moves", async () => {
    const moved = { signedOn: "2026-03-20", confirmedOn: "2026-04-02", becomesHistory: true };
    jest.mocked(readSalesMovedBy).mockResolvedValue({
      ...{ count: 12, isAtLeast: false },
      first: [{ saleId: "s1", repName: "小王", ...moved }],
    });
    await shown();
    expect(readSalesMovedBy).not.toHaveBeenCalled();
    await tap("first-day-2026-04-01");
    expect(readSalesMovedBy).toHaveBeenCalledWith("2026-04-01");
    await screen.findByText(/12 张已确认的销售单会换计入的月份/);
    expect(rowOf("first-day-moves-s1")).toMatch(/小王.*3月20日签.*只记业绩/);
    expect(screen.getByText("还有 11 张")).toBeTruthy();
  });

  it("is sent once it is chosen", async () => {
    jest.mocked(setFirstPayingDay).mockResolvedValue({ firstPayingOn: "2026-04-01", revision: 1 });
    await shown();
    await tap("first-day-save");
    expect(setFirstPayingDay).not.toHaveBeenCalled();
    await tap("first-day-2026-04-01");
    await tap("first-day-save");
    expect(setFirstPayingDay).toHaveBeenCalledWith(
      expect.objectContaining({ revision: 0, firstPayingOn: "2026-04-01" }),
    );
  });
});

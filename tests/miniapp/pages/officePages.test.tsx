import type { ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { OfficeTab } from "@shared/domain/office";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { queryClient } from "@/features/query/queryClient";
import { saveVisitType } from "@/api/visitTypes";
import { meKey } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { useSettings } from "@/features/settings/settingsStore";
import { listAllLooks } from "@/api/audit";
import { listOpenings, ownOpenings } from "@/api/openings";
import { useLooksSought } from "@/features/office/useAllLooks";
import Audit from "@/pages/admin/audit";
import Openings from "@/pages/admin/openings";
import OpeningsTable from "@/pages/admin/openings/desk/OpeningsTable";
import { type OpeningView, useOpenings } from "@/features/openings/useOpenings";
import LooksTable from "@/pages/admin/audit/desk/LooksTable";
import VisitTypes from "@/pages/admin/visitTypes";
import { TypeForm } from "@/pages/admin/visitTypes/TypeForm";
import Away from "@/pages/approvals/away";
import OwnOpening from "@/pages/earnings/opening";
import Menu from "@/pages/common/menu";
import Line from "@/pages/earnings/line";
import StaffHome from "@/pages/staff/home";
import { OfficeTabCard } from "@/pages/tabs/OfficeTabCard";
import { OfficeToday } from "@/pages/tabs/home/OfficeToday";
import { OtherRoles } from "@/pages/tabs/home/OtherRoles";
import { rightsOfRoles } from "@shared/domain/roleRights";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/audit");
jest.mock("@/api/openings");
jest.mock("@/api/visitTypes");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({}),
  usePullDown: () => {},
}));

/** A page of somebody in the office, for whom nothing waits. */
function page(
  shown: ReactNode,
  {
    roles = ["finance"],
    isOfficer = true,
    can = [] as readonly string[],
    todos = [] as readonly string[],
    held = "",
  } = {},
): string {
  const read = { absence: null, revision: 0, deputies: [], isOfficer, standsInFor: [] };
  expect(hasShape(read, answerShapes["absences.read"])).toBe(true);
  queryClient.setQueryData(["absence"], read);
  queryClient.setQueryData(["todos"], {
    items: todos.map((kind) => ({ todoId: kind, kind })),
    isWhole: true,
    messagesHeld: held === "" ? null : { since: held, follow: true },
  });
  queryClient.setQueryData(meKey, {
    member: { memberId: "m", name: "周敏", roles, language: "zh-CN" },
    ...{ team: null, leads: [], hrNames: [], administratorNames: [], can, company: { name: "制造集团" } },
    consent: { acceptedVersion: null, currentVersion: "2026-11-30" },
  });
  useSession.setState({ remembered: { memberId: "m", language: "zh-CN", roles, knownAtMs: 0 } });
  render(<QueryClientProvider client={queryClient}>{shown}</QueryClientProvider>);
  return document.body.textContent ?? "";
}

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "m" });
  useSettings.setState({ role: null });
  jest.spyOn(console, "error").mockImplementation(() => {});
});

it("tells HR first what they can do here, and of no other office of theirs", () => {
  const said = page(<OfficeToday />, { roles: ["hr", "admin"] });
  expect(said.indexOf("可以定目标")).toBeGreaterThan(-1);
  expect(said.indexOf("可以定目标")).toBeLessThan(said.indexOf("没发布的目标"));
  expect(said).not.toContain("拜访类型");
});

it("tells an administrator what is hers, and sends her to nobody of her own kind", () => {
  useSettings.setState({ role: "admin" });
  const said = page(<OfficeToday />, { roles: ["hr", "admin"] });
  expect(said).toContain("服务器的情况在「系统体检」里看");
  expect(said).not.toContain("请找");
});

describe("a tab of an office", () => {
  const row = (part: object) => ({
    ...{ kind: "active", count: 12, isWhole: true, state: null, period: null, at: null, isClosed: null },
    ...{ names: [], subjectId: null, doneFen: null, targetFen: null, visits: null, ...part },
  });
  const tab = (name: OfficeTab, ...rows: object[]) => {
    const answer = { items: rows.map(row) };
    expect(hasShape(answer, answerShapes["office.rows"])).toBe(true);
    queryClient.setQueryData(["office", name], answer);
    return page(<OfficeTabCard tab={name} title="t" />);
  };

  it("says until when a month takes what is recorded, with what waits in it", () => {
    const said = tab("closing", {
      kind: "month",
      period: "2026-03",
      count: 2,
      at: "2026-04-01T10:00:00.000Z",
      state: "ok",
    });
    expect(said).toContain("2026年3月的记录");
    expect(said).toContain("；销售单计入确认的那个月；2 单待确认");
  });

  it("says of a month that is cut off where later records count", () => {
    const said = tab("closing", { kind: "month", period: "2026-02", count: 0, at: "2026-03-02T10:00:00.000Z" });
    expect(said).toContain("已截止，之后记下的算进下一个月；没有待确认的");
  });

  it("opens people for whoever may, and is a figure for others", () => {
    tab("people", { kind: "active" });
    expect(document.querySelector("#office-row-0")?.getAttribute("role")).not.toBe("button");
  });

  it("says what there is to do about what does not work", () => {
    const said = tab("health", { kind: "wecom", count: null, state: "fault", names: ["secret"] });
    expect(said).toContain("故障");
    expect(said).toContain("到企业微信后台核对应用的 Secret");
  });

  it.each([
    ["ok", "tick"],
    ["attention", "question"],
    ["fault", "cross"],
  ] as const)("shows by a shape, too, that something is %s", (state, shape) => {
    tab("health", { kind: "wecom", count: null, state, names: ["secret"] });
    expect(document.querySelectorAll(`.shape-${shape}`)).toHaveLength(1);
  });

  it("never says fewer than there may be", () => {
    expect(tab("imports", { kind: "clients", count: 20_000, isWhole: false })).toContain("至少 20000");
  });

  it("says how far a month has come, and that a target is missing", () => {
    const said = tab("reports", { kind: "attainment", count: null, period: "2026-03", doneFen: 5_000_000, visits: 3 });
    expect(said).toContain("还没有目标，有效拜访 3 次");
  });

  it("opens what it counts", () => {
    tab("imports", { kind: "duplicates", count: 2 });
    expect(screen.getByRole("button", { name: /像是重复的客户，2/ })).toBeTruthy();
  });

  it("says so where there is nothing", () => {
    expect(tab("plans")).toContain("这里现在没有要看的");
  });
});

it("tells whoever has no role what there is for them here, and whom to ask", () => {
  const said = page(<StaffHome />, { roles: [] });
  expect(said).toContain("你没有销售身份，所以这里没有客户和收入");
  for (const row of ["消息", "我的数据", "谁看过我"]) expect(said).toContain(row);
});

describe("不在时谁审批", () => {
  const leader = (absence: object | null) => {
    const read = { absence, revision: 1, deputies: [], isOfficer: false, standsInFor: [] };
    queryClient.setQueryData(["absence"], read);
    queryClient.setQueryData(meKey, {
      member: { memberId: "m", name: "陈浩", roles: ["manager"], language: "zh-CN" },
      ...{ team: null, leads: ["u"], hrNames: [], administratorNames: [] },
    });
    render(<QueryClientProvider client={queryClient}>{<Away />}</QueryClientProvider>);
  };
  const form = () => document.querySelector("#away-save");

  it("asks for the days where nothing is noted", () => {
    leader(null);
    expect(form()).toBeTruthy();
  });

  it("shows what is noted by itself, and the form once it is to be changed", () => {
    leader({ from: "2026-03-26", to: "2026-03-26", deputyId: null });
    expect([document.body.textContent?.includes("代为审批"), form()]).toEqual([true, null]);
    fireEvent.click(screen.getByText("改一改"));
    expect(form()).toBeTruthy();
  });

  it("tells whoever is asked by their role that things come to them", () => {
    const said = page(<Away />);
    expect(said).toContain("主管不在或不能审批的事会来找你");
    expect(said).not.toContain("没有要你审批的事");
  });

  it("tells whoever is asked nothing so", () => {
    expect(page(<Away />, { roles: ["auditor"], isOfficer: false })).toContain("没有要你审批的事");
  });
});

describe("拜访类型 of whoever is no administrator", () => {
  it("speaks of no visits of theirs", () => {
    const said = page(<VisitTypes />);
    expect(said).toContain("拜访类型由管理员决定");
    expect(said).not.toContain("你记拜访");
  });

  it("leads back", () => {
    page(<VisitTypes />);
    expect(screen.getByRole("button", { name: "返回" })).toBeTruthy();
  });
});

it("saves a type that is new as such, since there is no older one", () => {
  const said = page(<TypeForm title="新类型" type={null} types={[]} />, { roles: ["admin"] });
  expect(said).toContain("保存新类型");
  expect(said).not.toContain("新的一版");
});

it("asks before a type is taken out of use", async () => {
  const step = { stepId: "s", kind: "record" as const, label: "客户说了什么", required: true, options: [] };
  const type = {
    ...{ typeId: "t", version: 1, name: "送样", steps: [step], asksTimeOnSite: false },
    ...{ seenBy: "everybody" as const, inUse: true, changed: null },
  };
  const saved = jest.mocked(saveVisitType);
  page(<TypeForm title="送样" type={type} types={[type]} />, { roles: ["admin"] });
  fireEvent.click(screen.getByRole("button", { name: "停用" }));
  expect(screen.getByRole("dialog").textContent).toContain("停用「送样」？");
  expect(saved).not.toHaveBeenCalled();
  await act(async () => void fireEvent.click(document.querySelector("#retire-send") as Element));
  expect(saved).toHaveBeenCalledWith("t", expect.objectContaining({ inUse: false }));
});

it.each([
  ["hr", "待办"],
  ["manager", "今日"],
  ["rep", "今日"],
])("calls the first tab as %s knows it where a page sends there", (role, called) => {
  const Sends = () => <>{useHomeTab()}</>;
  const before = useSession.getState().remembered;
  useSession.setState({ remembered: { roles: [role] } as typeof before });
  expect(page(<Sends />, { roles: [role] })).toBe(called);
  useSession.setState({ remembered: before });
});

it("says of 明细 without a line or a sale that the link is incomplete", () => {
  const said = page(<Line />, { roles: ["rep"] });
  expect(said).toContain("打开这一页的链接不完整");
  expect(said).not.toContain("重算");
});

describe("who has looked at whom", () => {
  const look = { lookId: "a", at: "2026-03-26T01:00:00.000Z", byName: "钱芳", requestId: "r-1", seenCount: null };
  const answer = {
    items: [
      { ...look, whomNames: ["小王"], whomCount: 1, what: "checkIn.read" as const, seenCount: 3 },
      { ...look, lookId: "b", whomNames: ["小王", "小李"], whomCount: 20, what: "opening.read" as const },
      { ...look, lookId: "c", whomNames: [], whomCount: 0, what: "audit.looks" as const },
    ],
    ...{ nextCursor: null, personName: null },
  };
  const Table = () => <LooksTable sought={useLooksSought()} />;
  const auditor = { roles: ["auditor"], can: ["audit.looks"] };
  beforeEach(() => {
    expect(hasShape(answer, answerShapes["audit.looks"])).toBe(true);
    jest.mocked(listAllLooks).mockResolvedValue(answer);
  });

  it("is a sentence for each look on a phone, without a person where there was none", async () => {
    page(<Audit />, auditor);
    await screen.findByText("钱芳 看了 小王 的拜访和打卡");
    expect(document.body.textContent).toContain("3月26日 09:00，3 条，请求号 r-1");
    expect(document.body.textContent).toContain("钱芳 看了 小王、小李等 20 人 的期初余额");
    expect(document.body.textContent).toContain("钱芳 看了这份查看记录");
  });

  it("is a table on a monitor, with whom it is about in a column", async () => {
    page(<Table />, auditor);
    await screen.findByText("钱芳 看了 小王 的拜访和打卡");
    expect(screen.getByText("小王、小李等 20 人")).toBeTruthy();
    for (const title of ["谁看的", "看了谁", "什么时候", "请求号"])
      expect(screen.getAllByText(title).length).toBeGreaterThan(0);
  });
});

describe("opening balances", () => {
  const sums = { clawback: 35_000, draw: 0, unreleased: 120_050, paid: 0 };
  const table: Omit<OpeningView, "decision"> = {
    ...{ importId: "a", state: "returned", asOf: "2026-02-28", fileName: "期初.csv", source: "erp", rows: 2, sums },
    ...{ changes: 3, membersCount: 2, preparedByName: "林静", preparedAt: "2026-03-25T01:00:00.000Z", postedAt: null },
    ...{ deciderNames: [], mayDecide: false, isMine: true, revision: 2 },
  };
  const decision = { byName: "周敏", allowed: false, at: "2026-03-26T01:00:00.000Z" };
  const answer = {
    ...{ payingOn: "2026-03-01", sums, membersCount: 0, none: null, mayPrepare: true, revision: 1 },
    items: [
      { ...table, decision: { ...decision, reason: "少了王芳" } },
      { ...table, importId: "b", fileName: "期初二.csv", decision: { ...decision, reason: null } },
    ],
  };
  const Table = () => <OpeningsTable asked={useOpenings(true)} />;
  const finance = { roles: ["finance"], can: ["openings.list"] };
  beforeEach(() => {
    expect(hasShape(answer, answerShapes["openings.list"])).toBe(true);
    jest.mocked(listOpenings).mockResolvedValue(answer);
  });

  it("tell a table that was taken back from one that was sent back", async () => {
    page(<Openings />, finance);
    await screen.findByText("期初二.csv");
    expect([screen.getAllByText("已退回").length, screen.getAllByText("已撤回").length]).toEqual([1, 1]);
  });

  const noDay = { ...answer, items: [], payingOn: null, setterNames: ["周敏", "方舟"] };
  it("name who sets the first day to finance, who cannot", async () => {
    jest.mocked(listOpenings).mockResolvedValue(noDay);
    page(<Openings />, finance);
    expect(await screen.findByText(/由周敏、方舟在「开始使用」里定/)).toBeDefined();
    expect(screen.queryByText("去定起薪日")).toBeNull();
  });

  it("lead HR to the step that sets the first day", async () => {
    jest.mocked(listOpenings).mockResolvedValue(noDay);
    page(<Openings />, { roles: ["hr"], can: ["openings.list", "setup.read"] });
    expect(await screen.findByText("去定起薪日")).toBeDefined();
    expect(screen.queryByText(/由周敏/)).toBeNull();
  });

  it("stand above their rows with the decimals that the rows have", async () => {
    const row = { ...{ period: null, item: null, client: null, on: null, note: null }, row: 2, wasFen: 0 };
    const told = { fileName: "期初.csv", preparedByName: "林静", approvedByName: "周敏" };
    jest.mocked(ownOpenings).mockResolvedValue({
      ...{ asOf: "2026-02-28", sums },
      items: [{ ...row, ...told, kind: "unreleased", amountFen: 120_050, postedAt: "2026-03-26T01:00:00.000Z" }],
    });
    page(<OwnOpening />, {});
    expect(await screen.findByText("已得未发，1,200.50 元")).toBeDefined();
  });

  it("are a table on a monitor, with the totals of each file", async () => {
    page(<Table />, finance);
    await screen.findByText("期初二.csv");
    for (const text of ["谁导入的", "待扣回", "已得未发", "已撤回", "导入一张表"])
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    expect(document.body.textContent).toContain("1,200.50");
  });
});

it("says to whom the list of looks is open where it is not to the reader", () => {
  expect(page(<Audit />)).toContain("谁看了谁由审计员和管理员看");
});

describe("somebody who leads and holds an office", () => {
  const roles = ["manager", "hr", "admin"];
  const first = (todos: readonly string[] = []) =>
    page(
      <>
        <OtherRoles waiting />
        <p>今日</p>
        <OtherRoles waiting={false} />
      </>,
      { roles, todos },
    );

  it("reads on the first page which other roles they have, and which pages stand there", () => {
    const said = first();
    expect(said.indexOf("换到你的人事身份待办、关账、方案、报表")).toBeGreaterThan(said.indexOf("今日"));
    expect(said).toContain("换到你的管理员身份待办、成员、导入、系统体检");
    expect(said).not.toContain("主管身份");
  });

  it("reads above all else where something waits as another role, with how much", () => {
    const said = first(["sale", "plan", "plansMissing", "sentBackPlan"]);
    expect(said.indexOf("换到你的人事身份")).toBeLessThan(said.indexOf("今日"));
    expect(said).toContain("3 件在等你");
  });

  it("goes there by a tap, and is there again the next time", () => {
    first();
    act(() => void fireEvent.click(screen.getByRole("button", { name: /^换到你的人事身份/ })));
    expect(useSettings.getState().role).toBe("hr");
    expect(document.body.textContent).toContain("换到你的主管身份");
  });

  it("is told nothing of other roles where there is one", () => {
    expect(page(<OtherRoles waiting={false} />, { roles: ["hr"] })).toBe("");
  });
});

it.each([
  ["hr", ["工作日历", "完成情况", "目标", "成员", "全部方案"]],
  ["admin", ["工作日历", "角色与范围", "成员", "谁看了谁", "开始使用", "拜访类型"]],
  ["auditor", ["完成情况", "角色与范围", "谁看了谁", "工作日历"]],
  ["finance", ["完成情况", "目标", "销售单", "期初余额"]],
] as const)("leads %s on a phone to every page that a monitor has beside it", (role, names) => {
  const said = page(<Menu />, { roles: [role], can: rightsOfRoles[role] });
  for (const name of names) expect(said).toContain(name);
});

it("tells the office since when no message goes out", () => {
  const said = page(<OfficeToday />, { held: "2026-03-26T01:05:00.000Z" });
  expect(said).toContain("09:05 起企业微信收不到消息");
});

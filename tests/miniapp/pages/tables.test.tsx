import type { ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { SaleView } from "@shared/contracts";
import { houseAccountOf } from "@shared/domain/pay/facts/credits";
import { listCustomers } from "@/api/clients";
import { giveCustomers, readTakers } from "@/api/giving";
import { listMembers } from "@/api/members";
import { listSales } from "@/api/sales";
import { readReadiness } from "@/api/readiness";
import { readTableViews, setTableViews } from "@/api/tableViews";
import { useSalesLook } from "@/features/sales/useSeenSales";
import { type FirstLook, useMembersLook } from "@/features/staff/useMembersLook";
import { useLooks } from "@/features/tables/useTableLook";
import { teamViewOf } from "@/features/teams/useTeam";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { rowOpener } from "@/features/office/openRow";
import { useSession } from "@/features/session/sessionStore";
import { open } from "@/features/navigation";
import MembersTable from "@/pages/admin/members/desk/MembersTable";
import { CustomerCards } from "@/pages/customers/list/CustomerCards";
import CustomerTable from "@/pages/customers/list/desk/CustomerTable";
import SaleTable from "@/pages/sales/list/desk/SaleTable";
import { SeenSaleCards } from "@/pages/sales/list/SeenSaleCards";
import MemberTable from "@/pages/tabs/book/desk/MemberTable";
import { routes } from "@/routes";
import { plainLook } from "@/ui/DataTable/types";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/giving");
jest.mock("@/api/members");
jest.mock("@/api/sales");
jest.mock("@/api/readiness");
jest.mock("@/api/tableViews");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  usePresentMonth: () => "2026-03",
}));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  open: jest.fn(),
  usePageShow: (shows: () => void) => {
    mockInFront = shows;
  },
}));
/** The page comes to the front again. */
let mockInFront = () => {};

/** As the page has them, above table and list. */
function Sales({ first = "", as: Shown = SaleTable }: { first?: string; as?: typeof SaleTable }) {
  return <Shown looked={useSalesLook(first)} />;
}
function Members({ first }: { first: FirstLook }) {
  return <MembersTable looked={useMembersLook(first)} />;
}

const sale = (saleId: string, more: Partial<SaleView> = {}): SaleView => ({
  ...{ saleId, customerId: "c", customerName: "海岳机械", rep: { memberId: "xiaowang", name: "小王" } },
  ...{ amountFen: 10_000_000, signedOn: "2026-03-26", contractNo: null, state: "confirmed", revision: 1 },
  ...{ submittedAt: "2026-03-26T02:00:00.000Z", confirmedAt: null, confirmedByName: null, returnReason: null },
  ...{ mayDecide: false, mayPraise: false },
  ...more,
});
const client = {
  ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳机械", grade: "A" as const, stage: "签单" },
  ...{ address: "体育西路", ownerNames: ["小王"], pin: null, lastVisitOn: null },
};
const row = {
  ...{ memberId: "xiaowang", name: "小王", state: "here" as const, unitName: "华南直销一队", employeeNumber: "00731" },
  ...{ joinedOn: null, salesMode: "直销", byDirectory: ["rep" as const], leadsNames: [], roles: [] },
};

const shown = (table: ReactNode) => render(<QueryClientProvider client={queryClient}>{table}</QueryClientProvider>);
const cells = () =>
  [...document.querySelectorAll("tbody tr")].map((one) => [...one.children].map(({ textContent }) => textContent));
const foot = () => document.querySelector("tfoot tr:last-child")?.textContent;
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  jest.clearAllMocks();
  useLooks.setState({ ownerId: null, looks: {} });
  useSession.setState({ phase: "in", memberId: "chenhao" });
  queryClient.setQueryData(meKey, {
    ...{ member: { memberId: "chenhao", name: "陈浩", roles: ["manager"] }, leads: [], can: [], today: "2026-03-26" },
    ...{ administratorNames: [] },
  });
  jest.mocked(readTableViews).mockResolvedValue({ views: [], revision: 0 });
  jest.mocked(setTableViews).mockResolvedValue({ views: [], revision: 1 });
});

describe("The table of clients", () => {
  it("marks the row that is open, until the page beside is closed", async () => {
    jest
      .mocked(listCustomers)
      .mockResolvedValue({ items: [client], nextCursor: null, total: { count: 1, isAtLeast: false } });
    shown(<CustomerTable />);
    fireEvent.click(await screen.findByText("海岳机械有限公司"));
    const marked = () => document.querySelectorAll("tr[aria-current=true]").length;
    expect(marked()).toBe(1);
    act(() => mockInFront());
    expect(marked()).toBe(0);
  });

  it("keeps the words that were looked for when a window becomes narrow", async () => {
    jest
      .mocked(listCustomers)
      .mockResolvedValue({ items: [client], nextCursor: null, total: { count: 1, isAtLeast: false } });
    shown(<CustomerTable />);
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "海岳" } });
    cleanup();
    shown(<CustomerCards />);
    expect(screen.getByLabelText<HTMLInputElement>(/手机尾号/).value).toBe("海岳");
  });
});

describe("The table of sales", () => {
  beforeEach(() => {
    jest.mocked(listSales).mockResolvedValue({
      items: [sale("s1"), sale("s2", { state: "submitted", amountFen: 2_500_000, mayDecide: true })],
      nextCursor: "2026",
      total: { count: 230, amountFen: 123_400, isAtLeast: false },
    });
  });

  it("shows each with its state, and what all of them come to", async () => {
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    expect(cells()[0]?.slice(0, 5)).toEqual(["海岳机械", "已确认", "100,000.00 元", "3月26日", "小王"]);
    expect(foot()).toBe("共 230 行1,234.00 元");
  });

  it("asks the server for a state and a month", async () => {
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    choose("状态", "submitted");
    choose("提交月份", "2026-02");
    await waitFor(() =>
      expect(listSales).toHaveBeenLastCalledWith({
        ...{ view: "seen", order: "newest", state: "submitted", period: "2026-02" },
      }),
    );
  });

  it("begins with what its link is about, however the table was left", async () => {
    useLooks.setState({
      ownerId: "chenhao",
      looks: { sales: { ...plainLook, search: "海岳", filters: { period: "2026-02" } } },
    });
    shown(<Sales first="submitted" />);
    await waitFor(() =>
      expect(listSales).toHaveBeenLastCalledWith({ view: "seen", order: "newest", state: "submitted" }),
    );
  });

  it("is a list on the phone of whoever sells nothing", async () => {
    shown(<Sales first="submitted" as={SeenSaleCards} />);
    await waitFor(() => expect(screen.getAllByText("海岳机械")).toHaveLength(2));
    expect(listSales).toHaveBeenLastCalledWith({ view: "seen", order: "newest", state: "submitted" });
    expect(screen.queryByText("记销售")).toBeNull();
    const [first, second] = screen.getAllByText("海岳机械");
    fireEvent.click(first!);
    fireEvent.click(second!);
    expect(jest.mocked(open).mock.calls).toEqual([[routes.sale({ id: "s1" })], [routes.confirmSale({ id: "s2" })]]);
    fireEvent.click(screen.getByText("全部"));
    await waitFor(() => expect(listSales).toHaveBeenLastCalledWith({ view: "seen", order: "newest" }));
  });

  it.each([
    ["what waits in a month, for whoever reads sales", 1, true, routes.mySales({ state: "submitted" })],
    ["the month's figures, where nothing waits", 0, true, routes.level({ period: "2026-03" })],
    ["the month's figures, for whoever reads no sales", 1, false, routes.level({ period: "2026-03" })],
  ] as const)("is opened by 关账 to %s", (_, count, may, path) => {
    const month = {
      kind: "month",
      period: "2026-03",
      subjectId: null,
      names: [],
      count,
      at: null,
      state: "ok",
    } as const;
    rowOpener(month as never, () => may)?.();
    expect(open).toHaveBeenCalledWith(path);
  });

  it("asks the server for the oldest first, where not all are loaded", async () => {
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    fireEvent.click(screen.getByText("提交时间"));
    await waitFor(() => expect(listSales).toHaveBeenLastCalledWith({ view: "seen", order: "oldest" }));
  });

  it("opens what waits for my word where I give it", async () => {
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    const [first, second] = screen.getAllByText("海岳机械");
    fireEvent.click(first as HTMLElement);
    fireEvent.click(second as HTMLElement);
    expect(jest.mocked(open).mock.calls).toEqual([[routes.sale({ id: "s1" })], [routes.confirmSale({ id: "s2" })]]);
  });
});

describe("The way to a file of sales", () => {
  beforeEach(() => {
    jest.mocked(listSales).mockResolvedValue({ items: [sale("s1")], nextCursor: null });
    queryClient.setQueryData(meKey, (me: object | undefined) => ({ ...me, can: ["exports.create"] }));
  });

  it("takes state and month along", async () => {
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(1));
    choose("状态", "confirmed");
    await waitFor(() => expect(cells()).toHaveLength(1));
    fireEvent.click(screen.getByRole("button", { name: "导出" }));
    expect(open).toHaveBeenCalledWith(routes.exports({ what: "sales", view: "seen", state: "confirmed" }));
  });

  it("is not there where words narrow the rows, of which the file would know nothing", async () => {
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(1));
    choose("在表里找", "海岳");
    expect(screen.queryByRole("button", { name: "导出" })).toBeNull();
  });
});

describe("How a table is set up", () => {
  it("is nothing to the next person at the same computer", async () => {
    jest.mocked(listSales).mockResolvedValue({ items: [sale("s1")], nextCursor: null });
    const { unmount } = shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(1));
    choose("在表里找", "海岳");
    unmount();
    useSession.setState({ phase: "in", memberId: "liuyang" });
    shown(<Sales />);
    await waitFor(() => expect(cells()).toHaveLength(1));
    expect(screen.getByLabelText<HTMLInputElement>("在表里找").value).toBe("");
  });
});

describe("The table of clients", () => {
  beforeEach(() => {
    jest.mocked(listCustomers).mockImplementation(({ words, grade }) => {
      const all = [client, { ...client, customerId: "c2", grade: "B" as const }];
      const items = all.filter((one) => (words === "hyjx" ? one === client : true) && (!grade || one.grade === grade));
      return Promise.resolve({ items, nextCursor: null });
    });
  });

  it("says whose each is, how its pin is known and that nobody has been there", async () => {
    shown(<CustomerTable />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    expect(cells()[0]).toEqual(["海岳机械有限公司", "小王", "签单", "A", "还没去过", "还没有定位点"]);
  });

  it("is narrowed by the server, to a grade and by how pins are known", async () => {
    shown(<CustomerTable />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    choose("级别", "B");
    await waitFor(() => expect(foot()).toBe("共 1 行"));
    choose("定位点", "none");
    await waitFor(() => expect(listCustomers).toHaveBeenLastCalledWith({ grade: "B", pin: "none" }));
  });

  it("is taken away as it is narrowed", async () => {
    queryClient.setQueryData(meKey, (me: object | undefined) => ({ ...me, can: ["exports.create"] }));
    shown(<CustomerTable />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    choose("级别", "B");
    await waitFor(() => expect(cells()).toHaveLength(1));
    fireEvent.click(screen.getByRole("button", { name: "导出" }));
    expect(open).toHaveBeenCalledWith(routes.exports({ what: "customers", view: "seen", grade: "B" }));
  });

  it("asks for all where a view has kept a grade that there is no more", async () => {
    useLooks.setState({ ownerId: "chenhao", looks: { customers: { ...plainLook, filters: { grade: "S" } } } });
    shown(<CustomerTable />);
    await waitFor(() => expect(listCustomers).toHaveBeenLastCalledWith({}));
  });

  it("tells which of the selected clients have gone to a colleague", async () => {
    queryClient.setQueryData(meKey, (me: object | undefined) => ({ ...me, can: ["customers.giveMany"] }));
    jest.mocked(readTakers).mockResolvedValue({ people: [{ memberId: "xiaoli", name: "小李" }] });
    const items = [
      { customerId: client.customerId, is: "given" as const, from: "2026-03-27" },
      { customerId: "c2", is: "refused" as const, from: null },
    ];
    jest.mocked(giveCustomers).mockResolvedValue({ items });
    shown(<CustomerTable />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    for (const row of document.querySelectorAll("tbody th")) fireEvent.click(row, { ctrlKey: true });
    fireEvent.click(screen.getByText("把选中的 2 家交给别人"));
    fireEvent.click(await screen.findByText("小李"));
    fireEvent.click(screen.getByText("交给对方"));
    expect(await screen.findByText("1 家从3月27日起归小李负责。")).toBeDefined();
    expect(screen.getByText(/1 家不归你管/)).toBeDefined();
    expect(jest.mocked(giveCustomers).mock.calls[0]?.[0]).toMatchObject({
      ...{ customerIds: [client.customerId, "c2"], ownerId: "xiaoli", reason: null },
    });
  });

  it("is searched by the server", async () => {
    shown(<CustomerTable />);
    await waitFor(() => expect(cells()).toHaveLength(2));
    choose("在表里找", "hyjx");
    await waitFor(() => expect(listCustomers).toHaveBeenLastCalledWith({ words: "hyjx" }));
    await waitFor(() => expect(cells()).toHaveLength(1));
  });
});

describe("The table of members", () => {
  it("shows who is here, or who has left", async () => {
    jest.mocked(readReadiness).mockResolvedValue({
      ...{
        wecom: "answers",
        fault: null,
        errcode: null,
        address: null,
        checkedAt: null,
        since: null,
        directoryReadAt: "2026-03-26T01:00:00Z",
        knowsPeople: true,
      },
    });
    jest.mocked(listMembers).mockResolvedValue({
      ...{ items: [row], nextCursor: null, counts: { here: 12, left: 3 }, can: { readDirectory: false } },
    });
    shown(<Members first={{ state: "here", lacking: null }} />);
    await waitFor(() => expect(cells()).toHaveLength(1));
    expect(cells()[0]?.slice(0, 3)).toEqual(["小王", "00731", "华南直销一队"]);
    choose("状态", "left");
    await waitFor(() => expect(listMembers).toHaveBeenLastCalledWith({ state: "left" }));
  });

  it("shows what a link is about, however it was left", async () => {
    jest.mocked(listMembers).mockResolvedValue({
      ...{ items: [], nextCursor: null, counts: { here: 12, left: 3 }, can: { readDirectory: false } },
    });
    shown(<Members first={{ state: "here", lacking: "role" }} />);
    await waitFor(() => expect(listMembers).toHaveBeenLastCalledWith({ state: "here", lacking: "role" }));
  });

  it("tells no number of all where words narrow them", async () => {
    jest.mocked(listMembers).mockResolvedValue({
      ...{ items: [row], nextCursor: "a", counts: { here: 12, left: 3 }, can: { readDirectory: false } },
    });
    shown(<Members first={{ state: "here", lacking: null }} />);
    await waitFor(() => expect(foot()).toBe("共 12 行"));
    choose("在表里找", "小王");
    await waitFor(() => expect(foot()).toBe("已载入 1 行"));
  });
});

describe("The table of a team", () => {
  const pace = { workingDaysGone: 19, workingDays: 22 };
  const team = { ...{ unitId: "u", name: "一队", period: "2026-03", asOf: "2026-03-26T02:00:00Z" }, pace };
  const figures = { ...team, doneFen: 30_000_000, targetFen: 60_000_000 };
  const members = [
    { memberId: "a", name: "小李", doneFen: 20_000_000, targetFen: 20_000_000 },
    { memberId: "b", name: "小王", doneFen: 10_000_000, targetFen: 40_000_000 },
    { memberId: "c", name: "刘洋", doneFen: 0, targetFen: null },
  ];

  it("opens no page of what nobody has brought", () => {
    const house = { memberId: houseAccountOf("u"), name: "公司户", doneFen: 5, targetFen: null };
    const { all } = teamViewOf({ team: figures, members: [...members, house] });
    shown(<MemberTable unitId="u" period="2026-03" members={all} />);
    fireEvent.click(screen.getByText("公司户"));
    expect(open).not.toHaveBeenCalled();
  });

  it("begins with whoever is furthest behind, with the sum of what is done", () => {
    const { all } = teamViewOf({ team: figures, members });
    shown(<MemberTable unitId="u" period="2026-03" members={all} />);
    expect(cells().map(([name, attainment]) => [name, attainment])).toEqual([
      ["小王", "25%"],
      ["小李", "100%"],
      ["刘洋", "—"],
    ]);
    expect(foot()).toBe("共 3 行300,000.00 元600,000.00 元");
    fireEvent.click(screen.getByText("小王"));
    expect(open).toHaveBeenCalledWith(routes.member({ unitId: "u", id: "b", period: "2026-03" }));
  });
});

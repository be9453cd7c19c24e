import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { AnswerOf } from "@shared/contracts";
import { tellConnection } from "@/api/connection";
import { readMe } from "@/api/me";
import { search } from "@/api/search";
import { customersKey } from "@/features/customers/useCustomers";
import { open } from "@/features/navigation";
import { askAnew } from "@/features/query/askAnew";
import { meKey } from "@/features/query/useApiQuery";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import SearchPage from "@/pages/common/search";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/search");
jest.mock("@/api/me");
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  usePresentMonth: () => "2026-03",
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  open: jest.fn(),
}));

type Found = AnswerOf<"search.find">;

const none = { items: [], hasMore: false };
const nothing: Found = { customers: none, people: none, plans: none, sales: none };
const me = (can: string[]) => ({
  ...{ member: { roles: ["manager"] }, period: "2026-03", serverNow: "2026-03-26T01:00:00.000Z", can },
});

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  jest.mocked(open).mockClear();
  jest.mocked(search).mockReset();
  tellConnection(true, new Date("2026-03-26T01:00:00.000Z"));
  useSession.setState({ phase: "in", memberId: "chenhao" });
});
afterEach(() => queryClient.clear());

/** The page of somebody with these rights, with these words typed into it. */
function searched(words: string, found: Found | Error, can: string[] = ["teams.member", "targets.level"]): void {
  const mine = me(can) as AnswerOf<"me.read">; // as far as the page reads it
  jest.mocked(readMe).mockResolvedValue(mine);
  queryClient.setQueryData(meKey, mine);
  jest
    .mocked(search)
    .mockImplementation(() => (found instanceof Error ? Promise.reject(found) : Promise.resolve(found)));
  render(
    <QueryClientProvider client={queryClient}>
      <SearchPage />
    </QueryClientProvider>,
  );
  fireEvent.input(screen.getByRole("textbox"), { target: { value: words }, detail: { value: words } });
}

const customer = {
  ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳机械", grade: "A" as const, stage: "签单" },
  ...{ address: "黄埔大道 18 号", ownerNames: ["小王"] },
};
const person = { memberId: "xiaowang", name: "小王", unitId: "u3", unitName: "华南直销一队" };
const sale = {
  ...{ saleId: "s1", customerName: "海岳机械", contractNo: "HY-2026-0318", amountFen: 4_400_000 },
  ...{ signedOn: "2026-03-24", repName: "小王", state: "confirmed" as const },
};

it("shows what was found by kind, and opens it", async () => {
  searched("海岳", {
    ...nothing,
    customers: { items: [customer], hasMore: true },
    sales: { items: [sale], hasMore: false },
  });
  await waitFor(() => expect(screen.getByText("海岳机械有限公司")).toBeTruthy());
  expect(screen.getByText("还有更多，再多输几个字")).toBeTruthy();
  expect(screen.queryByText("同事")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /HY-2026-0318/ }));
  expect(open).toHaveBeenCalledWith("/pages/sales/detail/index?id=s1");
});

it("opens a colleague's month for whoever may see it", async () => {
  searched("小王", { ...nothing, people: { items: [person], hasMore: false } });
  fireEvent.click(await screen.findByRole("button", { name: /^小王/ }));
  expect(open).toHaveBeenCalledWith("/pages/team/member/index?unitId=u3&id=xiaowang&period=2026-03");
});

it("opens what is kept of a colleague for whoever looks after people", async () => {
  searched("小王", { ...nothing, people: { items: [person], hasMore: false } }, ["members.read"]);
  fireEvent.click(await screen.findByRole("button", { name: /^小王/ }));
  expect(open).toHaveBeenCalledWith("/pages/admin/members/index?id=xiaowang");
});

it("offers no colleague whose page one may not open", async () => {
  searched("小王", { ...nothing, people: { items: [person], hasMore: false } }, []);
  await waitFor(() => expect(search).toHaveBeenCalled());
  expect(screen.queryByRole("button", { name: /^小王/ })).toBeNull();
});

it.each(["目标", "mb"])("finds a page of the menu by 「%s」 at once", (words) => {
  searched(words, nothing);
  expect(screen.getByRole("button", { name: "目标" })).toBeTruthy();
});

it("opens a plan that was found by its name", async () => {
  const plan = { planId: "direct@3", name: "直销提成", version: 3, state: "published" as const };
  searched("直销", { ...nothing, plans: { items: [plan], hasMore: false } });
  fireEvent.click(await screen.findByRole("button", { name: /直销提成，第 3 版，已发布/ }));
  expect(open).toHaveBeenCalledWith("/pages/earnings/planReview/index?id=direct%403");
});

it("finds no page that one may not open", () => {
  searched("目标", nothing, []);
  expect(screen.queryByRole("button", { name: "目标" })).toBeNull();
});

it("says that nothing was found, and leads on to a new client", async () => {
  searched("某某", nothing, ["customers.create"]);
  await waitFor(() => expect(screen.getByText("没有找到「某某」")).toBeTruthy());
  fireEvent.click(screen.getByRole("button", { name: "新建客户" }));
  expect(open).toHaveBeenCalledWith("/pages/customers/edit/index");
});

it("finds own clients without a network, where nothing else was looked through", async () => {
  tellConnection(false, null);
  queryClient.setQueryData(customersKey, [
    { ...customer, sites: [], initials: "hyjx", numbers: [], phoneTails: [], owners: [] },
  ]);
  searched("hyjx", new Error("network"));
  await waitFor(() => expect(screen.getByText("海岳机械有限公司")).toBeTruthy());
  expect(screen.getByText(/没有网络，只找了手机里有的/)).toBeTruthy();
});

it("asks once for what was typed, and not for each letter of it", async () => {
  searched("海", nothing);
  const field = screen.getByRole("textbox");
  for (const words of ["海岳", "海岳机", "海岳机械"])
    fireEvent.input(field, { target: { value: words }, detail: { value: words } });
  await waitFor(() => expect(search).toHaveBeenCalled());
  expect(jest.mocked(search).mock.calls).toEqual([["海岳机械"]]);
});

it("shows nothing that was found for other words, whichever answer comes last", async () => {
  const late: (() => void)[] = [];
  searched("海岳", nothing);
  jest
    .mocked(search)
    .mockImplementation((words) =>
      words === "海岳"
        ? new Promise((resolve) => late.push(() => resolve({ ...nothing, sales: { items: [sale], hasMore: false } })))
        : Promise.resolve({ ...nothing, customers: { items: [customer], hasMore: false } }),
    );
  await waitFor(() => expect(late).toHaveLength(1));
  fireEvent.input(screen.getByRole("textbox"), { target: { value: "海岳机" }, detail: { value: "海岳机" } });
  await waitFor(() => expect(screen.getByText("海岳机械有限公司")).toBeTruthy());
  await act(async () => late[0]?.());
  expect(screen.queryByText(/HY-2026-0318/)).toBeNull();
});

it("looks no second time for an auditor without being asked, since each look is noted", async () => {
  const auditor = { ...me([]), member: { roles: ["auditor"] } };
  jest.mocked(search).mockClear();
  searched("海岳", nothing);
  jest.mocked(readMe).mockResolvedValue(auditor as never);
  act(() => void queryClient.setQueryData(meKey, auditor));
  await waitFor(() => expect(search).toHaveBeenCalledTimes(1));
  await waitFor(() => expect(document.getElementById("search-none")).toBeTruthy());
  await act(() => askAnew());
  expect(search).toHaveBeenCalledTimes(1);
});

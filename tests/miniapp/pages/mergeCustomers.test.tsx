import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { AnswerOf } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { mergeCustomers, readMergePreview, readTimeline, undoMerge } from "@/api/clients";
import { readCustomer } from "@/api/customers";
import { replace } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import CustomerDetail from "@/pages/customers/detail";
import MergeCustomers from "@/pages/customers/merge";
import { clientPage } from "../features/givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/customers");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "c1", other: "c2" }),
  usePullDown: () => undefined,
  replace: jest.fn(),
}));

const side = {
  ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳机械", grade: "B" as const, stage: "签单" },
  ...{ address: null, ownerNames: ["小王"], visitCount: 3, saleCount: 1, waitingCount: 0, hasFirstOrder: true },
  revision: 3,
};
const preview: AnswerOf<"customers.mergePreview"> = {
  kept: side,
  other: {
    ...{ ...side, customerId: "c2", name: "海岳厂", shortName: "海岳厂", ownerNames: ["小李"] },
    ...{ visitCount: 2, waitingCount: 1, revision: 5 },
  },
  sites: [
    { name: "总部", address: "科学大道 1 号", isAdded: false },
    { name: "二厂", address: "开创大道", isAdded: true },
  ],
  contacts: [],
  tags: [],
  externalIds: [],
  helperNames: ["小李"],
  ownersFrom: "2026-03-27",
  areOwnersOther: true,
  fault: null,
  undoUntil: "2026-04-02",
};

function show(page: React.ReactNode) {
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
}

beforeEach(() => {
  jest.clearAllMocks();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
  queryClient.setQueryData(["me"], { member: { memberId: "chenhao" } });
  jest.mocked(readCustomer).mockResolvedValue(clientPage({}));
  jest.mocked(readMergePreview).mockResolvedValue(preview);
  jest.mocked(readTimeline).mockResolvedValue({ items: [], nextCursor: null, otherThere: null });
});

describe("before two clients are made one", () => {
  const richer = { ...preview.other, saleCount: 5 };
  const bothWays = () =>
    jest
      .mocked(readMergePreview)
      .mockImplementation((id) =>
        Promise.resolve(
          id === "c1" ? { ...preview, other: richer } : { ...preview, kept: richer, other: preview.kept },
        ),
      );

  it("the one to which more was sold is proposed to stay, and can be turned round", async () => {
    bothWays();
    show(<MergeCustomers />);
    fireEvent.click(await screen.findByRole("button", { name: "换过来，留下「海岳机械」" }));
    expect(await screen.findByRole("button", { name: "合并成「海岳机械」" })).toBeTruthy();
  });

  it("the one that is proposed is the one that is kept", async () => {
    bothWays();
    jest.mocked(mergeCustomers).mockResolvedValue({ customerId: "c2", revision: 6 });
    show(<MergeCustomers />);
    fireEvent.click(await screen.findByRole("button", { name: "合并成「海岳厂」" }));
    await waitFor(() => expect(mergeCustomers).toHaveBeenCalledTimes(1));
    expect(jest.mocked(mergeCustomers).mock.calls).toMatchObject([["c2", { otherId: "c1" }]]);
  });

  it("what is proposed is not turned round under somebody who reads it", async () => {
    show(<MergeCustomers />);
    await screen.findByRole("button", { name: "合并成「海岳机械」" });
    bothWays();
    await act(() => queryClient.invalidateQueries());
    await act(() => new Promise((end) => void setTimeout(end, 50)));
    expect(screen.queryByRole("button", { name: "合并成「海岳机械」" })).toBeTruthy();
  });

  it("where it may only be the other way round, that way is shown", async () => {
    jest
      .mocked(readMergePreview)
      .mockImplementation((id) =>
        id === "c1"
          ? Promise.resolve({ ...preview, other: richer })
          : Promise.reject(new ApiError("right.missing", "refused")),
      );
    show(<MergeCustomers />);
    expect(await screen.findByRole("button", { name: "合并成「海岳机械」" })).toBeTruthy();
    await waitFor(() => expect(readMergePreview).toHaveBeenCalledTimes(2));
    expect(await screen.findByRole("button", { name: "合并成「海岳机械」" })).toBeTruthy();
  });

  it("each place says whether it comes or is there", async () => {
    show(<MergeCustomers />);
    expect((await screen.findByText("地点 二厂，开创大道")).closest("#goes-site-1")?.textContent).toContain("加进来");
    expect(screen.getByText("地点 总部，科学大道 1 号").closest("#goes-site-0")?.textContent).toContain("已经有了");
  });

  it("what it means for pay is said, with what waits", async () => {
    show(<MergeCustomers />);
    expect((await screen.findByText(/已经记下的拜访和销售一分不变/)).textContent).toBeTruthy();
    expect(screen.getByText("3月27日起，原来「海岳厂」新签的单也算给：小王。")).toBeTruthy();
    expect(screen.getByText("「海岳厂」还有 1 单等着确认，仍按签单那天的负责人算。")).toBeTruthy();
  });

  it("nothing is said of owners who are the same", async () => {
    jest.mocked(readMergePreview).mockResolvedValue({ ...preview, areOwnersOther: false });
    show(<MergeCustomers />);
    await screen.findByText(/已经记下的拜访和销售一分不变/);
    expect(screen.queryByText(/新签的单也算给/)).toBeNull();
  });

  it("too much for one client cannot be sent", async () => {
    jest.mocked(readMergePreview).mockResolvedValue({ ...preview, fault: "contacts" });
    show(<MergeCustomers />);
    expect(await screen.findByText(/联系人超过 20 位/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "合并成「海岳机械」" }));
    expect(mergeCustomers).not.toHaveBeenCalled();
  });

  it("the button sends both as they were seen, and leads to the one that stays", async () => {
    jest.mocked(mergeCustomers).mockResolvedValue({ customerId: "c1", revision: 6 });
    show(<MergeCustomers />);
    fireEvent.click(await screen.findByRole("button", { name: "合并成「海岳机械」" }));
    await waitFor(() => expect(replace).toHaveBeenCalledWith("/pages/customers/detail/index?id=c1"));
    expect(jest.mocked(mergeCustomers).mock.calls).toMatchObject([
      ["c1", { otherId: "c2", revision: 3, otherRevision: 5, reason: null }],
    ]);
  });

  it("what would become of them is not asked again once they are one", async () => {
    jest.mocked(mergeCustomers).mockImplementation(() => {
      // As the server says of two that are one.
      jest.mocked(readMergePreview).mockRejectedValue(new ApiError("customer.merged", "c2 has become another"));
      return Promise.resolve({ customerId: "c1", revision: 6 });
    });
    show(<MergeCustomers />);
    fireEvent.click(await screen.findByRole("button", { name: "合并成「海岳机械」" }));
    await waitFor(() => expect(replace).toHaveBeenCalledTimes(1));
    expect(readMergePreview).toHaveBeenCalledTimes(1);
    expect(readCustomer).toHaveBeenCalledTimes(2);
  });
});

it.each([
  ["to whoever may not", "right.missing", true],
  ["and not of a client that is gone", "customer.unknown", false],
] as const)("says who may merge, %s", async (_, code, isSaid) => {
  jest.mocked(readMergePreview).mockRejectedValue(new ApiError(code, "refused"));
  show(<MergeCustomers />);
  await waitFor(() => expect(document.querySelector("[role=alert], #no-right")).not.toBeNull());
  expect(screen.queryByText(/同时管着两家所有负责人/) !== null).toBe(isSaid);
});

it("a merge is undone from the client's page, after a word on what that means", async () => {
  const merged = [{ customerId: "c2", name: "海岳厂", on: "2026-03-26", byName: "陈浩", undoUntil: "2026-04-02" }];
  jest.mocked(readCustomer).mockResolvedValue(clientPage({ merged }));
  jest.mocked(undoMerge).mockResolvedValue({ customerId: "c1", revision: 7 });
  show(<CustomerDetail />);
  fireEvent.click(await screen.findByRole("button", { name: /海岳厂/ }));
  expect(screen.getByText(/合并以后新记的拜访和销售留在这里/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "撤销合并" }));
  await waitFor(() => expect(undoMerge).toHaveBeenCalledTimes(1));
  expect(jest.mocked(undoMerge).mock.calls).toMatchObject([["c1", { otherId: "c2", revision: 3 }]]);
});

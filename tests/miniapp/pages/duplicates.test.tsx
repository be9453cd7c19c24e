import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { tellConnection } from "@/api/connection";
import { decideDuplicate, readDuplicates } from "@/api/duplicates";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import DuplicatesPage from "@/pages/customers/duplicates";
import { routes } from "@/routes";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/duplicates");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
const opened: string[] = [];
const goTo = (path: string) => void opened.push(path);
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  open: (path: string) => goTo(path),
  usePullDown: () => {},
}));

const side = (customerId: string, name: string, ownerNames: string[]) => ({
  ...{ customerId, name, shortName: name.slice(0, 4), grade: "B" as const, address: "科学大道 1 号", ownerNames },
});
const pair = {
  pairId: "a~b",
  sides: [side("a", "海岳机械有限公司", ["小王"]), side("b", "海岳机械股份有限公司", [])],
  sameBy: ["nameAlike" as const, "place" as const],
  decided: null,
  revision: 3,
};

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  opened.length = 0;
  tellConnection(true, new Date());
  useSession.getState().enter({ memberId: "chenhao", language: "zh-CN", roles: ["manager"] });
  jest.mocked(decideDuplicate).mockResolvedValue({ pairId: "a~b", revision: 4 });
});
afterEach(() => queryClient.clear());

async function show(items: object[]) {
  jest.mocked(readDuplicates).mockResolvedValue({ items, nextCursor: null } as never);
  render(
    <QueryClientProvider client={queryClient}>
      <DuplicatesPage />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.querySelector("#page-duplicates")?.textContent).not.toContain("正在"));
}
const tap = (id: string) => act(async () => void fireEvent.click(document.querySelector(`[id="${id}"]`) as Element));

it("says of two clients why they may be one, whose they are and where", async () => {
  await show([pair]);
  await waitFor(() => expect(screen.getByText("名称几乎一样、在 100 米以内")).toBeTruthy());
  expect(screen.getByText("小王 负责")).toBeTruthy();
  expect(screen.getByText("没有人负责")).toBeTruthy();
});

it("shows what would become of both before they are made one", async () => {
  await show([pair]);
  await waitFor(() => expect(document.querySelector('[id="same-a~b"]')).toBeTruthy());
  await tap("same-a~b");
  expect(opened).toEqual([routes.mergeCustomers({ id: "a", other: "b" })]);
});

it("remembers that they are two, as the pair stood", async () => {
  await show([pair]);
  await waitFor(() => expect(document.querySelector('[id="different-a~b"]')).toBeTruthy());
  await tap("different-a~b");
  expect(decideDuplicate).toHaveBeenCalledWith("a~b", expect.objectContaining({ revision: 3, isDifferent: true }));
});

it("takes that back", async () => {
  await show([{ ...pair, decided: { byName: "陈浩", on: "2026-03-26" } }]);
  await waitFor(() => expect(document.querySelector('[id="undo-a~b"]')).toBeTruthy());
  await tap("undo-a~b");
  expect(decideDuplicate).toHaveBeenCalledWith("a~b", expect.objectContaining({ isDifferent: false }));
});

it("where there is none says so", async () => {
  await show([]);
  await waitFor(() => expect(screen.getByText("没有像是重复的客户")).toBeTruthy());
});

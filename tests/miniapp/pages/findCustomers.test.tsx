import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { AnswerOf } from "@shared/contracts";
import { findCustomers } from "@/api/clients";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import FindCustomers from "@/pages/customers/list";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));

type Page = AnswerOf<"customers.find">;

const client = (customerId: string, name: string): Page["items"][number] => ({
  ...{ customerId, name, shortName: name, grade: "A", stage: "签单", address: null },
  ownerNames: ["小王"],
});

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
});
afterEach(() => queryClient.clear());

const search = (pages: Record<string, Page>) => {
  jest.mocked(findCustomers).mockImplementation(({ cursor }) => {
    const page = pages[cursor ?? "first"];
    return page ? Promise.resolve(page) : Promise.reject(new Error(`no page ${cursor}`));
  });
  render(
    <QueryClientProvider client={queryClient}>
      <FindCustomers />
    </QueryClientProvider>,
  );
  fireEvent.input(screen.getByRole("textbox"), { target: { value: "连锁" }, detail: { value: "连锁" } });
};

it("says that not all of very many were looked through, and goes on with one tap", async () => {
  search({
    first: { items: [], nextCursor: "+on", isCut: true },
    "+on": { items: [client("c1", "连锁一店")], nextCursor: null },
  });
  await waitFor(() => expect(screen.getByText("看过的里面还没有，没有看完")).toBeTruthy());
  expect(screen.queryByText("没有找到这家客户")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "接着找" }));
  await waitFor(() => expect(screen.getByText("连锁一店")).toBeTruthy());
  expect(screen.queryByText(/没有看完/)).toBeNull();
});

it("calls the way to more of a full list what it is", async () => {
  search({ first: { items: [client("c1", "连锁一店")], nextCursor: "c1" } });
  await waitFor(() => expect(screen.getByText("连锁一店")).toBeTruthy());
  expect(screen.queryByText(/没有看完/)).toBeNull();
  expect(screen.getByRole("button", { name: "看更早的" })).toBeTruthy();
});

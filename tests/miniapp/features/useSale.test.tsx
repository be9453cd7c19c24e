import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import type { AnswerOf } from "@shared/contracts";
import { readSale } from "@/api/sales";
import { queryClient } from "@/features/query/queryClient";
import { useSale } from "@/features/sales/useSale";
import { useSession } from "@/features/session/sessionStore";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sales", () => ({ readSale: jest.fn() }));

type SaleRead = AnswerOf<"sales.read">;

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

beforeEach(() => {
  jest.useFakeTimers();
  clearStorage();
  queryClient.clear();
});
afterEach(() => {
  queryClient.clear();
  jest.useRealTimers();
});

/** How often a sale of 小王 is read while somebody's phone lies open on it for two hours. */
async function readsIn2h(memberId: string, { mayDecide = false, visitsOf = [] as string[] } = {}): Promise<number> {
  useSession.setState({ phase: "in", memberId });
  const sale = { saleId: "s", rep: { memberId: "xiaowang", name: "小王" }, mayDecide };
  const footsteps = visitsOf.map((of) => ({ memberId: of }));
  const read = jest.mocked(readSale).mockReset();
  read.mockImplementation(() => Promise.resolve({ sale, footsteps } as unknown as SaleRead));
  renderHook(() => useSale("s"), { wrapper });
  await act(() => jest.advanceTimersByTimeAsync(2 * 3_600_000));
  return read.mock.calls.length;
}

it("looks once at a colleague's visits while the page lies open", async () => {
  expect(await readsIn2h("chenhao", { mayDecide: true, visitsOf: ["xiaowang"] })).toBe(1);
});

it("looks once at what the other owner of a shared client did", async () => {
  expect(await readsIn2h("xiaowang", { visitsOf: ["xiaowang", "liwei"] })).toBe(1);
});

it("is one look of an auditor, also where no visit is behind it", async () => {
  expect(await readsIn2h("auditor")).toBe(1);
});

it("stays fresh where nobody is looked at", async () => {
  expect(await readsIn2h("xiaowang", { visitsOf: ["xiaowang"] })).toBeGreaterThan(100);
});

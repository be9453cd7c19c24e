import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { readPins } from "@/api/pins";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import Pins from "@/pages/team/pins";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/pins");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePullDown: () => undefined,
}));

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Pins />
    </QueryClientProvider>,
  );

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
});
afterEach(() => queryClient.clear());

it("goes on where the first ones that wait are all others' to decide", async () => {
  jest.mocked(readPins).mockResolvedValue({ items: [], nextCursor: "2026-03-26~pin-50" });
  show();
  await waitFor(() => expect(screen.getByRole("button", { name: "看更早的" })).toBeTruthy());
});

it("says that nothing waits only where that is so", async () => {
  jest.mocked(readPins).mockResolvedValue({ items: [], nextCursor: null });
  show();
  await waitFor(() => expect(document.querySelector("#page-pins .state-text")?.textContent).toBeTruthy());
  expect(screen.queryByRole("button", { name: "看更早的" })).toBeNull();
});

import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { decidePins, readPins } from "@/api/pins";
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

const pin = {
  ...{ proposalId: "p", customerId: "c", customerName: "海岳机械", siteId: "s", siteName: "总部", address: "天河区" },
  ...{ byName: "小王", source: "typed" as const, note: null, from: null, to: { latDeg: 23.13, lngDeg: 113.26 } },
  ...{ movedM: null, accuracyM: null, radiusM: 200, askedAt: "2026-03-26T02:02:00.000Z", revision: 1 },
};

it("says where the new position is, on a phone without a map", async () => {
  jest.mocked(readPins).mockResolvedValue({ items: [pin], nextCursor: null });
  show();
  await waitFor(() => expect(screen.getByText("新位置：北纬 23.130000，东经 113.260000")).toBeTruthy());
});

it("says of one that was taken on the spot how exactly, when, and how far from where the pin was", async () => {
  const taken = { source: "taken" as const, accuracyM: 12, takenAt: "2026-03-26T00:40:00.000Z", movedM: 230 };
  jest.mocked(readPins).mockResolvedValue({ items: [{ ...pin, ...taken }], nextCursor: null });
  show();
  await waitFor(() => expect(screen.getByText("位置是在现场定的，打卡先按它算")).toBeTruthy());
  const words = document.body.textContent ?? "";
  expect(words).toMatch(/比原来的位置移动 230\s米/);
  expect(words).toMatch(/定位误差 12\s米/);
  expect(words).toMatch(/3月26日\s08:40 定的位/);
  expect(words).not.toContain("位置是填的");
});

it("says how far from it people stood at the place when they last were there", async () => {
  const stoodAt = { count: 5, nearestM: 12, middleM: 40 };
  jest.mocked(readPins).mockResolvedValue({ items: [{ ...pin, stoodAt }], nextCursor: null });
  show();
  await waitFor(() =>
    expect(document.body.textContent).toMatch(/最近 5 次在这里打卡，离它最近 12\s米，一半在 40\s米以内/),
  );
});

it("says what was confirmed, also where nothing waits any more, and how it is put right", async () => {
  jest.mocked(readPins).mockResolvedValueOnce({ items: [pin], nextCursor: null });
  jest.mocked(readPins).mockResolvedValue({ items: [], nextCursor: null });
  jest.mocked(decidePins).mockResolvedValue({ items: [{ proposalId: "p", outcome: "decided" }] });
  show();
  fireEvent.click(await screen.findByRole("button", { name: /^选这个/ }));
  fireEvent.click(screen.getByRole("button", { name: "确认选中的 1 个" }));
  await waitFor(() => expect(document.querySelector("#pins-done")?.textContent).toContain("已确认：海岳机械"));
  expect(document.querySelector("#pins-done")?.textContent).toContain("在客户资料的「地点」里改回原来的");
});

it("shows in which direction from the old position the new one lies", async () => {
  const from = { latDeg: 23.129, lngDeg: 113.259 };
  jest.mocked(readPins).mockResolvedValue({ items: [{ ...pin, from, movedM: 151 }], nextCursor: null });
  show();
  await waitFor(() => expect(screen.getByText(/新位置在原来位置的东北方向，相距 151.米/)).toBeTruthy());
  const at = (mark: string) => {
    const { left, top } = document.querySelector<HTMLElement>(`.pin-at-${mark}`)?.style ?? {};
    return [parseFloat(left ?? ""), parseFloat(top ?? "")].map(Math.round);
  };
  // The new one is up and to the right of the old one.
  const [[oldX = 0, oldY = 0], [newX = 0, newY = 0]] = [at("from"), at("to")];
  expect([newX > oldX, newY < oldY, oldX + newX, oldY + newY]).toEqual([true, true, 100, 100]);
});

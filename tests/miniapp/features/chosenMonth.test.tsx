import { act, renderHook } from "@testing-library/react";
import {
  chooseMonth,
  openMonth,
  useChosenMonth,
  useLastMonth,
  useMonthOfAddress,
} from "@/features/earnings/chosenMonth";
import { openMessage } from "@/features/notices/openMessage";
import { useBusinessDay } from "@/features/time";
import { open } from "@/platform/navigation";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/navigation");
jest.mock("@/features/time", () => ({ useBusinessDay: jest.fn() }));

it.each([
  ["2026-04-01", "2026-03"],
  ["2026-04-10", "2026-03"],
  ["2026-04-11", ""],
  ["2026-01-02", "2025-12"],
  ["", ""],
])("on %s people look for %s", (day, month) => {
  jest.mocked(useBusinessDay).mockReturnValue(day);
  expect(renderHook(() => useLastMonth()).result.current).toBe(month);
});

it("shows the month that was chosen on another tab, on the page that it was chosen for", () => {
  const { result } = renderHook(() => ({ money: useChosenMonth("money"), team: useChosenMonth("team") }));
  act(() => chooseMonth("money", "2026-03"));
  expect(result.current).toEqual({ money: "2026-03", team: null });
  act(() => chooseMonth("money", null));
  expect(result.current).toEqual({ money: null, team: null });
});

describe("收入 opens at the month of what was tapped, whichever was looked at last", () => {
  const shown = () => renderHook(() => useChosenMonth("money")).result.current;
  beforeEach(() => act(() => chooseMonth("money", "2026-01")));

  it("the present one from 今日", () => {
    act(() => openMonth("money", null));
    expect([shown(), jest.mocked(open).mock.lastCall]).toEqual([null, ["/pages/tabs/money/index"]]);
  });

  it.each([
    ["/pages/tabs/money/index?period=2026-02&notice=n1", "2026-02"],
    ["/pages/tabs/money/index?notice=n1", null],
  ])("that of a message in the list, %s", (path, month) => {
    act(() => openMessage(path));
    expect(shown()).toBe(month);
  });

  it.each([
    [{ period: "2026-02", notice: "n1" }, "2026-02"],
    [{ notice: "n1" }, null],
    [{}, "2026-01"],
  ])("that of a card, by its address with %j", (params, month) => {
    renderHook(() => useMonthOfAddress("money", params as Record<string, string>));
    expect(shown()).toBe(month);
  });
});

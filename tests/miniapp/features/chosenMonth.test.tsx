import { act, renderHook } from "@testing-library/react";
import { chooseMonth, useChosenMonth, useLastMonth } from "@/features/earnings/chosenMonth";
import { useBusinessDay } from "@/features/time";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
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

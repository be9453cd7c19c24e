import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { readVisitWeek } from "@/api/visitTargets";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { useBusinessDay } from "@/features/time";
import { useVisitWeek } from "@/features/visits/useVisitTarget";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/visitTargets");
jest.mock("@/features/time", () => ({ ...jest.requireActual<object>("@/features/time"), useBusinessDay: jest.fn() }));

const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);
const week = { from: "2026-03-23", to: "2026-03-29", done: 9, target: 10, isBehind: false };

async function shownOn(day: string) {
  jest.mocked(useBusinessDay).mockReturnValue(day);
  const { result } = renderHook(() => useVisitWeek(), { wrapper });
  await waitFor(() => expect(result.current.state).toBe("ready"));
  return result.current.data;
}

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.mocked(readVisitWeek).mockResolvedValue(week);
});
afterEach(() => queryClient.clear());

it("is shown until its last day", async () => {
  expect(await shownOn("2026-03-29")).toEqual(week);
});

it("is not shown as this week's once it is over, where this phone has heard nothing newer", async () => {
  expect(await shownOn("2026-03-30")).toBeUndefined();
});

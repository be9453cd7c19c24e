import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { tellConnection } from "@/api/connection";
import type { Shape } from "@/api/shape";
import { shownSinceMs } from "@/features/query/answerTimes";
import { queryClient } from "@/features/query/queryClient";
import { useApiQuery } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { readStored, store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

const page = { show: () => {}, hide: () => {} };
jest.mock("@tarojs/taro", () => ({
  __esModule: true,
  ...jest.requireActual<object>("../../support/fakeTaro"),
  useDidShow: (told: () => void) => void (page.show = told),
  useDidHide: (told: () => void) => void (page.hide = told),
}));

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
const shape: Shape = { fields: { doneFen: "whole" } };
const at = (time: string) => new Date(`2026-03-26T${time}:00+08:00`);
const name = "copy:xiaowang:month";

let doneFen = 0;
/** The server answers at this time from now on. */
const answers = (time: string, fen: number) => {
  doneFen = fen;
  tellConnection(true, at(time));
};
const shownAt = () => shownSinceMs();
const month = (followsCommands: boolean) =>
  renderHook(() => useApiQuery(["month"], () => Promise.resolve({ doneFen }), { keep: shape, followsCommands }), {
    wrapper,
  }).result;

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
});

it("says of when a page's figures are that lay behind others, not when the server answered others", async () => {
  answers("09:12", 0);
  const result = month(false);
  await waitFor(() => expect(result.current.data).toEqual({ doneFen: 0 }));
  expect(shownAt()).toBe(at("09:12").getTime());
  act(() => page.hide());
  expect(shownAt()).toBeUndefined();
  tellConnection(true, at("09:41"));
  tellConnection(false, null);
  act(() => page.show());
  expect(shownAt()).toBe(at("09:12").getTime());
});

it("keeps a copy with its time", async () => {
  answers("09:12", 0);
  const result = month(false);
  await waitFor(() => expect(result.current.data).toEqual({ doneFen: 0 }));
  expect(readStored(name)).toMatchObject({ answeredAt: at("09:12").toISOString() });
});

it("says a copy's own time after a new start", () => {
  store(name, { of: "xiaowang", version: 1, answeredAt: at("09:12").toISOString(), data: { doneFen: 0 } });
  tellConnection(true, at("09:41"));
  renderHook(() => useApiQuery(["month"], () => new Promise<{ doneFen: number }>(() => {}), { keep: shape }), {
    wrapper,
  });
  expect(shownAt()).toBe(at("09:12").getTime());
});

it("says no time where nobody knows it", () => {
  store(name, { of: "xiaowang", version: 1, data: { doneFen: 0 } });
  renderHook(() => useApiQuery(["month"], () => new Promise<{ doneFen: number }>(() => {}), { keep: shape }), {
    wrapper,
  });
  expect(shownAt()).toBeNull();
});

it("keeps what a command has changed while the page lies behind others", async () => {
  answers("09:12", 0);
  const result = month(true);
  await waitFor(() => expect(result.current.data).toEqual({ doneFen: 0 }));
  act(() => page.hide());
  answers("09:41", 45_000);
  // As every command does in the end.
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(readStored(name)).toMatchObject({ data: { doneFen: 45_000 } }));
  act(() => page.show());
  expect(shownAt()).toBe(at("09:41").getTime());
});

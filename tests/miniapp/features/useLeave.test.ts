import { answerShapes } from "@/api/answerShapes";
import { readMe } from "@/api/me";
import { act, renderHook, waitFor } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { signOut } from "@/api/auth";
import { ApiError } from "@/api/apiError";
import { tellConnection } from "@/api/connection";
import { useApiQuery } from "@/features/query/useApiQuery";
import { queryClient } from "@/features/query/queryClient";
import { isLeaving, isReaderKnown, useSession } from "@/features/session/sessionStore";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSettings } from "@/features/settings/settingsStore";
import { leaveActions, unsent } from "@/features/session/useLeave";
import { useFix } from "@/features/location/useFix";
import { restartAt } from "@/platform/navigation";
import { readStored, store, storedNames } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/auth");
jest.mock("@/api/me");
jest.mock("@/api/sync");
jest.mock("@/platform/navigation");

const told = jest.mocked(signOut);
const env = process.env.TARO_ENV;

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  told.mockResolvedValue(undefined);
  jest.mocked(readMe).mockReturnValue(new Promise(() => undefined));
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  store("session:token", "t0");
  store("copy:xiaowang:statements:2026-03", { totals: { earnedFen: 77_777_700 } });
  store("draft:xiaowang:visit:c1", { record: "客户说" });
  store("draft:xiaoli:sale", { amount: "1" });
  store("setting:purpose:xiaowang:c1", "samples");
  useSettings.getState().choose({ theme: "dark", role: "manager" });
  queryClient.setQueryData(["statements", "2026-03"], { totals: {} });
  useFix.setState({
    taken: { fix: { latDeg: 23, lngDeg: 113, accuracyM: 9, kind: "live" }, takenAt: { countedMs: 1, wallMs: 1 } },
  });
});
afterEach(() => {
  process.env.TARO_ENV = env;
});

const settled = () => act(() => Promise.resolve());

describe("signing out", () => {
  it("leaves nothing of anybody on the phone, but how it looks", () => {
    leaveActions.signOut();
    expect(storedNames()).toEqual(["setting:all"]);
    expect(readStored("setting:all")).toMatchObject({ theme: "dark", role: null });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    expect(useFix.getState().taken).toBeNull();
    expect(useSession.getState()).toMatchObject({ phase: "out", memberId: null, remembered: null });
  });

  it("stands at the entrance without waiting for the server", () => {
    told.mockReturnValue(new Promise(() => undefined));
    leaveActions.signOut();
    expect(restartAt).toHaveBeenCalledWith("/pages/auth/enter/index?reason=signedOut");
  });

  it("knows how much was not sent, to ask before", () => {
    expect(unsent()).toEqual({ queued: 0, drafts: 2 });
  });

  it("leaves nothing unsent behind", () => {
    leaveActions.signOut();
    expect(unsent()).toEqual({ queued: 0, drafts: 0 });
  });

  describe("with something that has not arrived", () => {
    const waiting = (owner: string, draft: string | null) => ({
      commandId: `c-${owner}`,
      kind: "visits.record",
      body: {},
      owner,
      draft,
    });
    const kept = () => storedNames().filter((name) => /^(q|draft):/.test(name));
    beforeEach(() => {
      store("q:0000000001:c-xiaowang", waiting("xiaowang", "draft:xiaowang:visit:c1"));
      store("q:0000000002:c-xiaoli", waiting("xiaoli", null));
      act(() => void commandQueue.sendNow());
    });

    it("says how much that is, a draft that was sent off not counted twice", () => {
      expect(unsent()).toEqual({ queued: 1, drafts: 1 });
    });

    it("keeps it where the person wants to, hidden until they are back, and what waits of others in every case", () => {
      leaveActions.signOut(true);
      expect(kept().sort()).toEqual(["draft:xiaowang:visit:c1", "q:0000000001:c-xiaowang", "q:0000000002:c-xiaoli"]);
      expect(commandQueue.list()).toEqual([]);
      useSession.getState().enter({ memberId: "xiaoli", language: "zh-CN", roles: ["rep"] });
      expect(commandQueue.list().map(({ commandId }) => commandId)).toEqual(["c-xiaoli"]);
    });

    it("deletes it where the person says so, and nothing of others", () => {
      leaveActions.switchPerson();
      expect(kept()).toEqual(["q:0000000002:c-xiaoli"]);
    });
  });

  it("is remembered in a browser until the server has heard of it, since its cookie is still there", async () => {
    process.env.TARO_ENV = "h5";
    told.mockRejectedValue(new ApiError("network", "offline"));
    leaveActions.switchPerson();
    await settled();
    expect(isLeaving()).toBe(true);
    told.mockResolvedValue(undefined);
    leaveActions.switchPerson();
    await settled();
    expect(isLeaving()).toBe(false);
  });
});

describe("what is kept is drawn only once it is known who reads", () => {
  const now = 1_000_000_000_000;
  const hours = (count: number) => count * 3_600_000;
  const last = (knownAtMs: number) => ({
    phase: "unknown" as const,
    memberId: "xiaowang",
    remembered: { memberId: "xiaowang", language: "zh-CN" as const, roles: [], knownAtMs },
  });

  it.each([
    ["the server has just said who I am", { ...last(0), phase: "in" as const }, true, true],
    ["the server has not answered yet, however long it takes", last(now - hours(1)), true, false],
    ["there is no network, and I was in an hour ago", last(now - hours(1)), false, true],
    ["there is no network, and the session must be over", last(now - hours(12)), false, false],
    ["there is no network, and the server had ended my session", last(0), false, false],
    ["the phone's clock was set back", last(now + hours(1)), false, false],
    ["I have signed out", { phase: "out" as const, memberId: null, remembered: null }, false, false],
    ["there is a new session of nobody yet", { ...last(now), memberId: null }, false, false],
  ])("%s", (_when, session, isReached, known) => {
    expect(isReaderKnown(session, isReached, now)).toBe(known);
  });

  it("what a page asks for, as soon as the server has said who I am, also where the page does not ask that itself", async () => {
    const wrapper = ({ children }: { children: ReactNode }) =>
      createElement(QueryClientProvider, { client: queryClient }, children);
    useSession.setState(last(Date.now()));
    jest.mocked(readMe).mockResolvedValue({ member: { memberId: "xiaowang" } } as Awaited<ReturnType<typeof readMe>>);
    const { result } = renderHook(() => useApiQuery(["looks"], () => Promise.resolve({ items: [] })), { wrapper });
    await waitFor(() => expect(readMe).toHaveBeenCalled());
    expect(result.current.data).toBeUndefined();
    act(() => useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: [] }));
    expect(result.current.data).toEqual({ items: [] });
  });

  it("a copy, with a server that is slow to say that the session is over", () => {
    const wrapper = ({ children }: { children: ReactNode }) =>
      createElement(QueryClientProvider, { client: queryClient }, children);
    useSession.setState({ ...last(Date.now() - hours(1)), memberId: "xiaowang" });
    store("copy:xiaowang:month", { of: "xiaowang", version: 1, data: { administratorNames: ["周敏"] } });
    const { result } = renderHook(
      () => useApiQuery(["month"], () => new Promise<object>(() => undefined), { keep: answerShapes["auth.helpers"] }),
      {
        wrapper,
      },
    );
    expect(result.current).toMatchObject({ data: undefined, state: "loading" });
    act(() => tellConnection(false, null));
    expect(result.current).toMatchObject({ data: { administratorNames: ["周敏"] }, isCopy: true });
    act(() => useSession.getState().leave());
    expect(result.current.data).toBeUndefined();
    act(() => tellConnection(true, new Date()));
  });

  it("forgets with the end of a session when it was known last", () => {
    useSession.getState().leave();
    expect(readStored("session:who")).toMatchObject({ memberId: "xiaowang", knownAtMs: 0 });
  });
});

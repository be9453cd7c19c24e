import { answerShapes } from "@/api/answerShapes";
import { readMe } from "@/api/me";
import { act, renderHook, waitFor } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { signOut } from "@/api/auth";
import type { CheckInView } from "@shared/contracts";
import { sendKept } from "@/api/sync";
import { ApiError } from "@/api/apiError";
import { tellConnection } from "@/api/connection";
import { showTapped, takeTapped } from "@/features/checkIns/tappedElsewhere";
import { newId } from "@/platform/newId";
import { keptHere } from "@/features/session/keptHere";
import { meKey, useApiQuery } from "@/features/query/useApiQuery";
import { queryClient } from "@/features/query/queryClient";
import { isLeaving, isReaderKnown, useSession } from "@/features/session/sessionStore";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSettings } from "@/features/settings/settingsStore";
import { leaveActions, unsent } from "@/features/session/useLeave";
import { useFix } from "@/features/location/useFix";
import { restartAt } from "@/platform/navigation";
import * as photoFiles from "@/platform/photoFiles";
import { readStored, store, storedNames } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/auth");
jest.mock("@/api/me");
jest.mock("@/api/sync");
jest.mock("@/platform/navigation");
jest.mock("@/platform/photoFiles");
// As in the mini-program, where there are no other tabs: what is to be sent goes at once.
jest.mock("@/platform/otherTabs", () => jest.requireActual<object>("../../../miniapp/platform/otherTabs/index.weapp"));

const told = jest.mocked(signOut);
const env = process.env.TARO_ENV;

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  told.mockResolvedValue(undefined);
  jest.mocked(photoFiles.photoFileNames).mockResolvedValue([]);
  jest.mocked(photoFiles.removePhotoFile).mockResolvedValue();
  jest.mocked(readMe).mockReturnValue(new Promise(() => undefined));
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  store("session:token", "t0");
  store("copy:xiaowang:statements:2026-03", { totals: { earnedFen: 77_777_700 } });
  store("draft:xiaowang:visit:c1", { record: "客户说", draftAbout: "海岳机械" });
  store("draft:xiaowang:place", { key: "c1", on: "2026-03-26" });
  store("draft:xiaoli:sale:new", { amount: "1" });
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
  it("leaves nothing of the person on the phone, but how it looks", () => {
    leaveActions.signOut();
    expect(storedNames()).toEqual(["draft:xiaoli:sale:new", "setting:all"]);
    expect(readStored("setting:all")).toMatchObject({ theme: "dark", role: null });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    expect(useFix.getState().taken).toBeNull();
    expect(useSession.getState()).toMatchObject({ phase: "out", memberId: null, remembered: null });
  });

  it("leaves no photo or recording behind, whether a form names it or not, but what waits of somebody else", async () => {
    store("draft:xiaowang:visit:c2", { files: { shelf: [{ fileId: "mine" }] } });
    store("draft:xiaoli:visit:c3", { files: { shelf: [{ fileId: "theirs" }] } });
    const taken = newId();
    jest.mocked(photoFiles.photoFileNames).mockResolvedValue(["mine", taken, "theirs"]);
    leaveActions.signOut();
    await settled();
    expect(jest.mocked(photoFiles.removePhotoFile).mock.calls.flat().sort()).toEqual([taken, "mine"].sort());
  });

  it("shows nobody after them what they have tapped last", () => {
    const tapped = {
      checkIn: { checkInId: "xiaowang:c1", customerName: "海岳机械" } as CheckInView,
      kept: "arrived",
    } as const;
    showTapped(tapped);
    expect(takeTapped()).toBe(tapped);
    showTapped(tapped);
    leaveActions.signOut();
    expect(takeTapped()).toBeNull();
    // Its answer came after they had gone.
    showTapped(tapped);
    expect(takeTapped()).toBeNull();
  });

  it("stands at the entrance without waiting for the server", () => {
    told.mockReturnValue(new Promise(() => undefined));
    leaveActions.signOut();
    expect(restartAt).toHaveBeenCalledWith("/pages/auth/enter/index?reason=signedOut");
  });

  it("knows by name what was not sent, to ask before", () => {
    const draft = { key: "draft:xiaowang:visit:c1", kind: "visit", about: "海岳机械" };
    expect(unsent()).toEqual({ queued: [], drafts: [draft], tapAt: null });
  });

  it("leaves nothing unsent behind", () => {
    leaveActions.signOut();
    expect(unsent()).toBeNull();
  });

  it("says at the entrance that nothing is kept where nothing is", () => {
    leaveActions.signOut();
    expect(keptHere()).toEqual({ mine: null, others: [] });
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
      store("draft:xiaoli:visit:c2", { record: "小李写的" });
      store("q:0000000002:c-xiaoli", waiting("xiaoli", "draft:xiaoli:visit:c2"));
      queryClient.setQueryData(meKey, { member: { memberId: "xiaowang", name: "王磊" } });
      act(() => void commandQueue.sendNow());
    });

    it("says how much that is, a draft that was sent off not counted twice", () => {
      expect(unsent()).toMatchObject({ queued: [{ commandId: "c-xiaowang" }], drafts: [] });
    });

    it("keeps it where the person wants to, hidden until they are back, and what waits of others in every case", () => {
      leaveActions.signOut(true);
      expect(kept().sort()).toEqual([
        "draft:xiaoli:sale:new",
        "draft:xiaoli:visit:c2",
        "draft:xiaowang:visit:c1",
        "q:0000000001:c-xiaowang",
        "q:0000000002:c-xiaoli",
      ]);
      expect(commandQueue.list()).toEqual([]);
      useSession.getState().enter({ memberId: "xiaoli", language: "zh-CN", roles: ["rep"] });
      expect(commandQueue.list().map(({ commandId }) => commandId)).toEqual(["c-xiaoli"]);
    });

    it("deletes it where the person says so, and nothing of others", () => {
      leaveActions.switchPerson();
      expect(kept().sort()).toEqual(["draft:xiaoli:sale:new", "draft:xiaoli:visit:c2", "q:0000000002:c-xiaoli"]);
    });

    it("sends nothing of what it deletes, not even what waits behind another one", async () => {
      const sent = jest.mocked(sendKept).mockRejectedValue(new ApiError("network", "offline"));
      const inLane = { ...waiting("xiaowang", null), lane: "haiyue", state: "waiting" };
      store("q:0000000001:c-xiaowang", inLane);
      await act(() => commandQueue.sendNow());
      store("q:0000000003:c-behind", { ...inLane, commandId: "c-behind" });
      const sentBefore = sent.mock.calls.length;
      leaveActions.signOut();
      await act(() => commandQueue.sendNow());
      expect([sentBefore > 0, sent.mock.calls.length]).toEqual([true, sentBefore]);
    });

    it("is named at the entrance: what, and of whom", () => {
      leaveActions.signOut(true);
      const one = [["visits.record", 1]];
      expect(keptHere()).toEqual({
        mine: { memberId: "xiaowang", name: "王磊", kinds: one },
        others: [{ memberId: "xiaoli", name: null, kinds: one }],
      });
      useSession.getState().enter({ memberId: "xiaoli", language: "zh-CN", roles: ["rep"] });
      queryClient.setQueryData(meKey, { member: { memberId: "xiaoli", name: "李娜" } });
      leaveActions.signOut(true);
      expect(keptHere()).toMatchObject({ mine: { name: "李娜" }, others: [{ name: "王磊" }] });
    });

    it("is no longer named where the person has it deleted", () => {
      leaveActions.signOut();
      expect(keptHere()).toMatchObject({ mine: null, others: [{ memberId: "xiaoli" }] });
      expect(readStored("session:left")).not.toMatchObject({ memberId: "xiaowang" });
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

import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { answerShapes, paths } from "@/api/answerShapes";
import { caller } from "@/api/http";
import { useDraft } from "@/features/draft/useDraft";
import { useFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { useApiQuery } from "@/features/query/useApiQuery";
import { watchReader } from "@/features/session/otherReader";
import { useSession } from "@/features/session/sessionStore";
import { presentPath, restartAt } from "@/platform/navigation";
import { readStored, store, storedNames } from "@/platform/storage";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

/* A browser has one session, and this is the tab of whoever was here before. */

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/navigation");
jest.mock("@/platform/otherTabs", () => jest.requireActual<object>("../../../miniapp/platform/otherTabs/index.h5"));

const call = caller({ shapes: answerShapes, paths });
const entrance = "/pages/auth/enter/index";
const who = (memberId: string) => ({ memberId, language: "zh-CN" as const, roles: ["rep"] });
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

/** 小李 comes in, in another tab, which writes down who is here. */
function comeInElsewhere(memberId: string): void {
  store("session:who", { ...who(memberId), knownAtMs: Date.now() });
  const event = new StorageEvent("storage", { key: "session:who", storageArea: window.localStorage });
  act(() => void window.dispatchEvent(event));
}

/** What the server answers to the session that the browser has by now. */
function answersTo(memberId: string): void {
  const header = { "X-Server-Now": "2026-03-26T01:00:00.000Z", "X-Member-Id": memberId };
  const data = { administratorNames: ["只有小李能看的"] };
  jest.spyOn(fakeTaro, "request").mockResolvedValue({ statusCode: 200, header, data });
}

beforeAll(watchReader);
beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  store("session:token", "t0");
  useSession.getState().enter(who("xiaowang"));
  store("copy:xiaowang:month", { of: "xiaowang", version: 1, data: { administratorNames: ["周敏"] } });
  store("draft:xiaowang:sale:new", { amount: "12" });
  queryClient.setQueryData(["month"], { administratorNames: ["周敏"] });
  const fix = { latDeg: 23, lngDeg: 113, accuracyM: 9, kind: "live" } as const;
  useFix.setState({ taken: { fix, takenAt: { countedMs: 1, wallMs: 1 } } });
});
afterEach(() => jest.restoreAllMocks());

describe("where the next person comes in by another tab", () => {
  it("nothing that was read or located for the one before stays", () => {
    comeInElsewhere("xiaoli");
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    expect(useFix.getState().taken).toBeNull();
    expect(storedNames().filter((name) => name.startsWith("copy:"))).toEqual([]);
  });

  it("this tab begins anew, and asks who is here", () => {
    comeInElsewhere("xiaoli");
    expect(useSession.getState()).toMatchObject({ phase: "out", memberId: null, remembered: null });
    expect(restartAt).toHaveBeenCalledWith(entrance);
  });

  it("that person stays remembered, for the next start", () => {
    comeInElsewhere("xiaoli");
    expect(readStored("session:who")).toMatchObject({ memberId: "xiaoli" });
  });

  it("what was being typed waits for its writer, and for nobody else", () => {
    const { result, unmount } = renderHook(() => useDraft("sale:new", () => ({ amount: "" })));
    act(() => result.current.change({ amount: "34" }));
    comeInElsewhere("xiaoli");
    unmount();
    const drafts = storedNames().filter((name) => name.startsWith("draft:"));
    expect(drafts.map((name) => [name, readStored(name)])).toEqual([["draft:xiaowang:sale:new", { amount: "34" }]]);
  });

  it("the same person in another tab changes nothing", () => {
    comeInElsewhere("xiaowang");
    expect(restartAt).not.toHaveBeenCalled();
    expect(useSession.getState().phase).toBe("in");
  });
});

describe("where the session is the next person's before this tab has heard of them", () => {
  const useMonth = () =>
    useApiQuery(["month"], () => call("auth.helpers", {}), { keep: answerShapes["auth.helpers"], everyMs: 10 });

  it("nothing that is answered to them is kept or drawn under the name of the one before", async () => {
    answersTo("xiaoli");
    const { result } = renderHook(useMonth, { wrapper });
    await waitFor(() => expect(restartAt).toHaveBeenCalledWith(entrance));
    expect(result.current.data).toBeUndefined();
    const kept = storedNames().map((name) => JSON.stringify(readStored(name)));
    expect(kept.join()).not.toContain("只有小李能看的");
    expect(
      JSON.stringify(
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.data),
      ),
    ).not.toContain("小李");
  });

  it("a page that was opened from a message opens for whoever is here", async () => {
    useSession.setState({ phase: "unknown" });
    jest.mocked(presentPath).mockReturnValue("/pages/sales/detail/index?id=s1");
    answersTo("xiaoli");
    await call("auth.helpers", {}).catch(() => {});
    const returnTo = encodeURIComponent("/pages/sales/detail/index?id=s1");
    expect(restartAt).toHaveBeenCalledWith(`${entrance}?returnTo=${returnTo}`);
  });
});

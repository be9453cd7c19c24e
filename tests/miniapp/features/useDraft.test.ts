import { act, renderHook } from "@testing-library/react";
import { takeDraft, useDraft } from "@/features/draft/useDraft";
import { useSession } from "@/features/session/sessionStore";
import { forget, storedNames, store } from "@/platform/storage";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

interface Form {
  record: string;
  purpose: string;
}
const empty = (): Form => ({ record: "", purpose: "followUp" });

beforeEach(() => {
  jest.useFakeTimers();
  // What an earlier phone had no room for lasts while the program runs.
  for (const name of storedNames()) forget(name);
  clearStorage();
  useSession.setState({ memberId: "xiaowang" });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it("saves a second after the last key, not at every key", () => {
  const { result } = renderHook(() => useDraft("visit:c1", empty));
  act(() => result.current.change({ record: "关" }));
  act(() => jest.advanceTimersByTime(900));
  act(() => result.current.change({ record: "关注" }));
  act(() => jest.advanceTimersByTime(900));
  expect(result.current.savedAt).toBeNull();
  act(() => jest.advanceTimersByTime(100));
  expect(result.current.savedAt).toMatch(/^\d\d:\d\d$/);
});

it("is there again after the program was killed", () => {
  const first = renderHook(() => useDraft("visit:c1", empty));
  act(() => first.result.current.change({ record: "关注导出", purpose: "samples" }));
  // Going away saves what the second had not saved yet.
  first.unmount();
  const second = renderHook(() => useDraft("visit:c1", empty));
  expect(second.result.current.form).toEqual({ record: "关注导出", purpose: "samples" });
});

describe("what an earlier version kept in another way", () => {
  const name = "draft:xiaowang:visit:c1";
  const old = {
    ...{ record: { text: "关注导出", at: "2026-03-26T01:00:00.000Z" }, purpose: "samples", draftAbout: "海岳机械" },
    ...{ needs: ["要夜班数据", 3], commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b03", isNew: true, blank: "" },
  };

  it("is said to be left out, in its own words, and stays until the form has done its work", () => {
    store(name, old);
    const first = renderHook(() => useDraft("visit:c1", empty));
    expect(first.result.current.form).toEqual({ record: "", purpose: "samples" });
    expect(first.result.current.leftOut).toEqual(["关注导出", "要夜班数据", "3"]);
    act(() => first.result.current.change({ purpose: "payment" }));
    first.unmount();
    const second = renderHook(() => useDraft("visit:c1", empty));
    expect(second.result.current.form.purpose).toBe("payment");
    expect(second.result.current.leftOut).toEqual(["关注导出", "要夜班数据", "3"]);
    act(() => second.result.current.drop());
    expect(second.result.current.leftOut).toEqual([]);
    expect(storedNames()).toEqual([]);
  });

  it("is left out of nothing where it is known by another name", () => {
    store(name, { text: "关注导出", purpose: "samples" });
    const ofEarlier = ({ text }: Record<string, unknown>) => (typeof text === "string" ? { record: text } : {});
    const { result } = renderHook(() => useDraft("visit:c1", empty, () => undefined, ofEarlier));
    expect(result.current.form.record).toBe("关注导出");
    expect(result.current.leftOut).toEqual([]);
  });

  it("never stands where a list is expected", () => {
    store(name, { items: { first: "关注导出" } });
    const { result } = renderHook(() => useDraft("visit:c1", () => ({ items: [] as string[] })));
    expect(result.current.form.items).toEqual([]);
    expect(result.current.leftOut).toEqual(["关注导出"]);
  });
});

it("belongs to its member alone", () => {
  const first = renderHook(() => useDraft("visit:c1", empty));
  act(() => first.result.current.change({ record: "小王写的" }));
  first.unmount();
  useSession.setState({ memberId: "lisi" });
  expect(renderHook(() => useDraft("visit:c1", empty)).result.current.form.record).toBe("");
});

it("does not save what nobody typed", () => {
  const { result, unmount } = renderHook(() => useDraft("visit:c1", empty));
  act(() => result.current.offer({ purpose: "payment" }));
  act(() => jest.advanceTimersByTime(5000));
  unmount();
  expect(result.current.form.purpose).toBe("payment");
  expect(storedNames()).toEqual([]);
});

it("leaves nothing once the form has done its work", () => {
  const { result, unmount } = renderHook(() => useDraft("visit:c1", empty));
  act(() => result.current.change({ record: "关注导出" }));
  act(() => jest.advanceTimersByTime(1000));
  act(() => result.current.drop());
  unmount();
  expect(storedNames()).toEqual([]);
  expect(result.current.form).toEqual(empty());
});

it("is in one place where another form goes on with it", () => {
  const { result, unmount } = renderHook(() => useDraft("sale:new", empty));
  act(() => result.current.change({ record: "8000" }));
  unmount();
  expect(takeDraft("sale:new")).toEqual({ record: "8000", purpose: "followUp" });
  expect(takeDraft("sale:new")).toBeNull();
  expect(storedNames()).toEqual([]);
});

it("says so when the phone has no room", () => {
  jest.spyOn(fakeTaro, "setStorageSync").mockImplementation(() => {
    throw new Error("setStorageSync:fail exceed storage max size 10Mb");
  });
  const { result } = renderHook(() => useDraft("visit:c1", empty));
  act(() => result.current.change({ record: "关注导出" }));
  act(() => jest.advanceTimersByTime(1000));
  expect(result.current.refused).toBe(true);
  expect(result.current.savedAt).toBeNull();
});

import { act, renderHook } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import type { TodoView, VisitView } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { sendKept } from "@/api/sync";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { withSettled } from "@/features/todos/useTodos";
import { useCorrection } from "@/features/visits/useCorrection";
import { useSettleNextStep } from "@/features/visits/useSettleNextStep";
import { storedNames } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));

const send = jest.mocked(sendKept);
const noNetwork = () => Promise.reject(new ApiError("network", "no connection"));
const visitId = "xiaowang:v1";
const today = "2026-03-26";
const todo: TodoView = {
  ...{ todoId: "t1", kind: "nextStep", subjectId: "c-haiyue", since: "2026-03-26T01:00:00.000Z", about: "海岳机械" },
  ...{ byName: null, amountFen: null, text: "送样品", on: today, until: null },
  visit: { visitId, version: 1 },
};
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);
/** What is sent, and what the server says to it. */
const answers = (status: number, body: Record<string, unknown>) => (sent: Parameters<typeof sendKept>[0]) =>
  Promise.resolve({ items: sent.items.map(({ commandId }) => ({ commandId, status, body })) });
const sentItems = () => send.mock.calls.flatMap(([{ items }]) => items);
const listed = () => withSettled([todo], commandQueue.list(), today).map(({ todoId }) => todoId);

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
});

async function settle(settled: { on: string; done: boolean }) {
  const { result, unmount } = renderHook(useSettleNextStep, { wrapper });
  let sent;
  await act(async () => {
    sent = await result.current.run({ visitId, customerName: "海岳机械", version: 1, ...settled });
  });
  unmount();
  return { sent, failure: result.current.failure };
}

describe("a next step that is settled without a network", () => {
  it("is kept on the phone, gone from the list, and sent later as it was said", async () => {
    send.mockImplementation(noNetwork);
    expect((await settle({ on: today, done: true })).sent).toEqual({ state: "kept", isKept: true });
    expect(listed()).toEqual([]);
    send.mockReset();
    send.mockImplementation(answers(200, { visitId, version: 2 }));
    await act(() => commandQueue.sendNow());
    expect(sentItems()).toMatchObject([
      { kind: "visits.settleNextStep", params: { visitId }, body: { version: 1, on: today, done: true } },
    ]);
    expect(commandQueue.list()).toEqual([]);
  });

  it("says once what was said last", async () => {
    send.mockImplementation(noNetwork);
    await settle({ on: today, done: true });
    await settle({ on: "2026-03-28", done: false });
    expect(commandQueue.list()).toMatchObject([{ body: { on: "2026-03-28", done: false } }]);
    expect(listed()).toEqual([]);
  });

  it("is in the list again where the server refuses it", async () => {
    send.mockImplementation(answers(409, { code: "stale" }));
    const { sent, failure } = await settle({ on: today, done: true });
    expect([sent, failure?.sentence]).toEqual([null, expect.stringContaining("有人刚改过")]);
    expect(listed()).toEqual(["t1"]);
    expect(commandQueue.list()).toEqual([]);
  });
});

describe("a correction that is made without a network", () => {
  const checkIn = {
    ...{ checkInId: "xiaowang:k1", customerId: "c-haiyue", customerName: "海岳机械", siteId: "s1", siteName: "总部" },
    ...{ verdict: "inside", distanceM: 30, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z" },
    ...{ on: today, visitId, recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false },
  };
  // As far as a correction looks at it.
  const visit = {
    ...{
      visitId,
      customerId: "c-haiyue",
      customerName: "海岳机械",
      purpose: "followUp",
      peopleMet: null,
      record: "演示",
    },
    ...{ nextStep: null, recordedAt: "2026-03-26T02:00:00.000Z", version: 1, correctedAt: null, on: today },
    ...{ effective: true, reason: null, revision: 1, answers: [], checkIn },
    type: { typeId: "plain", version: 1, name: "普通", steps: [], asksTimeOnSite: false, seenBy: "everybody" },
  } as unknown as VisitView;

  async function correct(record: string) {
    const { result, unmount } = renderHook(() => useCorrection(visit), { wrapper });
    act(() => result.current.draft.change({ record }));
    let sent;
    await act(async () => {
      sent = await result.current.submit();
    });
    unmount();
    return sent;
  }
  const drafts = () => storedNames().filter((name) => name.startsWith("draft:"));

  it("is kept with its draft, and takes that along when it has arrived", async () => {
    send.mockImplementation(noNetwork);
    expect(await correct("演示了新机器")).toEqual({ state: "kept", isKept: true });
    expect(drafts()).toHaveLength(1);
    send.mockReset();
    send.mockImplementation(answers(200, { visitId, version: 2, effective: true }));
    await act(() => commandQueue.sendNow());
    expect(sentItems()).toMatchObject([
      { kind: "visits.correct", params: { visitId }, body: { record: "演示了新机器" } },
    ]);
    expect([commandQueue.list(), drafts()]).toEqual([[], []]);
  });

  it("says when it was written, however late it is sent", async () => {
    send.mockImplementation(noNetwork);
    await correct("演示了新机器");
    const [kept] = commandQueue.list();
    const { at, kind } = kept?.captured ?? {};
    expect([typeof at, kept?.body]).toMatchObject(["string", { written: { at, timeKind: kind } }]);
  });

  it("stays in its form where another was faster", async () => {
    send.mockImplementation(answers(409, { code: "stale" }));
    expect(await correct("演示了新机器")).toBeNull();
    expect([commandQueue.list(), drafts().length]).toEqual([[], 1]);
  });
});

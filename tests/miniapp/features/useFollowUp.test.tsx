import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import type { FollowUpView } from "@shared/contracts";
import { foreseenClient } from "@/features/customers/queuedClients";
import { followUpFaults } from "@/features/followUps/followUpForm";
import { queuedAt } from "@/features/followUps/queuedFollowUps";
import { useFollowUpCorrection, useFollowUpRecord } from "@/features/followUps/useFollowUp";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { readStored } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
});

const client = { customerId: "c-haiyue", customerName: "海岳机械" };
const followUp = (more: Partial<FollowUpView> = {}): FollowUpView => ({
  followUpId: "xiaowang:f1",
  ...client,
  ...{ channel: "phone", people: "张主任", record: "改到周四" },
  ...{ at: "2026-03-26T02:00:00.000Z", on: "2026-03-26", version: 1, correctedAt: null },
  ...more,
});

function sentCall() {
  const { result } = renderHook(() => useFollowUpRecord(client), { wrapper });
  act(() => result.current.draft.change({ people: "张主任 ", record: " 改到周四" }));
  act(() => void result.current.submit());
  return result;
}

it("A call is listed with its client as it was written, while it waits for a network", () => {
  sentCall();
  const [{ followUp: waiting } = {}] = queuedAt("c-haiyue", commandQueue.list());
  expect(waiting).toMatchObject({ channel: "phone", people: "张主任", record: "改到周四" });
  expect(queuedAt("c-yuelian", commandQueue.list())).toEqual([]);
});

it("A call that waits keeps the draft that it was written in", () => {
  const { current } = sentCall();
  const [sent] = commandQueue.list();
  expect(readStored(sent?.draft ?? "")).toMatchObject({ commandId: current.draft.form.commandId, record: " 改到周四" });
});

it("A second call to a client is another one, while the first waits for a network", () => {
  sentCall();
  const { result } = renderHook(() => useFollowUpRecord(client), { wrapper });
  expect([result.current.draft.begun, result.current.draft.form.record]).toEqual([false, ""]);
  act(() => result.current.draft.change({ record: "又打了一次" }));
  act(() => void result.current.submit());
  const waiting = queuedAt("c-haiyue", commandQueue.list());
  expect(waiting.map(({ followUp: { record } }) => record)).toEqual(["又打了一次", "改到周四"]);
});

it("A call at a client that waits on this phone itself goes after that client", () => {
  const body = {
    ...{
      customerId: "c-haiyue",
      name: "海岳机械有限公司",
      shortName: "海岳机械",
      grade: "A" as const,
      stage: "服务中" as const,
    },
    ...{ commandId: "add-1", industry: null, sites: [], owners: [], coServedByIds: [] },
  };
  commandQueue.add({
    ...{ commandId: "add-1", kind: "customers.create", body, lane: "c-haiyue", after: null, about: "海岳机械" },
    ...{ captured: { at: "2026-03-26T02:00:00.000Z", kind: "anchored" as const }, draft: null, opens: "" },
    shown: foreseenClient(body as unknown as Parameters<typeof foreseenClient>[0]),
  });
  sentCall();
  expect(commandQueue.list().map(({ kind, after }) => [kind, after])).toEqual([
    ["customers.create", null],
    ["followUps.record", "add-1"],
  ]);
});

it("A follow-up without a word of what was said is not sent", () => {
  const form = { commandId: "x", channel: "phone", people: "张主任", record: "  " } as const;
  expect(followUpFaults(form)).toEqual({ record: "missing" });
});

it("A correction of what somebody has changed elsewhere begins from how it reads now, or goes on over it", () => {
  const { result, rerender } = renderHook(({ now }) => useFollowUpCorrection(now), {
    wrapper,
    initialProps: { now: followUp() },
  });
  act(() => result.current.draft.change({ record: "改到周五" }));
  rerender({ now: followUp({ version: 2, record: "改到周六" }) });
  expect([result.current.overtaken, result.current.differs]).toEqual([true, true]);
  act(() => result.current.keepMine());
  expect(result.current.draft.form).toMatchObject({ version: 2, record: "改到周五" });
  act(() => result.current.takeTheirs());
  expect([result.current.overtaken, result.current.differs]).toEqual([false, false]);
});

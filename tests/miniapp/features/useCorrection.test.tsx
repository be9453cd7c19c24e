import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import type { VisitView } from "@shared/contracts";
import { plainVisitType } from "@shared/domain/visitType";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { useCorrection } from "@/features/visits/useCorrection";
import { viewOf } from "@/features/visits/visitForm";
import { readStored } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

/** As far as a correction reads it. */
const visit = (more: Partial<VisitView> = {}): VisitView =>
  ({
    ...{ visitId: "v1", customerName: "海岳机械", purpose: "followUp", peopleMet: "张主任", record: "确认了交期" },
    ...{ nextStep: { text: "送样", on: "2026-04-02", doneAt: null }, type: viewOf(plainVisitType), answers: [] },
    ...{ version: 1, effective: true },
    ...more,
  }) as VisitView;

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
});

function begun() {
  const { result, rerender } = renderHook(({ now }) => useCorrection(now), { wrapper, initialProps: { now: visit() } });
  act(() => result.current.draft.change({ record: "分两批到货" }));
  return { result, rerender };
}

it("that goes on over what came in between leaves the next step on the day to which it was moved", () => {
  const { result, rerender } = begun();
  rerender({ now: visit({ version: 2, nextStep: { text: "送样", on: "2026-04-09", doneAt: null } }) });
  expect(result.current.overtaken).toBe(true);
  act(() => result.current.keepMine());
  expect(result.current.draft.form).toMatchObject({
    ...{ version: 2, record: "分两批到货", nextStep: "送样", nextStepOn: "2026-04-09" },
  });
});

it("that begins again from what came in between has nothing to correct", () => {
  const { result, rerender } = begun();
  rerender({ now: visit({ version: 2, record: "另一台手机写的" }) });
  act(() => result.current.takeTheirs());
  expect(result.current.draft.form).toMatchObject({ version: 2, record: "另一台手机写的" });
  expect([result.current.overtaken, result.current.differs]).toEqual([false, false]);
});

it("that is sent is on this phone as it was sent, whatever becomes of the program in the second after the last key", () => {
  const { result } = begun();
  act(() => void result.current.submit());
  const [sent] = commandQueue.list();
  expect(readStored(sent?.draft ?? "")).toMatchObject({ commandId: sent?.commandId, record: "分两批到货" });
});

import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { useStageMove } from "@/features/stages/useStageMove";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);
const client = { customerId: "c-haiyue", customerName: "海岳机械", recordName: "k1" };
const move = () => renderHook(() => useStageMove(client), { wrapper }).result;

beforeEach(() => {
  clearStorage();
  commandQueue.dropAll();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  queryClient.setQueryData(["customers", "mine"], [{ customerId: "c-haiyue", stage: "初步接触" }]);
});

it("A stage that was not chosen is not sent with a record", () => {
  const stage = move();
  act(() => stage.current.send("record"));
  expect(commandQueue.list()).toEqual([]);
});

it("A stage that was chosen is sent after its record, from where the client was", () => {
  const stage = move();
  act(() => stage.current.change({ to: "方案提交" }));
  act(() => stage.current.send("record"));
  expect(commandQueue.list()).toMatchObject([
    {
      kind: "stages.move",
      after: "record",
      lane: "c-haiyue",
      body: { from: "初步接触", to: "方案提交", reason: null },
    },
  ]);
});

it("What this phone has said of a client's stage is where the next record begins, also while it waits", () => {
  const stage = move();
  act(() => stage.current.change({ to: "方案提交" }));
  act(() => stage.current.send("record"));
  expect(move().current.from).toBe("方案提交");
});

it("A stage that goes back asks why, and one that goes on does not", () => {
  queryClient.setQueryData(["customers", "mine"], [{ customerId: "c-haiyue", stage: "签单" }]);
  const stage = move();
  act(() => stage.current.change({ to: "服务中" }));
  expect(stage.current.fault).toBeNull();
  act(() => stage.current.change({ to: "需求调研" }));
  expect(stage.current.fault).toBe("missing");
  act(() => stage.current.change({ reason: "换了采购负责人" }));
  expect(stage.current.fault).toBeNull();
});

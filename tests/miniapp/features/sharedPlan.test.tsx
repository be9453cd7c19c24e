import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { readDayPlan } from "@/api/dayPlans";
import { tellConnection } from "@/api/connection";
import { keepPlan, useKeptPlan } from "@/features/dayPlan/keptPlan";
import { sayPlan, useSharedPlan } from "@/features/dayPlan/sharedPlan";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/dayPlans");
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

const day = "2026-03-26";
const server = jest.mocked(readDayPlan);
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);
const shown = () =>
  renderHook(
    () => {
      const kept = useKeptPlan(day);
      useSharedPlan(day, kept);
      return kept;
    },
    { wrapper },
  ).result;

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
  server.mockResolvedValue({ plan: { stops: ["b/s", "a/s"], saidAt: "2026-03-26T02:00:00.000Z" } });
});

it("A second phone shows the order that was said on the first, in place of what it proposes", async () => {
  keepPlan(day, { keys: ["a/s", "b/s", "c/s"], saidAt: null });
  const plan = shown();
  await waitFor(() => expect(plan.current?.keys).toEqual(["b/s", "a/s"]));
});

it("What was said here after that stays", async () => {
  keepPlan(day, { keys: ["c/s"], saidAt: "2026-03-26T03:00:00.000Z" });
  const plan = shown();
  await waitFor(() => expect(server).toHaveBeenCalled());
  await act(() => Promise.resolve());
  expect(plan.current?.keys).toEqual(["c/s"]);
});

it("An order that somebody gives to a day is kept and sent by the queue", () => {
  sayPlan(day, ["a/s"], "");
  const [first] = commandQueue.list();
  expect(first).toMatchObject({ kind: "dayPlans.set", params: { on: day }, body: { stops: ["a/s"] } });
});

it("An order takes the place of one before that has not left this phone", () => {
  sayPlan(day, ["a/s"], "");
  const [first] = commandQueue.list();
  store(`q:0000000001:${first?.commandId ?? ""}`, { ...first, isUnsure: false });
  store("q:0000000002:sent", { ...first, commandId: "sent", isUnsure: true });
  commandQueue.changedElsewhere(null);
  sayPlan(day, ["b/s"], "");
  const left = commandQueue
    .list()
    .map(({ commandId, body }) => [commandId === "sent", (body as { stops: string[] }).stops]);
  // What may have arrived stays: the later one is told after it.
  expect(left).toEqual([
    [true, ["a/s"]],
    [false, ["b/s"]],
  ]);
});

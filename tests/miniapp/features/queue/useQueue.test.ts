import { act, renderHook } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { sendKept } from "@/api/sync";
import { commandQueue } from "@/features/queue/commandQueue";
import { useQueue, useWaiting } from "@/features/queue/useQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useSession } from "@/features/session/sessionStore";
import { clearStorage } from "../../../support/fakeTaro";
import { tapOf } from "./givenQueue";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../../support/fakeTaro"));
jest.mock("@/api/sync");

const send = jest.mocked(sendKept);

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  send.mockRejectedValue(new ApiError("network", "no connection"));
});

it("counts on every page as many as 待上传 lists, also what goes behind another one", async () => {
  await act(() => commandQueue.add(tapOf("tap", { lane: "haiyue" })).told);
  await act(() => commandQueue.add(tapOf("record", { lane: "haiyue", after: "tap" })).told);
  const { result } = renderHook(() => ({ listed: useQueue().length, strip: useWaiting() }));
  expect(result.current).toEqual({ listed: 2, strip: { count: 2, needsYou: 0 } });
});

it("counts nothing while the first try is under way", async () => {
  let fail = () => {};
  send.mockReturnValue(new Promise((_, reject) => (fail = () => reject(new ApiError("network", "no connection")))));
  let told: Promise<unknown> = Promise.resolve();
  act(() => void (told = commandQueue.add(tapOf("tap")).told));
  await act(() => Promise.resolve());
  expect(renderHook(() => useWaiting()).result.current).toEqual({ count: 0, needsYou: 0 });
  await act(async () => {
    fail();
    await told;
  });
});

describe("a record that is refused", () => {
  const refused = { status: 422, body: { code: "visit.alreadyRecorded", requestId: "r1" } };
  const record = tapOf("record", { kind: "visits.record", draft: "draft:xiaowang:visit:c1" });

  async function sent({ left }: { left: boolean }) {
    let answer = () => {};
    send.mockImplementation(
      ({ items }) =>
        new Promise((resolve) => {
          answer = () => resolve({ items: items.map(({ commandId }) => ({ commandId, ...refused })) });
        }),
    );
    const { result, unmount } = renderHook(() => useQueuedCommand());
    let told: Promise<unknown> = Promise.resolve();
    act(() => void (told = result.current.run(record)));
    await act(() => Promise.resolve());
    if (left) unmount();
    await act(async () => {
      answer();
      await told;
    });
    return result;
  }

  it("is told on its page, and waits for nobody elsewhere", async () => {
    const result = await sent({ left: false });
    expect(result.current.failure).not.toBeNull();
    expect(commandQueue.list()).toEqual([]);
  });

  it("is told on every page where the person has gone on meanwhile", async () => {
    await sent({ left: true });
    expect(commandQueue.list()).toMatchObject([{ commandId: "record", look: "refused" }]);
    expect(renderHook(() => useWaiting()).result.current).toMatchObject({ needsYou: 1 });
  });
});

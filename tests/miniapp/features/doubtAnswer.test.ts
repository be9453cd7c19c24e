import { createHash } from "node:crypto";
import { act, renderHook } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import type { CheckInView } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { putFile } from "@/api/files";
import { sendKept } from "@/api/sync";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useDoubtAnswer } from "@/features/reviews/useReview";
import * as photoFiles from "@/platform/photoFiles";
import { useSession } from "@/features/session/sessionStore";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/api/files");

jest.mock("@/platform/photoFiles");

/** What the phone keeps as files. */
const files = new Map<string, ArrayBuffer>();
const taken = { fileId: "f1", address: "a", type: "image/jpeg" as const, bytes: new Uint8Array([1, 2, 3]).buffer };
const hashOfTaken = createHash("sha256").update(new Uint8Array(taken.bytes)).digest("hex");

const send = jest.mocked(sendKept);
const noNetwork = () => Promise.reject(new ApiError("network", "no connection"));
const checkInId = "xiaowang:k1";
// As far as an explanation looks at it.
const checkIn = {
  ...{ checkInId, customerId: "c-haiyue", customerName: "海岳机械", on: "2026-03-26", verdict: "doubtful" },
  review: { state: "open", revision: 3, answer: null, hasPhoto: false },
} as unknown as CheckInView;
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  files.clear();
  jest.mocked(photoFiles.writePhotoFile).mockImplementation(async (name, bytes) => void files.set(name, bytes));
  jest.mocked(photoFiles.readPhotoFile).mockImplementation(async (name) => files.get(name) ?? null);
  jest.mocked(photoFiles.removePhotoFile).mockImplementation(async (name) => void files.delete(name));
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
});

async function say(text: string, photo: Parameters<ReturnType<typeof useDoubtAnswer>["run"]>[0]["photo"] = null) {
  const { result, unmount } = renderHook(useDoubtAnswer, { wrapper });
  let said: CheckInView | null = null;
  await act(async () => {
    said = await result.current.run({ checkIn, text, photo });
  });
  const { failure } = result.current;
  unmount();
  return { said: said as CheckInView | null, failure };
}

describe("what a rep says about a check-in in doubt without a network", () => {
  it("is kept on the phone and sent as it was said last", async () => {
    send.mockImplementation(noNetwork);
    expect((await say("在仓库里")).said?.review?.answer).toBe("在仓库里");
    await say("在仓库里，没有信号");
    expect(commandQueue.list()).toMatchObject([
      { kind: "checkIns.answer", params: { checkInId }, body: { revision: 3, text: "在仓库里，没有信号" } },
    ]);
  });

  it("stays in its form where it was decided meanwhile", async () => {
    send.mockImplementation(({ items }) =>
      Promise.resolve({
        items: items.map(({ commandId }) => ({ commandId, status: 409, body: { code: "review.closed" } })),
      }),
    );
    const { said, failure } = await say("在仓库里");
    expect([said, failure?.sentence]).toEqual([null, expect.stringContaining("已经有了结果")]);
    expect(commandQueue.list()).toEqual([]);
  });

  it("is kept with its photo, which goes first once there is a network", async () => {
    jest.mocked(putFile).mockImplementation(noNetwork);
    expect((await say("在仓库里", taken)).said?.review).toMatchObject({ answer: "在仓库里", hasPhoto: true });
    expect(commandQueue.list()).toMatchObject([{ body: { text: "在仓库里", photoId: "f1" }, look: "waiting" }]);
    expect([send.mock.calls.length, [...files.keys()]]).toEqual([0, ["f1"]]);
    jest.mocked(putFile).mockResolvedValue({ fileId: "xiaowang:f1" });
    send.mockImplementation(noNetwork);
    await commandQueue.sendNow();
    expect(send.mock.calls[0]?.[0].items).toMatchObject([{ body: { photoId: "f1", photoHash: hashOfTaken } }]);
  });

  it("keeps its photo where it is said again in other words", async () => {
    jest.mocked(putFile).mockImplementation(noNetwork);
    await say("在仓库里", taken);
    await say("在仓库里，没有信号");
    expect(commandQueue.list()).toMatchObject([{ body: { text: "在仓库里，没有信号", photoId: "f1" } }]);
    expect([...files.keys()]).toEqual(["f1"]);
  });

  it("leaves no photo on the phone where it was decided meanwhile", async () => {
    send.mockImplementation(({ items }) =>
      Promise.resolve({
        items: items.map(({ commandId }) => ({ commandId, status: 409, body: { code: "review.closed" } })),
      }),
    );
    expect((await say("在仓库里", taken)).said).toBeNull();
    expect([...files.keys()]).toEqual([]);
  });
});

it("says of a check-in out of range that waits itself that its explanation waits for the leader, and goes after it", async () => {
  send.mockImplementation(noNetwork);
  jest.mocked(putFile).mockImplementation(noNetwork);
  const tap = { ...checkIn, verdict: "outside", review: null } as CheckInView;
  commandQueue.add({
    ...{ commandId: "k1", kind: "checkIns.create", body: {}, lane: "c-haiyue", after: null, about: "海岳机械" },
    ...{
      captured: { at: "2026-03-26T01:00:00.000Z", kind: "anchored" },
      shown: { checkIn: tap },
      draft: null,
      opens: "",
    },
  });
  const { result } = renderHook(useDoubtAnswer, { wrapper });
  const said = await act(() => result.current.run({ checkIn: tap, text: "新厂区", photo: taken }));
  expect(said?.review).toMatchObject({ state: "open", doubts: ["outside"], answer: "新厂区", hasPhoto: true });
  expect(commandQueue.list()).toMatchObject([
    { commandId: "k1" },
    { after: "k1", body: { revision: 0, photoId: "f1" } },
  ]);
});

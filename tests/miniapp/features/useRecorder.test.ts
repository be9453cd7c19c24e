import { act, renderHook } from "@testing-library/react";
import { useRecorder } from "@/features/voice/useRecorder";
import { startRecording } from "@/platform/recorder";
import { RecorderError, type TakenSound } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/recorder");

const sound: TakenSound = { bytes: new ArrayBuffer(9), type: "audio/mpeg", lengthMs: 3_000, address: "sound" };
const recorded: TakenSound[] = [];
let cancelled = 0;
let stopsByItself: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  recorded.length = 0;
  cancelled = 0;
  jest.mocked(startRecording).mockImplementation(async (onEnd) => {
    stopsByItself = onEnd;
    return { stop: async () => sound, cancel: () => void (cancelled += 1) };
  });
});
afterEach(() => void jest.useRealTimers());

async function recording() {
  const hook = renderHook(() => useRecorder((one) => recorded.push(one)));
  await act(async () => hook.result.current.start());
  return hook;
}

it("what is spoken is there once it was stopped", async () => {
  const { result } = await recording();
  expect(result.current.state).toBe("recording");
  await act(async () => result.current.stop());
  expect([recorded, result.current.state]).toEqual([[sound], "idle"]);
});

it("a minute is the longest", async () => {
  const { result } = await recording();
  await act(async () => void jest.advanceTimersByTime(59_000));
  expect([result.current.seconds, recorded.length]).toEqual([59, 0]);
  await act(async () => void jest.advanceTimersByTime(1_000));
  expect(recorded).toEqual([sound]);
});

it("a call that ends it keeps what was spoken before", async () => {
  await recording();
  await act(async () => stopsByItself());
  expect(recorded).toEqual([sound]);
});

it("a page that is left records no more, and nothing of it stays", async () => {
  const { unmount } = await recording();
  unmount();
  expect([cancelled, recorded]).toEqual([1, []]);
});

it.each(["refused", "unsupported"] as const)("a microphone that is %s is told as such", async (reason) => {
  jest.mocked(startRecording).mockRejectedValue(new RecorderError(reason, "no"));
  const { result } = await recording();
  expect([result.current.state, result.current.reason]).toEqual(["idle", reason]);
});

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

it("nothing else is recorded before what was spoken is there", async () => {
  let handOver = (_: TakenSound) => {};
  const stop = () => new Promise<TakenSound>((resolve) => (handOver = resolve));
  jest
    .mocked(startRecording)
    .mockReset()
    .mockResolvedValue({ stop, cancel: () => {} });
  const { result } = await recording();
  await act(async () => result.current.stop());
  await act(async () => result.current.start());
  expect([result.current.state, jest.mocked(startRecording).mock.calls.length]).toEqual(["stopping", 1]);
  await act(async () => handOver(sound));
  expect([recorded, result.current.state]).toEqual([[sound], "idle"]);
});

it("two taps begin one recording", async () => {
  const { result } = renderHook(() => useRecorder((one) => recorded.push(one)));
  jest.mocked(startRecording).mockClear();
  await act(async () => {
    result.current.start();
    result.current.start();
  });
  expect(startRecording).toHaveBeenCalledTimes(1);
});

it("a phone that never begins is told as one that cannot, and records nothing later", async () => {
  let begin = () => {};
  jest.mocked(startRecording).mockReturnValue(
    new Promise((resolve) => {
      begin = () => resolve({ stop: async () => sound, cancel: () => void (cancelled += 1) });
    }),
  );
  const { result } = await recording();
  await act(async () => void jest.advanceTimersByTime(30_000));
  expect([result.current.state, result.current.reason]).toEqual(["idle", "unavailable"]);
  await act(async () => begin());
  expect([result.current.state, cancelled]).toEqual(["idle", 1]);
});

it("a minute is over also where the phone's date is set back meanwhile", async () => {
  await recording();
  jest.setSystemTime(Date.now() - 3_600_000);
  await act(async () => void jest.advanceTimersByTime(60_000));
  expect(recorded).toEqual([sound]);
});

it("what a browser in the background ends too late does not spoil the record", async () => {
  jest.mocked(startRecording).mockResolvedValue({
    stop: async () => ({ ...sound, lengthMs: 119_000 }),
    cancel: () => {},
  });
  const { result } = await recording();
  await act(async () => result.current.stop());
  expect(recorded).toMatchObject([{ lengthMs: 60_000 }]);
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

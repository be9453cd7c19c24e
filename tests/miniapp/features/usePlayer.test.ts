import { act, renderHook } from "@testing-library/react";
import { usePlayer } from "@/features/voice/usePlayer";
import { playSound } from "@/platform/player";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/player");

/** What each sound that was begun tells of its end, and how often it was ended from here. */
let ends: ((wasPlayed: boolean) => void)[];
let stopped: number;

beforeEach(() => {
  ends = [];
  stopped = 0;
  jest.mocked(playSound).mockImplementation((_address, onEnd) => {
    ends.push(onEnd);
    return () => void (stopped += 1);
  });
});

const player = () => renderHook(() => usePlayer("blob:1"));
const tap = (hook: ReturnType<typeof player>) => act(() => hook.result.current.toggle());

it("a sound that has ended can be heard again", () => {
  const hook = player();
  tap(hook);
  act(() => ends[0]?.(true));
  expect(hook.result.current).toMatchObject({ isPlaying: false, failed: false });
  tap(hook);
  expect([ends.length, hook.result.current.isPlaying]).toEqual([2, true]);
});

it("a sound that was stopped before it began is not said to be one that this phone cannot play", () => {
  const hook = player();
  tap(hook);
  tap(hook);
  act(() => ends[0]?.(false));
  expect([stopped, hook.result.current.failed]).toEqual([1, false]);
});

it("what a sound before tells late does not take the one that is heard out of hand", () => {
  const hook = player();
  tap(hook);
  tap(hook);
  tap(hook);
  act(() => ends[0]?.(false));
  expect(hook.result.current.isPlaying).toBe(true);
  tap(hook);
  expect(stopped).toBe(2);
});

it("a sound that cannot be played is told as such", () => {
  const hook = player();
  tap(hook);
  act(() => ends[0]?.(false));
  expect(hook.result.current).toMatchObject({ isPlaying: false, failed: true });
});

import { act, renderHook } from "@testing-library/react";
import { usePhoto } from "@/features/photo/usePhoto";
import { onBackFromCamera, takePhoto } from "@/platform/camera";
import type { TakenPhoto } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/camera");

const taken = (address: string): TakenPhoto => ({ bytes: new ArrayBuffer(1), type: "image/jpeg", address });
let back = () => {};
let answers: ((photo: TakenPhoto | null) => void)[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  answers = [];
  jest.mocked(takePhoto).mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  jest.mocked(onBackFromCamera).mockImplementation((listener) => {
    back = listener;
    return () => undefined;
  });
});
afterEach(() => jest.useRealTimers());

const opened = () => {
  const { result } = renderHook(() => usePhoto());
  act(() => result.current.take());
  return result;
};
const after = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

it("a camera that was called off without a word is waited for a moment only, and can be opened again", async () => {
  const choice = opened();
  expect(choice.current.busy).toBe(true);
  act(() => back());
  await after(5_000);
  expect(choice.current).toMatchObject({ busy: false, reason: "noAnswer" });
  act(() => choice.current.take());
  await act(async () => answers[1]?.(taken("second")));
  expect(choice.current).toMatchObject({ busy: false, reason: null, photo: { address: "second" } });
});

it("a camera that never opens is waited for two minutes", async () => {
  const choice = opened();
  await after(120_000);
  expect(choice.current).toMatchObject({ busy: false, reason: "noAnswer" });
});

it("a photo that comes late is taken, unless another one was asked for since", async () => {
  const choice = opened();
  act(() => back());
  await after(5_000);
  await act(async () => answers[0]?.(taken("late")));
  expect(choice.current).toMatchObject({ reason: null, photo: { address: "late" } });
  act(() => choice.current.take());
  act(() => back());
  await after(5_000);
  act(() => choice.current.take());
  await act(async () => answers[1]?.(taken("overtaken")));
  expect(choice.current.photo?.address).toBe("late");
});

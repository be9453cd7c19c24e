import { act, renderHook } from "@testing-library/react";
import { useDrawing } from "@/features/signature/useDrawing";
import { openDrawing } from "@/platform/drawing";
import type { DrawingListener, Stroke, TakenPhoto } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/drawing");

const shown: number[] = [];
const drawn: (string | null)[] = [];
let strokes: readonly Stroke[] = [];
let listener: DrawingListener;

beforeEach(() => {
  shown.length = 0;
  drawn.length = 0;
  jest.mocked(openDrawing).mockImplementation(async (_id, heard) => {
    listener = heard;
    return {
      show: (all) => {
        strokes = all;
        shown.push(all.length);
      },
      png: async (): Promise<TakenPhoto> => ({
        ...{ bytes: new ArrayBuffer(strokes.length), type: "image/png" as const },
        address: `png of ${strokes.length}`,
      }),
      close: () => {},
    };
  });
});

async function pad() {
  const { result } = renderHook(() => useDrawing("pad", (png) => drawn.push(png?.address ?? null)));
  await act(async () => {});
  return result;
}
const stroke = () =>
  act(async () => {
    listener.down({ x: 1, y: 1 });
    listener.move({ x: 9, y: 5 });
    listener.up();
  });

it("what is drawn is handed on after each stroke", async () => {
  const result = await pad();
  await stroke();
  await stroke();
  expect([drawn, result.current.isEmpty]).toEqual([["png of 1", "png of 2"], false]);
});

it("the last stroke is undone, and nothing is left after the first", async () => {
  const result = await pad();
  await stroke();
  await stroke();
  await act(async () => result.current.undo());
  await act(async () => result.current.undo());
  expect([drawn.slice(2), result.current.isEmpty]).toEqual([["png of 1", null], true]);
});

it("all of it is cleared at once", async () => {
  const result = await pad();
  await stroke();
  await stroke();
  await act(async () => result.current.clear());
  expect([drawn.at(-1), strokes]).toEqual([null, []]);
});

it("a native canvas tells where the finger is by its own events", async () => {
  const result = await pad();
  await act(async () => {
    result.current.touch.start({ touches: [{ x: 3, y: 4 }] });
    result.current.touch.move({ touches: [{ x: 5, y: 6 }] });
    result.current.touch.end();
  });
  expect(strokes).toEqual([
    [
      { x: 3, y: 4 },
      { x: 5, y: 6 },
    ],
  ]);
});

it("a phone that has nothing to draw on says so", async () => {
  jest.mocked(openDrawing).mockRejectedValue(new Error("no canvas"));
  expect((await pad()).current.isReady).toBe(false);
});

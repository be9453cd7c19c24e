import { onBackFromCamera } from "@/platform/camera";

/** So long the camera may take once its person is back: some old browsers say nothing of a camera that was called off. */
const backMaxMs = 5_000;
/** So long in every case: the camera may not have opened at all. */
const cameraMaxMs = 120_000;

/** Fulfilled when a camera that has said nothing is waited for no longer. */
export function patience(): { isOver: Promise<"noAnswer">; end: () => void } {
  let end = () => {};
  const isOver = new Promise<"noAnswer">((resolve) => {
    const over = () => resolve("noAnswer");
    const timers = [setTimeout(over, cameraMaxMs)];
    const stop = onBackFromCamera(() => timers.push(setTimeout(over, backMaxMs)));
    end = () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  });
  return { isOver, end };
}

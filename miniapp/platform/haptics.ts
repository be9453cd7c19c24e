import Taro from "@tarojs/taro";

/** light: accepted; heavy: refused. Silent where the phone cannot. */
export function vibrate(kind: "light" | "heavy"): void {
  try {
    // Older cores lack the function or its kinds, and browsers refuse without a gesture.
    if (typeof Taro.vibrateShort === "function")
      void Promise.resolve(Taro.vibrateShort({ type: kind })).catch(() => {});
  } catch {
    // Silent.
  }
}

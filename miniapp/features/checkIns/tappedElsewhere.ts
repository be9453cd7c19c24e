import type { TapResult } from "./useCheckIn";

let tapped: TapResult | null = null;

/** A check-in that another page has made: 打卡 shows what came of it when it is next in front. */
export const showTapped = (result: TapResult): void => {
  tapped = result;
};

/** Once. */
export function takeTapped(): TapResult | null {
  const result = tapped;
  tapped = null;
  return result;
}

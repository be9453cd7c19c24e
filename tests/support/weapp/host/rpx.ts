/** `rpx` is a 750th of the window's width. */
export function rpxToPx(text: string, widthPx: number): string {
  return text.replace(
    /(-?\d*\.?\d+)rpx\b/g,
    (_whole, rpx: string) => `${+((Number(rpx) * widthPx) / 750).toFixed(4)}px`,
  );
}

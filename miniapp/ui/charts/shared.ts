/** Where a value lies on a scale, as a CSS width: from 0 to 100 %, and never invisible when it is above 0. */
export function widthOf(value: number, scale: number): string {
  const share = scale > 0 ? Math.min(1, Math.max(0, value / scale)) : 0;
  return `${Math.round(share * 10_000) / 100}%`;
}
